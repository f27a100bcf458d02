"""Texts: which articles carry one text for sure, so that twenty copies bear witness once."""

from collections.abc import Iterable

import numpy as np

from .wording import Places

# Two articles that share as much of both carry one text for sure. Needed before accounts are
# found, and deliberately cautious: taking one text for two only makes evidence look broader.
SAME = 0.6


def find_texts(alike: Iterable[tuple[int, int]], articles: int) -> Places:
    """Return for each of so many articles one that stands for all copies of its text.

    `alike` are the pairs, by number, that share SAME of both.
    """
    leader = list(range(articles))

    def lead(article: int) -> int:
        while leader[article] != article:
            leader[article] = leader[leader[article]]
            article = leader[article]
        return article

    for left, right in alike:
        one, other = sorted((lead(left), lead(right)))
        leader[other] = one
    return np.array([lead(article) for article in range(articles)], dtype=np.int64)
