"""A story: the accounts of one event. (Never one article.)"""

from dataclasses import dataclass

from .account import Account
from .article import Article
from .capture import Failure, Note
from .figure import Figure, LedgerRow
from .ids import ArticleId, StoryId
from .passage import Alignment
from .quotation import Quotation, Utterance


@dataclass(frozen=True, slots=True)
class Story:
    """The accounts of one event, what was said in them, and what they state.

    `houses` counts the agencies and outlets that are known to be different and stand behind the
    accounts: two accounts of one agency are one house, and nothing unknown adds to the number.
    """

    id: StoryId
    headline: str | None
    event_date: str | None
    accounts: tuple[Account, ...]
    utterances: tuple[Utterance, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    houses: int = 0
    house_reasons: tuple[str, ...] = ()
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles of all accounts."""
        return tuple(article for account in self.accounts for article in account.articles)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was found in a set of captures: what could be read, what could not, and the stories."""

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...]
    stories: tuple[Story, ...]
    alignments: tuple[Alignment, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
