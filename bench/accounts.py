"""From recovered text to accounts as a collection grows, and against MinHash LSH on known copies.

The collection is one agency's output with copies that we made of it: as sent, edited by several
desks, or a paragraph taken into another article.
"""

import importlib.util
import math
from collections import Counter
from collections.abc import Iterator, Sequence

from eval.labelled import data_path
from variorum.model import Alignment, Article
from variorum.reuse import find_reuse

from .chain import share_out, time_chain
from .copies import Copy, grow_collection
from .timing import time_in_turn

# The largest size by default: the whole takes a minute or two.
_SIZE = 8000
_RIVAL_SIZE = 2000
# Growing by doubling, up to the size asked for.
_STEPS = 4


def run(size: int = _SIZE) -> Iterator[str]:
    """Yield speed and memory at sizes doubling up to `size`, the growth, and the rival on known copies."""
    data_path("bulk")
    points: list[tuple[int, float]] = []
    for step in reversed(range(_STEPS)):
        chain = time_chain(size >> step)
        points.append((chain.articles, chain.seconds))
        yield (
            f"{chain.articles:7,} articles: {chain.articles / chain.seconds:6.0f} articles/s, "
            f"{chain.alignments / chain.seconds:6.0f} alignments/s, {chain.accounts:,} accounts; "
            f"{chain.megabytes} MB at the most, the largest worker {chain.worker_megabytes} MB"
        )
    yield f"time grows with the number of articles to the power of {_slope(points):.2f}"
    yield from _against_rival(min(size, _RIVAL_SIZE))


def _slope(points: Sequence[tuple[int, float]]) -> float:
    """Return the slope of the straight line through logarithms, by least squares."""
    xs = [math.log(count) for count, _ in points]
    ys = [math.log(seconds) for _, seconds in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return above / sum((a - x) ** 2 for a in xs)


def _against_rival(size: int) -> Iterator[str]:
    if importlib.util.find_spec("datasketch") is None:
        yield "datasketch is not installed: no rival (pip install datasketch)"
        return
    from .lsh import find_near_duplicates

    articles, copies = grow_collection(size)
    ours, rival = time_in_turn(
        lambda: find_reuse(articles, mapper=share_out),
        lambda: find_near_duplicates(articles),
        1,
    )
    yield (
        f"{size:7,} articles: alignments {size / ours:6.0f} articles/s; MinHash LSH {size / rival:6.0f}; "
        f"ratio {rival / ours:.1f}"
    )
    aligned = _pairs(articles, find_reuse(articles, mapper=share_out).alignments)
    told = ("alignments", aligned), ("MinHash LSH", find_near_duplicates(articles))
    for name, pairs in told:
        yield f"copies found by {name}: {_recall(copies, pairs)}; {len(pairs):,} pairs in all"


def _pairs(articles: Sequence[Article], alignments: Sequence[Alignment]) -> set[tuple[int, int]]:
    numbers = {article.id: number for number, article in enumerate(articles)}
    found = (sorted((numbers[each.left], numbers[each.right])) for each in alignments)
    return {(left, right) for left, right in found}


def _recall(copies: Sequence[Copy], pairs: set[tuple[int, int]]) -> str:
    made = Counter(each.kind for each in copies)
    found = Counter(each.kind for each in copies if (each.original, each.copy) in pairs)
    return ", ".join(f"{kind} {found[kind] / made[kind]:.3f} of {made[kind]}" for kind in made)
