"""Times of day: "9 p.m.", "14:32 local time", "10:30 GMT", as ISO 8601 to the minute."""

import re

from .stated import Stated

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?"
    r"(?: ?(?P<half>[ap])(?:\.m\.|\.m\b|m\b)"
    r"|(?P<oclock> o'clock)(?: in the (?P<part>morning|afternoon|evening))?"
    r"|(?P<zone> (?:GMT|UTC|local time|hours GMT|hrs)\b))"
    r"(?P<more> (?:GMT|UTC|local time)\b)?",
    re.I,
)
# "14:32" with no more said is a time behind these; else it may be a result, a verse, a ratio.
_PLAIN = re.compile(r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![:\d])")
_LEADS = re.compile(r"\b(?:at|by|until|till|since|around|about|before|after) $", re.I)
_WITHIN = re.compile(r"[\d:.]$")


def read_clock(text: str, at: int, floor: int) -> Stated | None:
    """Read a time of day; the day to which it belongs is told beside it, or not at all.

    >>> read_clock("at 9.30 p.m. on Sunday", 3, 0).value
    'T21:30'
    """
    if _WITHIN.search(text, max(0, at - 1), at):
        return None
    found = _CLOCK.match(text, at)
    if found is None:
        plain = _PLAIN.match(text, at)
        if plain is None or _LEADS.search(text, max(floor, at - 8), at) is None:
            return None
        return _time(at, plain.end(), int(plain["hour"]), plain["minute"])
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    elif found["oclock"]:
        if found["part"] is None or hour > 12:
            return None  # "9 o'clock" alone: of the morning or of the evening
        hour = hour % 12 + (0 if found["part"].lower() == "morning" else 12)
    elif found["minute"] is None:
        return None
    return _time(at, found.end(), hour, found["minute"])


def _time(begin: int, end: int, hour: int, minute: str | None) -> Stated | None:
    if hour > 23:
        return None
    told = f"T{hour:02}:{minute or '00'}"
    return Stated("date", begin, end, told, precision="minute", reasons=("time of day as stated",))
