"""Average linkage on a sparse graph: two groups join while their members resemble each other on average.

Unwritten pairs count as nought, so a chain of likenesses cannot weld what is unlike end to end.
"""

import heapq
from collections.abc import Iterable, Mapping


def average_linkage(
    size: int, likeness: Mapping[tuple[int, int], float], least: float
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of `range(size)` whose average likeness is at least `least`.

    The pair (i, j) with i < j has the likeness given, or nought. Ties go to the lowest numbers.
    """
    sums: list[dict[int, float]] = [{} for _ in range(size)]
    for (left, right), value in likeness.items():
        sums[left][right] = sums[right][left] = value
    members: list[list[int]] = [[each] for each in range(size)]
    heap = [
        (-value, left, right, 1, 1) for (left, right), value in likeness.items() if value >= least
    ]
    heapq.heapify(heap)
    while heap:
        _, left, right, left_size, right_size = heapq.heappop(heap)
        # A group that has grown or gone since makes the entry stale.
        if len(members[left]) != left_size or len(members[right]) != right_size:
            continue
        _join(sums, members, left, right)
        for entry in _entries(sums, members, left, least):
            heapq.heappush(heap, entry)
    return tuple(tuple(sorted(group)) for group in members if group)


def _join(sums: list[dict[int, float]], members: list[list[int]], left: int, right: int) -> None:
    members[left] += members[right]
    members[right] = []
    for other, value in sums[right].items():
        del sums[other][right]
        if other != left:
            sums[left][other] = sums[left].get(other, 0.0) + value
            sums[other][left] = sums[left][other]
    sums[right] = {}


def _entries(
    sums: list[dict[int, float]], members: list[list[int]], group: int, least: float
) -> Iterable[tuple[float, int, int, int, int]]:
    for other, value in sums[group].items():
        average = value / (len(members[group]) * len(members[other]))
        if average >= least:
            left, right = min(group, other), max(group, other)
            yield -average, left, right, len(members[left]), len(members[right])
