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
        left |= right
        for article in right:
            home[article] = left
    gathered = {min(group): frozenset(group) for group in home.values()}
    return [gathered[first] for first in sorted(gathered)]


def _is_bridge(link: Link, left: set[ArticleId], right: set[ArticleId], carriage: Carriage) -> bool:
    return _joins_two(link.left, left, right, carriage) or _joins_two(
        link.right, right, left, carriage
    )


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
