"""Fidelity: of the quotations that an outlet took over, how many stand as its exemplar had them."""

from dataclasses import dataclass

from .ids import ArticleId, QuotationId
from .quotation import Change, Marks
from .span import Span


@dataclass(frozen=True, slots=True)
class TakenQuotation:
    """A quotation of an exemplar that a page took over, and what became of it there.

    `exemplar` is the page it derives from, `None` where that is lost and `text` is what is
    reconstructed of it. `reasons` say why it does not stand as it did; empty where it does.
    """

    article: ArticleId
    spans: tuple[Span, ...]
    text: str
    exemplar: ArticleId | None = None
    utterance: QuotationId | None = None
    marks: Marks = "ok"
    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether it stands as the exemplar had it; glyphs and house style are no change."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Fidelity:
    """The quotations that one outlet's pages in a story took over; `None` is all unknown outlets."""

    outlet: str | None
    quotations: tuple[TakenQuotation, ...]

    @property
    def taken(self) -> int:
        """How many quotations were taken over."""
        return len(self.quotations)

    @property
    def kept(self) -> int:
        """How many of them stand as the exemplar had them."""
        return sum(each.kept for each in self.quotations)

    @property
    def changed(self) -> tuple[TakenQuotation, ...]:
        """Those that do not."""
        return tuple(each for each in self.quotations if not each.kept)
