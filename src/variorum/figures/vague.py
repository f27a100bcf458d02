"""Crowds without a number: "dozens of people", "tens of thousands of voters"."""

import re

from .deeds import deed_of
from .hedges import hedge_before
from .money import currency_after
from .stated import Stated, hedged
from .units import read_unit

_VAGUE = re.compile(
    r"(?:(?:several|many|a few|few) )?(?:(?:tens|hundreds|dozens|scores) of )?"
    r"(?P<last>dozens|scores|hundreds|thousands|millions|billions)\b"
    r"(?: of (?:thousands|millions|billions)\b)?(?P<of> of)?",
    re.I,
)
# "Scores were wounded", "dozens injured", "hundreds fled": a crowd, with what it did right behind it.
_DID = re.compile(
    r"(?: (?:more|others|have|has|had|were|are|was|been|being|who|remain|also|still|then))* (?P<verb>[a-z]+)"
)
_NO_NUMBER = "the words name no number"
TRIGGERS = frozenset("tens dozens scores hundreds thousands millions billions".split())


def _did(text: str, at: int) -> bool:
    found = _DID.match(text, at)
    return found is not None and deed_of(found["verb"]) is not None


def read_vague(text: str, at: int, floor: int) -> Stated | None:
    """Read a count in round words, to which no number can be given."""
    found = _VAGUE.match(text, at)
    if found is None:
        return None
    sum_of = currency_after(text, found.end(), 0, True) if found["of"] else None
    unit = read_unit(text, found.end()) if found["of"] else None
    if not found["of"] and _did(text, found.end()):
        return hedged(text, Stated("quantity", at, found.end(), reasons=(_NO_NUMBER,)), floor)
    if unit is None and sum_of is None:
        return None
    hedge = hedge_before(text, at, floor)
    begin = hedge[0] if hedge else at
    words = hedge[1] if hedge else None
    if sum_of:
        return Stated("money", begin, sum_of.at, None, sum_of.code, words, reasons=(_NO_NUMBER,))
    assert unit is not None
    return Stated("quantity", begin, unit.end, None, unit.noun, words, reasons=(_NO_NUMBER,))
