"""An account in parallel segments: what all witnesses read, and where they part, each one's reading.

Every witness stands at every place of variation, with the lemma, with a reading or as a gap, so
that the text of each can be told from the segments alone, but for glyphs and spaces.
"""

from collections.abc import Iterator, Mapping, Sequence
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
class _Stretch:
    """Columns of whole sentences of one paragraph that the same witnesses carry.

    `paragraph` is that of the collation, `number` that of the archetype, 0 where it has no such words.
    """

    begin: int
    end: int
    paragraph: int
    number: int
    carriers: frozenset[int]

    @property
    def in_base(self) -> bool:
        """Whether the archetype has it."""
        return self.number > 0


def segment_account(laid: LaidOut) -> tuple[SegmentedParagraph, ...]:
    """Return the paragraphs of an account in parallel segments, in the order of the collation."""
    stretches = tuple(_read_stretches(laid))
    reach = _reach(stretches, laid.collation)
    numbers = {each.paragraph: each.number for each in reversed(stretches) if each.in_base}
    paragraphs: list[SegmentedParagraph] = []
    for (number, _), groups in groupby(
        _tell_together(stretches, reach), key=lambda group: _paragraph_of(group, numbers)
    ):
        segments = (each for group in groups for each in _segments_of(group, laid, reach))
        paragraphs.append(SegmentedParagraph(number, tuple(segments)))
    return tuple(paragraphs)


def told_text(segments: Sequence[Segment]) -> str:
    """Return segments as running text: of each parting the lemma, else its first reading."""
    return join_words(_told(segment) for segment in segments)


def _told(segment: Segment) -> str:
    if isinstance(segment, Agreed):
        return segment.text
    told = (told_text(each.segments) for each in segment.variants)
    return told_text(segment.lemma) or next(filter(None, told), "")


def _read_stretches(laid: LaidOut) -> Iterator[_Stretch]:
    """Yield the stretches in the order of the collation; sentences that nobody has are left out."""
    last: _Stretch | None = None
    for begin, end in sentence_blocks(laid.collation):
        columns = laid.collation.columns[begin:end]
        rows = zip(*(column.readings for column in columns), strict=True)
        carriers = frozenset(witness for witness, row in enumerate(rows) if any(row))
        number = next(filter(None, laid.paragraphs[begin:end]), 0)
        if not (number or carriers):
            continue
        this = _Stretch(begin, end, columns[0].paragraph, number, carriers)
        if last and replace(last, begin=begin, end=end) == this:
            last = replace(last, end=end)
            continue
        if last:
            yield last
        last = this
    if last:
        yield last


def _paragraph_of(group: Sequence[_Stretch], numbers: Mapping[int, int]) -> tuple[int, int]:
    """Return the paragraph of the archetype in which a group stands.

    What was added stands in that of its neighbours, if the collation has it there. The second number
    keeps apart paragraphs that were added one after the other.
    """
    number = max(each.number for each in group) or numbers.get(group[0].paragraph, 0)
    return number, 0 if number else group[0].paragraph


def _reach(stretches: Sequence[_Stretch], collation: Collation) -> tuple[tuple[int, int], ...]:
    """Return for each witness from which column to which it speaks for its exemplar.

    Who has the archetype's first or last sentence has all of that end; a retelling speaks for
    nothing but what it has.
    """
    retold = retellings(collation)
    base = [each for each in stretches if each.in_base]
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


def _tell_together(
    stretches: Sequence[_Stretch], reach: Sequence[tuple[int, int]]
) -> Iterator[tuple[_Stretch, ...]]:
    """Yield each stretch with those told in place of it, beside it in the collation and had by others."""
    together: tuple[_Stretch, ...] = ()
    for stretch in stretches:
        if together and not _is_told_together((*together, stretch), reach):
            yield together
            together = ()
        together = (*together, stretch)
    if together:
        yield together


def _is_told_together(group: Sequence[_Stretch], reach: Sequence[tuple[int, int]]) -> bool:
    """Tell whether no witness has two of a group, and those who lack the archetype's could have it."""
    base = [each for each in group if each.in_base]
    if sum(len(each.carriers) for each in group) > len(_having(group)) or len(base) > 1:
        return False
    if not base:
        return len({each.paragraph for each in group}) == 1
    others = _having([each for each in group if not each.in_base])
    return all(reach[each][0] <= base[0].begin < reach[each][1] for each in others)


def _having(group: Sequence[_Stretch]) -> frozenset[int]:
    return frozenset[int]().union(*(each.carriers for each in group))


def _segments_of(
    group: Sequence[_Stretch], laid: LaidOut, reach: Sequence[tuple[int, int]]
) -> tuple[Segment, ...]:
    """Return the segments of a stretch, inside one parting where some witness lacks it."""
    base = next((each for each in group if each.in_base), None)
    added = [each for each in group if not each.in_base]
    everyone = range(len(laid.collation.witnesses))
    if base and len(base.carriers) == len(everyone):
        return _inside(base, laid)
    at = (base or added[0]).begin
    lacking = [witness for witness in everyone if witness not in _having(group)]
    gaps = [each for each in lacking if not reach[each][0] <= at < reach[each][1]]
    without = [each for each in lacking if each not in gaps]
    retold: SegmentKind = "lexical" if base else "addition"
    variants = [Variant(_inside(each, laid), _sigla(each.carriers, laid), retold) for each in added]
    if base and without:
        variants.append(Variant((), _sigla(without, laid), "omission"))
    if gaps:
        variants.append(Variant((), _sigla(gaps, laid), "gap"))
    lemma = _inside(base, laid) if base else ()
    agreeing = base.carriers if base else without
    return (Parting(lemma, _sigla(agreeing, laid), tuple(variants)),)


def _inside(stretch: _Stretch, laid: LaidOut) -> tuple[Segment, ...]:
    """Return the segments of a stretch among its carriers: words agreed on, and where they part.

    The archetype gives the lemma; in one that it lacks, the first who has it does.
    """
    carriers = sorted(stretch.carriers)
    columns = laid.collation.columns[stretch.begin : stretch.end]
    rows: list[Row] = [[column.readings[each] for column in columns] for each in carriers]
    base: Row = laid.lemma[stretch.begin : stretch.end] if stretch.in_base else rows[0]
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
