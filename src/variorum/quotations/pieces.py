"""Pieces that only a cue keeps apart, made one quotation: “Go,” she said, “and do not return.”"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Article, Marks, Quotation, Span

# The longest cue with its speaker's office and place fits in this.
_LONGEST_CUE = 160
# The cue ends its sentence before the next piece opens: “Go,” she said. “Do not return.”
_ENDED = re.compile(r"\w[.!?…]\s*\S{0,2}$")

Pieces = tuple[Quotation, tuple[Span, ...], tuple[str, ...]]


def join_pieces(articles: Sequence[Article], quotations: Sequence[Quotation]) -> list[Pieces]:
    """Return the quotations of every article, stretches that only a cue divides made one."""
    paragraphs = {
        article.id: [(each.begin, each.end) for each in article.paragraphs] for article in articles
    }
    texts = {article.id: article.capture.text for article in articles}
    joined: list[Pieces] = []
    for quotation in sorted(set(quotations), key=lambda each: (each.article, each.begin, each.end)):
        if joined and _goes_on(joined[-1], quotation, paragraphs[quotation.article]):
            first, spans, pieces = joined[-1]
            text = _with(first, quotation, texts[quotation.article])
            wider = replace(first, text=text, end=quotation.end, marks=_worse(first, quotation))
            joined[-1] = (wider, (*spans, quotation.span), (*pieces, quotation.text))
        else:
            joined.append((quotation, (quotation.span,), (quotation.text,)))
    return joined


def _with(first: Quotation, second: Quotation, text: str) -> str:
    """Return two pieces as one text; a comma that only led to the cue gives way to the end it hides."""
    between = text[first.end : second.begin]
    if first.text.endswith(",") and _ENDED.search(between):
        return f"{first.text[:-1]}. {second.text}"
    return f"{first.text} {second.text}"


def _worse(one: Quotation, other: Quotation) -> Marks:
    return one.marks if one.marks != "ok" else other.marks


def _goes_on(before: Pieces, quotation: Quotation, paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Whether a direct quotation goes on with the one before it, behind a cue."""
    first, *_ = before
    if first.article != quotation.article or first.in_headline or quotation.in_headline:
        return False
    if first.kind != "direct" or quotation.kind != "direct" or first.speaker is None:
        return False
    same = quotation.speaker is not None and (
        quotation.speaker.begin == first.speaker.begin
        or (quotation.speaker.name is not None and quotation.speaker.name == first.speaker.name)
    )
    near = 0 <= quotation.begin - first.end <= _LONGEST_CUE
    return (
        same
        and near
        and any(begin <= first.begin and quotation.end <= end for begin, end in paragraphs)
    )
