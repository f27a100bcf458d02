"""Affairs: texts that hang together by likeness, told apart into events by what sets each off.

Which texts hang together each two of them show by themselves, so that an affair is the same in
whatever order its texts came; the rest of a collection has no say in it.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from .bags import Bags, Ints
from .candidates import candidate_rows
from .components import Link, bounded_components
from .linkage import average_linkage
from .rarity import Rarity
from .resemblance import FITTED, Resemblance, Weights, likeness_of, odds_at

# Average likeness at which texts make a story. All labelled stories mixed: B-cubed F1 .929 at .36
# (P .931 R .927), .926 at .34 (events of one affair join), .927 at .42 (P .952 R .903: follow-ups and
# pages without a day split off).
LEAST_LIKENESS = 0.36
# The odds at which two texts are of one affair. From .36 to .42 the labelled stories group alike (B-cubed F1
# .928 to .929); at .44 (.925) affairs stay under 120 texts, below that undated pages hold many together.
LEAST_ODDS = odds_at(0.38)
# Pairs of lower odds weigh nothing: their likeness is .18, far from joining.
_NOUGHT = -6.0
# An affair of more texts is cut at likelier pairs: telling it apart costs the square of its size, .15 s
# of processor time for 268 texts.
_MOST = 400
_STEPS = tuple(LEAST_ODDS + step / 2 for step in range(1, 24))

Groups = tuple[tuple[int, ...], ...]
Likeness = Mapping[tuple[int, int], float]


def find_affairs(texts: Sequence[Bags], weights: Weights = FITTED) -> list[tuple[int, ...]]:
    """Return the affairs into which texts fall, by number."""
    resemblance = Resemblance(texts, weights=weights)
    links = [
        link for row, others in candidate_rows(texts) for link in kin(resemblance, row, others)
    ]
    return part_affairs(range(len(texts)), links)


def kin(resemblance: Resemblance, row: int, others: Ints) -> Iterator[Link]:
    """Yield those of some texts that are of one affair with a text, each with the odds."""
    others = resemblance.comparable(row, others)
    odds = resemblance.odds(row, others)
    for at in np.flatnonzero(odds >= LEAST_ODDS).tolist():
        yield row, int(others[at]), float(odds[at])


def part_affairs(members: Sequence[int] | range, links: Sequence[Link]) -> list[tuple[int, ...]]:
    """Return the affairs of some texts, given which of them are kin."""
    return bounded_components(members, links, _MOST, _STEPS)


def tell_events(
    texts: Sequence[Bags], *, weights: Weights = FITTED, least: float = LEAST_LIKENESS
) -> Groups:
    """Return the events of an affair, each the numbers of its texts."""
    if len(texts) == 1:
        return ((0,),)
    resemblance = Resemblance(texts, Rarity(texts), weights)
    return average_linkage(len(texts), _likeness(resemblance, len(texts)), least)


def likeness_within(texts: Sequence[Bags]) -> tuple[tuple[float, ...], ...]:
    """Return the likeness of each two texts of an event, as they show it by themselves."""
    found = _likeness(Resemblance(texts), len(texts)) if len(texts) > 1 else {}
    rows = range(len(texts))
    return tuple(
        tuple(found.get((min(a, b), max(a, b)), 0.0) if a != b else 1.0 for b in rows) for a in rows
    )


def _likeness(resemblance: Resemblance, count: int) -> Likeness:
    """Return the likeness of every two texts that have one."""
    likeness: dict[tuple[int, int], float] = {}
    for row in range(count - 1):
        others = resemblance.comparable(row, np.arange(row + 1, count))
        odds = resemblance.odds(row, others)
        for at in np.flatnonzero(odds >= _NOUGHT).tolist():
            likeness[row, int(others[at])] = round(likeness_of(float(odds[at])), 9)
    return likeness
