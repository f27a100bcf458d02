"""The stemma of a plain table of readings: fewest changes, lost books only where readings need them.

For tables that know nothing but who reads what: no sentences, no order of passages, no newsroom.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..collation import fold_reading
from ..model import Collation
from .joining import Neighbours
from .parsimony import (
    MOST_READINGS,
    Codes,
    Parsimony,
    Sets,
    code_sets,
    gather,
    search_unrooted,
    sides_of,
    walk_down,
)

# A line between two lost books is believed for more than so many changes; fewer are as well made
# twice by chance. On grown traditions (even seeds of eval traditions): sign similarity .911 at 2,
# .907 at 4, .894 at 1.
_CHANCE = 2.0
# A book in which nobody's reading but so few are its own (of the middle of all lines) is what the
# others at its point were copied from: a copy keeps nearly all faults of its exemplar. .911 at .3,
# .907 at .1, .903 at .6.
_OWN, _LEAST_OWN = 0.3, 1.0


@dataclass(frozen=True, slots=True)
class Places:
    """A plain table as numbers: rows are witnesses, columns the places where they differ.

    `numbers` are those of the columns of the table; `omitted` the number that an omission has at
    each place, or one that nobody has.
    """

    codes: Codes
    numbers: tuple[int, ...]
    omitted: Codes


def is_plain(collation: Collation) -> bool:
    """Tell whether a table says nothing of paragraphs, sentences and the order of words."""
    return not collation.layout and len({(c.paragraph, c.sentence) for c in collation.columns}) <= 1


def read_places(collation: Collation) -> Places:
    """Return the table as numbers; what is left out in one go counts once."""
    columns, numbers, omitted = [], [], []
    before: frozenset[int] = frozenset()
    for number, column in enumerate(collation.columns):
        forms = [None if each is None else fold_reading(each) for each in column.readings]
        empty = frozenset(at for at, form in enumerate(forms) if form == "")
        is_same = empty == before
        before = empty
        seen: dict[str, int] = {}
        row = [
            -1
            if form is None or (is_same and form == "")
            else min(seen.setdefault(form, len(seen)), MOST_READINGS - 1)
            for form in forms
        ]
        if len({code for code in row if code >= 0}) > 1:
            columns.append(row)
            numbers.append(number)
            omitted.append(seen.get("", MOST_READINGS + 1))
    codes = np.array(columns, dtype=np.int64).reshape(len(columns), len(collation.witnesses)).T
    return Places(codes, tuple(numbers), np.array(omitted, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Points:
    """An unrooted tree whose points may be witnesses.

    `neighbours` of the folded tree; `stands` tells for each point of the unfolded `tree` the one
    that it is folded into; the numbers of witnesses come first.
    """

    neighbours: Mapping[int, frozenset[int]]
    stands: Mapping[int, int]
    tree: Neighbours
    parsimony: Parsimony


def find_points(places: Places) -> Points:
    """Return the tree of fewest changes, folded to the points that the readings need."""
    count = len(places.codes)
    parsimony = Parsimony(code_sets(places.codes), np.ones(places.codes.shape[1]))
    tree = search_unrooted(places.codes, parsimony.weights)
    sides = sides_of(tree, max(tree), parsimony)
    lengths = {line: float(parsimony.changes(*both)) for line, both in sides.items()}
    stands = _fold(lengths, count) if count > 2 else {point: point for point in tree}
    links: dict[int, set[int]] = {stands[point]: set() for point in tree}
    for one, other in lengths:
        first, second = stands[one], stands[other]
        if first != second:
            links[first].add(second)
            links[second].add(first)
    neighbours = {at: frozenset(each) for at, each in links.items()}
    return Points(neighbours, stands, tree, parsimony)


def _fold(lengths: Mapping[tuple[int, int], float], count: int) -> dict[int, int]:
    """Return for each point the one that it is folded into: a witness, if there is one."""
    own = max(_LEAST_OWN, _OWN * float(np.median(list(lengths.values()))))
    stands = {point: point for line in lengths for point in line}
    for (one, other), length in sorted(lengths.items(), key=lambda each: (each[1], each[0])):
        first, second = (_stand(stands, each) for each in (one, other))
        is_end = min(one, other) < count
        if length > (own if is_end else _CHANCE) or max(first, second) < count:
            continue
        stands[max(first, second)] = min(first, second)
    return {point: _stand(stands, point) for point in stands}


def _stand(stands: Mapping[int, int], point: int) -> int:
    while stands[point] != point:
        point = stands[point]
    return point


def read_points(points: Points, root: int) -> dict[int, Sets]:
    """Return what each point of the folded tree reads, from the root down; one reading a place."""
    order = list(walk_down(points.tree, root))
    sets = gather(order, points.tree, points.parsimony)
    read: dict[int, Sets] = {}
    for point, above in order:
        possible = sets[point]
        shared = possible if above is None else possible & read[above]
        possible = np.where(shared == 0, possible, shared)
        read[point] = possible & (~possible + np.uint64(1))
    return {point: read[point] for point in points.neighbours}
