"""What agrees across the pages of several outlets: text that others carry too is content."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..body.words import Hashes, PageWords, words_of_page
from .runs import Shares, block_runs, means_by_block, page_runs


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """The runs of words that stand on pages of two or more outlets, as hashes in order."""

    runs: Hashes

    def share(self, text: str) -> float:
        """Return the share of a block's runs of words that stand on pages of other outlets too."""
        return float(self.shares(words_of_page([text]))[0])

    def shares(self, words: PageWords) -> Shares:
        """Return that share for each block of a page."""
        runs, block = block_runs(words)
        shared = np.zeros(len(runs))
        if len(self.runs):
            nearest = np.searchsorted(self.runs, runs).clip(max=len(self.runs) - 1)
            shared[:] = self.runs[nearest] == runs
        return means_by_block(shared, block, len(words.first))


def find_agreement(pages: Iterable[tuple[str, str]]) -> Agreement:
    """Find the runs of words that several outlets carry; `pages` are pairs (outlet, text)."""
    by_outlet: dict[str, list[str]] = {}
    for outlet, text in pages:
        by_outlet.setdefault(outlet, []).append(text)
    each = [page_runs(texts) for _, texts in sorted(by_outlet.items())]
    every = np.sort(np.concatenate(each)) if each else np.zeros(0, dtype=np.uint64)
    # A run stands once for each of its outlets: what stands twice in a row is carried by several.
    return Agreement(np.unique(every[1:][every[1:] == every[:-1]]))
