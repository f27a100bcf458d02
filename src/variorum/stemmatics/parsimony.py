"""The unrooted tree that needs the fewest changes of reading: Fitch's count, branches regrafted.

Fitch 1971 for the changes; where a branch is best regrafted is told exactly by the sets on both
sides of each line, so that a whole round costs little more than counting each tree once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .joining import Neighbours, join_neighbours

Sets = NDArray[np.uint64]
Weights = NDArray[np.float64]
Codes = NDArray[np.int64]
# Any reading may stand in a gap.
ANY = np.uint64(2**64 - 1)
MOST_READINGS = 63
# Rounds end by themselves, in two to eight on traditions of 60; so many are for the worst.
_MOST_ROUNDS = 30
_GAIN = 1e-6


@dataclass(frozen=True, slots=True)
class Parsimony:
    """Leaves as sets of readings per place, and what a change there weighs."""

    leaves: Sets
    weights: Weights

    def changes(self, one: Sets, other: Sets) -> Weights:
        """Return the weight of all places where two sets share no reading, over the last axis."""
        weighed: Weights = ((one & other) == 0) @ self.weights
        return weighed


def code_sets(codes: Codes) -> Sets:
    """Return readings told by numbers (rows: witnesses; below 0: a gap) as sets of one."""
    bits = np.left_shift(np.uint64(1), np.clip(codes, 0, MOST_READINGS).astype(np.uint64))
    return np.where(codes < 0, ANY, bits)


def distances(codes: Codes, weights: Weights) -> NDArray[np.float64]:
    """Return for each two witnesses the weight of the places in which they differ, of those both have."""
    known = (codes >= 0).astype(float)
    both = (known * weights) @ known.T
    differing = np.zeros_like(both)
    for at, row in enumerate(codes):
        differing[at] = (((codes != row) & (codes >= 0) & (row >= 0)) * weights).sum(axis=1)
    return np.where(both > 0, differing / np.where(both > 0, both, 1.0), 1.0)


def search_unrooted(codes: Codes, weights: Weights) -> Neighbours:
    """Return the cheapest tree that regrafting branches leads to from the tree of neighbour joining."""
    tree = join_neighbours(distances(codes, weights)).neighbours
    parsimony = Parsimony(code_sets(codes), weights)
    for _ in range(_MOST_ROUNDS):
        if not _regraft_all(tree, parsimony):
            break
    return tree


def _regraft_all(tree: Neighbours, parsimony: Parsimony) -> bool:
    improved = False
    for stem, branch in [(a, b) for a in sorted(tree) for b in sorted(tree[a])]:
        if len(tree[stem]) == 3 and branch in tree[stem]:
            improved |= _regraft(tree, stem, branch, parsimony)
    return improved


def _regraft(tree: Neighbours, stem: int, branch: int, parsimony: Parsimony) -> bool:
    """Move a branch with the point it stems from to the line where it costs least; tell if it moved."""
    left, right = (each for each in tree[stem] if each != branch)
    own = _set_toward(tree, branch, stem, parsimony)
    _join(tree, left, right, stem)
    views = views_of(tree, left, parsimony)
    lines = list(views)
    costs = parsimony.changes(np.stack([views[each] for each in lines]), own)
    here = costs[lines.index((left, right) if (left, right) in views else (right, left))]
    best = int(np.argmin(costs))
    one, other = (left, right) if costs[best] > here - _GAIN else lines[best]
    tree[one][tree[one].index(other)] = stem
    tree[other][tree[other].index(one)] = stem
    tree[stem] = [branch, one, other]
    return {one, other} != {left, right}


def _join(tree: Neighbours, left: int, right: int, stem: int) -> None:
    tree[left][tree[left].index(stem)] = right
    tree[right][tree[right].index(stem)] = left


def walk_down(
    tree: Neighbours, top: int, barred: int | None = None
) -> Iterator[tuple[int, int | None]]:
    """Yield the points from the top down, each with the one above it."""
    waiting: list[tuple[int, int | None]] = [(top, barred)]
    while waiting:
        point, above = waiting.pop()
        yield point, above
        waiting.extend((each, point) for each in tree[point] if each != above)


def _set_toward(tree: Neighbours, branch: int, stem: int, parsimony: Parsimony) -> Sets:
    return gather(list(walk_down(tree, branch, stem)), tree, parsimony)[branch]


def gather(
    order: list[tuple[int, int | None]], tree: Neighbours, parsimony: Parsimony
) -> dict[int, Sets]:
    """Return for each point the set that what hangs below it gives."""
    sets: dict[int, Sets] = {}
    for point, above in reversed(order):
        below = [sets[each] for each in tree[point] if each != above]
        if point < len(parsimony.leaves):
            below.append(parsimony.leaves[point])
        made = below[0]
        for each in below[1:]:
            made = combine(made, each)
        sets[point] = made
    return sets


def combine(one: Sets, other: Sets) -> Sets:
    """Return what two sets have in common, or where that is nothing, both."""
    shared = one & other
    return np.where(shared == 0, one | other, shared)


def sides_of(
    tree: Neighbours, top: int, parsimony: Parsimony
) -> dict[tuple[int, int], tuple[Sets, Sets]]:
    """Return for each line, from above to below, the sets that the two sides of it give."""
    order = list(walk_down(tree, top))
    down = gather(order, tree, parsimony)
    sides: dict[tuple[int, int], tuple[Sets, Sets]] = {}
    up: dict[int, Sets] = {}
    for point, above in order:
        if above is not None:
            sides[above, point] = (up[point], down[point])
        below = [each for each in tree[point] if each != above]
        for child in below:
            others = [down[each] for each in below if each != child]
            if point in up:
                others.append(up[point])
            if point < len(parsimony.leaves):
                others.append(parsimony.leaves[point])
            made = others[0]
            for each in others[1:]:
                made = combine(made, each)
            up[child] = made
    return sides


def views_of(tree: Neighbours, top: int, parsimony: Parsimony) -> dict[tuple[int, int], Sets]:
    """Return for each line the set that the whole tree gives there."""
    return {line: combine(*sides) for line, sides in sides_of(tree, top, parsimony).items()}
