"""Accounts among one agency's articles and the copies of them, against every pair compared in turn.

The rival is what a careful script does: the sets of six-word runs of every two articles, as
datasets are usually deduplicated before an index is thought of.
"""

import itertools
from collections.abc import Iterator

from eval.labelled import read_rows
from variorum.accounts import find_accounts
from variorum.extract import extract_articles
from variorum.ingest import make_capture
from variorum.model import Article, Stated
from variorum.reuse import find_alignments
from variorum.text import folded_words

from .timing import time_in_turn

_SIZES = (250, 500, 1000)
_RUN = 6
_SHARE = 0.5


def run() -> Iterator[str]:
    """Yield articles a second of both at growing sizes, and the ratio."""
    articles = _articles(max(_SIZES))
    for size in _SIZES:
        some = articles[:size]
        ours, rival = time_in_turn(lambda some=some: _ours(some), lambda some=some: _pairs(some), 1)  # type: ignore[misc]
        yield (
            f"{size:6,} articles: {size / ours:8.0f} articles/s; every pair {size / rival:8.0f}; "
            f"ratio {rival / ours:.1f}"
        )


def _articles(number: int) -> list[Article]:
    captures = [
        make_capture(
            row["id"], row["text"], is_markup=False, key=row["id"],
            stated=Stated(headline=row["title"], recovered=True),
        )
        for row in itertools.islice(read_rows("bulk"), number)
        if row["text"].strip()
    ]  # fmt: skip
    return list(extract_articles(captures))


def _ours(articles: list[Article]) -> object:
    return find_accounts(articles, find_alignments(articles))


def _pairs(articles: list[Article]) -> object:
    runs = []
    for article in articles:
        words = folded_words(article.text)
        runs.append({tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)})
    return [
        (left, right)
        for left, right in itertools.combinations(range(len(runs)), 2)
        if len(runs[left] & runs[right]) >= _SHARE * min(len(runs[left]), len(runs[right]), 10**9)
        and runs[left]
    ]
