"""Contamination: passages of other accounts that a witness carries beside its own."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from ..model import AccountId, Also, ArticleId
from .carriage import Carriage

# Fewest narrated words taken from another account. Of independent reports of one event (539
# pairs in `stories`) 95 % share 26 or fewer, 98 % fewer than 73: what lies lower is mostly
# stock sentences of background, what lies higher was taken.
FEWEST_WORDS = 40
# And of the article's own narrated words: one sentence in a long report is a borrowing that
# changes nothing in what the report is.
SMALLEST_SHARE = 0.04
# Words that so many other accounts tell are everybody's background, taken from none of them.
TOLD_EVERYWHERE = 3


def find_also(
    article: ArticleId,
    account: AccountId,
    members_of: Callable[[AccountId], Sequence[ArticleId]],
    homes: Mapping[ArticleId, AccountId],
    carriage: Carriage,
) -> tuple[Also, ...]:
    """Return the other accounts of which an article carries passages, the largest share first.

    `homes` says of which account each article is a witness.
    """
    narrated = carriage.narrated(article)
    if not narrated:
        return ()
    fewest = max(FEWEST_WORDS, SMALLEST_SHARE * narrated)
    others = carriage.others(article)
    accounts = sorted({homes[each] for each in others} - {account})
    # By the member it has most from: scraps of many members add up without any having been
    # the exemplar. A member that it was not aligned with gave it nothing.
    near: dict[AccountId, list[ArticleId]] = {}
    for other in accounts:
        members = [each for each in members_of(other) if carriage.count(article, each) >= fewest]
        if members:
            near[other] = members
    if not near:
        return ()
    kin = [each for each in members_of(account) if each != article]
    carried = {other: carriage.shared(article, members_of(other)) for other in accounts}
    told = np.sum(list(carried.values()), axis=0)
    foreign = ~carriage.shared(article, kin) & (told < TOLD_EVERYWHERE)
    found: list[Also] = []
    for other, members in near.items():
        taken = (np.count_nonzero(carriage.shared(article, (each,)) & foreign) for each in members)
        if max(taken) >= fewest and _belongs_to(members_of(other), article, carriage):
            words = np.count_nonzero(carried[other] & foreign)
            found.append(Also(other, int(words) / narrated))
    return tuple(sorted(found, key=lambda also: (-also.shared, also.account)))


def _belongs_to(
    members: Sequence[ArticleId],
    article: ArticleId,
    carriage: Carriage,
) -> bool:
    """Whether what an article shares with another account is that account's text.

    It is if several members there carry it while none of its own kin does, or if it makes up
    more of a member there than of this article.
    """
    carriers = [member for member in members if member in carriage.others(article)]
    if len(carriers) > 1:
        return True
    there = max(carriage.share(member, (article,)) for member in carriers)
    return there > carriage.share(article, members)
