"""Accounts of some pages by themselves: what their own words show, nothing of the rest."""

from collections.abc import Sequence

from ..accounts import find_accounts
from ..model import Account, Article
from ..reuse import find_reuse


def accounts_among(articles: Sequence[Article]) -> tuple[Account, ...]:
    """Return the accounts of some articles by themselves."""
    if len(articles) == 1:
        return find_accounts(articles, ())
    reuse = find_reuse(articles)
    return find_accounts(articles, reuse.alignments, narrations=reuse.narrations)
