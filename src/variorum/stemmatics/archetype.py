"""The archetype: the lost text that all witnesses go back to, word by word from the stemma."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..collation import fold_reading, join_words
from ..model import ArchetypeParagraph, Collation
from .build import Reconstruction
from .characters import Character
from .glyphs import Glyphs, choose_glyphs

# A witness carries a paragraph when it has at least this part of its words.
_CARRIES = 0.6
# With two witnesses, a passage that stands inside only one of them may be dropped from the other
# or added by this one: nothing tells. It is kept out unless it is more of the text than an editor
# writes himself.
_OWN_PASSAGE = 0.25


@dataclass(frozen=True, slots=True)
class Archetype:
    """The reconstructed text: by column, by paragraph, and the numbers of its paragraphs."""

    readings: tuple[str, ...]
    paragraphs: tuple[ArchetypeParagraph, ...]
    numbers: dict[int, int]


def reconstruct_archetype(reconstruction: Reconstruction) -> Archetype:
    """Return the archetype that the root of a stemma reads, in the type of its best witness."""
    collation = reconstruction.collation
    chosen = _root_readings(reconstruction)
    glyphs = choose_glyphs(collation)
    rows = [column.readings for column in collation.columns]
    written = tuple(_write(text, row, glyphs) for text, row in zip(chosen, rows, strict=True))
    places: dict[int, list[int]] = {}
    for at, (text, column) in enumerate(zip(written, collation.columns, strict=True)):
        if text:
            places.setdefault(column.paragraph, []).append(at)
    paragraphs = tuple(
        ArchetypeParagraph(
            glyphs.apply(join_words(written[at] for at in own)), _carriers(own, collation)
        )
        for own in places.values()
    )
    numbers = {paragraph: number for number, paragraph in enumerate(places, 1)}
    return Archetype(written, paragraphs, numbers)


def _root_readings(reconstruction: Reconstruction) -> list[str]:
    """Return the base text with every place as the root has it."""
    collation, chosen = reconstruction.collation, list(reconstruction.base)
    states = reconstruction.found.states[reconstruction.found.root]
    pairs = [
        (each, int(state)) for each, state in zip(reconstruction.characters, states, strict=True)
    ]
    for character, state in sorted(pairs, key=lambda pair: pair[0].begin - pair[0].end):
        if character.kind == "wording" and state:
            witness = character.states.index(state)
            for at in range(character.begin, character.end):
                chosen[at] = collation.columns[at].readings[witness] or ""
    for character, state in pairs:
        if character.kind == "passage" and (not state or _is_own(character, reconstruction)):
            chosen[character.begin : character.end] = [""] * (character.end - character.begin)
    return chosen


def _is_own(character: Character, reconstruction: Reconstruction) -> bool:
    base = reconstruction.base
    if (
        len(reconstruction.collation.witnesses) != 2
        or reconstruction.found.root.witness is not None
    ):
        return False
    inside = any(base[: character.begin]) and any(base[character.end :])
    words = sum(map(bool, base[character.begin : character.end]))
    return inside and words < _OWN_PASSAGE * sum(map(bool, base))


def _write(text: str, row: Sequence[str | None], glyphs: Glyphs) -> str:
    """Return a reading as the best witness that has it writes it."""
    form = fold_reading(text)
    written = (row[witness] for witness in glyphs.order)
    return next((each for each in written if each and fold_reading(each) == form), text)


def _carriers(places: Sequence[int], collation: Collation) -> tuple[str, ...]:
    return tuple(
        sigil
        for at, sigil in enumerate(collation.witnesses)
        if sum(bool(collation.columns[place].readings[at]) for place in places)
        >= _CARRIES * len(places)
    )
