"""Names in an article: who and where, by which look-alike events are told apart."""

import re
from functools import cache

from ..figures.calendar import MONTHS, WEEKDAYS
from .words import bucket_of, common_places

# A capital within a sentence: after a word or a comma, so that the words which open sentences, and
# carry a capital for that alone, stay out. Where all nouns have one (German) all of them count.
_CAPITALISED = re.compile(r"(?<=[\w,;] )[^\W\d_a-z][^\W\d_]{2,}")


def name_places(text: str) -> set[int]:
    """Return the places of the words that stand as names, everyday ones and the calendar left out."""
    written = {word for word in _CAPITALISED.findall(text) if word[0].isupper()}
    return {bucket_of(word) for word in written} - common_places() - _calendar()


@cache
def _calendar() -> frozenset[int]:
    return frozenset(map(bucket_of, (*MONTHS, *WEEKDAYS)))
