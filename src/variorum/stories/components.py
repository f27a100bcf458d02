"""Components: what hangs together by pairwise links, cut at stronger links where it grows too large.

Links look at two things alone, never at the rest of the archive, so that the components of a
collection are the same in whatever order it came.
"""

from collections.abc import Iterable, Sequence

Link = tuple[int, int, float]


class Leaders:
    """Who leads each member of what hangs together so far: the lowest; whoever is in no link leads itself."""

    def __init__(self) -> None:
        self._leader: dict[int, int] = {}

    def of(self, member: int) -> int:
        """Return the leader of a member."""
        leader = self._leader
        while leader.setdefault(member, member) != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    def join(self, one: int, other: int) -> bool:
        """Have two members hang together; return whether they did not before."""
        first, second = sorted((self.of(one), self.of(other)))
        self._leader[second] = first
        return first != second


def components(members: Iterable[int], links: Iterable[Link]) -> list[tuple[int, ...]]:
    """Return the members that hang together, each group in order, the groups by their first member.

    >>> components([1, 2, 3], [(1, 3, 0.5)])
    [(1, 3), (2,)]
    """
    within = set(members)
    leaders = Leaders()
    for low, high, _ in links:
        if low in within and high in within:
            leaders.join(low, high)
    groups: dict[int, list[int]] = {}
    for member in sorted(within):
        groups.setdefault(leaders.of(member), []).append(member)
    return [tuple(groups[first]) for first in sorted(groups)]


def bounded_components(
    members: Iterable[int], links: Sequence[Link], most: int, steps: Sequence[float]
) -> list[tuple[int, ...]]:
    """Return the same, but of a group of more than `most` only what hangs together more strongly.

    `steps` are the weights that links must reach, one after the other, until a group is small enough.
    """
    found: list[tuple[int, ...]] = []
    for group in components(members, links):
        if len(group) <= most or not steps:
            found.append(group)
            continue
        within = set(group)
        stronger = [
            link
            for link in links
            if link[0] in within and link[1] in within and link[2] >= steps[0]
        ]
        found += bounded_components(group, stronger, most, steps[1:])
    return sorted(found)
