"""Spans of time with an article for a number: "for a week", "nearly a decade", "a year-long"."""

import re

from .hedges import hedge_before
from .stated import Stated

_INDEFINITE = re.compile(
    r"an? (?P<unit>minute|hour|day|week|month|year|decade|century)\b(?P<long>-long\b)?", re.I
)
_HALF = re.compile(r"half (?:an? |-)?(?P<unit>hour|day|year|decade|century)\b", re.I)
_LEADS = re.compile(r"\b(?:for|within|lasted|lasting|in under|take|took|half) $", re.I)


def read_indefinite_span(text: str, at: int, floor: int) -> Stated | None:
    """Read "a week" as one week where the words before it make it a length of time."""
    half = _HALF.match(text, at)
    if half:
        return Stated("duration", at, half.end(), 0.5, half["unit"].lower())
    found = _INDEFINITE.match(text, at)
    if found is None:
        return None
    hedge = hedge_before(text, at, floor, spatial=False)
    led = _LEADS.search(text, max(floor, at - 10), at)
    if hedge is None and not led and not found["long"]:
        return None
    begin = hedge[0] if hedge else at
    return Stated(
        "duration", begin, found.end(), 1, found["unit"].lower(), hedge[1] if hedge else None
    )
