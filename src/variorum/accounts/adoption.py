"""Adoption: an article that stands alone but took most of its prose from one account is of it.

A rewrite keeps less than the links ask of any one copy, but what it keeps from the account's
several states adds up to more than it says in its own words.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from ..model import Article, ArticleId
from .carriage import Carriage
from .timing import lie_far_apart

# Share of its narrated words that the account as a whole carries, and that its fullest exemplar
# carries. Independent reports of one event share less than .1 in 97 of 100 pairs (`stories`),
# two stories of one agency on one day .15 to .45 with single states of each other (`bulk`).
FROM_ACCOUNT = 0.5
FROM_ONE = 0.35
FEWEST_WORDS = 60


def adopt(
    groups: Sequence[frozenset[ArticleId]],
    articles: Mapping[ArticleId, Article],
    carriage: Carriage,
) -> list[frozenset[ArticleId]]:
    """Return the gatherings after lone articles that follow another one's text have joined it."""
    homes = {article: number for number, group in enumerate(groups) for article in group}
    joined: dict[int, set[ArticleId]] = {n: set(group) for n, group in enumerate(groups)}
    for number, group in enumerate(groups):
        if len(group) > 1:
            continue
        (article,) = group
        near = {homes[each] for each in carriage.others(article)} - {number}
        shares = {
            other: carriage.share(article, groups[other])
            for other in sorted(near)
            if len(groups[other]) > 1
            and not any(lie_far_apart(articles[article], articles[each]) for each in groups[other])
            and _follows(article, groups[other], carriage)
        }
        if shares:
            joined[max(shares, key=lambda other: (shares[other], -other))].add(article)
            del joined[number]
    return [frozenset(joined[number]) for number in sorted(joined)]


def _follows(article: ArticleId, group: frozenset[ArticleId], carriage: Carriage) -> bool:
    if np.count_nonzero(carriage.shared(article, group)) < FEWEST_WORDS:
        return False
    best = max(carriage.share(article, (member,)) for member in group)
    return best >= FROM_ONE and carriage.share(article, group) >= FROM_ACCOUNT
