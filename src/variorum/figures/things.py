"""What a figure counts, so far as its words tell: when two figures of two articles mean one thing."""

import re
from collections.abc import Iterable
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
# The only sums that two articles name are of one thing while they are this near each other: of two
# such pairs in the labelled stories the one at 1.14 was one sum, the one at 1.2 was not.
_CLOSE_SUMS = 1.15
# "Two more people" are counted beside others. The labelled stories then hold six pairs of first tolls
# at odds: five are of one event, the sixth sets two countries against each other.
_ADDS = re.compile(r"\b(?:more(?! than)|others?|another|additional|further)\b", re.IGNORECASE)
_SHOWN = 3
# A number as telling as this is one figure wherever it stands in a story.
_TELLING = 100


@dataclass(frozen=True, slots=True)
class Thing:
    """The unit in its comparable form, what befell the people counted, and the other words near.

    `told` is what the words say befell what is counted, people or not ("37 injured passengers").
    """

    unit: str | None
    deed: str | None
    words: frozenset[str]
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where figures stand in their articles: the first toll of its deed, the only sum in its currency."""

    leading: frozenset[Figure]
    sole: frozenset[Figure]


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
    return Thing(unit, deed if unit == "person" else None, others, deed)


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
    if not same_unit(figure, other):
        return False
    return _telling(figure.value) or bool(left.words & right.words) or left.deed is not None


def same_unit(figure: Figure, other: Figure) -> bool:
    """Return whether two figures may count the same: in one unit, or in none, or people of one fate."""
    left, right = thing_of(figure), thing_of(other)
    if left.unit == right.unit or None in {left.unit, right.unit}:
        return True
    # "37 hurt" and "37 injured passengers": a noun for some people, counted for the same fate.
    return "person" in {left.unit, right.unit} and left.told is not None and left.told == right.told


def same_thing(figure: Figure, other: Figure, standing: Standing) -> str | None:
    """Return why two figures of unequal value are of one thing, in a phrase; `None` if they are not."""
    left, right = thing_of(figure), thing_of(other)
    if left.unit != right.unit or left.unit is None or left.deed != right.deed:
        return None
    shared = left.words & right.words
    if left.deed:
        enough = len(shared) >= _SHARED_WORDS_OF_TOLL
        if not enough and standing.leading.issuperset((figure, other)):
            return f"each article's first count of {left.deed}"
    else:
        fewest = min(len(left.words), len(right.words))
        enough = len(shared) >= max(_SHARED_WORDS[figure.kind], _SHARED_SHARE * fewest)
        if not enough and standing.sole.issuperset((figure, other)) and _close(figure, other):
            return f"the one sum in {left.unit} that each article names"
    return f"both beside “{', '.join(sorted(shared)[:_SHOWN])}”" if enough else None


def _close(figure: Figure, other: Figure) -> bool:
    left, right = figure.value, other.value
    if left is None or right is None or isinstance(left, str) or isinstance(right, str):
        return False
    return max(left, right) <= min(left, right) * _CLOSE_SUMS


def _counts_several(figure: Figure) -> bool:
    return not isinstance(figure.value, str) and figure.value is not None and figure.value > 1


def standing_of(figures: Iterable[Figure]) -> Standing:
    """Return which figures lead or stand alone in their articles; `figures` in order within each."""
    leading: dict[tuple[str, str], Figure] = {}
    sums: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        thing = thing_of(figure)
        several = _counts_several(figure) and not _ADDS.search(figure.text)
        if thing.deed and thing.unit == "person" and several:
            leading.setdefault((figure.article, thing.deed), figure)
        if figure.kind == "money" and thing.unit:
            sums.setdefault((figure.article, thing.unit), []).append(figure)
    sole = (each[0] for each in sums.values() if len({figure.value for figure in each}) == 1)
    return Standing(frozenset(leading.values()), frozenset(sole))


def _telling(value: float | int | str) -> bool:
    return not isinstance(value, str) and (value >= _TELLING or value != int(value))
