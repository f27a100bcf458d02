"""Whole sentences that a witness leaves out, puts in, or tells in place of others: one unit each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..model import Collation, Reading, VariationUnit
from .retold import retellings, sentence_blocks
from .words import join_words

# Sentences dropped, sentences added in their place, and how many additions stand before at the place.
Run = tuple[tuple[int, ...], tuple[int, ...], int]


@dataclass(frozen=True, slots=True)
class WholeUnit:
    """A unit with its columns in the base, and the first that it or its readings have."""

    first: int
    begin: int
    end: int
    unit: VariationUnit


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a collation: columns, paragraph, the base's words, who has each."""

    blocks: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    in_base: tuple[bool, ...]
    texts: tuple[str, ...]
    carriers: tuple[frozenset[int], ...]


def find_whole(
    collation: Collation, lemma: Sequence[str], beside: Sequence[str]
) -> list[WholeUnit]:
    """Return the units of whole sentences against a base, `beside` giving those it lacks.

    An end or a beginning that was cut is no unit; nor is what a retelling tells in its own words.
    """
    sentences = _read(collation, lemma, beside)
    retold = retellings(collation)
    having: dict[Run, list[int]] = {}
    for witness in range(len(collation.witnesses)):
        if witness not in retold:
            for run in _runs(witness, sentences):
                having.setdefault(run, []).append(witness)
    places: dict[tuple[int, ...], list[Run]] = {}
    for run in having:
        dropped, added, earlier = run
        before = sum(sentences.in_base[: added[0]]) if added else 0
        places.setdefault(dropped or (-1, before, earlier), []).append(run)
    return [_unit(sorted(runs), having, sentences, collation) for runs in places.values()]


def _read(collation: Collation, lemma: Sequence[str], beside: Sequence[str]) -> _Sentences:
    blocks = tuple(sentence_blocks(collation))
    carriers, texts, in_base = [], [], []
    for begin, end in blocks:
        columns = collation.columns[begin:end]
        having = [w for w in range(len(collation.witnesses)) if any(c.readings[w] for c in columns)]
        in_base.append(any(lemma[begin:end]))
        texts.append(join_words((lemma if in_base[-1] else beside)[begin:end]))
        carriers.append(frozenset(having))
    numbers = tuple(collation.columns[begin].paragraph for begin, _ in blocks)
    return _Sentences(blocks, numbers, tuple(in_base), tuple(texts), tuple(carriers))


def _runs(witness: int, sentences: _Sentences) -> Iterator[Run]:
    """Yield what a witness drops and adds between two sentences that it has in common with the base."""
    dropped: list[int] = []
    added: list[int] = []
    has_begun = False
    for at, in_base in enumerate(sentences.in_base):
        has = witness in sentences.carriers[at]
        if has and in_base:
            yield from _pieces(dropped if has_begun or added else [], added, sentences)
            dropped, added, has_begun = [], [], True
        elif has:
            added.append(at)
        elif in_base:
            dropped.append(at)
    yield from _pieces([], added, sentences)


def _pieces(dropped: Sequence[int], added: Sequence[int], sentences: _Sentences) -> Iterator[Run]:
    """Yield a run for each paragraph told in place of another, dropped, or added."""
    outs, ins = (_by_paragraph(each, sentences) for each in (dropped, added))
    for number, (out, put) in enumerate(zip_longest(outs, ins, fillvalue=())):
        yield out, put, 0 if out else number


def _by_paragraph(numbers: Sequence[int], sentences: _Sentences) -> list[tuple[int, ...]]:
    pieces: list[list[int]] = []
    for at in numbers:
        if pieces and sentences.paragraphs[pieces[-1][-1]] == sentences.paragraphs[at]:
            pieces[-1].append(at)
        else:
            pieces.append([at])
    return [tuple(piece) for piece in pieces]


def _unit(
    runs: Sequence[Run],
    having: Mapping[Run, Sequence[int]],
    sentences: _Sentences,
    collation: Collation,
) -> WholeUnit:
    dropped = runs[0][0]
    first = min(dropped or runs[0][1])
    lemma = " ".join(sentences.texts[at] for at in dropped)
    readings = tuple(
        Reading(
            " ".join(sentences.texts[at] for at in added),
            tuple(collation.witnesses[witness] for witness in having[dropped, added, earlier]),
            "addition" if not dropped else "lexical" if added else "omission",
        )
        for dropped, added, earlier in runs
    )
    varying = {witness for run in runs for witness in having[run]}
    agreeing = _agreeing(dropped, first, sentences) - varying
    unit = VariationUnit(
        sentences.paragraphs[first],
        lemma,
        tuple(collation.witnesses[witness] for witness in sorted(agreeing)),
        readings,
    )
    begin = sentences.blocks[first][0]
    stands = min(at for dropped, added, _ in runs for at in (*dropped, *added))
    return WholeUnit(
        sentences.blocks[stands][0],
        begin,
        sentences.blocks[dropped[-1]][1] if dropped else begin,
        unit,
    )


def _agreeing(dropped: Sequence[int], first: int, sentences: _Sentences) -> set[int]:
    """Return who has all that others drop; or what stands before and after what they add."""
    base = [at for at, in_base in enumerate(sentences.in_base) if in_base]
    around = [at for at in base if at < first][-1:] + [at for at in base if at > first][:1]
    wanted = [sentences.carriers[at] for at in dropped or around]
    return set(frozenset.intersection(*wanted)) if wanted else set()
