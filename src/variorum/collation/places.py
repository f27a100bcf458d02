"""Places of variation: which neighbouring columns differ from a base text together, and how."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Collation
from .words import fold_reading, join_words, word_key

Base = Sequence[str | None]
Bound = tuple[int, int]

# Two differences belong to one place when they share at least this part of the longer: a rewritten
# sentence and a comma inside it are two places.
_SAME_PLACE = 0.34
# Words left out here and put in there, at most so many columns apart, changed their order.
_SWAP_REACH = 12
_LONGEST_SWAP = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Columns `[begin, end)` where witnesses differ from the base.

    `readings` gives the wordings other than the lemma with their witnesses, `lemma_witnesses`
    those that agree with the base; a witness in neither lacks the passage or differs in a wider
    place.
    """

    begin: int
    end: int
    lemma: str
    lemma_witnesses: tuple[str, ...]
    readings: Mapping[str, tuple[str, ...]]


def base_readings(collation: Collation, base: str | Base) -> tuple[str, ...]:
    """Return the base text column by column, empty where it has nothing."""
    if isinstance(base, str):
        at = collation.witnesses.index(base)
        return tuple(column.readings[at] or "" for column in collation.columns)
    return tuple(reading or "" for reading in base)


def find_places(collation: Collation, base: str | Base) -> tuple[Place, ...]:
    """Return the places where any witness differs from the base, in order."""
    lemma = base_readings(collation, base)
    rows = list(zip(*(column.readings for column in collation.columns), strict=True))
    folded = [fold_reading(reading) for reading in lemma]
    bounds = [(column.paragraph, column.sentence) for column in collation.columns]
    spans: dict[tuple[int, int], list[int]] = {}
    for witness, row in enumerate(rows):
        for span in _join_swaps(_deviations(row, folded, bounds), row, lemma, bounds):
            spans.setdefault(span, []).append(witness)
    places = [
        _place(collation, rows, lemma, span, witnesses) for span, witnesses in _merge(spans).items()
    ]
    varied = [place for place in places if place.readings]
    return tuple(sorted(varied, key=lambda place: (place.begin, place.end)))


def _deviations(
    row: Sequence[str | None], folded: Sequence[str], bounds: Sequence[Bound]
) -> list[tuple[int, int]]:
    """Runs of columns in which a witness differs; columns empty on both sides do not cut a run.

    The end of a sentence or paragraph does.
    """
    runs: list[tuple[int, int]] = []
    open_run = False
    for at, reading in enumerate(row):
        open_run = open_run and bounds[runs[-1][0]] == bounds[at]
        if not reading and not folded[at]:
            continue
        if reading is None or fold_reading(reading) == folded[at]:
            open_run = False
        elif open_run:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
            open_run = True
    return runs


def _join_swaps(
    runs: Sequence[tuple[int, int]],
    row: Sequence[str | None],
    lemma: Sequence[str],
    bounds: Sequence[Bound],
) -> list[tuple[int, int]]:
    """Join an omission and an addition of the same words near by: a transposition."""
    joined: list[tuple[int, int]] = []
    for begin, end in runs:
        first = joined[-1][0] if joined else begin
        is_near = joined and begin - joined[-1][1] <= _SWAP_REACH
        if is_near and bounds[first] == bounds[begin]:
            dropped, added = _dropped_and_added(row, lemma, first, end)
            if dropped and dropped == added and len(dropped) <= _LONGEST_SWAP:
                joined[-1] = (first, end)
                continue
        joined.append((begin, end))
    return joined


def _dropped_and_added(
    row: Sequence[str | None], lemma: Sequence[str], begin: int, end: int
) -> tuple[list[str], list[str]]:
    dropped, added = [], []
    for at in range(begin, end):
        here, there = word_key(row[at] or ""), word_key(lemma[at])
        if here != there:
            dropped.append(there)
            added.append(here)
    return sorted(filter(None, dropped)), sorted(filter(None, added))


def _merge(spans: Mapping[tuple[int, int], list[int]]) -> dict[tuple[int, int], set[int]]:
    """Merge spans that overlap for the better part, so that one place has one entry."""
    merged: list[tuple[int, int, set[int]]] = []
    for begin, end in sorted(spans):
        for at in range(len(merged) - 1, -1, -1):
            first, last, witnesses = merged[at]
            overlap = min(end, last) - max(begin, first)
            if overlap > 0 and overlap >= _SAME_PLACE * max(end - begin, last - first):
                merged[at] = (first, max(last, end), witnesses | set(spans[begin, end]))
                break
        else:
            merged.append((begin, end, set(spans[begin, end])))
    return {(begin, end): witnesses for begin, end, witnesses in merged}


def _place(
    collation: Collation,
    rows: Sequence[Sequence[str | None]],
    lemma: Sequence[str],
    span: tuple[int, int],
    deviating: set[int],
) -> Place:
    begin, end = span
    text = join_words(lemma[begin:end])
    agreeing: list[str] = []
    readings: dict[str, tuple[str, list[str]]] = {}
    for witness, row in enumerate(rows):
        sigil = collation.witnesses[witness]
        here = join_words(reading or "" for reading in row[begin:end])
        if witness in deviating and fold_reading(here) == fold_reading(text):
            # The same words in other columns, because a word beside them moved.
            agreeing.append(sigil)
        elif witness in deviating:
            readings.setdefault(fold_reading(here), (here, []))[1].append(sigil)
        elif None not in row[begin:end] and fold_reading(here) == fold_reading(text):
            agreeing.append(sigil)
    return Place(
        begin,
        end,
        text,
        tuple(agreeing),
        {written: tuple(sigla) for written, sigla in readings.values()},
    )
