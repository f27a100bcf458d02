"""What a figure counts, so far as its words tell: when two figures of two articles mean one thing."""

from dataclasses import dataclass
from functools import lru_cache

from ..model import Figure
from .calendar import MONTHS, WEEKDAYS
from .deeds import deed_of
from .units import PERSONS, TOLL, normal_unit

# Sums and shares have no noun of their own, so that more of the words around must agree.
_SHARED_WORDS = {"quantity": 3, "money": 3, "percent": 3, "age": 2, "duration": 3}
_SHARED_SHARE = 0.6
# Of a toll the deed tells most. With one further word in common half the conflicts found among the
# labelled stories set an event's toll against that of another told as background; with two, few.
_SHARED_WORDS_OF_TOLL = 2
# Two reports that both say "on Wednesday" need not speak of one thing.
_SAY_WHEN = frozenset(MONTHS) | frozenset(WEEKDAYS) | {"including", "today", "yesterday", "night"}
# A number as telling as this is one figure wherever it stands in a story.
_TELLING = 100


@dataclass(frozen=True, slots=True)
class Thing:
    """The unit in its comparable form, what befell the people counted, and the other words near."""

    unit: str | None
    deed: str | None
    words: frozenset[str]


def thing_of(figure: Figure) -> Thing:
    """Return what a figure counts."""
    return _thing(figure.about or "", figure.unit, figure.kind, figure.text.lower())


@lru_cache(maxsize=1 << 16)
def _thing(about: str, written: str | None, kind: str, text: str) -> Thing:
    words = about.split()
    deed = words[0] if words and deed_of(words[0]) == words[0] else None
    person = (written or "").lower() in PERSONS | TOLL
    unit = "person" if person else normal_unit(written)
    if kind == "quantity" and unit is None and deed:
        unit = "person"
    own = {unit, written, *text.split()}
    others = frozenset(word for word in words if word not in own and _tells(word, unit))
    return Thing(unit, deed if unit == "person" else None, others)


def _tells(word: str, unit: str | None) -> bool:
    if deed_of(word) or word in _SAY_WHEN or word in PERSONS:
        return False
    return normal_unit(word) != unit


def same_statement(figure: Figure, other: Figure) -> bool:
    """Return whether two figures of equal kind and value state it of the same thing."""
    if figure.value is None:
        return figure.text.lower() == other.text.lower()
    if figure.kind == "date":
        return True
    left, right = thing_of(figure), thing_of(other)
    if left.deed != right.deed and left.deed and right.deed:
        return False
    if left.unit != right.unit and None not in {left.unit, right.unit}:
        return False
    return _telling(figure.value) or bool(left.words & right.words) or left.deed is not None


def same_thing(figure: Figure, other: Figure) -> tuple[str, ...]:
    """Return the words that show two figures of unequal value to be of one thing, none if not."""
    left, right = thing_of(figure), thing_of(other)
    if left.unit != right.unit or left.unit is None or left.deed != right.deed:
        return ()
    shared = left.words & right.words
    if left.deed:
        enough = len(shared) >= _SHARED_WORDS_OF_TOLL
    else:
        fewest = min(len(left.words), len(right.words))
        enough = len(shared) >= max(_SHARED_WORDS[figure.kind], _SHARED_SHARE * fewest)
    return tuple(sorted(shared)) if enough else ()


def _telling(value: float | int | str) -> bool:
    return not isinstance(value, str) and (value >= _TELLING or value != int(value))
