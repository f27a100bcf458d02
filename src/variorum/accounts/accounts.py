"""Accounts: the articles of a collection, gathered by the text that they carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from ..model import (
    Account,
    AccountId,
    Alignment,
    Also,
    Article,
    ArticleId,
    Witness,
    content_id,
)
from ..reuse import Mapper, Narration, collection_put_off, cut
from .adoption import adopt
from .carriage import Carriage
from .contamination import find_also
from .gathering import gather
from .kinship import find_links
from .origins import find_origin
from .relations import Estimate, estimate_relation
from .sigla import order_witnesses, sigil

# Accounts of one part of the work.
_PART = 250


def find_accounts(
    articles: Sequence[Article],
    alignments: Sequence[Alignment],
    *,
    narrations: Mapping[ArticleId, Narration] = MappingProxyType({}),
    mapper: Mapper = map,
) -> tuple[Account, ...]:
    """Return the accounts of a collection; a page of kind `article` is a witness of exactly one.

    `narrations` are the words of articles that reuse has read; the others are read here.
    `mapper` does the parts of the work: `map` one after the other, an engine's in several processes.
    """
    with collection_put_off():
        return _find_accounts(articles, alignments, narrations, mapper)


def _find_accounts(
    articles: Sequence[Article],
    alignments: Sequence[Alignment],
    narrations: Mapping[ArticleId, Narration],
    mapper: Mapper,
) -> tuple[Account, ...]:
    known = {article.id: article for article in articles if article.kind == "article"}
    within = [each for each in alignments if each.left in known and each.right in known]
    carriage = Carriage(list(known.values()), within, narrations, mapper)
    linked = gather(sorted(known), find_links(known, within, carriage), carriage)
    gathered = adopt(linked, known, carriage)
    gathering = _Gathering.of([[known[each] for each in group] for group in gathered], carriage)
    ids = list(gathering.members)
    told = mapper(partial(_tell_some, ids, gathering), cut(len(ids), _PART))
    accounts = [account for part in told for account in part]
    return tuple(sorted(accounts, key=lambda account: (-len(account.witnesses), account.id)))


@dataclass(frozen=True, slots=True)
class _Gathering:
    """All accounts with their articles in the order of sigla, and the account of each article."""

    members: dict[AccountId, list[Article]]
    homes: dict[ArticleId, AccountId]
    carriage: Carriage

    @classmethod
    def of(cls, groups: Sequence[Sequence[Article]], carriage: Carriage) -> "_Gathering":
        members = {
            AccountId(content_id(*sorted(each.id for each in group))): order_witnesses(group)
            for group in groups
        }
        homes = {each.id: account for account, group in members.items() for each in group}
        return cls(members, homes, carriage)

    def ids(self, account: AccountId) -> list[ArticleId]:
        """The ids of an account's articles."""
        return [article.id for article in self.members[account]]


def _tell_some(ids: Sequence[AccountId], gathering: _Gathering, part: range) -> list[Account]:
    return [_account(account, gathering) for account in ids[part.start : part.stop]]


def _account(account: AccountId, gathering: _Gathering) -> Account:
    articles = gathering.members[account]
    origin = find_origin(articles)
    sigla = {article.id: sigil(number) for number, article in enumerate(articles)}
    also = {article.id: _also(article, account, gathering) for article in articles}
    taken = {each: sum(other.shared for other in others) for each, others in also.items()}
    estimates = [
        estimate_relation(article, taken, origin, gathering.carriage, sigla) for article in articles
    ]
    return Account(
        id=account,
        witnesses=tuple(
            _witness(article, estimate, sigla[article.id], also[article.id])
            for article, estimate in zip(articles, estimates, strict=True)
        ),
        origin=origin,
        headline=_headline(articles, gathering.carriage),
        reasons=_reasons([each.shared for each in estimates]),
    )


def _also(article: Article, account: AccountId, gathering: _Gathering) -> tuple[Also, ...]:
    return find_also(article.id, account, gathering.ids, gathering.homes, gathering.carriage)


def _witness(article: Article, estimate: Estimate, label: str, also: tuple[Also, ...]) -> Witness:
    return Witness(
        sigil=label,
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
    titled = [(number, article) for number, article in enumerate(articles) if article.headline]
    if not titled:
        return None

    def rank(each: tuple[int, Article]) -> tuple[float, int]:
        number, article = each
        # In the order of the witnesses, or the last digits of the sum would hang on the run.
        near = [other.id for other in articles if other.id in carriage.others(article.id)]
        return (-sum(carriage.share(other, (article.id,)) for other in near), number)

    return min(titled, key=rank)[1].headline


def _reasons(shares: Sequence[float]) -> tuple[str, ...]:
    """Say what makes the articles one account; each gives the share that it has in common."""
    if len(shares) == 1:
        return ("no other article carries this text",)
    least = "all" if min(shares) > 0.995 else f"{min(shares):.0%} or more"
    return (
        f"{len(shares)} articles tell one text: each has {least} of its narrated words in common "
        "with the others",
    )
