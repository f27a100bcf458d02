"""Feasts that fall on the same day each year, as newspapers name days by them: "Christmas Eve"."""

import re

from .dates import CalendarDate, DateWords

# By their whole names alone: "by Christmas" means a season, "Halloween" in capitals a film.
_DAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "july fourth": (7, 4),
    "fourth of july": (7, 4),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
}
_NAME = re.compile("|".join(sorted(_DAYS, key=len, reverse=True)), re.I)
_YEAR = re.compile(r",? (?P<year>(?:19|20)\d\d)\b")
# A capital behind it makes it the name of something else ("the Boxing Day Test").
_NAMED = re.compile(r"(?:'s)? [A-Z]|\w")
HOLIDAY_TRIGGERS = frozenset(name.split()[0].split("'")[0] for name in _DAYS)


def read_holiday(text: str, at: int) -> DateWords | None:
    """Read a feast with a fixed day: "Christmas Eve", "New Year's Day 2019"."""
    found = _NAME.match(text, at)
    if found is None or not text[at].isupper():
        return None
    month, day = _DAYS[found.group().lower()]
    year = _YEAR.match(text, found.end())
    if year:
        return DateWords(at, year.end(), CalendarDate(int(year["year"]), month, day))
    if _NAMED.match(text, found.end()):
        return None
    return DateWords(at, found.end(), CalendarDate(None, month, day))
