"""Groups found from what has changed are those that a look at everything gives, in whatever order it came."""

from collections.abc import Iterable
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.archive.adding.vicinity import groups_around, thin_links
from variorum.stories.components import Link, bounded_components

STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


class Shelf:
    """Links as an archive keeps them, and the groups that follow: told anew only where something changed."""

    def __init__(self, every: Iterable[Link], most: int) -> None:
        self.every = {link[:2]: link for link in every}
        self.most = most
        self.kept: set[Link] = set()
        self.there: set[int] = set()
        self.home: dict[int, tuple[int, ...]] = {}

    def among(self, articles: set[int]) -> list[Link]:
        """All links of articles with those that are there."""
        return [
            link
            for link in self.every.values()
            if articles & {*link[:2]} and self.there.issuperset(link[:2])
        ]

    def kept_of(self, articles: set[int]) -> list[Link]:
        return [link for link in self.kept if articles & {*link[:2]}]

    def change(self, fresh: set[int], gone: set[int]) -> None:
        near = {end for link in self.among(gone) for end in link[:2]} - gone
        self.there = self.there - gone | fresh
        self.kept -= set(self.kept_of(gone))
        again = fresh | near
        links = self.among(again)
        touched = {end for link in links for end in link[:2]} | gone | again
        seeds = {n for each in touched for n in self.home.get(each, ())} | again
        ends = {end for link in links for end in link[:2]}
        self.kept |= {*thin_links(sorted(again), links, self.kept_of(ends))}
        for each in gone:
            self.home.pop(each, None)
        for group in groups_around(seeds & self.there, self.kept_of, self.most, STEPS):
            self.home.update(dict.fromkeys(group, group))

    def groups(self) -> list[tuple[int, ...]]:
        return sorted({*self.home.values()})

    def at_once(self) -> list[tuple[int, ...]]:
        return bounded_components(self.there, self.among(self.there), self.most, STEPS)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 24), st.integers(1, 8), st.floats(0.02, 0.6))
def test_groups_in_any_order_are_those_of_all_at_once(
    seed: int, articles: int, most: int, density: float
) -> None:
    chance = Random(seed)
    every = [
        (low, high, chance.choice((0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.7, 0.9, 1.0)))
        for low, high in combinations(range(articles), 2)
        if chance.random() < density
    ]
    shelf = Shelf(every, most)
    left = list(range(articles))
    chance.shuffle(left)
    while left:
        size = chance.randint(1, 4)
        fresh, left = {*left[:size]}, left[size:]
        going = sorted(shelf.there)
        gone = {*chance.sample(going, min(len(going), chance.choice((0, 0, 0, 1, 2))))}
        shelf.change(fresh, gone)
        assert shelf.groups() == shelf.at_once()


def test_copies_of_one_text_are_held_by_a_link_each() -> None:
    links = [(low, high, 1.0) for low, high in combinations(range(60), 2)]
    assert len(thin_links(range(60), links, ())) == 59


def test_what_hangs_together_far_off_is_not_looked_at() -> None:
    chain = [(each, each + 1, 0.25) for each in range(10_000)]
    asked: set[int] = set()

    def links_of(articles: set[int]) -> list[Link]:
        asked.update(articles)
        return [link for each in articles for link in chain[max(0, each - 1) : each + 1]]

    assert groups_around([5000], links_of, 40, STEPS) == [(5000,)]
    assert len(asked) <= 60
