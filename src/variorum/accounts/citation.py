"""Citation: whether an article's text names the house that another article comes from."""

import re

from ..model import Article
from ..text import folded_words
from .names import fold_name

# Paragraphs that open with a dateline of their own: "CORRIN HAVEN, Vessland (VPA) - ".
_DATELINE = re.compile(
    r"\W*[A-Z][A-Z'’.\- ]{2,30}(?:, [\w .]{2,30})? \([A-Z][\w/ ]{1,20}\)\s*[-–—]"
)
# One report has one dateline, a correspondents' report two.
FEWEST_DATELINES = 3


def cites(article: Article, other: Article) -> bool:
    """Whether an article's text names the outlet or the supplier of another.

    An article whose own outlet or supplier that is cites nobody.
    """
    names = _houses(other) - _houses(article)
    return bool(names) and any(
        not names.isdisjoint(folded_words(paragraph.text)) for paragraph in article.paragraphs
    )


def _houses(article: Article) -> set[str]:
    named = (article.outlet or article.host or "", *article.credit)
    return {name for name in map(fold_name, named) if len(name) > 1}


def is_round_up(article: Article) -> bool:
    """Whether an article is several reports on one page, each with its own dateline."""
    datelines = sum(bool(_DATELINE.match(paragraph.text)) for paragraph in article.paragraphs)
    return datelines >= FEWEST_DATELINES
