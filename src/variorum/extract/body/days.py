"""Days with their year, and times of day, among the words of a page."""

import numpy as np

from .letters import Letter, any_of
from .lexicon import Mark, Marks
from .words import Flags, PageWords, Places

_YEAR_LETTER = ord("年")
_PARTING = any_of(Letter.PERIOD, Letter.SLASH, Letter.DASH)


def names_of_days(words: PageWords, marks: Marks, numbers: Places) -> Flags:
    """Return which of the numbers are the year, or the last number, of a day named with its year.

    A day is named by a number, the name of a month (any word between a day and a year will do) and a
    year, in any order, or by three numbers with strokes, dashes or points between them.
    """
    found = np.zeros(len(words.block), dtype=bool)
    years, days = _years(words, numbers), _days(words, numbers)
    day = np.zeros(len(found) + 8, dtype=bool)
    day[days + 4] = True
    month = np.zeros(len(found) + 8, dtype=bool)
    month[4:-4] = marks[:, Mark.MONTH]
    at = years + 4
    length = np.pad(words.lengths, 4)
    worded = (length[at - 1] >= 3) & (length[at - 1] <= 12) & ~day[at - 1]
    named = (day[at - 1] & month[at - 2]) | (day[at - 2] & worded)
    named |= (month[at - 1] | month[at - 2]) & (day[at - 2] | day[at - 3] | day[at - 4])
    named |= _numeric(words, years, day)
    found[years] = named
    short = days[day[days + 5] & day[days + 6]] if len(days) else days
    found[short] = _parted(words, short) & _parted(words, short + 1)
    return found


def times_of_day(words: PageWords, numbers: Places) -> Flags:
    """Return which of the numbers are the hours of a time of day: "14:30", "9.05"."""
    classes = words.letters.classes
    found = np.zeros(len(words.block), dtype=bool)
    at = numbers[(numbers + 1 < len(found)) & (words.lengths[numbers] <= 2)]
    following = words.begin[at + 1]
    minutes = (classes[following] == Letter.DIGIT) & (classes[following + 1] == Letter.DIGIT)
    minutes &= (words.lengths[at + 1] == 2) | (
        (words.lengths[at + 1] == 4) & (classes[following + 2] == Letter.LOWER)
    )
    between = classes[words.end[at]]
    parted = (following - words.end[at] == 1) & (
        (between == Letter.COLON) | (between == Letter.PERIOD)
    )
    found[at[minutes & parted]] = True
    return found


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
    before = day[years + 3] & day[years + 2]
    before &= _parted(words, np.maximum(0, years - 1)) & _parted(words, np.maximum(0, years - 2))
    after = day[years + 5] & day[years + 6]
    after &= _parted(words, years) & _parted(words, np.minimum(last, years + 1))
    wide = words.lengths[years] > 4
    return np.asarray(before | after | wide)


def _parted(words: PageWords, at: Places) -> Flags:
    """Return whether just a stroke, a dash or a point stands behind these words."""
    classes, end = words.letters.classes, words.end[at]
    return np.asarray(_PARTING[classes[end]] & (classes[end + 1] == Letter.DIGIT))
