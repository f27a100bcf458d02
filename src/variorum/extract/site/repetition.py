"""What repeats across the pages of one outlet: text that no single article owns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from .runs import LONGEST_LINE, block_runs, run_hashes

# A line of so many words is prose. Pages that share half of their prose are captures of one
# article (an update, a second address), whose repeating says nothing.
_PROSE_WORDS = 12
_COPY = 0.5
# One other page may quote the same sentence or carry the same wire; a notice stands on more.
_FEWEST_OTHERS = 2


@dataclass(frozen=True, slots=True)
class SiteRepetition:
    """How many of one outlet's pages carry each short line and each run of words, as hashes."""

    pages: int
    lines: dict[int, int]
    runs: dict[int, int]

    def share(self, text: str) -> float:
        """Return how far a block repeats: the mean share of the outlet's other pages that carry it."""
        if self.pages < 2:
            return 0.0
        others = self.pages - 1
        if len(text) <= LONGEST_LINE:
            return (self.lines.get(_line_key(text), 1) - 1) / others
        carried = [self.runs.get(run, 1) - 1 for run in block_runs(text)]
        kept = [count if count >= _FEWEST_OTHERS else 0 for count in carried]
        return float(np.mean(kept)) / others if kept else 0.0


def find_repetition(texts: Iterable[str]) -> SiteRepetition:
    """Count what repeats over the pages of one outlet; captures of one article count as one page."""
    lines: Counter[int] = Counter()
    runs: Counter[int] = Counter()
    pages = _distinct_pages(sorted(set(texts)))
    for captures in pages:
        written = [line for text in captures for raw in text.splitlines() if (line := raw.strip())]
        lines.update({_line_key(line) for line in written})
        runs.update(np.unique(np.concatenate([run_hashes(text) for text in captures])).tolist())
    return SiteRepetition(
        len(pages),
        {key: count for key, count in lines.items() if count > 1},
        {key: count for key, count in runs.items() if count > 1},
    )


def _distinct_pages(texts: Sequence[str]) -> list[list[str]]:
    """Return the texts, those that share half of their prose together."""
    pages: list[list[str]] = []
    carriers: dict[int, set[int]] = {}
    for text in texts:
        prose = {
            _line_key(line): len(line.split())
            for line in text.splitlines()
            if len(line.split()) >= _PROSE_WORDS
        }
        shared: Counter[int] = Counter()
        for key, words in prose.items():
            for page in carriers.get(key, ()):
                shared[page] += words
        page, words = min(shared.items(), key=lambda each: (-each[1], each[0]), default=(0, 0))
        if not words or words < _COPY * sum(prose.values()):
            page = len(pages)
            pages.append([])
        pages[page].append(text)
        for key in prose:
            carriers.setdefault(key, set()).add(page)
    return pages


def _line_key(line: str) -> int:
    # Counters and dates differ from page to page ("12 comments"): a line repeats whatever its
    # digits are.
    shape = "".join("0" if sign.isdigit() else sign for sign in line.strip().casefold())
    return crc32(shape.encode("utf-8", "surrogatepass"))
