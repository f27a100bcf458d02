"""Figures found: articles a second of one core's time, beside a bare search for numbers and days.

Processor time, since other work on the machine takes turns with ours. The rival is the least that
any finder must do: look once for numbers, months and weekdays.
"""

import re
import time
from collections.abc import Callable, Iterator
from itertools import islice

from eval.labelled import read_rows
from eval.seeded_figures import day_of
from eval.stories import article_of
from variorum.figures import find_figures

_ARTICLES = 1000
# Taken evenly out of all years of the agency's output.
_STEP = 26
_ROUNDS = 3
_PLAIN = re.compile(
    r"\d[\d.,]*|\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)


def run() -> Iterator[str]:
    """Yield articles a second, with dates resolved, and the ratio to a bare search."""
    articles = [
        article_of(row["id"], row["title"], row["text"], day_of(row["id"]))
        for row in islice(read_rows("bulk"), 0, _ARTICLES * _STEP, _STEP)
    ]
    texts = [article.capture.text for article in articles]
    found = sum(len(find_figures(article)) for article in articles)
    ours = _seconds(lambda: [find_figures(article) for article in articles])
    plain = _seconds(lambda: [_PLAIN.findall(text) for text in texts])
    yield (
        f"figures: {len(articles) / ours:8.0f} articles/s of processor time, {found / len(articles):.1f} "
        f"figures an article; a bare search {len(articles) / plain:.0f}, ratio {plain / ours:.2f}"
    )


def _seconds(run_all: Callable[[], object]) -> float:
    """Return the least processor time of a few rounds: what disturbs a round only adds to it."""
    times = []
    for _ in range(_ROUNDS):
        begun = time.process_time()
        run_all()
        times.append(time.process_time() - begun)
    return min(times)
