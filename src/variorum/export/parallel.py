"""An account in parallel segments: what all witnesses read, and where they part, each one's reading.

Every witness stands at every place of variation, with the lemma, with a reading or as a gap, so
that the text of each can be told from the segments alone, but for glyphs and spaces.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from ..collation import (
    classify_change,
    find_places,
    fold_reading,
    join_words,
    retellings,
    sentence_blocks,
)
from ..model import Collation, ReadingKind
from .laid_out import LaidOut

# A gap is no reading: the page breaks off, begins later or retells, and nothing is known of what
# its exemplar had here.
SegmentKind = ReadingKind | Literal["gap"]
Row = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Words that all witnesses read that stand at the place at all."""

    text: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One reading at a place: its segments, since those who share a sentence may differ inside it."""

    segments: tuple["Segment", ...]
    witnesses: tuple[str, ...]
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class Parting:
    """A place where witnesses part: what the archetype reads, who reads so, and the other readings."""

    lemma: tuple["Segment", ...]
    lemma_witnesses: tuple[str, ...]
    variants: tuple[Variant, ...]


Segment = Agreed | Parting


@dataclass(frozen=True, slots=True)
class SegmentedParagraph:
    """A paragraph of the archetype by its number from 1, or, numbered 0, one that later versions added."""

    number: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The columns of one sentence, its paragraph in the collation and the archetype, who carries it."""

    begin: int
    end: int
    paragraph: int
    number: int
    in_base: bool
    carriers: frozenset[int]


def segment_account(laid: LaidOut) -> tuple[SegmentedParagraph, ...]:
    """Return the paragraphs of an account in parallel segments, in the order of the collation."""
    sentences = tuple(_read_sentences(laid))
    reach = _reach(sentences, laid.collation)
    paragraphs: list[SegmentedParagraph] = []
    for number, together in groupby(_number_all(sentences), key=lambda pair: pair[0]):
        segments = [
            segment
            for told in _tell_together([sentence for _, sentence in together])
            for segment in _segments_of(told, laid, reach)
        ]
        paragraphs.append(SegmentedParagraph(number[0], tuple(segments)))
    return tuple(paragraphs)


def told_text(segments: Sequence[Segment]) -> str:
    """Return segments as running text: of each parting the lemma, else its first reading."""
    return join_words(_told(segment) for segment in segments)


def _told(segment: Segment) -> str:
    if isinstance(segment, Agreed):
        return segment.text
    told = (told_text(each.segments) for each in segment.variants)
    return told_text(segment.lemma) or next(filter(None, told), "")


def _read_sentences(laid: LaidOut) -> Iterator[_Sentence]:
    collation = laid.collation
    for begin, end in sentence_blocks(collation):
        columns = collation.columns[begin:end]
        carriers = frozenset(
            witness
            for witness in range(len(collation.witnesses))
            if any(column.readings[witness] for column in columns)
        )
        number = next(filter(None, laid.paragraphs[begin:end]), 0)
        in_base = any(laid.lemma[begin:end])
        if in_base or carriers:
            yield _Sentence(begin, end, columns[0].paragraph, number, in_base, carriers)


def _number_all(
    sentences: Sequence[_Sentence],
) -> Iterator[tuple[tuple[int, int], _Sentence]]:
    """Yield sentences with their paragraph; an added one stands in that of its neighbour, if it has one.

    The second number keeps apart paragraphs that were added one after the other.
    """
    numbers: dict[int, int] = {}
    for sentence in sentences:
        if sentence.in_base:
            numbers.setdefault(sentence.paragraph, sentence.number)
    for sentence in sentences:
        number = sentence.number or numbers.get(sentence.paragraph, 0)
        yield (number, 0 if number else sentence.paragraph), sentence


def _reach(sentences: Sequence[_Sentence], collation: Collation) -> tuple[tuple[int, int], ...]:
    """Return for each witness from which column to which it speaks for its exemplar.

    Who has the archetype's first or last sentence has all of that end; a retelling speaks for
    nothing but what it has.
    """
    retold = retellings(collation)
    base = [each for each in sentences if each.in_base]
    reach = []
    for witness in range(len(collation.witnesses)):
        carried = [each for each in base if witness in each.carriers]
        if not carried or witness in retold:
            reach.append((0, 0))
            continue
        begin = 0 if carried[0] is base[0] else carried[0].begin
        end = len(collation.columns) if carried[-1] is base[-1] else carried[-1].end
        reach.append((begin, end))
    return tuple(reach)


