"""Moved passages: what a witness has at another place than the collation."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Collation
from .anchors import SHORTEST_MOVED


@dataclass(frozen=True, slots=True)
class MovedPassage:
    """A stretch of places that some witnesses have elsewhere in their text."""

    begin: int
    end: int
    witnesses: tuple[str, ...]


def find_moved(collation: Collation) -> tuple[MovedPassage, ...]:
    """Return the passages that stand elsewhere in some witnesses, in the order of the collation."""
    found: dict[tuple[int, int], list[str]] = {}
    for sigil, paragraphs in zip(collation.witnesses, collation.layout, strict=False):
        for begin, end in _out_of_order([place for places in paragraphs for place in places]):
            found.setdefault((begin, end), []).append(sigil)
    return tuple(
        MovedPassage(begin, end, tuple(sigla)) for (begin, end), sigla in sorted(found.items())
    )


def _out_of_order(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the rising runs that do not belong to the heaviest rising chain of runs."""
    runs: list[tuple[int, int]] = []
    begin = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] < places[at - 1]:
            runs.append((begin, at))
            begin = at
    if len(runs) < 2:
        return []
    pieces = _split_at_jumps(places, runs)
    kept = _heaviest_chain(places, pieces)
    return [
        (places[begin], places[end - 1] + 1)
        for at, (begin, end) in enumerate(pieces)
        if at not in kept and end - begin >= SHORTEST_MOVED
    ]


def _split_at_jumps(
    places: Sequence[int], runs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Cut rising runs where another run belongs in between."""
    carried = sorted(places)
    pieces = []
    for begin, end in runs:
        cut = begin
        for at in range(begin + 1, end):
            low, high = places[at - 1], places[at]
            if bisect_left(carried, high) - bisect_right(carried, low) > 0:
                pieces.append((cut, at))
                cut = at
        pieces.append((cut, end))
    return pieces


def _heaviest_chain(places: Sequence[int], pieces: Sequence[tuple[int, int]]) -> set[int]:
    best: list[tuple[int, int]] = []
    for at, (begin, end) in enumerate(pieces):
        weight, before = max(
            (
                (best[earlier][0], earlier)
                for earlier in range(at)
                if places[pieces[earlier][1] - 1] < places[begin]
            ),
            default=(0, -1),
        )
        best.append((weight + end - begin, before))
    at = max(range(len(pieces)), key=lambda each: best[each][0])
    kept = set()
    while at >= 0:
        kept.add(at)
        at = best[at][1]
    return kept
