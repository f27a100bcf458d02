"""The apparatus: where witnesses differ from a base text, and in what kind of way."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Collation, Reading, VariationUnit
from .change import classify_change
from .moved import find_moved
from .places import Base, Place, base_readings, find_places
from .retold import sentence_blocks
from .whole import find_whole
from .words import join_words

_CONTEXT_WORDS = 5


def find_variation(
    collation: Collation,
    base: str | Base,
    *,
    paragraphs: Mapping[int, int] | None = None,
    beside: Base | None = None,
) -> tuple[VariationUnit, ...]:
    """Return the apparatus against a base: a sigil, or a reading for each column.

    `paragraphs` gives the number in the base of each paragraph of the collation; without it the
    paragraphs in which the base has words are numbered from 1. A passage that stands elsewhere in
    a witness is a unit of kind transposition with the passage as lemma and reading. Where the
    collation knows sentences, a whole one that is left out, put in, or told in place of another is
    one unit, and `beside` gives the wording of sentences that the base lacks, against which those
    who have them vary.
    """
    lemma = base_readings(collation, base)
    numbers = paragraphs if paragraphs is not None else _numbers(collation, lemma)
    told = tuple(lemma)
    units: list[tuple[int, VariationUnit]] = []
    if len({column.sentence for column in collation.columns}) > 1:
        others = _filled(collation, lemma, beside)
        told = _either(collation, lemma, others)
        for whole in find_whole(collation, lemma, others):
            before, after = _context(lemma, whole.begin, whole.end)
            number = _number(collation, whole.begin, numbers)
            placed = replace(whole.unit, paragraph=number, before=before, after=after)
            units.append((whole.first, placed))
    for place in find_places(collation, told):
        added = (
            bool(place.lemma) and told[place.begin : place.end] != lemma[place.begin : place.end]
        )
        unit = _unit(place, collation, told, numbers)
        units.append((place.begin, replace(unit, added=added)))
    units += _moved_units(collation, base, lemma, numbers)
    return tuple(unit for _, unit in sorted(units, key=lambda pair: pair[0]))


def _filled(collation: Collation, lemma: Sequence[str], beside: Base | None) -> tuple[str, ...]:
    """Return the sentences that the base lacks, as given, or as the first who has them tells them."""
    given = [each or "" for each in beside or [""] * len(lemma)]
    for begin, end in sentence_blocks(collation):
        if any(lemma[begin:end]) or any(given[begin:end]):
            continue
        rows = zip(*(column.readings for column in collation.columns[begin:end]), strict=True)
        given[begin:end] = next(([each or "" for each in row] for row in rows if any(row)), [])
    return tuple(given)


def _either(collation: Collation, lemma: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return the base's sentences, and the others' where it has none."""
    told: list[str] = []
    for begin, end in sentence_blocks(collation):
        told += lemma[begin:end] if any(lemma[begin:end]) else others[begin:end]
    return tuple(told)


def _unit(
    place: Place, collation: Collation, lemma: Sequence[str], numbers: Mapping[int, int]
) -> VariationUnit:
    readings = tuple(
        Reading(text, witnesses, classify_change(place.lemma, text))
        for text, witnesses in sorted(place.readings.items(), key=lambda each: each[1])
    )
    return VariationUnit(
        _number(collation, place.begin, numbers),
        place.lemma,
        place.lemma_witnesses,
        readings,
        *_context(lemma, place.begin, place.end),
    )


def _moved_units(
    collation: Collation, base: str | Base, lemma: Sequence[str], numbers: Mapping[int, int]
) -> list[tuple[int, VariationUnit]]:
    units = []
    for moved in find_moved(collation):
        text = join_words(lemma[moved.begin : moved.end])
        if not text or base in moved.witnesses:
            continue
        carrying = tuple(
            sigil
            for at, sigil in enumerate(collation.witnesses)
            if sigil not in moved.witnesses and collation.columns[moved.begin].readings[at]
        )
        unit = VariationUnit(
            _number(collation, moved.begin, numbers),
            text,
            carrying,
            (Reading(text, moved.witnesses, "transposition"),),
            *_context(lemma, moved.begin, moved.end),
        )
        units.append((moved.begin, unit))
    return units


def _numbers(collation: Collation, lemma: Sequence[str]) -> dict[int, int]:
    having = {
        column.paragraph for column, word in zip(collation.columns, lemma, strict=True) if word
    }
    return {paragraph: number for number, paragraph in enumerate(sorted(having), 1)}


def _number(collation: Collation, at: int, numbers: Mapping[int, int]) -> int:
    """Number of the paragraph at a place; added words belong to the paragraph before them."""
    paragraph = collation.columns[at].paragraph
    earlier = [number for each, number in numbers.items() if each <= paragraph]
    return numbers.get(paragraph) or max(earlier, default=1)


def _context(lemma: Sequence[str], begin: int, end: int) -> tuple[str, str]:
    before = [word for word in lemma[:begin] if word][-_CONTEXT_WORDS:]
    after = [word for word in lemma[end:] if word][:_CONTEXT_WORDS]
    return join_words(before), join_words(after)
