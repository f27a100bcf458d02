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
from .costs import ORDER_COSTS, Costs, Practice, passage_costs, spread, wording_costs
from .passages import UNKNOWN, find_passages

CharacterKind = Literal["wording", "passage", "order"]
# More wordings of one place than this: the rest say nothing about grouping.
MOST_STATES = 8


@dataclass(frozen=True, slots=True)
class Character:
    """Columns `[begin, end)` with the state of each witness and the costs of change.

    State 0 of a passage is absent, 1 present; of an order 0 in place, 1 moved. `revised` gives the
    costs for a supplier who revises his own text, where they differ; `is_end` marks a passage that
    the text ends with.
    """

    kind: CharacterKind
    begin: int
    end: int
    readings: tuple[str, ...]
    states: tuple[int, ...]
    costs: Costs
    revised: Costs | None = None
    is_end: bool = False


def leading_text(collation: Collation) -> tuple[str, ...]:
    """Return the text of the witness that most others go with, and where it has a gap, of the next.

    A majority word by word would mix the wordings of several states of a text into nobody's
    sentence; from a coherent text the places of variation lead to the root's wording whole.
    """
    forms = [
        [None if each is None else fold_reading(each) for each in column.readings]
        for column in collation.columns
    ]
    counts = [Counter(form for form in row if form is not None) for row in forms]
    order = _most_agreeing(forms, counts, len(collation.witnesses))
    return tuple(
        next((column.readings[at] or "" for at in order if column.readings[at] is not None), "")
        for column in collation.columns
    )


def _most_agreeing(
    forms: Sequence[Sequence[str | None]], counts: Sequence[Counter[str]], witnesses: int
) -> list[int]:
    """Return the witnesses, first the one that most others go with most often."""
    agreeing = [
        sum(count[row[at] or ""] for row, count in zip(forms, counts, strict=True) if row[at])
        for at in range(witnesses)
    ]
    return sorted(range(witnesses), key=lambda at: (-agreeing[at], at))


def find_characters(
    collation: Collation, base: Sequence[str], practice: Practice = "copying"
) -> tuple[Character, ...]:
    """Return all characters in the order of the text, with the costs of a practice."""
    told = {column.sentence for column, word in zip(collation.columns, base, strict=True) if word}
    wordings = [
        _wording(place, collation, practice)
        for place in find_places(collation, base)
        if collation.columns[place.begin].sentence in told
    ]
    found = [
        *_spread_habits(wordings),
        *_passages(collation, base, practice),
        *_orders(collation),
    ]
    telling = [each for each in found if len({s for s in each.states if s != UNKNOWN}) > 1]
    if practice != "copying":
        telling = list(_spread_growth(telling))
    return tuple(sorted(telling, key=lambda each: (each.begin, each.end, each.kind)))


def _spread_growth(characters: Sequence[Character]) -> Iterator[Character]:
    """Let ten added phrases say less than ten times as much about which text came first."""
    signs = [_growth(each) for each in characters]
    times = Counter(signs)
    for character, sign in zip(characters, signs, strict=True):
        if sign is None:
            yield character
        else:
            yield replace(character, costs=spread(character.costs, times[sign], whole=False))


def _growth(character: Character) -> tuple[str, frozenset[int]] | None:
    """Return what grew or shrank, and in whom; `None` for other changes."""
    if len(character.readings) != 2 or all(character.readings):
        return None
    empty = character.readings.index("")
    lacking = frozenset(at for at, state in enumerate(character.states) if state == empty)
    return f"{character.kind} {character.costs.events}", lacking


def _wording(place: Place, collation: Collation, practice: Practice) -> Character:
    common = sorted(place.readings, key=lambda text: (-len(place.readings[text]), text))
    texts = (place.lemma, *common[: MOST_STATES - 1])
    state = dict.fromkeys(place.lemma_witnesses, 0)
    for number, text in enumerate(texts[1:], 1):
        state.update(dict.fromkeys(place.readings[text], number))
    states = tuple(state.get(sigil, UNKNOWN) for sigil in collation.witnesses)
    return Character(
        "wording", place.begin, place.end, texts, states, wording_costs(texts, practice)
    )


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


def _passages(collation: Collation, base: Sequence[str], practice: Practice) -> Iterator[Character]:
    for passage in find_passages(collation, base):
        begin, end = passage.begin, passage.end
        words = sum(map(bool, base[begin:end]))
        yield Character(
            "passage",
            begin,
            end,
            ("", join_words(base[begin:end])),
            passage.states,
            passage_costs(words, practice, passage.kind),
            passage_costs(words, "revising", passage.kind),
            passage.kind == "end",
        )


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
