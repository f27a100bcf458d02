"""A quotation as it comes to be compared: what one article of one account gives, in one piece."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Account, AccountId, Article, ArticleId, Quotation, Span
from .mending import mended
from .pieces import join_pieces


@dataclass(frozen=True, slots=True)
class Given:
    """A quotation with its stretches: several where a cue divides it, `pieces` are their words.

    `name` is what its speaker is called in the article, as far as that is known.
    """

    quotation: Quotation
    spans: tuple[Span, ...]
    account: AccountId | None
    name: str | None = None
    pieces: tuple[str, ...] = ()


def given_of(
    articles: Sequence[Article], accounts: Iterable[Account], quotations: Iterable[Quotation]
) -> list[Given]:
    """Return the quotations of articles between marks, lost marks mended, pieces joined."""
    held = {article.id for article in articles}
    account_of = _accounts_of(accounts)
    quoted = mended(
        articles,
        account_of,
        [each for each in quotations if each.kind != "indirect" and each.article in held],
    )
    return [
        Given(quotation, spans, account_of.get(quotation.article), _name(quotation), pieces)
        for quotation, spans, pieces in join_pieces(articles, quoted)
    ]


def _accounts_of(accounts: Iterable[Account]) -> Mapping[ArticleId, AccountId]:
    return {article: account.id for account in accounts for article in account.articles}


def _name(quotation: Quotation) -> str | None:
    return quotation.speaker.name if quotation.speaker is not None else None
