"""Kinship: whether what two articles share makes them versions of one text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from ..model import Alignment, Article, ArticleId
from ..text import folded_words
from .carriage import Carriage, Telling
from .citation import cites, is_round_up
from .timing import lie_far_apart

# Fewest narrated words of a link: shorter common prose is a stock sentence or a borrowed one.
FEWEST_WORDS = 25
# So much of the shorter article stands in the longer one. In `bulk` two stories of one agency
# and day that share their background reach .55, updates of one text mostly keep .6 and more.
CONTAINED = 0.6
# Or so much of both together. Most updates of one text (`bulk`, same identifier) keep .9 and
# more, most stories that share a day and a background .7 and less; from .68 to .85 the scores on
# `summit` and on simulated copies stay the same, at 1 updates fall off.
MUTUAL = 0.8
# Below this share of the longer article what they share is an island in it: the shorter one is
# an excerpt of it, or the longer one has taken in a passage. For an excerpt speak that the longer
# one opens with it, or that (nearly) all of it stands there.
ISLAND = 0.2
OPENING_WORDS = 60
OPENS = 0.5
WHOLLY = 0.8
# A text that stands by itself on so many other pages is a text, not an excerpt of another.
FEWEST_TWINS = 2
TWIN = 0.8
# Articles too far apart in time to be states of one text are linked as copy or excerpt only:
# so much of one stands in the other.
COPIED = 0.8
# A page of several reports is a version of another only if both carry most of each other: with
# its parts it would weld as many accounts.
ROUND_UP = 0.5
# A page that keeps mostly the quotations of another shares too little prose for the rules above.
# But independent reports of one event share .46 or less of all the words of the shorter one (539
# pairs in `stories`; above that stand only copies), so that page is an excerpt. The prose among
# the words tells it from a bare transcript.
WHOLE = 0.8
WHOLE_WORDS = 40
PROSE = 0.1
# Two pages under one headline need less: two reporters hit on the same prose or on the same
# headline, not on both. Shares are of all their words here: a page may cut all but the quotations.
HEADED_WORDS = 15
HEADED = 0.35
# How alike two headlines must be to be one: share of their different words in both. A house
# changes a word or adds its name; `bulk` updates keep .5 to 1, other stories .3 and less.
ALIKE = 0.6
FEWEST_HEADLINE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that are versions of one text, and how surely: the mean of both shares.

    `headed` says that they also stand under one headline.
    """

    left: ArticleId
    right: ArticleId
    strength: float
    words: int
    headed: bool = False


def find_links(
    articles: Mapping[ArticleId, Article], alignments: Iterable[Alignment], carriage: Carriage
) -> list[Link]:
    """Return the links among all aligned pairs, the strongest first."""
    twins = _count_twins(alignments)
    round_ups = {each.id for each in articles.values() if is_round_up(each)}
    headlines = {
        each.id: frozenset(folded_words(each.headline))
        for each in articles.values()
        if each.headline
    }
    links: list[Link] = []
    for telling in carriage.telling:
        alignment = telling.alignment
        shorter = min(carriage.length(alignment.left), carriage.length(alignment.right))
        if not _may_link(telling, shorter) or _is_ruled_out(alignment, articles, round_ups):
            continue
        headed = _stand_under_one_headline(telling, shorter, headlines)
        if headed or _carry_one_text(telling, shorter, articles, carriage, twins):
            strength = (alignment.left_share + alignment.right_share) / 2
            words = telling.narrative_words
            links.append(Link(alignment.left, alignment.right, strength, words, headed))
    return sorted(links, key=lambda link: (-link.strength, -link.words, link.left, link.right))


def _may_link(telling: Telling, shorter: int) -> bool:
    """Whether two articles share so much that a link is possible: most pairs do not."""
    if telling.words >= HEADED * shorter:
        return True
    low, high = sorted((telling.alignment.left_share, telling.alignment.right_share))
    return high >= CONTAINED or low + high >= MUTUAL


def _is_ruled_out(
    alignment: Alignment, articles: Mapping[ArticleId, Article], round_ups: Set[ArticleId]
) -> bool:
    """Whether the time between two articles or the make-up of one speaks against a link."""
    low, high = sorted((alignment.left_share, alignment.right_share))
    if low < ROUND_UP and not round_ups.isdisjoint((alignment.left, alignment.right)):
        return True
    return high < COPIED and lie_far_apart(articles[alignment.left], articles[alignment.right])


def _count_twins(alignments: Iterable[Alignment]) -> Counter[ArticleId]:
    """Count for each article the pages that carry just its text."""
    twins: Counter[ArticleId] = Counter()
    for alignment in alignments:
        if min(alignment.left_share, alignment.right_share) >= TWIN:
            twins[alignment.left] += 1
            twins[alignment.right] += 1
    return twins


def _carry_one_text(
    telling: Telling,
    shorter: int,
    articles: Mapping[ArticleId, Article],
    carriage: Carriage,
    twins: Counter[ArticleId],
) -> bool:
    alignment = telling.alignment
    low, high = sorted((alignment.left_share, alignment.right_share))
    whole = _stands_whole(telling, shorter)
    contained = whole or (telling.narrative_words >= FEWEST_WORDS and high >= CONTAINED)
    if low >= ISLAND:
        return contained or (telling.narrative_words >= FEWEST_WORDS and low + high >= MUTUAL)
    if not contained:
        return False
    longer, part = alignment.left, alignment.right
    if alignment.left_share > alignment.right_share:
        longer, part = part, longer
    if carriage.opening(longer, (part,), OPENING_WORDS) >= OPENS:
        return True
    if not (whole or high >= WHOLLY) or twins[part] >= FEWEST_TWINS:
        return False
    return not cites(articles[longer], articles[part])


def _stands_whole(telling: Telling, shorter: int) -> bool:
    """Whether the shorter article, quotations and all, stands in the longer one."""
    words = telling.words
    return words >= max(WHOLE_WORDS, WHOLE * shorter) and telling.narrative_words >= PROSE * words


def _stand_under_one_headline(
    telling: Telling, shorter: int, headlines: Mapping[ArticleId, Set[str]]
) -> bool:
    if telling.words < max(HEADED_WORDS, HEADED * shorter):
        return False
    left = headlines.get(telling.alignment.left, frozenset())
    right = headlines.get(telling.alignment.right, frozenset())
    if min(len(left), len(right)) < FEWEST_HEADLINE_WORDS:
        return False
    return len(left & right) >= ALIKE * len(left | right)
