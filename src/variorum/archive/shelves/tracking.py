"""Tracking: the pages of an archive that may carry a pasted text, found without reading them all."""

from collections import Counter

import numpy as np
from sqlalchemy import Connection

from ...model import Article, ArticleId, Capture, CaptureId, Paragraph
from ...store.fulltext import Query, holding_any
from ...store.postings import owners_of
from ...store.searching import count_searched
from ...stories.words import background, bucket_of
from ...text import folded_words
from ..adding.neighbours import sampled_runs

# Pages looked at word by word, those that share most first.
_MOST = 2000
# Of a text too short for sampled runs so many of its rarest words are looked up; a page that
# carries it has most of them.
_RAREST = 6
_SHORT = 80


def likely_carriers(connection: Connection, text: str, *, sqlite: bool) -> tuple[list[int], int]:
    """Return the articles that may carry a text, the likeliest first, and how many there are in all."""
    searched = count_searched(connection)
    counts: Counter[int] = Counter()
    runs = sampled_runs(_as_article(text))
    if len(runs):
        _, owners = owners_of(connection, runs)
        numbers, shared = np.unique(owners, return_counts=True)
        counts.update(dict(zip(numbers.tolist(), shared.tolist(), strict=True)))
    words = folded_words(text)
    if len(words) <= _SHORT:
        for phrase in _phrases(words):
            found = holding_any(connection, Query((phrase,)), _MOST, sqlite=sqlite)
            counts.update(dict.fromkeys(found, 1))
    best = sorted(counts, key=lambda number: (-counts[number], number))[:_MOST]
    return best, searched


def _phrases(words: list[str]) -> list[tuple[str, ...]]:
    """Return pieces of a short text, each of three words around one of its rarest."""
    _, share = background()
    if len(words) <= 3:
        return [tuple(words)] if words else []
    rarest = sorted(range(len(words)), key=lambda at: (share[bucket_of(words[at])], at))[:_RAREST]
    starts = sorted({min(max(0, at - 1), len(words) - 3) for at in rarest})
    return [tuple(words[at : at + 3]) for at in starts]


def _as_article(text: str) -> Article:
    capture = Capture(CaptureId(""), "", text, "text/plain", "")
    paragraphs = (Paragraph(text, 0, len(text)),)
    return Article(ArticleId(""), capture, "article", paragraphs)
