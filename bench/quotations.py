"""Quotations found, articles a second on one core, beside the least there is: an expression that pairs marks.

The expression knows no speaker, no cue, no indirect speech and no lost mark, and takes every title
for speech: it says how far from nothing we are. The rival of the same kind, textacy on spaCy, was
measured at 4 articles a second; it is not among the libraries of development.
"""

import time
from collections.abc import Iterator
from itertools import islice

from eval.labelled import read_rows
from eval.quotations import article_of, pairs_of_marks
from variorum.model import Article
from variorum.quotations import find_quotations

from .timing import time_in_turn

_ARTICLES = 400
# Every so manieth article, so that neighbours of one day, which may repeat each other, stand apart.
_STEP = 50


def run() -> Iterator[str]:
    """Yield articles and characters a second of CPU time, and the ratio to the expression."""
    articles = _articles()
    characters = sum(len(each.capture.text) for each in articles)
    found = sum(len(find_quotations(each)) for each in articles)
    ours, rival = time_in_turn(
        lambda: [find_quotations(each) for each in articles],
        lambda: [pairs_of_marks(each.capture.text) for each in articles],
        clock=time.process_time,
    )
    yield (
        f"{len(articles)} articles, {characters / len(articles):.0f} characters each, "
        f"{found / len(articles):.1f} quotations each"
    )
    yield (
        f"find_quotations {len(articles) / ours:8.1f} articles/s of CPU time, "
        f"{characters / ours / 1e6:.2f} million characters/s"
    )
    yield f"pairs of marks  {len(articles) / rival:8.1f} articles/s, ratio {rival / ours:.4f}"


def _articles() -> list[Article]:
    rows = islice(read_rows("bulk"), 0, _ARTICLES * _STEP, _STEP)
    return [article_of(row["text"], row["id"]) for row in rows]
