"""Days with their year, and times of day, among the words of a page."""

import numpy as np

from .letters import Letter, any_of
from .lexicon import Mark, Marks, bearing
from .words import Flags, PageWords, Places

_ROOM = 4
_YEAR_LETTER = ord("年")
_PARTING = any_of(Letter.PERIOD, Letter.SLASH, Letter.DASH)


def days_named(words: PageWords, marks: Marks, numbers: Places) -> Places:
    """Return which of the numbers are the year, or the last number, of a day named with its year.

    A day is named by a number, the name of a month (any word between a day and a year will do) and a
    year, in any order, or by three numbers with strokes, dashes or points between them.
    """
    years, days = _years(words, numbers), _days(words, numbers)
    # Room beyond both ends makes looking at the words beside a year safe.
    day = np.zeros(len(words.block) + 2 * _ROOM, dtype=bool)
    day[days + _ROOM] = True
    short = days[day[days + _ROOM + 1] & day[days + _ROOM + 2]]
    if len(short):
        short = short[_parted(words, short) & _parted(words, short + 1)]
    if not len(years):
        return short
    named = _numeric(words, years, day) | _worded(words, marks, years, day)
    return np.concatenate([short, years[named]])


def _worded(words: PageWords, marks: Marks, years: Places, day: Flags) -> Flags:
    """Return which years follow a day and a month, or a day and any word."""
    month = np.zeros(len(day), dtype=bool)
    month[_ROOM:-_ROOM] = bearing(marks, Mark.MONTH)
    at = years + _ROOM
    length = words.lengths[np.maximum(years - 1, 0)]
    worded = (length >= 3) & (length <= 12) & ~day[at - 1]
    named = (day[at - 1] & month[at - 2]) | (day[at - 2] & worded)
    return named | ((month[at - 1] | month[at - 2]) & (day[at - 2] | day[at - 3] | day[at - 4]))


def times_of_day(words: PageWords, numbers: Places) -> Places:
    """Return which of the numbers are the hours of a time of day: "14:30", "9.05"."""
    classes = words.letters.classes
    at = numbers[(numbers + 1 < len(words.block)) & (words.lengths[numbers] <= 2)]
    following = words.begin[at + 1]
    minutes = (classes[following] == Letter.DIGIT) & (classes[following + 1] == Letter.DIGIT)
    minutes &= (words.lengths[at + 1] == 2) | (
        (words.lengths[at + 1] == 4) & (classes[following + 2] == Letter.LOWER)
    )
    between = classes[words.end[at]]
    parted = (following - words.end[at] == 1) & (
        (between == Letter.COLON) | (between == Letter.PERIOD)
    )
    return np.asarray(at[minutes & parted])


def _years(words: PageWords, numbers: Places) -> Places:
    """Return which numbers are years of the last century or this; 年 may follow at once."""
    lower, begin = words.letters.lower, words.begin[numbers]
    length = words.lengths[numbers]
    four = (length == 4) | ((length > 4) & (lower[begin + 4] == _YEAR_LETTER))
    first, second = lower[begin], lower[begin + 1]
    century = ((first == ord("1")) & (second == ord("9"))) | (
        (first == ord("2")) & (second == ord("0"))
    )
    ending = words.letters.classes[begin + 3] == Letter.DIGIT
    return np.asarray(numbers[four & century & ending])


def _days(words: PageWords, numbers: Places) -> Places:
    """Return which numbers may be days of a month or months: "7", "31", "22nd"."""
    classes, end = words.letters.classes, words.end[numbers]
    length = words.lengths[numbers]
    plain = (length == 1) | ((length == 2) & (classes[end - 1] == Letter.DIGIT))
    ordinal = ((length == 3) | (length == 4)) & (classes[end - 1] == Letter.LOWER)
    return np.asarray(numbers[plain | ordinal])


def _numeric(words: PageWords, years: Places, day: Flags) -> Flags:
    last = len(words.block) - 1
    at = years + _ROOM
    before = day[at - 1] & day[at - 2]
    before &= _parted(words, np.maximum(0, years - 1)) & _parted(words, np.maximum(0, years - 2))
    after = day[at + 1] & day[at + 2]
    after &= _parted(words, years) & _parted(words, np.minimum(last, years + 1))
    wide = words.lengths[years] > 4
    return np.asarray(before | after | wide)


def _parted(words: PageWords, at: Places) -> Flags:
    """Return whether just a stroke, a dash or a point stands behind these words."""
    classes, end = words.letters.classes, words.end[at]
    return np.asarray(_PARTING[classes[end]] & (classes[end + 1] == Letter.DIGIT))
