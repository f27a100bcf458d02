"""Strengths on a scale: "a magnitude 6.1 quake", "the 7.8-magnitude quake"."""

import re

from .numbers import Number
from .stated import Stated, hedged

_BEFORE = re.compile(r"\bmagnitude(?: of|-)? ?$", re.I)
_AFTER = re.compile(r"[ -]magnitude\b", re.I)
# No scale of quakes goes higher.
_STRONGEST = 10


def read_magnitude(text: str, number: Number, floor: int) -> Stated | None:
    """Read the strength of a quake once the number is known."""
    if not number.in_digits or not 0 < number.value < _STRONGEST:
        return None
    after = _AFTER.match(text, number.end)
    if after:
        return hedged(
            text, Stated("quantity", number.begin, after.end(), number.value, "magnitude"), floor
        )
    before = _BEFORE.search(text, max(floor, number.begin - 14), number.begin)
    if before is None:
        return None
    return Stated("quantity", before.start(), number.end, number.value, "magnitude")
