"""Contamination: passages of other accounts that a witness carries beside its own."""

from collections.abc import Mapping, Sequence

import numpy as np

from ..model import AccountId, Also, ArticleId
from .carriage import Carriage

# Fewest narrated words taken from another account: two long sentences. Below it, what two
# reports share is as often a stock sentence of background.
FEWEST_WORDS = 30


def find_also(
    article: ArticleId,
    account: AccountId,
    accounts: Mapping[AccountId, Sequence[ArticleId]],
    carriage: Carriage,
) -> tuple[Also, ...]:
    """Return the other accounts of which an article carries passages, the largest share first."""
    narrated = carriage.narrated(article)
    if not narrated:
        return ()
    kin = [each for each in accounts[account] if each != article]
    foreign = ~carriage.shared(article, kin)
    found: list[Also] = []
    for other, members in accounts.items():
        if other == account or not carriage.others(article).intersection(members):
            continue
        taken = int(np.count_nonzero(carriage.shared(article, members) & foreign))
        if taken >= FEWEST_WORDS and _belongs_to(members, article, kin, carriage):
            found.append(Also(other, taken / narrated))
    return tuple(sorted(found, key=lambda also: (-also.shared, also.account)))


def _belongs_to(
    members: Sequence[ArticleId],
    article: ArticleId,
    kin: Sequence[ArticleId],
    carriage: Carriage,
) -> bool:
    """Whether what an article shares with another account is that account's text.

    It is if it makes up more of a member there than it does of this article.
    """
    there = max(carriage.share(member, (article,)) for member in members)
    return there > carriage.share(article, members)
