"""Quotation marks: which stretches of a paragraph stand between them, lost marks included."""

from dataclasses import dataclass

from ..model import Marks

_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "「": "」", "‹": "›"}


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """The words between two marks (marks excluded), and what is wrong with the marks."""

    begin: int
    end: int
    marks: Marks = "ok"


def quoted_spans(text: str) -> tuple[QuotedSpan, ...]:
    """Return the quoted stretches of one paragraph in order, outermost only."""
    found: list[QuotedSpan] = []
    at = 0
    while at < len(text):
        close = _PAIRS.get(text[at])
        if close is None:
            at += 1
            continue
        end = text.find(close, at + 1)
        if end < 0:
            found.append(QuotedSpan(at + 1, len(text), "unclosed"))
            break
        found.append(QuotedSpan(at + 1, end))
        at = end + 1
    return tuple(found)
