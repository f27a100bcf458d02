"""The words of a page as arrays: where each stands, in which block, and the hash by which it is known.

A hash of a word in lower case is the difference of two sums over the letters of the page, so that
all words of a page cost a few array operations. It is a polynomial in the letters modulo 2**64 (Karp
and Rabin 1987); other stretches (a whole block, its opening) are compared by it, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .letters import WORDLIKE, Codes, Letter, Letters, letters_of

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_MIXING = np.uint64(0xD6E8FEB86659FD93)

# How much of a page is looked at: a line of more letters than the first and a page of more than the
# second is judged by the openings of its lines, so that no page costs much time or memory.
_LETTERS_OF_LINE = 20_000
_LETTERS_OF_PAGE = 1_000_000
_SHORTEST_LOOK = 20


@dataclass(frozen=True)
class PageWords:
    """The blocks of a page, its letters and its words; all places count letters of the joined blocks.

    `first` and `last` are the first letter of each block and the place after its last one; `begin`,
    `end`, `block` and `hash` belong to words; `opening` is the number of each block's first word
    and, as its last entry, the number of words.
    """

    letters: Letters
    first: Places
    last: Places
    begin: Places
    end: Places
    block: Places
    hash: Hashes
    opening: Places
    sums: Hashes

    @cached_property
    def lengths(self) -> Places:
        """The letters of each word."""
        return self.end - self.begin

    @cached_property
    def capitalised(self) -> Flags:
        """Which words begin with a capital."""
        return np.asarray(self.letters.classes[self.begin] == Letter.UPPER)

    def hashes(self, begin: Places, end: Places) -> Hashes:
        """Return the hashes of stretches of the page."""
        return _hashes(self.sums, begin, end)


def words_of_page(texts: Sequence[str]) -> PageWords:
    """Return the words of the blocks of a page; very long blocks are cut."""
    most = most_letters(len(texts))
    joined = "\n".join(texts)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    if lengths.max(initial=0) > most:
        joined = "\n".join([text[:most] for text in texts])
        lengths = np.minimum(lengths, most)
    # Blanks around the page make looking at the letters beside a word safe at its edges.
    letters = letters_of("\n\n\n" + joined + "\n\n\n\n\n")
    last = np.cumsum(lengths + 1) + 2
    first = last - lengths
    begin, end = _edges(letters)
    sums = _sums(letters.lower)
    opening = np.searchsorted(begin, np.append(first, last[-1]))
    block = np.repeat(np.arange(len(texts)), np.diff(opening))
    return PageWords(
        letters, first, last, begin, end, block, _hashes(sums, begin, end), opening, sums
    )


def most_letters(blocks: int) -> int:
    """Return how many letters of each block of a page of so many blocks are looked at."""
    return max(_SHORTEST_LOOK, min(_LETTERS_OF_LINE, _LETTERS_OF_PAGE // max(1, blocks)))


def hashes_of(letters: Codes, begin: Places, end: Places) -> Hashes:
    """Return the hashes of stretches of any letters."""
    return _hashes(_sums(letters), begin, end)


def hash_of(word: str) -> int:
    """Return the hash of one word, as `PageWords` knows it."""
    letters = letters_of(word)
    every = np.array([0]), np.array([len(word)])
    return int(_hashes(_sums(letters.lower), *every)[0])


def _edges(letters: Letters) -> tuple[Places, Places]:
    """Return where words begin and end: runs of letters and digits, apostrophes within them."""
    within = WORDLIKE[letters.classes]
    marks = np.flatnonzero(letters.classes == Letter.APOSTROPHE)
    within[marks[within[marks - 1] & within[marks + 1]]] = True
    turns = np.flatnonzero(within[1:] != within[:-1]) + 1
    return turns[::2], turns[1::2]


def _sums(lower: Codes) -> Hashes:
    powers, _ = _powers(len(lower))
    sums = np.zeros(len(lower) + 1, dtype=np.uint64)
    np.cumsum(lower * powers[: len(lower)], out=sums[1:])
    return sums


def _hashes(sums: Hashes, begin: Places, end: Places) -> Hashes:
    _, inverses = _powers(len(sums))
    found = (sums[end] - sums[begin]) * inverses[begin]
    return np.asarray((found ^ (found >> np.uint64(32))) * _MIXING)


_known: list[tuple[Hashes, Hashes]] = []


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Return at least `count` powers of the base and of its inverse."""
    if not _known or len(_known[0][0]) < count:
        size = max(1 << 14, 1 << count.bit_length())
        _known[:] = [(_row(_BASE, size), _row(_INVERSE, size))]
    return _known[0]


def _row(base: int, size: int) -> Hashes:
    row = np.full(size, base, dtype=np.uint64)
    row[0] = 1
    return np.asarray(np.multiply.accumulate(row))
