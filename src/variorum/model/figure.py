"""Figures: a number, date, share or sum that an article states, with its unit."""

from dataclasses import dataclass
from typing import Literal

from .ids import AccountId, ArticleId
from .span import Span

FigureKind = Literal["quantity", "money", "percent", "date", "duration", "age"]
DatePrecision = Literal["minute", "day", "week", "month", "year"]
LedgerStatus = Literal["agreed", "single", "conflict"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one article states it.

    `value` is a number, or an ISO 8601 date (as precise as `precision` says); `hedge` the words
    that qualify it ("some", "more than"); `about` what is counted, for comparing across articles.
    `counted` is the noun counted with the phrase behind it ("people on board").
    Of a range ("10 to 15 people") `value` is the lower end and `upper` the other.
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

    @property
    def span(self) -> Span:
        """The words of the figure in the capture's text."""
        return Span(self.begin, self.end)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One figure across a story: the value, its wordings, and which articles and accounts state it.

    Rows that state different values of the same thing carry the same `topic` and are a conflict.
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
