"""Anchors: runs of words that stand once in a version and once in the collation so far.

They are chained in order; a long run that breaks the order is a moved passage.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Gram = tuple[str, ...]

# Of 4 words in a row nearly all are unique within one news text, 3 leave doubles such as
# "the president of"; 5 find fewer places in heavily edited versions.
GRAM = 4
# A run is broken by an edit of at most so many words, and by as many that only others added.
_BRIDGE = 8
_BRIDGE_OVER_ADDITIONS = 60
# Shorter runs out of order are as likely a phrase used twice as a moved sentence.
SHORTEST_MOVED = 8


class Hit(NamedTuple):
    """Words `at` … `at + GRAM - 1` of a version stand in `columns`, the first of which is at `place`."""

    at: int
    place: int
    columns: tuple[int, ...]


class Run(NamedTuple):
    """Hits that follow each other in the version and in the collation."""

    hits: tuple[Hit, ...]

    @property
    def weight(self) -> int:
        """How many words the hits cover."""
        return len({hit.at + step for hit in self.hits for step in range(GRAM)})


def find_runs(
    keys: Sequence[str], index: Mapping[Gram, tuple[int, ...] | None], places: Sequence[int]
) -> tuple[Run, ...]:
    """Return the anchored runs of a version, in its order."""
    runs: list[list[Hit]] = []
    for hit in _hits(keys, index, places):
        last = runs[-1][-1] if runs else None
        if last is not None and _follows(last, hit):
            runs[-1].append(hit)
        else:
            runs.append([hit])
    return tuple(Run(tuple(hits)) for hits in runs)


def _hits(
    keys: Sequence[str], index: Mapping[Gram, tuple[int, ...] | None], places: Sequence[int]
) -> list[Hit]:
    grams = [tuple(keys[at : at + GRAM]) for at in range(len(keys) - GRAM + 1)]
    counts = Counter(grams)
    found = []
    for at, gram in enumerate(grams):
        columns = index.get(gram)
        if columns is not None and counts[gram] == 1:
            found.append(Hit(at, places[columns[0]], columns))
    return found


def _follows(last: Hit, hit: Hit) -> bool:
    step = hit.at - last.at
    return step <= _BRIDGE + GRAM and 0 < hit.place - last.place <= step + _BRIDGE_OVER_ADDITIONS


def chain(runs: Sequence[Run]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the heaviest runs that keep the order, and the moved ones."""
    best: list[tuple[int, int]] = []
    for at, run in enumerate(runs):
        weight, before = 0, -1
        for earlier in range(at):
            if best[earlier][0] > weight and _ends_before(runs[earlier], run):
                weight, before = best[earlier][0], earlier
        best.append((weight + run.weight, before))
    at = max(range(len(runs)), key=lambda each: best[each][0], default=-1)
    kept: set[int] = set()
    while at >= 0:
        kept.add(at)
        at = best[at][1]
    moved = [r for at, r in enumerate(runs) if at not in kept and r.weight >= SHORTEST_MOVED]
    return tuple(run for at, run in enumerate(runs) if at in kept), tuple(moved)


def _ends_before(one: Run, other: Run) -> bool:
    return one.hits[-1].place < other.hits[0].place and one.hits[-1].at < other.hits[0].at
