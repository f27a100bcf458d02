"""Figures: a number, date, share or sum that an article states, with its unit."""

from dataclasses import dataclass
from typing import Literal, NewType

from .ids import AccountId, ArticleId
from .span import Span

FigureKind = Literal["quantity", "money", "percent", "date", "duration", "age"]
DatePrecision = Literal["minute", "day", "week", "month", "year"]
# The id of a row of the ledger.
FigureId = NewType("FigureId", str)
LedgerStatus = Literal["agreed", "single", "conflict"]
LedgerState = Literal["same", "changed", "added", "dropped", "conflict", "undecided"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one article states it.

    `value` is a number, or an ISO 8601 date (as precise as `precision` says); `hedge` the words
    that qualify it ("some", "more than"); `about` what is counted, for comparing across articles.
    `counted` is the noun counted with the phrase behind it ("people on board").
    Of a range ("10 to 15 people") `value` is the lower end and `upper` the other.
    `seen_from` is the day (ISO 8601) from which the article's dates are resolved, if it tells one.
    """

    article: ArticleId
    kind: FigureKind
    text: str
    begin: int
    end: int
    value: float | int | str | None
    unit: str | None = None
    precision: DatePrecision | None = None
    hedge: str | None = None
    about: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    upper: float | int | None = None
    counted: str | None = None
    seen_from: str | None = None
    in_headline: bool = False

    @property
    def span(self) -> Span:
        """The words of the figure in the capture's text."""
        return Span(self.begin, self.end)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """How a figure stands in one witness, held against the archetype of the witness's account.

    `figure` is where the witness states it, `None` where it does not; `instead` the words that the
    other of the two has in its place: the archetype if this witness states the figure, else the witness.
    `carried` says whether the witness has the paragraph at all in which the archetype states it.
    """

    article: ArticleId
    account: AccountId
    state: LedgerState
    figure: Figure | None = None
    instead: str | None = None
    reason: str = ""
    carried: bool = True


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One figure across a story: the value, its wordings, and which articles and accounts state it.

    Rows that state different values of the same thing carry the same `topic` and are a conflict.
    `status` compares accounts with each other; `state` says in one word what became of the figure,
    in its versions (`entries`, one for each statement and each witness that lacks it) and between
    accounts; `conflicts_with` are the ids of the rows that state another value of the same thing.
    """

    kind: FigureKind
    text: str
    value: float | int | str | None
    unit: str | None
    articles: tuple[ArticleId, ...]
    accounts: tuple[AccountId, ...]
    figures: tuple[Figure, ...]
    precision: DatePrecision | None = None
    hedge: str | None = None
    status: LedgerStatus = "single"
    topic: str | None = None
    reasons: tuple[str, ...] = ()
    id: FigureId = FigureId("")
    state: LedgerState = "same"
    entries: tuple[LedgerEntry, ...] = ()
    conflicts_with: tuple[FigureId, ...] = ()
