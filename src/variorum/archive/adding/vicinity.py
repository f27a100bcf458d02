"""Vicinity: the neighbours that are looked at together, found from the articles that have changed.

A group is all that hangs together by links; where that is too much, only what hangs together more
strongly. Backgrounds that an agency repeats chain thousands of articles: so links are followed only
as far as it takes to see that a group is too wide, and never through all that hangs together.
"""

from collections.abc import Callable, Iterable, Sequence, Set

from ...stories.components import Leaders, Link

# Gives the links that have an end among some articles.
LinksOf = Callable[[set[int]], Iterable[Link]]


def apart_from(links: Iterable[Link], apart: Set[int]) -> list[Link]:
    """Return links without those of articles that somebody has set apart from all others."""
    return [link for link in links if apart.isdisjoint(link[:2])]


def thin_links(fresh: Sequence[int], links: Iterable[Link], kept: Iterable[Link]) -> list[Link]:
    """Return the links of new articles that are worth keeping beside those that are kept.

    Left out is a link between two articles that hang together by others at least as strong, all
    among the neighbours of one of them: at whatever strength, the same hangs together without it.
    """
    found = _Links([*kept])
    strong: dict[int, list[Link]] = {}
    place = {number: at for at, number in enumerate(fresh)}
    for link in links:
        # The later of two new articles speaks for their link: the other may not be there yet.
        later = max((end for end in link[:2] if end in place), key=place.__getitem__)
        strong.setdefault(later, []).append(link)
    chosen: list[Link] = []
    for number in fresh:
        own = strong.get(number, [])
        near = {end for link in own for end in link[:2]}
        known = [link for end in near for link in found.of(end) if near.issuperset(link[:2])]
        marked = [(*link, False) for link in {*known}] + [(*link, True) for link in own]
        kept_now = _strongest(marked)
        found.add(kept_now)
        chosen += kept_now
    return sorted(chosen)


def _strongest(links: Iterable[tuple[int, int, float, bool]]) -> list[Link]:
    """Return the new ones among the strongest links that hold together what all of them do."""
    leaders = Leaders()
    # Of equals those that are kept already come first.
    ordered = sorted(links, key=lambda link: (-link[2], link[3], link[:2]))
    chosen = [link for link in ordered if leaders.join(*link[:2])]
    return [(low, high, weight) for low, high, weight, is_new in chosen if is_new]


def groups_around(
    seeds: Iterable[int], links_of: LinksOf, most: int, steps: Sequence[float]
) -> list[tuple[int, ...]]:
    """Return the groups in which some articles stand, each in order, the groups by their first article.

    Each is what hangs together by links of any weight or, where that is more than `most`, by those
    that reach the first of `steps` that makes it small enough, or else the last.
    """
    around = _Links((), links_of)
    around.fetch({*seeds})
    levels = (float("-inf"), *steps)
    wide: list[set[int]] = [set() for _ in levels]
    home: dict[int, tuple[int, ...]] = {}
    for seed in sorted(seeds):
        for least, too_wide in zip(levels, wide, strict=True):
            if seed in home:
                break
            if seed not in too_wide:
                bound = most if least < levels[-1] else None
                group = _reached(seed, least, around, bound, too_wide)
                home.update(dict.fromkeys(group, tuple(sorted(group))))
    return sorted({*home.values()})


def _reached(
    start: int, least: float, around: "_Links", most: int | None, wide: set[int]
) -> set[int]:
    """Return what hangs together with an article; nothing, and mark what was seen, where it is too wide."""
    seen, frontier = {start}, {start}
    while frontier:
        around.fetch(frontier)
        ends = {
            end
            for each in frontier
            for *two, weight in around.of(each)
            if weight >= least
            for end in two
        }
        frontier = ends - seen
        seen |= frontier
        if most is not None and (len(seen) > most or not wide.isdisjoint(frontier)):
            wide |= seen
            return set()
    return seen


class _Links:
    """The links of each article, looked up when they are first asked for."""

    def __init__(self, links: Iterable[Link], links_of: LinksOf | None = None) -> None:
        self._links_of = links_of
        self._fetched: set[int] = set()
        self._of: dict[int, set[Link]] = {}
        self.add(links)

    def add(self, links: Iterable[Link]) -> None:
        """Take links in."""
        for link in links:
            for end in link[:2]:
                self._of.setdefault(end, set()).add(link)

    def fetch(self, articles: set[int]) -> None:
        """Look up the links of articles that were not looked up before, all at once."""
        missing = articles - self._fetched
        if missing and self._links_of is not None:
            self.add(self._links_of(missing))
            self._fetched |= missing

    def of(self, article: int) -> set[Link]:
        """Return the links of an article."""
        return self._of.get(article, set())
