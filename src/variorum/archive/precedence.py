"""Precedence: in which order the carriers of a text appeared, as far as their dates decide it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from ..model import Article, ArticleId, Carrier, Moment
from ..stemmatics.clues import earliest, is_surely_later


def put_in_order(
    carriers: Sequence[Carrier], articles: Mapping[ArticleId, Article]
) -> tuple[Carrier, ...]:
    """Return carriers oldest first with the places that each may have, undated ones last."""
    dated = [(moment, each) for each in carriers if (moment := articles[each.article].published)]
    dated.sort(key=lambda pair: (earliest(pair[0]), pair[0].value, pair[1].article))
    places = places_of([moment for moment, _ in dated])
    undated = sorted(
        (each for each in carriers if articles[each.article].published is None),
        key=lambda each: (-each.text_share, each.article),
    )
    placed = [replace(each, places=at) for (_, each), at in zip(dated, places, strict=True)]
    # Whatever is surely older has an earlier first place: the order holds, and those that are
    # pinned down come before those that are not.
    placed.sort(key=lambda each: each.places or (0, 0))
    return (*placed, *undated)


def places_of(moments: Sequence[Moment]) -> list[tuple[int, int]]:
    """Return the earliest and latest place that each of some moments can have, counted from 1.

    They stand in the order of the earliest instant that each may mean, so that those surely later
    than one are all that follow from some place on.

    >>> places_of([Moment("2031-05-02", "day"), Moment("2031-05-02T09:00Z", "minute")])
    [(1, 2), (1, 2)]
    """
    count = len(moments)
    later = [_first_later(moments, one) for one in moments]
    ended = [0] * (count + 1)
    for place in later:
        ended[place] += 1
    before = list(accumulate(ended))
    return [(1 + before[at], later[at]) for at in range(count)]


def _first_later(moments: Sequence[Moment], one: Moment) -> int:
    return bisect_left(moments, True, key=lambda other: is_surely_later(other, one))
