"""The JSON shape of a trace: every carrier of a pasted text, oldest first."""

from collections.abc import Mapping
from typing import Any

from ..model import Article, ArticleId, CarriedPassage, Carrier, Span, Trace
from .change_record import change_records

Record = dict[str, Any]


def trace_record(trace: Trace) -> Record:
    """Return a trace as `variorum trace --json` prints it."""
    articles = {article.id: article for article in trace.articles}
    return {
        "text": trace.text,
        "searched": trace.searched,
        "carriers": [_carrier(each, articles) for each in trace.carriers],
        "failures": [{"location": each.location, "error": each.error} for each in trace.failures],
        "notes": [{"location": each.location, "text": each.text} for each in trace.notes],
    }


def _carrier(carrier: Carrier, articles: Mapping[ArticleId, Article]) -> Record:
    article = articles[carrier.article]
    capture = article.capture
    dated = article.published or article.modified
    return {
        "article": article.id,
        "location": capture.location,
        "key": capture.key,
        "url": capture.url,
        "taken_at": capture.taken_at,
        "kind": article.kind,
        "outlet": article.outlet,
        "host": article.host,
        "headline": article.headline,
        "published": article.published.value if article.published else None,
        "modified": article.modified.value if article.modified else None,
        "precision": dated.precision if dated else None,
        "places": list(carrier.places) if carrier.places else None,
        "text_share": round(carrier.text_share, 4),
        "article_share": round(carrier.article_share, 4),
        "verbatim": carrier.is_verbatim,
        "passages": [_passage(each) for each in carrier.passages],
    }


def _passage(passage: CarriedPassage) -> Record:
    return {
        "pasted": _span(passage.pasted),
        "carried": _span(passage.carried) if passage.carried else None,
        "text": passage.text,
        "words": passage.words,
        "alike": passage.alike,
        "kind": passage.kind,
        "field": passage.field,
        "reason": passage.reason,
        "verbatim": passage.is_verbatim,
        "changes": change_records(passage.changes),
    }


def _span(span: Span) -> list[int]:
    return [span.begin, span.end]
