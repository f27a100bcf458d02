"""Accounts: the articles of a collection, gathered by the text that they carry."""

from collections.abc import Mapping, Sequence

from ..model import (
    Account,
    AccountId,
    Alignment,
    Article,
    ArticleId,
    Origin,
    Witness,
    content_id,
)
from .carriage import Carriage
from .contamination import find_also
from .gathering import gather
from .kinship import find_links
from .origins import find_origin
from .relations import estimate_relation
from .sigla import order_witnesses, sigil


def find_accounts(
    articles: Sequence[Article], alignments: Sequence[Alignment]
) -> tuple[Account, ...]:
    """Return the accounts of a collection; every page of kind `article` is a witness of exactly one."""
    known = {article.id: article for article in articles if article.kind == "article"}
    carriage = Carriage(list(known.values()), alignments)
    within = [each for each in alignments if each.left in known and each.right in known]
    gathered = gather(sorted(known), find_links(within, carriage), carriage)
    members = {
        AccountId(content_id(*sorted(group))): order_witnesses(known[each] for each in group)
        for group in gathered
    }
    ids = {account: [article.id for article in group] for account, group in members.items()}
    accounts = [_account(account, group, ids, carriage) for account, group in members.items()]
    return tuple(sorted(accounts, key=lambda account: (-len(account.witnesses), account.id)))


def _account(
    account: AccountId,
    articles: Sequence[Article],
    members: Mapping[AccountId, Sequence[ArticleId]],
    carriage: Carriage,
) -> Account:
    origin = find_origin(articles)
    sigla = {article.id: sigil(number) for number, article in enumerate(articles)}
    return Account(
        id=account,
        witnesses=tuple(
            _witness(article, account, members, origin, carriage, sigla) for article in articles
        ),
        origin=origin,
        headline=_headline(articles, carriage),
        reasons=_reasons(articles, carriage),
    )


def _witness(
    article: Article,
    account: AccountId,
    members: Mapping[AccountId, Sequence[ArticleId]],
    origin: Origin,
    carriage: Carriage,
    sigla: dict[ArticleId, str],
) -> Witness:
    kin = [each for each in members[account] if each != article.id]
    also = find_also(article.id, account, members, carriage)
    estimate = estimate_relation(article, kin, also, origin, carriage, sigla)
    return Witness(
        sigil=sigla[article.id],
        article=article.id,
        relation=estimate.relation,
        shared=round(estimate.shared, 4),
        own=round(estimate.own, 4),
        dropped=round(estimate.dropped, 4),
        confidence=estimate.confidence,
        reasons=estimate.reasons,
        also=also,
    )


def _headline(articles: Sequence[Article], carriage: Carriage) -> str | None:
    """Return the headline of the witness that has most in common with the others."""
    titled = [article for article in articles if article.headline]
    if not titled:
        return None
    ids = [article.id for article in articles]

    def rank(article: Article) -> tuple[float, int]:
        shares = [carriage.share(each, (article.id,)) for each in ids if each != article.id]
        return (-sum(shares), ids.index(article.id))

    return min(titled, key=rank).headline


def _reasons(articles: Sequence[Article], carriage: Carriage) -> tuple[str, ...]:
    if len(articles) == 1:
        return ("no other article carries this text",)
    ids = [article.id for article in articles]
    shares = [carriage.share(each, [other for other in ids if other != each]) for each in ids]
    return (
        f"{len(ids)} articles tell one text: each has {min(shares):.0%} or more of its narrated "
        "words in common with the others",
    )
