"""The body of a page captured as text: which lines are the article, and what the others are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import ArticleKind, Paragraph
from .agreement import Agreement
from .lines import Line
from .repetition import SiteRepetition

LineLabel = Literal[
    "chrome",
    "headline",
    "standfirst",
    "byline",
    "date",
    "body",
    "caption",
    "subheading",
    "related",
]
_ENDS = (".", "!", "?", "”", '"', "’", "…", "。", "！", "？")


@dataclass(frozen=True, slots=True)
class Body:
    """What was recovered from one page: a label a line, the paragraphs, the kind of page and why."""

    labels: tuple[LineLabel, ...]
    paragraphs: tuple[Paragraph, ...]
    subheadings: tuple[Paragraph, ...]
    kind: ArticleKind
    confidence: float
    reasons: tuple[str, ...]


def recover_body(
    lines: Sequence[Line],
    text: str,
    site: SiteRepetition | None = None,
    agreement: Agreement | None = None,
) -> Body:
    """Return the body of the page whose lines are `lines`, and what kind of page it is."""
    prose = [len(line.text.split()) >= 10 and line.text.endswith(_ENDS) for line in lines]
    labels: tuple[LineLabel, ...] = tuple("body" if each else "chrome" for each in prose)
    paragraphs = tuple(
        Paragraph(line.text, line.begin, line.end)
        for line, each in zip(lines, prose, strict=True)
        if each
    )
    kind: ArticleKind = "article" if paragraphs else "none"
    return Body(labels, paragraphs, (), kind, 0.5, ())
