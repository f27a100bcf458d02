"""The order in which a lost text had its passages, where witnesses have them in several."""

from collections.abc import Sequence

from ..model import Collation
from .characters import Character
from .tree import States


def sequence_of(
    collation: Collation, characters: Sequence[Character], states: States
) -> tuple[list[int], dict[int, int]]:
    """Return the columns in the order of a text, and the paragraph of each.

    A passage that the text had elsewhere follows what it follows in a witness that has it there;
    inside a paragraph it becomes a part of that.
    """
    order = list(range(len(collation.columns)))
    paragraphs = {at: column.paragraph for at, column in enumerate(collation.columns)}
    fresh = max(paragraphs.values(), default=0)
    for character, state in zip(characters, states, strict=True):
        if character.kind != "order" or not state:
            continue
        block = range(character.begin, character.end)
        above = _follows(collation, character)
        order = [at for at in order if at not in block]
        place = order.index(above) + 1 if above is not None else 0
        fresh += 1
        joins = (
            above is not None
            and place < len(order)
            and paragraphs[above] == paragraphs[order[place]]
        )
        is_whole = _is_whole(collation, character)
        for at in block:
            if not is_whole or joins:
                paragraphs[at] = paragraphs[above] if joins and above is not None else fresh
        order[place:place] = block
    return order, paragraphs


def _is_whole(collation: Collation, character: Character) -> bool:
    """Tell whether a passage is made of whole paragraphs."""
    columns, begin, end = collation.columns, character.begin, character.end
    opens = begin == 0 or columns[begin - 1].paragraph != columns[begin].paragraph
    closes = end == len(columns) or columns[end - 1].paragraph != columns[end].paragraph
    return opens and closes


def _follows(collation: Collation, character: Character) -> int | None:
    """Return the column that a moved passage follows in the first witness that has it moved."""
    witness = character.states.index(1)
    before: int | None = None
    for place in (each for places in collation.layout[witness] for each in places):
        if character.begin <= place < character.end:
            return before
        before = place
    return before
