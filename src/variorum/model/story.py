"""A story: the accounts of one event. (Never one article.)"""

from dataclasses import dataclass

from .account import Account
from .article import Article
from .capture import Failure, Note
from .fidelity import Fidelity
from .figure import Figure, LedgerRow
from .ids import ArticleId, StoryId
from .passage import Alignment, CommonPassage
from .person import Person
from .quotation import Quotation, Utterance


@dataclass(frozen=True, slots=True)
class OutletShare:
    """How much of what one outlet prints in a story is its own.

    `own` is the share of its pages' narrated words that stand on no other outlet's page and are no
    agency's; words that others have from it stay its own. `agencies` are those whose text it
    prints. Pages of unknown outlets are one family, whose `outlet` is `None`.
    """

    outlet: str | None
    pages: int
    words: int
    own: float
    agencies: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


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
    outlets: tuple[OutletShare, ...] = ()
    people: tuple[Person, ...] = ()
    fidelity: tuple[Fidelity, ...] = ()

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles of all accounts."""
        return tuple(article for account in self.accounts for article in account.articles)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was found in a set of captures: what could be read, what could not, and the stories.

    `common` are the widest passages that articles of different accounts share without copying,
    `common_left` how many more there are.
    """

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...]
    stories: tuple[Story, ...]
    alignments: tuple[Alignment, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    common: tuple[CommonPassage, ...] = ()
    common_left: int = 0
