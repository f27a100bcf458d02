"""The archetype: the lost text that all witnesses go back to, word by word from the stemma."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median_high

from ..collation import fold_reading, join_words, sentence_blocks
from ..model import ArchetypeParagraph, Collation
from .build import Reconstruction
from .characters import Character
from .glyphs import Glyphs, choose_glyphs
from .passages import UNKNOWN
from .sequence import sequence_of
from .tree import Node

# A witness carries a paragraph when it has at least this part of its words.
_CARRIES = 0.6
# A paragraph that the stemma would reword in over a quarter was rewritten as a whole: it is given
# as its best witness has it.
_MENDED = 0.75
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
    chosen = read_node(reconstruction, reconstruction.found.root)
    for character in reconstruction.characters:
        if character.kind == "passage" and _is_own(character, reconstruction):
            chosen[character.begin : character.end] = [""] * (character.end - character.begin)
    glyphs = choose_glyphs(collation)
    rows = [column.readings for column in collation.columns]
    written = tuple(_write(text, row, glyphs) for text, row in zip(chosen, rows, strict=True))
    order, paragraph_of = sequence_of(
        collation,
        reconstruction.characters,
        reconstruction.found.states[reconstruction.found.root],
    )
    places: dict[int, list[int]] = {}
    for at in order:
        if written[at]:
            places.setdefault(paragraph_of[at], []).append(at)
    paragraphs = tuple(
        ArchetypeParagraph(
            glyphs.apply(join_words(written[at] for at in own)), _carriers(own, collation)
        )
        for own in places.values()
    )
    numbers: dict[int, int] = {}
    for number, own in enumerate(places.values(), 1):
        for at in own:
            numbers.setdefault(collation.columns[at].paragraph, number)
    return Archetype(written, paragraphs, numbers)


def read_node(reconstruction: Reconstruction, node: Node) -> list[str]:
    """Return what a node reads in each column: a witness what it has, a lost one what it must have had.

    A lost text is taken sentence by sentence from the witness nearest to it, and set right where
    that one changed a word. Taking each place by itself would mix the wordings of several states
    into nobody's sentence.
    """
    collation, base = reconstruction.collation, reconstruction.base
    if node.witness is not None:
        return [column.readings[node.witness] or "" for column in collation.columns]
    rows = list(zip(*(column.readings for column in collation.columns), strict=True))
    states = reconstruction.found.states[node]
    pairs = [
        (each, int(state)) for each, state in zip(reconstruction.characters, states, strict=True)
    ]
    chosen = list(base)
    below = node.witnesses()
    for begin, end in sentence_blocks(collation):
        within = [(each, state) for each, state in pairs if begin <= each.begin < end]
        nearest = _nearest(rows, begin, end, within, below)
        row = rows[nearest]
        lacking = _lacking(nearest, within)
        whole = [base[at] if at in lacking else row[at] or "" for at in range(begin, end)]
        chosen[begin:end] = whole
        for character, state in sorted(within, key=lambda pair: pair[0].begin - pair[0].end):
            _set_right(chosen, end, character, state, row, rows)
        if _is_rewritten(whole, chosen[begin:end]):
            chosen[begin:end] = whole
    for at in reconstruction.lacking[node]:
        chosen[at] = ""
    return chosen


def _lacking(witness: int, within: Sequence[tuple[Character, int]]) -> set[int]:
    """Return the columns of passages that the root has and the witness lacks."""
    return {
        at
        for character, state in within
        if character.kind == "passage" and state and character.states[witness] == 0
        for at in range(character.begin, character.end)
    }


def _is_rewritten(whole: Sequence[str], mended: Sequence[str]) -> bool:
    pairs = [(one, other) for one, other in zip(whole, mended, strict=True) if one or other]
    kept = sum(fold_reading(one) == fold_reading(other) for one, other in pairs)
    return kept < _MENDED * len(pairs)


def _nearest(
    rows: Sequence[Sequence[str | None]],
    begin: int,
    end: int,
    within: Sequence[tuple[Character, int]],
    below: Collection[int],
) -> int:
    """Return the witness that has the sentence and changed the least of it; a descendant if any has."""
    carried = [sum(map(bool, row[begin:end])) for row in rows]
    usual = median_high(filter(None, carried)) if any(carried) else 0
    able = [w for w, count in enumerate(carried) if count >= _CARRIES * usual]
    able = [w for w in able if w in below and carried[w]] or able

    def changed(witness: int) -> float:
        return sum(
            character.costs.events[state][own]
            for character, state in within
            if (own := character.states[witness]) != UNKNOWN
        )

    return min(able, key=lambda witness: (changed(witness), abs(carried[witness] - usual), witness))


def _set_right(
    chosen: list[str],
    last: int,
    character: Character,
    state: int,
    row: Sequence[str | None],
    rows: Sequence[Sequence[str | None]],
) -> None:
    """Put the root's wording where the chosen witness has another."""
    witness = next(at for at, each in enumerate(rows) if each is row)
    own = character.states[witness]
    if character.kind != "wording" or own in (state, UNKNOWN) or state not in character.states:
        return
    better = rows[character.states.index(state)]
    end = min(character.end, last)
    chosen[character.begin : end] = [each or "" for each in better[character.begin : end]]


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
