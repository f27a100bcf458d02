"""Sigla: the short labels of the witnesses, in an order that the articles themselves give."""

from collections.abc import Iterable
from string import ascii_uppercase

from ..model import Article


def order_witnesses(articles: Iterable[Article]) -> list[Article]:
    """Return articles by their day of publication, then outlet, then id; undated ones last."""
    return sorted(articles, key=_rank)


def _rank(article: Article) -> tuple[bool, str, bool, str, str]:
    # By the day: a clock time without a zone does not order two outlets.
    day = article.published.value[:10] if article.published else ""
    outlet = article.outlet or article.host or ""
    return (not day, day, not outlet, outlet.casefold(), article.id)


def sigil(number: int) -> str:
    """Return the label of the witness with a number from 0: A … Z, AA, AB, …

    >>> sigil(0), sigil(25), sigil(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[place] + letters
    return letters
