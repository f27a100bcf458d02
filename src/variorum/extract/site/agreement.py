"""What agrees across the pages of several outlets: text that others carry too is content."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from .runs import block_runs, run_hashes


@dataclass(frozen=True, slots=True)
class Agreement:
    """The runs of words that stand on pages of two or more outlets, as hashes."""

    runs: frozenset[int]

    def share(self, text: str) -> float:
        """Return the share of a block's runs of words that stand on pages of other outlets too."""
        keys = block_runs(text)
        return sum(key in self.runs for key in keys) / len(keys) if keys else 0.0


def find_agreement(pages: Iterable[tuple[str, str]]) -> Agreement:
    """Find the runs of words that several outlets carry; `pages` are pairs (outlet, text)."""
    by_outlet: dict[str, list[str]] = {}
    for outlet, text in pages:
        by_outlet.setdefault(outlet, []).append(text)
    each = [
        np.unique(np.concatenate([run_hashes(text) for text in texts]))
        for _, texts in sorted(by_outlet.items())
    ]
    if not each:
        return Agreement(frozenset())
    runs, outlets = np.unique(np.concatenate(each), return_counts=True)
    return Agreement(frozenset(runs[outlets > 1].tolist()))
