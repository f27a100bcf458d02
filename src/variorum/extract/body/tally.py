"""How often each block of a page has letters of each class and words of each mark."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .days import days_named, times_of_day
from .letters import CLASSES, Letter
from .lexicon import MARKS, Mark, Marks, bearing, marks_of_words
from .words import PageWords, Places

# "(AP)" within this many letters of the end of a line credits a picture; farther, it is a dateline.
_CREDIT_END = 30
_E, _D = ord("e"), ord("d")
_ED_WORD = 5


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts for each block: letters of each class, words of each mark, all letters, all words.

    `opening` and `closing` hold the marks of each block's first and last word; `length` its words,
    of scripts that set no spaces two letters for one.
    """

    letters: Places
    marks: Places
    opening: NDArray[np.uint8]
    closing: NDArray[np.uint8]
    size: Places
    words: Places
    several: Places
    length: NDArray[np.float64]


def tally_of(words: PageWords) -> Tally:
    """Return the counts for the blocks of a page."""
    count = len(words.first)
    owner = np.repeat(np.arange(0, count * CLASSES, CLASSES), words.last - words.first + 1)
    owner += words.letters.classes[words.first[0] : words.last[-1] + 1]
    letters = np.bincount(owner, minlength=count * CLASSES).reshape(count, CLASSES)
    marks = _all_marks(words)
    borne = np.flatnonzero(_bits(marks).view(np.bool_))
    places = words.block[borne >> 5] * MARKS + (borne & 31)
    marked = np.bincount(places, minlength=count * MARKS).reshape(count, MARKS)
    each = np.diff(words.opening)
    several = np.maximum(1, each)
    some = each > 0
    marks = np.append(marks, np.uint32(0))
    opening = _bits(marks[words.opening[:-1]] * some).reshape(count, MARKS)
    closing = _bits(marks[words.opening[1:] - 1] * some).reshape(count, MARKS)
    size = words.last - words.first
    length = several + letters[:, Letter.UNSPACED] / 2
    return Tally(letters, marked, opening, closing, size, each, several, length)


def _bits(marks: Marks) -> NDArray[np.uint8]:
    """Return `MARKS` noughts and ones for each entry of `marks`."""
    return np.unpackbits(marks.astype("<u4").view(np.uint8), bitorder="little")


def _all_marks(words: PageWords) -> Marks:
    marks = marks_of_words(words)
    classes, lower, end = words.letters.classes, words.letters.lower, words.end
    capitalised = words.capitalised
    shouted = capitalised & (classes[end - 1] == Letter.UPPER) & (words.lengths > 1)
    past = (lower[end - 1] == _D) & (lower[end - 2] == _E) & (words.lengths >= _ED_WORD)
    for mark, borne in (
        (Mark.CAPITALISED, capitalised),
        (Mark.SHOUTED, shouted),
        (Mark.PAST_FORM, past),
    ):
        marks |= borne.astype(np.uint32) << np.uint32(mark)
    numbers = np.flatnonzero(classes[words.begin] == Letter.DIGIT)
    for mark, at in (
        (Mark.DAY, days_named(words, marks, numbers)),
        (Mark.CLOCK, times_of_day(words, numbers)),
        (Mark.CREDIT, _credits(words, marks)),
    ):
        marks[at] |= np.uint32(1 << mark)
    return marks


def _credits(words: PageWords, marks: Marks) -> Places:
    """Return which words credit or label a picture by the marks that stand beside them."""
    at = np.flatnonzero(bearing(marks, Mark.PICTURE, Mark.HOUSE, Mark.POSITION))
    if not len(at):
        return at
    classes, begin, end = words.letters.classes, words.begin[at], words.end[at]
    picture = bearing(marks[at], Mark.PICTURE)
    house = bearing(marks[at], Mark.HOUSE)
    position = bearing(marks[at], Mark.POSITION)
    before, after = classes[begin - 1], classes[end]
    stroke = (before == Letter.SLASH) | (after == Letter.SLASH)
    stroke |= (before == Letter.SPACE) & (classes[begin - 2] == Letter.SLASH)
    bracket = before == Letter.BRACKET
    near = words.last[words.block[at]] - end <= _CREDIT_END
    labelled = picture & ((after == Letter.COLON) | (after == Letter.SLASH))
    credited = house & (stroke | (bracket & near))
    placed = position & bracket & (after == Letter.CLOSING)
    return np.asarray(at[labelled | credited | placed])
