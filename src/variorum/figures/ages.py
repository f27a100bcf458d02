"""Ages: "58-year-old", "aged 58", "aged between 5 and 11", "Orlo Venn, 58, said"."""

import re

from .numbers import Number, read_number
from .stated import Stated, hedged

_AGE = re.compile(r"[ -](?P<unit>year|month|week|day)s?[ -]olds?\b", re.I)
_AGED_BEFORE = re.compile(r"\b(?:aged|age|age of|ages) (?:between |from )?$", re.I)
_TO_OLDER = re.compile(r" ?(?:to|and|-) ?(?=\d)")
_PERSON_IS = re.compile(r"\b(?:[Hh]e|[Ss]he) (?:was|is) (?:just |only )?$")
# "He was 12 and ...": of a person who is a number, that number is an age, unless a score or rank.
_IS_AGE_AFTER = re.compile(r"[.;](?: |$)|, (?!\d)| (?:when|and had|at the time)\b")
_TURNS_BEFORE = re.compile(r"\bturn(?:s|ed|ing)? $")
_AFTER_TURNING = re.compile(r"[.,;]| (?:on|in|this|last|next|today|yesterday|and|before|while)\b")
# The last letters of the words above and below that lead to an age, so that most numbers are passed by.
_ENDS_BEFORE = frozenset("defnmsgty,")
# "Orlo Venn, 54, said": a name, and the number between commas.
_NAME_BEFORE = re.compile(r"[A-Z][\w'.-]+, $")
_AGE_AFTER = re.compile(r"(?:,(?! \d)|\.(?= |$)|;| and\b|, who\b|\))")
_OLDEST = 115
# Of a person "was 7" is a rank or a score as often; children's ages stand beside "years old".
_YOUNGEST = 10


def read_age(text: str, number: Number, floor: int) -> Stated | None:
    """Read an age once the number is known: its words beside it, or a name and a comma before it."""
    old = _AGE.match(text, number.end)
    if old:
        unit = f"{old['unit'].lower()}s"
        return hedged(text, Stated("age", number.begin, old.end(), number.value, unit), floor)
    if not isinstance(number.value, int) or not 0 < number.value <= _OLDEST or number.scaled:
        return None
    if text[max(0, number.begin - 2) : number.begin - 1] not in _ENDS_BEFORE:
        return None
    aged = _AGED_BEFORE.search(text, max(floor, number.begin - 18), number.begin)
    if aged:
        return _ages(text, aged.start(), number)
    if _PERSON_IS.search(text, max(floor, number.begin - 14), number.begin) and (
        number.value >= _YOUNGEST and _IS_AGE_AFTER.match(text, number.end)
    ):
        return Stated("age", number.begin, number.end, number.value, "years")
    turns = _TURNS_BEFORE.search(text, max(floor, number.begin - 8), number.begin)
    if turns and _AFTER_TURNING.match(text, number.end):
        return Stated("age", number.begin, number.end, number.value, "years")
    named = _NAME_BEFORE.search(text, max(floor, number.begin - 30), number.begin)
    if named and number.in_digits and _AGE_AFTER.match(text, number.end):
        return Stated("age", number.begin, number.end, number.value, "years")
    return None


def _ages(text: str, begin: int, number: Number) -> Stated:
    """Return "aged 19", or "aged 19 to 44" with both ends."""
    link = _TO_OLDER.match(text, number.end)
    older = read_number(text, link.end()) if link else None
    if older and isinstance(older.value, int) and number.value < older.value <= _OLDEST:
        return Stated(
            "age", begin, older.end, number.value, "years", upper=older.value, reasons=("a range",)
        )
    return Stated("age", begin, number.end, number.value, "years")
