"""Who is who in one story: its pages by name, its accounts in order of size, each with its sign."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from ...model import Account, AccountId, Article, ArticleId, Story
from ..wording import outlet_name
from .palette import NO_SIGN, Sign, account_signs


@dataclass(frozen=True, slots=True)
class Register:
    """The articles, accounts and signs of one story, and the anchors of its pages.

    `known` are the accounts of all stories: what a page took may come from another event.
    """

    articles: Mapping[ArticleId, Article]
    accounts: tuple[Account, ...]
    signs: Mapping[AccountId, Sign]
    account_of: Mapping[ArticleId, AccountId]
    anchors: Mapping[ArticleId, str]
    known: Mapping[AccountId, Account] = field(default_factory=dict)

    def sign(self, account: AccountId | None) -> Sign:
        """Return the sign of an account; of one that this story does not hold, the neutral one."""
        return self.signs.get(account, NO_SIGN) if account is not None else NO_SIGN

    def name(self, article: ArticleId) -> str:
        """Return the name of the outlet of a page, or that it has none."""
        return outlet_name(self.articles[article])


def page_reference(article: Article) -> str:
    """Return what tells a page from every other: the key it was given, or its file and record."""
    return article.capture.key or PurePath(article.capture.location).name


def register_story(
    story: Story,
    articles: Mapping[ArticleId, Article],
    anchors: Mapping[ArticleId, str],
    known: Mapping[AccountId, Account] | None = None,
) -> Register:
    """Return the register of a story; accounts of many pages come first."""
    accounts = tuple(sorted(story.accounts, key=lambda account: -len(account.witnesses)))
    return Register(
        articles=articles,
        accounts=accounts,
        signs=account_signs(accounts),
        account_of={
            witness.article: account.id for account in accounts for witness in account.witnesses
        },
        anchors=anchors,
        known={each.id: each for each in accounts} | dict(known or {}),
    )
