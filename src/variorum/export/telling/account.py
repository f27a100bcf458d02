"""An account told: its claims, weightiest first."""

from collections.abc import Callable, Mapping

from ...model import Account, AccountId, Article, ArticleId
from .carriage import tell_added, tell_cuts, tell_dropped, tell_fragments, tell_taken, tell_whole
from .claim import Claim
from .derivation import (
    tell_copies_of_copies,
    tell_mixed,
    tell_root,
    tell_undecided,
    tell_versions,
)
from .findings import Findings, find
from .rewording import tell_figures, tell_marks, tell_retold, tell_reworded

# What a reader takes in before he wants to see the tree; the rest is told on demand.
SHOWN_CLAIMS = 5

_TELLERS: tuple[Callable[[Findings], Claim | None], ...] = (
    tell_root,
    tell_versions,
    tell_taken,
    tell_mixed,
    tell_whole,
    tell_cuts,
    tell_fragments,
    tell_retold,
    tell_figures,
    tell_added,
    tell_copies_of_copies,
    tell_undecided,
    tell_reworded,
    tell_marks,
    tell_dropped,
)


def tell_account(
    account: Account,
    articles: Mapping[ArticleId, Article],
    accounts: Mapping[AccountId, Account],
) -> tuple[Claim, ...]:
    """Return what the pages of an account did, weightiest first; of a single page there is nothing to tell.

    `accounts` are all that the comparison found, to name those from which passages were taken.
    """
    if len(account.witnesses) < 2:
        return ()
    findings = find(account, articles, accounts)
    return tuple(claim for tell in _TELLERS if (claim := tell(findings)))
