"""Texts: which articles carry one text for sure, so that twenty copies bear witness once."""

from collections.abc import Sequence

from ..model import ArticleId
from .passages import Matched

# Two articles that share as much of both carry one text for sure. Needed before accounts are
# found, and deliberately cautious: taking one text for two only makes evidence look broader.
SAME = 0.6


def find_texts(pairs: Sequence[Matched]) -> dict[ArticleId, ArticleId]:
    """Return for each article one that stands for all copies of its text."""
    leader: dict[ArticleId, ArticleId] = {}

    def lead(article: ArticleId) -> ArticleId:
        while leader.setdefault(article, article) != article:
            article = leader[article]
        return article

    for pair in pairs:
        if min(pair.shares) >= SAME:
            one, other = sorted((lead(pair.left.article.id), lead(pair.right.article.id)))
            leader[other] = one
    return {
        article: lead(article)
        for pair in pairs
        for article in (pair.left.article.id, pair.right.article.id)
    }
