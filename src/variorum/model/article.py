"""An article: what one capture publishes.

Headline, byline (people), credit (agencies whose text this is), dateline, dates and paragraphs
are kept apart, each with the spans of the capture's text that prove it.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .capture import Capture
from .ids import ArticleId
from .span import Span

ArticleKind = Literal["article", "aggregate", "none"]
Precision = Literal["day", "minute", "second"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as the page gives it: ISO 8601, as precise as the page, with a zone only if it names one."""

    value: str
    precision: Precision

    @property
    def day(self) -> date:
        """The calendar day, in the page's own zone."""
        return date.fromisoformat(self.value[:10])

    @property
    def has_zone(self) -> bool:
        """Whether the page named a zone, so that two moments can be put in order to the minute."""
        return self.precision != "day" and (self.value.endswith("Z") or self.value[-6] in "+-")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place (and sometimes date and agency) that opens a report: "TEHRAN, April 29 (Reuters) -"."""

    place: str | None
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text with white space put right, and where it stands in the capture.

    `joins` maps the text back where it is not the capture's to the letter (lines that were
    wrapped): pairs (offset in `text`, offset in the capture), ascending; between two pairs both
    advance together. Empty when `text` is `capture.text[begin:end]`.
    """

    text: str
    begin: int
    end: int
    joins: tuple[tuple[int, int], ...] = ()

    def offset(self, position: int) -> int:
        """Return the capture offset of a position in `text`."""
        if not self.joins:
            return self.begin + position
        place = bisect_right(self.joins, (position, self.end + 1)) - 1
        if place < 0:
            return self.begin + position
        start, captured = self.joins[place]
        return captured + position - start

    def span(self, begin: int, end: int) -> Span:
        """Return the capture span of `text[begin:end]`; a span that ends at a join ends before the gap."""
        if end <= begin:
            at = self.offset(begin)
            return Span(at, at)
        return Span(self.offset(begin), self.offset(end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The spans of the capture's text that prove one field of an article."""

    field: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Absent on the page is `None` or empty, never a guess."""

    id: ArticleId
    capture: Capture
    kind: ArticleKind
    paragraphs: tuple[Paragraph, ...] = ()
    outlet: str | None = None
    host: str | None = None
    language: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    contributed: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: Moment | None = None
    modified: Moment | None = None
    captions: tuple[str, ...] = ()
    subheadings: tuple[Paragraph, ...] = ()
    tags: tuple[str, ...] = ()
    canonical: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    related: tuple[Paragraph, ...] = ()
    sections: tuple[str, ...] = ()
    image_credits: tuple[str, ...] = ()

    def spans_of(self, field: str) -> tuple[Span, ...]:
        """Return the spans that prove `field`; empty where a record stated it."""
        return next((each.spans for each in self.evidence if each.field == field), ())

    @property
    def text(self) -> str:
        """The body: paragraphs, a blank line between two."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)
