"""Average linkage: what belongs together joins, a chain does not weld, ties are settled by number."""

import random

from hypothesis import given
from hypothesis import strategies as st

from variorum.stories.linkage import average_linkage

LEAST = 0.4


def test_a_chain_does_not_weld() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9}
    assert average_linkage(4, chain, LEAST) == ((0, 1), (2, 3))


def test_a_third_joins_when_it_resembles_both() -> None:
    assert average_linkage(3, {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.5}, LEAST) == ((0, 1, 2),)


def plain(size: int, likeness: dict[tuple[int, int], float]) -> tuple[tuple[int, ...], ...]:
    """The definition, all pairs of groups looked at each time."""
    groups = [[each] for each in range(size)]
    while True:
        best: tuple[float, int, int] | None = None
        for left in range(len(groups)):
            for right in range(left + 1, len(groups)):
                total = sum(
                    likeness.get((min(a, b), max(a, b)), 0.0)
                    for a in groups[left]
                    for b in groups[right]
                )
                average = total / (len(groups[left]) * len(groups[right]))
                if average >= LEAST and (best is None or average > best[0] + 1e-12):
                    best = (average, left, right)
        if best is None:
            return tuple(sorted(tuple(sorted(group)) for group in groups))
        groups[best[1]] += groups.pop(best[2])


@given(st.integers(2, 9), st.integers(0, 10_000))
def test_it_does_what_the_definition_says(size: int, seed: int) -> None:
    chance = random.Random(seed)
    likeness = {
        (a, b): chance.random()
        for a in range(size)
        for b in range(a + 1, size)
        if chance.random() < 0.7
    }
    assert tuple(sorted(average_linkage(size, likeness, LEAST))) == plain(size, likeness)
