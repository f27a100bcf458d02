"""Characters: the places where witnesses differ, as states with the cost of each change.

The word is that of phylogenetics: a place of variation with one state per wording, told apart
from the apparatus because here a passage that is there or not, and its place in the text, count
as well.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..collation import Place, find_moved, find_places, fold_reading, habit, join_words
from ..model import Collation
from .costs import ORDER_COSTS, Costs, passage_costs, spread, wording_costs

CharacterKind = Literal["wording", "passage", "order"]
UNKNOWN = -1
# More wordings of one place than this: the rest say nothing about grouping.
MOST_STATES = 8
# A witness has a passage when it has at least this part of the words that any has there.
_CARRIED = 0.5


@dataclass(frozen=True, slots=True)
class Character:
    """Columns `[begin, end)` with the state of each witness and the costs of change.

    State 0 of a passage is absent, 1 present; of an order 0 in place, 1 moved.
    """

    kind: CharacterKind
    begin: int
    end: int
    readings: tuple[str, ...]
    states: tuple[int, ...]
    costs: Costs


def majority(collation: Collation) -> tuple[str, ...]:
    """Return what most witnesses read in each column, those that lack the passage left out."""
    chosen = []
    for column in collation.columns:
        counts = Counter(fold_reading(each) for each in column.readings if each is not None)
        best = max(counts, key=lambda form: (counts[form], form), default="")
        written = sorted(each for each in column.readings if each and fold_reading(each) == best)
        chosen.append(written[0] if written else "")
    return tuple(chosen)


def find_characters(collation: Collation, base: Sequence[str]) -> tuple[Character, ...]:
    """Return all characters in the order of the text."""
    found = [
        *_spread_habits([_wording(place, collation) for place in find_places(collation, base)]),
        *_passages(collation, base),
        *_orders(collation),
    ]
    telling = (each for each in found if len({s for s in each.states if s != UNKNOWN}) > 1)
    return tuple(sorted(telling, key=lambda each: (each.begin, each.end, each.kind)))


def _wording(place: Place, collation: Collation) -> Character:
    common = sorted(place.readings, key=lambda text: (-len(place.readings[text]), text))
    texts = (place.lemma, *common[: MOST_STATES - 1])
    state = dict.fromkeys(place.lemma_witnesses, 0)
    for number, text in enumerate(texts[1:], 1):
        state.update(dict.fromkeys(place.readings[text], number))
    states = tuple(state.get(sigil, UNKNOWN) for sigil in collation.witnesses)
    return Character("wording", place.begin, place.end, texts, states, wording_costs(texts))


def _spread_habits(characters: Sequence[Character]) -> Iterator[Character]:
    """Weigh down the places of one habit: thirty times "per cent" is one house style."""
    habits = [
        frozenset(habit(each.readings[0], other) for other in each.readings[1:])
        for each in characters
    ]
    times = Counter(habits)
    for character, kinds in zip(characters, habits, strict=True):
        is_habit = None not in kinds
        costs = spread(character.costs, times[kinds]) if is_habit else character.costs
        yield replace(character, costs=costs)


def _passages(collation: Collation, base: Sequence[str]) -> Iterator[Character]:
    """Yield one character for each stretch that some witness lacks to the word."""
    rows = list(zip(*(column.readings for column in collation.columns), strict=True))
    absent: dict[tuple[int, int], set[int]] = {}
    for witness, row in enumerate(rows):
        for gap in _gaps(row, base):
            absent.setdefault(gap, set()).add(witness)
    for (begin, end), lacking in sorted(absent.items()):
        carried = [sum(1 for reading in row[begin:end] if reading) for row in rows]
        enough = _CARRIED * max(carried)
        states = tuple(
            0 if witness in lacking else 1 if count and count >= enough else UNKNOWN
            for witness, count in enumerate(carried)
        )
        text = join_words(base[begin:end])
        is_tail = not any(base[end:])
        costs = passage_costs(sum(map(bool, base[begin:end])), is_tail=is_tail)
        yield Character("passage", begin, end, ("", text), states, costs)


def _gaps(row: Sequence[str | None], base: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of columns that a witness lacks, cut to where the base has words."""
    at = 0
    while at < len(row):
        if row[at] is not None:
            at += 1
            continue
        begin = at
        while at < len(row) and row[at] is None:
            at += 1
        worded = [place for place in range(begin, at) if base[place]]
        if worded:
            yield worded[0], worded[-1] + 1


def _orders(collation: Collation) -> Iterator[Character]:
    for moved in find_moved(collation):
        states = tuple(
            1
            if sigil in moved.witnesses
            else 0
            if collation.columns[moved.begin].readings[at]
            else UNKNOWN
            for at, sigil in enumerate(collation.witnesses)
        )
        yield Character("order", moved.begin, moved.end, ("in place", "moved"), states, ORDER_COSTS)
