"""How often each block of a page has letters of each class and words of each mark."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .days import names_of_days, times_of_day
from .letters import CLASSES, Letter
from .lexicon import MARKS, Mark, Marks, marks_of_words
from .words import Flags, PageWords, Places

# "(AP)" within this many letters of the end of a line credits a picture; farther, it is a dateline.
_CREDIT_END = 30
_E, _D = ord("e"), ord("d")
_ED_WORD = 5


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts for each block: letters of each class, words of each mark, all letters, all words.

    `opening` holds the marks of each block's first word; `length` its words, of scripts that set no
    spaces two letters for one.
    """

    letters: Places
    marks: Places
    opening: Marks
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
    number, column = np.divmod(np.flatnonzero(marks), MARKS)
    places = words.block[number] * MARKS + column
    marked = np.bincount(places, minlength=count * MARKS).reshape(count, MARKS)
    each = np.diff(words.opening)
    several = np.maximum(1, each)
    opening = np.zeros((count, MARKS), dtype=np.uint8)
    opening[each > 0] = marks[words.opening[:-1][each > 0]]
    size = words.last - words.first
    length = several + letters[:, Letter.UNSPACED] / 2
    return Tally(letters, marked, opening, size, each, several, length)


def _all_marks(words: PageWords) -> Marks:
    marks = marks_of_words(words)
    classes, lower, end = words.letters.classes, words.letters.lower, words.end
    last = classes[end - 1]
    marks[:, Mark.CAPITALISED] = words.capitalised
    marks[:, Mark.SHOUTED] = words.capitalised & (last == Letter.UPPER) & (words.lengths > 1)
    past = (lower[end - 2] == _E) & (lower[end - 1] == _D) & (words.lengths >= _ED_WORD)
    marks[:, Mark.PAST_FORM] = past
    numbers = np.flatnonzero(classes[words.begin] == Letter.DIGIT)
    if len(numbers):
        marks[:, Mark.DAY] = names_of_days(words, marks, numbers)
        marks[:, Mark.CLOCK] = times_of_day(words, numbers)
    marks[:, Mark.CREDIT] = _credits(words, marks)
    return marks


def _credits(words: PageWords, marks: Marks) -> Flags:
    """Return which words credit or label a picture by the marks that stand beside them."""
    telling = marks[:, Mark.PICTURE : Mark.POSITION + 1]
    found = np.zeros(len(words.block), dtype=bool)
    at = np.flatnonzero(telling.any(axis=1))
    if not len(at):
        return found
    classes, begin, end = words.letters.classes, words.begin[at], words.end[at]
    picture, house, position = telling[at].T > 0
    before, after = classes[begin - 1], classes[end]
    stroke = (before == Letter.SLASH) | (after == Letter.SLASH)
    stroke |= (before == Letter.SPACE) & (classes[begin - 2] == Letter.SLASH)
    bracket = before == Letter.BRACKET
    near = words.last[words.block[at]] - end <= _CREDIT_END
    found[at] = (
        (picture & ((after == Letter.COLON) | (after == Letter.SLASH)))
        | (house & (stroke | (bracket & near)))
        | (position & bracket & (after == Letter.CLOSING))
    )
    return found
