"""Gathering: linked articles become accounts, the strongest link first, bridges refused.

Single link holds a chain of updates together, whose ends share little. It would also weld two
wires through one page that carries both; so before two gatherings join, the words of the
joining article that each of them carries must be the same words.
"""

from collections.abc import Sequence

import numpy as np

from ..model import ArticleId
from .carriage import Carriage
from .kinship import Link

# How much of one side's prose the other side carries, on average. Without it a page that shows
# nothing but a background section would weld all articles that have the section. Updates of a
# text keep half and more of it, a section is a tenth to a quarter of an article. On simulated
# copies the first welds come at .32; at .5 states of `summit` begin to part.
COHESION = 0.45
# The same where the link has one headline over both articles, which no background section has:
# an early and a late state of a text keep this much between them.
HEADED_COHESION = 0.2
# So many members speak for a side: a wire with a thousand copies must not be weighed at every join.
SPEAKERS = 24

# The words of an article which both sides carry, as a share of those which the poorer side
# carries. Two wires on one page are disjoint (0 to .1); states of one text overlap (.5 to 1).
OVERLAP = 0.3


def gather(
    articles: Sequence[ArticleId], links: Sequence[Link], carriage: Carriage
) -> list[frozenset[ArticleId]]:
    """Return the articles gathered by text, each in exactly one gathering."""
    home: dict[ArticleId, set[ArticleId]] = {article: {article} for article in articles}
    for link in links:
        left, right = home[link.left], home[link.right]
        if left is right or _is_bridge(link, left, right, carriage):
            continue
        fewer, more = sorted((left, right), key=len)
        more |= fewer
        for article in fewer:
            home[article] = more
    gathered = {min(group): frozenset(group) for group in home.values()}
    return [gathered[first] for first in sorted(gathered)]


def _is_bridge(link: Link, left: set[ArticleId], right: set[ArticleId], carriage: Carriage) -> bool:
    if len(left) == len(right) == 1:
        return False
    least = HEADED_COHESION if link.headed else COHESION
    return (
        max(_carried(left, right, carriage), _carried(right, left, carriage)) < least
        or _joins_two(link.left, left, right, carriage)
        or _joins_two(link.right, right, left, carriage)
    )


def _carried(side: set[ArticleId], other: set[ArticleId], carriage: Carriage) -> float:
    """The share of one side's narrated words that the other side carries."""
    speakers = sorted(side)[:SPEAKERS]
    narrated = sum(carriage.narrated(article) for article in speakers)
    shared = sum(
        np.count_nonzero(carriage.shared(article, carriage.others(article) & other))
        for article in speakers
    )
    return int(shared) / narrated if narrated else 0.0


def _joins_two(
    article: ArticleId, home: set[ArticleId], away: set[ArticleId], carriage: Carriage
) -> bool:
    """Whether an article carries one text with its own gathering and another one with the other."""
    if len(home) == 1:
        return False
    own = carriage.shared(article, home - {article})
    other = carriage.shared(article, away)
    fewer = min(np.count_nonzero(own), np.count_nonzero(other))
    return bool(np.count_nonzero(own & other) < OVERLAP * fewer)
