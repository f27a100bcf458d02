"""Passages that some witnesses have and others lack to the word."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
    absent: dict[Gap, set[int]] = {}
    retold = retellings(collation)
    for witness, row in enumerate(rows):
        for gap in _gaps(row, base) if witness not in retold else ():
            absent.setdefault(gap, set()).add(witness)
    present = {gap: _carriers(gap, rows, base) for gap in absent}
    echoed = {witness: _echoed(rows[witness], base) for witness in sorted(retold)}
    for (begin, end), lacking in sorted(_part(absent, present, base).items()):
        carrying = present.get((begin, end)) or _carriers((begin, end), rows, base)
        carrying = carrying | {
            w for w, at in echoed.items() if len(at & set(range(begin, end))) >= _ECHOES
        }
        states = tuple(
            0 if witness in lacking else 1 if witness in carrying else UNKNOWN
            for witness in range(len(rows))
        )
        yield PassageStates(begin, end, _kind(begin, end, collation, base), states)


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


def _gaps(row: Sequence[str | None], base: Sequence[str]) -> Iterator[Gap]:
    """Yield the runs of columns that a witness lacks, cut to where the base has words."""
    at = 0
    while at < len(row):
        if row[at] is not None:
            at += 1
            continue
        begin = at
        while at < len(row) and row[at] is None:
            at += 1
        yield from _worded(begin, at, base)


def _worded(begin: int, end: int, base: Sequence[str]) -> Iterator[Gap]:
    worded = [place for place in range(begin, end) if base[place]]
    if worded:
        yield worded[0], worded[-1] + 1


def _carriers(gap: Gap, rows: Sequence[Sequence[str | None]], base: Sequence[str]) -> set[int]:
    carried = [sum(1 for reading in row[gap[0] : gap[1]] if reading) for row in rows]
    enough = _CARRIED * max(carried)
    if not any(base[gap[1] :]):
        enough = min(enough, _SENTENCE)
    return {witness for witness, count in enumerate(carried) if count and count >= enough}


def _part(
    absent: Mapping[Gap, set[int]], present: Mapping[Gap, set[int]], base: Sequence[str]
) -> dict[Gap, set[int]]:
    """Part the gaps where others added passages of their own: lacking those is nobody's cut.

    A stretch inside the text that no more witnesses have than lack it to the word counts as added.
    """
    added = [
        gap
        for gap, lacking in absent.items()
        if any(base[gap[1] :]) and len(present[gap]) <= len(lacking)
    ]
    parted: dict[Gap, set[int]] = {}
    for gap, lacking in absent.items():
        inside = sorted(
            each for each in added if each != gap and gap[0] <= each[0] and each[1] <= gap[1]
        )
        is_end = not any(base[gap[1] :])
        # Who stops right before an added passage hardly cut that one too.
        lacked = [each for each in inside if not is_end or each[0] == gap[0]]
        for piece in (*_rest(gap, inside, base), *lacked):
            parted.setdefault(piece, set()).update(lacking)
    return parted


def _rest(gap: Gap, inside: Sequence[Gap], base: Sequence[str]) -> Iterator[Gap]:
    begin = gap[0]
    for each in inside:
        yield from _worded(begin, each[0], base)
        begin = max(begin, each[1])
    yield from _worded(begin, gap[1], base)


def _kind(begin: int, end: int, collation: Collation, base: Sequence[str]) -> PassageKind:
    if not any(base[end:]):
        return "end"
    columns = collation.columns
    opens = begin == 0 or columns[begin - 1].paragraph != columns[begin].paragraph
    closes = columns[end - 1].paragraph != columns[end].paragraph
    return "paragraph" if opens and closes else "sentence"
