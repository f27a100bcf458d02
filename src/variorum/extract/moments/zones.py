"""Zones of time as pages name them, and how far each is from UTC."""

import re
from datetime import date, timedelta

_HOUR = 60
# Only names that mean one offset wherever they stand: IST is India, Israel and Ireland, CST is
# Chicago and Shanghai, BST is Britain and Bangladesh; those are left out.
_FIXED = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0,
    "EDT": -4 * _HOUR, "EST": -5 * _HOUR, "CDT": -5 * _HOUR, "MDT": -6 * _HOUR,
    "MST": -7 * _HOUR, "PDT": -7 * _HOUR, "PST": -8 * _HOUR, "AKDT": -8 * _HOUR,
    "HST": -10 * _HOUR, "NDT": -150, "ADT": -3 * _HOUR, "BRT": -3 * _HOUR,
    "CET": _HOUR, "MEZ": _HOUR, "CEST": 2 * _HOUR, "MESZ": 2 * _HOUR,
    "EET": 2 * _HOUR, "EEST": 3 * _HOUR, "MSK": 3 * _HOUR, "SAST": 2 * _HOUR,
    "WAT": _HOUR, "CAT": 2 * _HOUR, "EAT": 3 * _HOUR, "TRT": 3 * _HOUR,
    "PKT": 5 * _HOUR, "WIB": 7 * _HOUR, "ICT": 7 * _HOUR, "HKT": 8 * _HOUR,
    "SGT": 8 * _HOUR, "AWST": 8 * _HOUR, "JST": 9 * _HOUR, "KST": 9 * _HOUR,
    "AEST": 10 * _HOUR, "AEDT": 11 * _HOUR, "NZST": 12 * _HOUR, "NZDT": 13 * _HOUR,
}  # fmt: skip
# "ET" is standard or daylight time by the calendar of the United States.
_AMERICAN = {"ET": -5 * _HOUR, "CT": -6 * _HOUR, "MT": -7 * _HOUR, "PT": -8 * _HOUR}
ZONE = (
    r"(?:(?:GMT|UTC)\s?[+\-−]\s?\d{1,2}(?::?\d{2})?(?!\d)|[+\-−]\d{2}:?\d{2}(?!\w)|(?:"
    + "|".join(sorted([*_FIXED, *_AMERICAN], key=lambda name: (-len(name), name)))
    # "GMT+2" with something welded to it is not GMT.
    + r")(?!\w|\s?[+\-−]\d))"
)
_OFFSET = re.compile(r"([+\-−])\s?(\d{1,2}):?(\d{2})?$")


def zone_suffix(name: str, day: date) -> str:
    """Return the ISO suffix of a named zone on a day: "Z" or "-04:00"."""
    offset = _OFFSET.search(name)
    if offset:
        minutes = int(offset[2]) * _HOUR + int(offset[3] or 0)
        minutes = minutes if offset[1] == "+" else -minutes
    elif name in _AMERICAN:
        minutes = _AMERICAN[name] + _HOUR * _is_american_summer(day)
    else:
        minutes = _FIXED[name]
    if minutes == 0:
        return "Z"
    hours, rest = divmod(abs(minutes), _HOUR)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _is_american_summer(day: date) -> bool:
    # Since 2007: from the second Sunday of March to the first of November.
    return _sunday(day.year, 3, 8) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, earliest: int) -> date:
    first = date(year, month, earliest)
    return first + timedelta(days=(6 - first.weekday()) % 7)
