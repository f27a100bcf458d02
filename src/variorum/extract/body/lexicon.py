"""The lexicon: what each word of a page is known for, and which phrases begin at it."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from . import phrases, wording
from .words import Flags, Hashes, PageWords, hash_of

Marks = NDArray[np.uint32]


class Mark:
    """What a word, or the phrase that begins at it, is known for: the bits of its marks.

    The lexicon tells most; six, from `CAPITALISED` on, are read off the letters of the page.
    """

    STOP = 0
    CHROME = 1
    SAYING = 2
    VERB = 3
    PAST = 4
    YOU = 5
    MONTH = 6
    NOTICE = 7
    LINK_HEAD = 8
    DATE_LABEL = 9
    BYLINE = 10
    CAPTION = 11
    PICTURE = 12
    HOUSE = 13
    POSITION = 14
    AGO = 15
    WEB = 16
    CAPITALISED = 17
    SHOUTED = 18
    PAST_FORM = 19
    DAY = 20
    CLOCK = 21
    CREDIT = 22
    AUTHOR = 23
    REPORTED = 24
    INVITATION = 25


# One for each bit of a row of marks.
MARKS = 32


_ENTRIES: dict[int, Iterable[str]] = {
    Mark.STOP: wording.STOP_WORDS,
    Mark.CHROME: wording.CHROME_WORDS,
    Mark.SAYING: wording.SAYING,
    Mark.VERB: wording.VERBS,
    Mark.PAST: wording.PAST_VERBS,
    Mark.YOU: wording.YOU_WORDS,
    Mark.MONTH: phrases.MONTHS,
    Mark.NOTICE: phrases.NOTICES,
    Mark.LINK_HEAD: phrases.LINK_HEADS,
    Mark.DATE_LABEL: phrases.DATE_LABELS,
    Mark.BYLINE: phrases.BYLINES,
    Mark.CAPTION: phrases.CAPTIONS,
    Mark.PICTURE: phrases.PICTURES,
    Mark.HOUSE: phrases.HOUSES,
    Mark.POSITION: phrases.POSITIONS,
    Mark.AGO: phrases.AGO,
    Mark.WEB: phrases.WEB,
    Mark.AUTHOR: phrases.AUTHORS,
    Mark.REPORTED: phrases.REPORTED,
    Mark.INVITATION: phrases.INVITATIONS,
}
_LONGEST = 4
_BITS = 20
# Words of a phrase may stand this many letters apart: a blank and one mark.
_APART = 2
_STEP = np.uint64(0x2545F4914F6CDD1D)


def bearing(marks: Marks, *wanted: int) -> NDArray[np.bool_]:
    """Return which words bear one of the wanted marks."""
    return np.asarray((marks & np.uint32(sum(1 << mark for mark in wanted))) != 0)


def marks_of_words(words: PageWords) -> Marks:
    """Return the marks of each word of a page that the lexicon knows."""
    lexicon = _lexicon()
    rows = lexicon.find(words.hash)
    marks = lexicon.marks[rows]
    at = np.flatnonzero(lexicon.opens[rows])
    running = words.hash[at]
    for further in range(1, _LONGEST):
        kept = at + further < len(words.hash)
        at, running = at[kept], running[kept]
        near = words.begin[at + further] - words.end[at + further - 1] <= _APART
        near &= words.block[at + further] == words.block[at]
        at, running = at[near], _joined(running[near], words.hash[at + further][near])
        if not len(at):
            break
        marks[at] |= lexicon.marks[lexicon.find(running)]
    return marks


def _joined(left: Hashes, right: Hashes) -> Hashes:
    """Return the hashes of phrases from those of their beginnings and of their last words."""
    return np.asarray(((left ^ (left >> np.uint64(29))) * _STEP) + right)


class _Lexicon:
    """The hashes of words and phrases; their marks; whether longer phrases begin with them.

    Row 0 stands for all that is not in the lexicon. A table as long as there are values of `_BITS`
    bits gives the row of a hash at once, in half the time of searching sorted hashes: the
    multiplier is the first by which no two entries fall on one place.
    """

    def __init__(self, entries: dict[int, set[int]], opens: set[int]) -> None:
        known = sorted({*entries, *opens})
        self.hashes = np.array([0, *known], dtype=np.uint64)
        bits = [sum(1 << mark for mark in entries.get(each, ())) for each in known]
        self.marks = np.array([0, *bits], dtype=np.uint32)
        self.opens: Flags = np.array([False, *(each in opens for each in known)])
        self.multiplier = next(
            each for each in map(np.uint64, range(1, 1 << 16, 2)) if self._parts(each)
        )
        self.rows = np.zeros(1 << _BITS, dtype=np.int16)
        self.rows[self._places(self.hashes[1:])] = np.arange(1, len(self.hashes))

    def _parts(self, multiplier: np.uint64) -> bool:
        self.multiplier = multiplier
        return len(np.unique(self._places(self.hashes[1:]))) == len(self.hashes) - 1

    def _places(self, hashes: Hashes) -> Hashes:
        return np.asarray((hashes * self.multiplier) >> np.uint64(64 - _BITS))

    def find(self, hashes: Hashes) -> NDArray[np.int16]:
        """Return the row of each hash."""
        rows = self.rows[self._places(hashes)]
        rows[self.hashes[rows] != hashes] = 0
        return rows


@cache
def _lexicon() -> _Lexicon:
    entries: dict[int, set[int]] = {}
    opens: set[int] = set()
    for mark, written in _ENTRIES.items():
        for phrase in sorted(written):
            for words in _alternatives(phrase):
                *beginning, whole = _beginnings(words)
                entries.setdefault(whole, set()).add(mark)
                opens.update(beginning)
    return _Lexicon(entries, opens)


def _alternatives(phrase: str) -> Iterator[tuple[str, ...]]:
    return product(*(word.split("/") for word in phrase.split()))


def _beginnings(words: tuple[str, ...]) -> Iterator[int]:
    running: Hashes | None = None
    for word in words:
        each = np.array([hash_of(word)], dtype=np.uint64)
        running = each if running is None else _joined(running, each)
        yield int(running[0])
