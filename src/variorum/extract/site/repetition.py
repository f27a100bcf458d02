"""What repeats across the pages of one outlet: text that no single article owns."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from ..body.words import Hashes, PageWords, Places, words_of_page
from .runs import LONGEST_LINE, Shares, block_runs, means_by_block, page_runs

# A line of so many words is prose. Pages that share half of their prose are captures of one
# article (an update, a second address), whose repeating says nothing.
_PROSE_WORDS = 12
_COPY = 0.5
# One other page may quote the same sentence or carry the same wire; a notice stands on more.
_FEWEST_OTHERS = 2
_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Carried:
    """The runs of words that stand on several pages, as hashes in order, and on how many each does."""

    runs: Hashes
    pages: Places

    def __eq__(self, other: object) -> bool:
        """Whether the same runs stand on as many pages."""
        return (
            isinstance(other, Carried)
            and np.array_equal(self.runs, other.runs)
            and np.array_equal(self.pages, other.pages)
        )

    def count(self, runs: Hashes) -> Places:
        """Return for each of `runs` on how many pages it stands, 1 for those on no others."""
        if not len(self.runs):
            return np.ones(len(runs), dtype=np.int64)
        nearest = np.searchsorted(self.runs, runs).clip(max=len(self.runs) - 1)
        return np.where(self.runs[nearest] == runs, self.pages[nearest], 1)


@dataclass(frozen=True, slots=True)
class SiteRepetition:
    """How many of one outlet's pages carry each short line and each run of words, as hashes."""

    pages: int
    lines: dict[int, int]
    runs: Carried

    def share(self, text: str) -> float:
        """Return how far a block repeats: the mean share of the outlet's other pages that carry it."""
        return float(self.shares([text], words_of_page([text]))[0])

    def shares(self, texts: Sequence[str], words: PageWords) -> Shares:
        """Return that share for each block of a page; `words` are the words of the blocks."""
        if self.pages < 2:
            return np.zeros(len(texts))
        runs, block = block_runs(words)
        others = self.runs.count(runs) - 1
        kept = np.where(others >= _FEWEST_OTHERS, others, 0).astype(np.float64)
        carried = means_by_block(kept, block, len(texts))
        for at, text in enumerate(texts):
            if len(text) <= LONGEST_LINE:
                carried[at] = self.lines.get(_line_key(text), 1) - 1
        return np.asarray(carried / (self.pages - 1))


def find_repetition(texts: Iterable[str]) -> SiteRepetition:
    """Count what repeats over the pages of one outlet; captures of one article count as one page."""
    lines: Counter[int] = Counter()
    each: list[Hashes] = []
    pages = _distinct_pages(sorted(set(texts)))
    for captures in pages:
        written = [line for text in captures for raw in text.splitlines() if (line := raw.strip())]
        lines.update({_line_key(line) for line in written})
        each.append(page_runs(captures))
    return SiteRepetition(
        len(pages),
        {key: count for key, count in lines.items() if count > 1},
        _carried(each),
    )


def _carried(pages: Sequence[Hashes]) -> Carried:
    every = np.concatenate(pages) if pages else np.zeros(0, dtype=np.uint64)
    runs, counts = np.unique(every, return_counts=True)
    return Carried(runs[counts > 1], counts[counts > 1])


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
    shape = line.strip().casefold()
    if shape.isascii():
        shape = _DIGIT.sub("0", shape)
    else:
        shape = "".join("0" if sign.isdigit() else sign for sign in shape)
    return crc32(shape.encode("utf-8", "surrogatepass"))
