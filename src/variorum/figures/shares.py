"""Shares: percentages, and fractions in words ("a third of", "more than half", "one in five")."""

import re

from .hedges import hedge_after, hedge_before
from .numbers import Number, read_number
from .stated import Stated

_PERCENT = re.compile(
    r"(?P<points> ?-?percentage[ -]points?\b)"
    r"|-? ?(?:%|percent\b|per cent\b|pct\b|per-cent\b)(?P<after> points?\b)?",
    re.I,
)
_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
_FRACTION = re.compile(
    r"(?P<top>an?|one|two|three|four|five|seven|nine)[ -](?P<bottom>"
    + "|".join(sorted(_DENOMINATORS, key=len, reverse=True))
    + r")\b(?P<rest>[ -]?\w*)",
    re.I,
)
# After these a fraction in words is a share; else "a third man", "a quarter century", "one quarter".
_SHARE_AFTER = re.compile(
    r"(?: of\b(?! an? (?:hour|day|week|mile|century))| (?:fewer|less|more|lower|higher|smaller|larger)\b"
    r"|[ -]majority\b| (?:compared|since|in|by|from|to|on|over)\b|[.,;)])",
    re.I,
)
_HALF = re.compile(
    r"half (?=(?:of|the|its|their|his|her|all|our|those|these|as many|as much)\b)", re.I
)
_HALF_HEDGED = re.compile(
    r"half\b(?![ -]?(?:an?\b|hour|time|dozen|brother|sister|mile|century|way|year))", re.I
)
# "half past seven", "a quarter to noon": an hour of the day.
_CLOCK = re.compile(
    r" (?:past|to|after|before) (?:noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\d{1,2})\b(?! ?(?:%|percent|per cent))",
    re.I,
)
# "Three-quarters of a million people" are so many people, and no share.
_OF_A_SCALE = re.compile(r" of an? (?:thousand|lakh|million|crore|billion|trillion)\b", re.I)
_OF_MANY = re.compile(r" (?:in|out of)(?: every)? (?=[a-z0-9])", re.I)
# "one in five" is a share; "two in 2014" or "12 in 300" seldom is.
_LARGEST_BASE = 100


def read_percent(text: str, number: Number, floor: int) -> Stated | None:
    """Read "34 %", "34 percent", "2 percentage points" once the number before it is known."""
    found = _PERCENT.match(text, number.end)
    if found is None:
        return None
    unit = "percentage points" if found["points"] or found["after"] else "%"
    return _share(text, number.begin, found.end(), number.value, floor, unit)


def read_fraction(text: str, at: int, floor: int) -> Stated | None:
    """Read "a third of", "two-thirds", "half of", "one in five"."""
    found = _FRACTION.match(text, at)
    if found:
        return _fraction(text, at, found, floor)
    half = _HALF.match(text, at)
    if half:
        return _share(text, at, at + len("half"), 50, floor)
    if _CLOCK.match(text, at + len("half")):
        return None
    if _HALF_HEDGED.match(text, at) and hedge_before(text, at, floor):
        return _share(text, at, at + len("half"), 50, floor)
    return None


def _fraction(text: str, at: int, found: re.Match[str], floor: int) -> Stated | None:
    top = {"a": 1, "an": 1}.get(found["top"].lower()) or read_number(text, at)
    numerator = top if isinstance(top, int) else top.value if top else 1
    denominator = _DENOMINATORS[found["bottom"].lower()]
    end = found.end("bottom")
    if _OF_A_SCALE.match(text, end):
        return None
    if _CLOCK.match(text, end) and denominator == _DENOMINATORS["quarter"]:
        return None
    plural = found["bottom"].lower().endswith("s")
    hedged = hedge_before(text, at, floor) is not None
    by = re.search(r"\b(?:by|than) $", text[max(0, at - 5) : at]) is not None
    shares = _SHARE_AFTER.match(text, end) is not None
    if not (
        shares and (plural or " of" in text[end : end + 3] or hedged or by or "-" in found.group())
    ):
        return None
    return _share(text, at, end, round(100 * numerator / denominator, 1), floor)


def read_of_many(text: str, number: Number, floor: int) -> Stated | None:
    """Read "one in five", "nine out of 10" as a share of hundred."""
    link = _OF_MANY.match(text, number.end)
    if link is None:
        return None
    base = read_number(text, link.end())
    if base is None or number.value < 1 or not number.value < base.value <= _LARGEST_BASE:
        return None
    small = base.value in {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100}
    if not small or re.match(r"[-,]\d|:\d|(?:st|nd|rd|th)\b| ?(?:%|percent)", text[base.end :]):
        return None
    return _share(text, number.begin, base.end, round(100 * number.value / base.value, 1), floor)


def _share(text: str, begin: int, end: int, value: float, floor: int, unit: str = "%") -> Stated:
    hedge: str | None = None
    if before := hedge_before(text, begin, floor):
        begin, hedge = before
    elif after := hedge_after(text, end):
        end, hedge = after
    whole = int(value) if value == int(value) else value
    return Stated("percent", begin, end, whole, unit, hedge)