def _tell_together(sentences: Sequence[_Sentence]) -> Iterator[tuple[_Sentence, ...]]:
    """Yield each sentence with those told in place of it: the added ones that follow, had by others."""
    together: list[_Sentence] = []
    for sentence in sentences:
        had = frozenset[int]().union(*(each.carriers for each in together))
        if together and not sentence.in_base and not had & sentence.carriers:
            together.append(sentence)
            continue
        if together:
            yield tuple(together)
        together = [sentence]
    if together:
        yield tuple(together)


def _segments_of(
    together: Sequence[_Sentence], laid: LaidOut, reach: Sequence[tuple[int, int]]
) -> tuple[Segment, ...]:
    """Return the segments of a sentence, inside one parting where some witness lacks it."""
    first = together[0]
    everyone = range(len(laid.collation.witnesses))
    if first.in_base and len(first.carriers) == len(everyone):
        return _inside(first, laid)
    having = frozenset[int]().union(*(each.carriers for each in together))
    lacking = [witness for witness in everyone if witness not in having]
    gaps = [each for each in lacking if not reach[each][0] <= first.begin < reach[each][1]]
    without = [each for each in lacking if each not in gaps]
    retold: SegmentKind = "lexical" if first.in_base else "addition"
    added = together[1:] if first.in_base else together
    variants = [Variant(_inside(each, laid), _sigla(each.carriers, laid), retold) for each in added]
    if first.in_base and without:
        variants.append(Variant((), _sigla(without, laid), "omission"))
    if gaps:
        variants.append(Variant((), _sigla(gaps, laid), "gap"))
    lemma = _inside(first, laid) if first.in_base else ()
    agreeing = first.carriers if first.in_base else without
    return (Parting(lemma, _sigla(agreeing, laid), tuple(variants)),)


def _inside(sentence: _Sentence, laid: LaidOut) -> tuple[Segment, ...]:
    """Return the segments of a sentence among its carriers: words agreed on, and where they part.

    The archetype gives the lemma; in a sentence that it lacks, the first who has it does.
    """
    carriers = sorted(sentence.carriers)
    columns = laid.collation.columns[sentence.begin : sentence.end]
    rows: list[Row] = [[column.readings[each] for column in columns] for each in carriers]
    base: Row = laid.lemma[sentence.begin : sentence.end] if sentence.in_base else rows[0]
    if not carriers:
        return (Agreed(join_words(each or "" for each in base)),)
    collation = Collation(
        tuple(laid.collation.witnesses[each] for each in carriers),
        tuple(
            replace(column, readings=readings)
            for column, readings in zip(columns, zip(*rows, strict=True), strict=True)
        ),
    )
    segments: list[Segment] = []
    at = 0
    for begin, end in _partings(collation, base):
        segments += _agreed(base[at:begin])
        segments.append(_part(collation.witnesses, rows, base, begin, end))
        at = end
    return (*segments, *_agreed(base[at:]))


def _partings(collation: Collation, base: Row) -> Iterator[tuple[int, int]]:
    """Yield the columns of each place of variation, places that overlap as one."""
    open_at: tuple[int, int] | None = None
    for place in find_places(collation, [each or "" for each in base]):
        if open_at and place.begin < open_at[1]:
            open_at = (open_at[0], max(open_at[1], place.end))
            continue
        if open_at:
            yield open_at
        open_at = (place.begin, place.end)
    if open_at:
        yield open_at


def _part(
    witnesses: Sequence[str], rows: Sequence[Row], base: Row, begin: int, end: int
) -> Parting:
    lemma = join_words(each or "" for each in base[begin:end])
    readings: dict[str, tuple[str, list[str]]] = {fold_reading(lemma): (lemma, [])}
    for sigil, row in zip(witnesses, rows, strict=True):
        text = join_words(each or "" for each in row[begin:end])
        readings.setdefault(fold_reading(text), (text, []))[1].append(sigil)
    (_, agreeing), *others = readings.values()
    return Parting(
        _agreed(base[begin:end]),
        tuple(agreeing),
        tuple(
            Variant(_agreed([text]), tuple(sigla), classify_change(lemma, text))
            for text, sigla in others
        ),
    )


def _agreed(words: Row) -> tuple[Segment, ...]:
    text = join_words(each or "" for each in words)
    return (Agreed(text),) if text else ()


def _sigla(witnesses: Sequence[int] | frozenset[int], laid: LaidOut) -> tuple[str, ...]:
    return tuple(laid.collation.witnesses[each] for each in sorted(witnesses))
