"""Passages that some witnesses have and others lack to the word."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from ..collation import retellings, word_key
from ..model import Collation
from .costs import PassageKind

UNKNOWN = -1
# A witness has a passage when it has at least this part of the words that any has there.
_CARRIED = 0.5
# So many runs of so many words that stand once in the rest of the base and in a retelling were
# read there: seven words in a row, or three phrases. Two states of one text share stock phrases,
# so that fewer point to the wrong one; set by reading, no labelled retellings tell their state.
_ECHO, _ECHOES = 5, 3
# Of the end of a text a sentence is enough: who has it, and was cut later, had the rest as well.
_SENTENCE = 8

Gap = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PassageStates:
    """Columns `[begin, end)`: state 0 for witnesses that lack exactly these, 1 for those that have them.

    Who lacks more than these says nothing of them: a text cut at the fifth paragraph is no witness
    that the sixth was not there.
    """

    begin: int
    end: int
    kind: PassageKind
    states: tuple[int, ...]


def find_passages(collation: Collation, base: Sequence[str]) -> Iterator[PassageStates]:
    """Yield one passage for each stretch of the base that some witness lacks, in order."""
    rows = list(zip(*(column.readings for column in collation.columns), strict=True))
    grid = _Grid(rows, base)
    absent: dict[Gap, set[int]] = {}
    retold = retellings(collation)
    for witness in range(len(rows)):
        for gap in grid.gaps(witness) if witness not in retold else ():
            absent.setdefault(gap, set()).add(witness)
    present = {gap: grid.carriers(gap) for gap in absent}
    echoed = {witness: _echoed(rows[witness], base) for witness in sorted(retold)}
    for (begin, end), lacking in sorted(_part(absent, present, grid).items()):
        carrying = present.get((begin, end)) or grid.carriers((begin, end))
        carrying = carrying | {
            w for w, at in echoed.items() if len(at & set(range(begin, end))) >= _ECHOES
        }
        states = tuple(
            0 if witness in lacking else 1 if witness in carrying else UNKNOWN
            for witness in range(len(rows))
        )
        kind: PassageKind = "end" if grid.is_end((begin, end)) else _kind(begin, end, collation)
        yield PassageStates(begin, end, kind, states)


class _Grid:
    """Who has words where: counted up to each column, so that any stretch of any length is as quick."""

    def __init__(self, rows: Sequence[Sequence[str | None]], base: Sequence[str]) -> None:
        shape = len(rows), len(base)
        size = len(rows) * len(base)
        told = np.fromiter(map(bool, chain.from_iterable(rows)), np.bool_, size).reshape(shape)
        nothing = (reading is None for row in rows for reading in row)
        self._lacks = np.fromiter(nothing, np.bool_, size).reshape(shape)
        self._words = np.zeros((shape[0], shape[1] + 1), dtype=np.int32)
        np.cumsum(told, axis=1, out=self._words[:, 1:])
        self._worded = [place for place, word in enumerate(base) if word]

    def gaps(self, witness: int) -> Iterator[Gap]:
        """Yield the runs of columns that a witness lacks, cut to where the base has words."""
        edges = np.flatnonzero(np.diff(self._lacks[witness], prepend=False, append=False))
        for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            yield from self.worded(begin, end)

    def worded(self, begin: int, end: int) -> Iterator[Gap]:
        """Yield a stretch cut to where the base has words; nothing where it has none."""
        first = bisect_left(self._worded, begin)
        last = bisect_left(self._worded, end) - 1
        if first <= last:
            yield self._worded[first], self._worded[last] + 1

    def is_end(self, gap: Gap) -> bool:
        """Whether the base has no words behind a stretch."""
        return not self._worded or gap[1] > self._worded[-1]

    def carriers(self, gap: Gap) -> set[int]:
        """Return who has enough of the words of a stretch to count as having it."""
        carried = self._words[:, gap[1]] - self._words[:, gap[0]]
        enough = _CARRIED * int(carried.max())
        if self.is_end(gap):
            enough = min(enough, _SENTENCE)
        return set(np.flatnonzero((carried > 0) & (carried >= enough)).tolist())


def _echoed(row: Sequence[str | None], base: Sequence[str]) -> set[int]:
    """Return the columns of the base where a run of words begins that a retelling has kept.

    A run that stands twice in the rest of the base tells nothing.
    """
    own = [word_key(word) for word in row if word]
    runs = set(zip(*(own[step:] for step in range(_ECHO)), strict=False))
    told = [at for at, word in enumerate(base) if word and not row[at]]
    keys = [word_key(base[at]) for at in told]
    grams = list(zip(*(keys[step:] for step in range(_ECHO)), strict=False))
    times = Counter(grams)
    return {told[at] for at, gram in enumerate(grams) if gram in runs and times[gram] == 1}


def _part(
    absent: Mapping[Gap, set[int]], present: Mapping[Gap, set[int]], grid: _Grid
) -> dict[Gap, set[int]]:
    """Part the gaps where others added passages of their own: lacking those is nobody's cut.

    A stretch inside the text that no more witnesses have than lack it to the word counts as added.
    """
    added = [
        gap
        for gap, lacking in absent.items()
        if not grid.is_end(gap) and len(present[gap]) <= len(lacking)
    ]
    parted: dict[Gap, set[int]] = {}
    for gap, lacking in absent.items():
        inside = sorted(
            each for each in added if each != gap and gap[0] <= each[0] and each[1] <= gap[1]
        )
        is_end = grid.is_end(gap)
        # Who stops right before an added passage hardly cut that one too.
        lacked = [each for each in inside if not is_end or each[0] == gap[0]]
        for piece in (*_rest(gap, inside, grid), *lacked):
            parted.setdefault(piece, set()).update(lacking)
    return parted


def _rest(gap: Gap, inside: Sequence[Gap], grid: _Grid) -> Iterator[Gap]:
    begin = gap[0]
    for each in inside:
        yield from grid.worded(begin, each[0])
        begin = max(begin, each[1])
    yield from grid.worded(begin, gap[1])


def _kind(begin: int, end: int, collation: Collation) -> PassageKind:
    columns = collation.columns
    opens = begin == 0 or columns[begin - 1].paragraph != columns[begin].paragraph
    closes = columns[end - 1].paragraph != columns[end].paragraph
    return "paragraph" if opens and closes else "sentence"
