"""Neighbour joining (Saitou and Nei 1987): a tree from distances, quickly and never the best."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Distances = NDArray[np.float64]
Neighbours = dict[int, list[int]]


@dataclass(frozen=True, slots=True)
class Joined:
    """An unrooted tree: points 0 to n-1 are the leaves, those after them inner; the length of each line."""

    neighbours: Neighbours
    lengths: dict[tuple[int, int], float]


def join_neighbours(distances: Distances) -> Joined:
    """Return the tree that neighbour joining gives; ties go to the first pair."""
    count = len(distances)
    size = max(2 * count - 2, count)
    spread = np.full((size, size), np.inf)
    spread[:count, :count] = distances
    neighbours: Neighbours = {leaf: [] for leaf in range(count)}
    lengths: dict[tuple[int, int], float] = {}

    def link(one: int, other: int, length: float) -> None:
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
        lengths[one, other] = lengths[other, one] = max(0.0, length)

    alive = list(range(count))
    new = count
    while len(alive) > 2:
        part = spread[np.ix_(alive, alive)]
        total = part.sum(axis=1)
        closeness = (len(alive) - 2) * part - total[:, None] - total[None, :]
        np.fill_diagonal(closeness, np.inf)
        at, beside = divmod(int(np.argmin(closeness)), len(alive))
        first, second = alive[at], alive[beside]
        between = float(part[at, beside])
        lean = float(total[at] - total[beside]) / (2 * (len(alive) - 2))
        link(first, new, between / 2 + lean)
        link(second, new, between / 2 - lean)
        away = (part[at] + part[beside] - between) / 2
        spread[new, alive] = spread[alive, new] = away
        spread[new, new] = 0.0
        alive = [each for each in alive if each not in (first, second)] + [new]
        new += 1
    if len(alive) == 2:
        link(alive[0], alive[1], float(spread[alive[0], alive[1]]))
    return Joined(neighbours, lengths)
