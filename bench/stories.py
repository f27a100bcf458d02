"""Stories grouped: articles a second of one core's time, and how time grows with the collection.

Figures are found beforehand (`figures` measures that). The rival is what a script would do: words
counted and weighed by rarity, and the dense likeness of all pairs, which grows with the square.
"""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from eval.labelled import read_rows
from eval.seeded_figures import day_of
from eval.stories import article_of, own_accounts
from variorum.figures import find_figures
from variorum.model import Article
from variorum.stories import group_stories
from variorum.stories.words import BUCKETS, background, buckets

_SIZES = (500, 1000, 2000, 4000)
# The dense likeness of more takes gigabytes.
_RIVAL_SIZE = 2000
_STEP = 3


def run() -> Iterator[str]:
    """Yield articles a second for collections of growing size, and the ratio to the rival."""
    articles = [
        article_of(row["id"], row["title"], row["text"], day_of(row["id"]))
        for row in islice(read_rows("bulk"), 0, max(_SIZES) * _STEP, _STEP)
    ]
    figures = {article.id: find_figures(article) for article in articles}
    taken: dict[int, float] = {}
    for size in _SIZES:
        some = articles[:size]
        stated = [figure for article in some for figure in figures[article.id]]
        begun = time.process_time()
        stories = group_stories(some, own_accounts(some), stated)
        taken[size] = time.process_time() - begun
        yield (
            f"stories: {size:5} articles, {size / taken[size]:6.0f} articles/s of processor time, "
            f"{len(stories)} stories"
        )
    rival = _rival_seconds(articles[:_RIVAL_SIZE])
    yield f"dense likeness of all pairs of {_RIVAL_SIZE}: ratio {rival / taken[_RIVAL_SIZE]:.2f}"
    yield f"eight times the articles take {taken[_SIZES[-1]] / taken[_SIZES[0]]:.1f} times as long"


def _rival_seconds(articles: Sequence[Article]) -> float:
    """Return the time for weighing words and comparing all pairs, joining not counted."""
    begun = time.process_time()
    bags = [Counter(buckets(f"{each.headline or ''} {each.text}")) for each in articles]
    rarity = -np.log(background()[1])
    places = sorted({place for bag in bags for place in bag})
    column = np.zeros(BUCKETS, dtype=np.int64)
    column[places] = np.arange(len(places))
    dense = np.zeros((len(articles), len(places)), dtype=np.float32)
    for row, bag in enumerate(bags):
        for place, count in bag.items():
            dense[row, column[place]] = count * rarity[place]
    dense /= np.maximum(np.linalg.norm(dense, axis=1, keepdims=True), 1e-9)
    assert (dense @ dense.T).shape == (len(articles), len(articles))
    return time.process_time() - begun
