"""Likeness of two texts' events, told by the two of them and by news at large, never by the archive."""

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..model import Account, AccountId, Article, Figure, Witness
from ..stories.linkage import average_linkage
from ..stories.profile import PAIR_SHIFT, Bag, Profile, profile_of
from ..stories.resemblance import WINDOW_DAYS, Weights
from ..stories.vectors import Floats, Ints, vectors_of
from ..stories.words import background

# Those that a comparison had before it weighed names and event days (stories.resemblance); an
# archive keeps the odds of pairs, which hold only as long as their weights stay. Fitted anew on
# likenesses counted as here, with .40 as the least, they group the labelled stories a little better
# (B-cubed F1 .919), but part pages that name no day from the story that they tell.
WEIGHTS = Weights(
    (12.98, 2.97, 8.30, 0.18, -1.58, 3.28, 2.33, -1.14, -2.90, 0.51, -1.25), constant=-9.70
)
FLATTENING = 4.0
# All labelled stories mixed: B-cubed F1 .914 at .45 (P .908, R .920), .905 at .40 (events of one affair
# join), .917 at .49 (follow-ups split off, and pages without a day). Counting rarity in the whole
# collection gives .925, but there every page that is added changes the likeness of all others.
LEAST_LIKENESS = 0.45
# The odds of a pair at the least likeness: without one such pair in it no group can form.
LEAST_ODDS = FLATTENING * math.log(LEAST_LIKENESS / (1 - LEAST_LIKENESS))
# A pair whose words have less in common is none, as in a comparison.
_LEAST_WORDS = 0.05
# Pairs of lower odds weigh nothing: their likeness is .18, far from joining.
_NOUGHT = -6.0
# Every word counts as rare as in so many articles of the shipped table.
_ARTICLES = 2000
_NUMBERS = 500
# A text is found by so many of its weightiest words; one that shares fewer than two of them is not
# looked at: of 830 labelled pairs within the window 821 share two, 798 three.
TELLING = 30
FEWEST_TELLING = 2
# Bytes of an article's id.
_ID = 16
# How near to its capture a page without a date is believed to be.
_FRESH_DAYS = 2
# A text that comes again for weeks is, for the grouping of stories, one of its first days.
_LONGEST = 8
# A cluster of more texts is cut at likelier pairs. The labelled stories, five years of three
# outlets, fall into clusters of 143 at the most; a cluster costs the square of its size.
MOST = 400
STEPS = tuple(LEAST_ODDS + step / 2 for step in range(1, 24))


@dataclass(frozen=True, slots=True)
class Bags:
    """What stories are told apart by, of one text: bags of hashed terms, and its days as numbers."""

    words: Bag
    headline: Bag
    pairs: Bag
    numbers: Bag
    first: int
    last: int
    weekday: int
    captured: int
    event_days: tuple[int, ...]
    fullest: str

    @property
    def first_day(self) -> int:
        """The first day on which it is known to have stood; 0 where nothing tells."""
        return self.first or self.captured

    @property
    def last_day(self) -> int:
        """The last day that counts."""
        return min(self.last, self.first + _LONGEST) if self.first else self.captured


def bags_of(profile: Profile) -> Bags:
    """Return what is kept of a profile."""
    return Bags(
        words=_rounded(profile.words),
        headline=_rounded(profile.headline),
        pairs=_rounded(profile.pairs),
        numbers=_rounded(profile.numbers),
        first=profile.first_day.toordinal() if profile.first_day else 0,
        last=profile.last_day.toordinal() if profile.last_day else 0,
        weekday=-1 if profile.weekday is None else profile.weekday,
        captured=profile.captured.toordinal() if profile.captured else 0,
        event_days=tuple(day.toordinal() for day in profile.event_days),
        fullest=profile.article.id,
    )


def bags_of_article(article: Article, figures: tuple[Figure, ...]) -> Bags:
    """Return what one article is told apart by."""
    alone = Account(AccountId(article.id), (Witness("A", article.id),))
    return bags_of(profile_of(alone, [article], {article.id: figures}))


def joined(packed: Sequence[bytes], articles: Sequence[Article]) -> bytes:
    """Return the profile of several pages of one text: the fullest one's, with the days of all."""
    each = [_days_of(profile) for profile in packed]
    fullest = max(range(len(articles)), key=lambda at: (len(articles[at].text), articles[at].id))
    return pack_bags(
        replace(
            unpack_bags(packed[fullest]),
            first=min((days[0] for days in each if days[0]), default=0),
            last=max(days[1] for days in each),
            captured=min((days[3] for days in each if days[3]), default=0),
            event_days=tuple(day for days in each for day in days[4:]),
        )
    )


def _days_of(packed: bytes) -> list[int]:
    """Return what stands before the bags: first and last day, weekday, day of capture, event days."""
    begun = zlib.decompressobj()
    raw = begun.decompress(packed, _ID + 4)
    count = int(np.frombuffer(raw, dtype="<i4", offset=_ID)[0])
    raw = begun.decompress(begun.unconsumed_tail, 4 * count)
    return [int(day) for day in np.frombuffer(raw, dtype="<i4")]


def profile_from(bags: Bags, account: Account, article: Article) -> Profile:
    """Return the profile of an account, given its fullest article."""
    return Profile(
        account=account,
        article=article,
        words=bags.words,
        headline=bags.headline,
        pairs=bags.pairs,
        numbers=bags.numbers,
        first_day=_day(bags.first),
        last_day=_day(bags.last),
        weekday=None if bags.weekday < 0 else bags.weekday,
        event_days=tuple(date.fromordinal(each) for each in bags.event_days),
        captured=_day(bags.captured),
    )


def _day(number: int) -> date | None:
    return date.fromordinal(number) if number else None


def _rounded(bag: Bag) -> Bag:
    """Return a bag in the order of its terms, its weights as they are kept."""
    return {term: float(np.float16(bag[term])) for term in sorted(bag)}


def pack_bags(bags: Bags) -> bytes:
    """Return bags in few bytes."""
    out = BytesIO()
    days = [bags.first, bags.last, bags.weekday, bags.captured, *bags.event_days]
    out.write(bags.fullest.encode("ascii").ljust(_ID))
    out.write(np.array([len(days), *days], dtype="<i4").tobytes())
    for bag in (bags.words, bags.headline, bags.pairs, bags.numbers):
        terms = np.fromiter(bag, np.int64, len(bag))
        gaps = np.diff(terms, prepend=0).astype("<i8")
        # Byte by byte: the high ones are nearly all nought.
        out.write(np.array([len(bag)], dtype="<i4").tobytes())
        out.write(gaps.view("u1").reshape(-1, 8).T.tobytes())
        out.write(np.fromiter(bag.values(), "<f2", len(bag)).tobytes())
    return zlib.compress(out.getvalue(), 6)


def unpack_bags(packed: bytes) -> Bags:
    """Return what `pack_bags` was given."""
    raw = BytesIO(zlib.decompress(packed))
    fullest, (first, last, weekday, captured, *event_days) = _head(raw)
    bags: list[Bag] = []
    for _ in range(4):
        terms, weights = _bag(raw)
        bags.append(dict(zip(terms.tolist(), weights.tolist(), strict=True)))
    return Bags(
        bags[0],
        bags[1],
        bags[2],
        bags[3],
        first,
        last,
        weekday,
        captured,
        tuple(event_days),
        fullest,
    )


def unpack_signs(packed: bytes) -> tuple[int, int, tuple[int, ...]]:
    """Return of packed bags the first and last day that count, and the words by which a text is found.

    These are its weightiest.
    """
    raw = BytesIO(zlib.decompress(packed))
    fullest, (first, last, weekday, captured, *_) = _head(raw)
    terms, weights = _bag(raw)
    days = Bags({}, {}, {}, {}, first, last, weekday, captured, (), fullest)
    weighed = np.lexsort((terms, -np.log1p(weights) * _rarities()[terms]))
    return days.first_day, days.last_day, tuple(sorted(terms[weighed[:TELLING]].tolist()))


def _head(raw: BytesIO) -> tuple[str, list[int]]:
    fullest = raw.read(_ID).decode("ascii").strip()
    count = int(_numbers(raw, 1, "<i4")[0])
    return fullest, _numbers(raw, count, "<i4").tolist()


def _bag(raw: BytesIO) -> tuple[Ints, Floats]:
    size = int(_numbers(raw, 1, "<i4")[0])
    gaps = np.ascontiguousarray(_numbers(raw, size * 8, "u1").reshape(8, size).T).view("<i8")
    return np.cumsum(gaps.reshape(-1)), _numbers(raw, size, "<f2").astype(np.float64)


def _numbers(raw: BytesIO, count: int, kind: str) -> NDArray[Any]:
    return np.frombuffer(raw.read(count * np.dtype(kind).itemsize), dtype=kind)


@cache
def _rarities() -> Floats:
    _, share = background()
    return np.asarray(np.maximum(np.log((_ARTICLES + 3) / (_ARTICLES * share + 1.5)), 0.0))


class Resemblance:
    """How much texts look like reports of one event, any two of some."""

    def __init__(self, texts: Sequence[Bags]) -> None:
        rarities = _rarities()

        def rarity(terms: Ints, _: Ints) -> Floats:
            return np.asarray(rarities[terms])

        def pair_rarity(pairs: Ints, _: Ints) -> Floats:
            return np.asarray(
                rarities[pairs >> PAIR_SHIFT] + rarities[pairs & ((1 << PAIR_SHIFT) - 1)]
            )

        def number_rarity(terms: Ints, _: Ints) -> Floats:
            return np.full(len(terms), math.log((_NUMBERS + 2) / 2.5), dtype=np.float64)

        self._spaces = (
            vectors_of([each.words for each in texts], rarity, damp=True),
            vectors_of([each.headline for each in texts], rarity, damp=True),
            vectors_of([each.pairs for each in texts], pair_rarity, damp=False),
            vectors_of([each.numbers for each in texts], number_rarity, damp=False, unit=False),
        )
        self._days = _Days(texts)

    def odds(self, row: int, others: Ints) -> Floats:
        """Return the logarithmic odds that one text and each of others report one event."""
        likenesses = [np.sqrt(np.maximum(space.dots(row, others), 0.0)) for space in self._spaces]
        likenesses = [np.round(each, 6) for each in likenesses]
        features = np.stack([*likenesses, *self._days.features(row, others)], axis=1)
        odds = features @ np.array(WEIGHTS.features) + WEIGHTS.constant
        unlike = (likenesses[0] ** 2 < _LEAST_WORDS) | (self._days.gap(row, others) > WINDOW_DAYS)
        return np.asarray(np.round(np.where(unlike, -np.inf, odds), 6), dtype=np.float64)


class _Days:
    """The days of texts as numbers, and what those of two say of each other."""

    def __init__(self, texts: Sequence[Bags]) -> None:
        self._first = np.array([each.first_day for each in texts], dtype=np.int64)
        self._last = np.array([each.last_day for each in texts], dtype=np.int64)
        self._dated = np.array([each.first > 0 for each in texts], dtype=bool)
        self._weekday = np.array([each.weekday for each in texts], dtype=np.int64)

    def gap(self, row: int, others: Ints) -> Ints:
        """Return how many days lie between; 0 where a day is not known."""
        apart = self._first[row] - self._last[others], self._first[others] - self._last[row]
        known = (self._first[row] > 0) & (self._first[others] > 0)
        return np.where(known, np.maximum(np.maximum(*apart), 0), 0)

    def features(self, row: int, others: Ints) -> list[Floats]:
        """Return what stands behind the likenesses in the features of a pair."""
        known = (self._first[row] > 0) & (self._first[others] > 0)
        gap = self.gap(row, others)
        # A page without a date may be far older than its capture: only nearness is believed.
        dated = self._dated[row] & self._dated[others]
        undated = ~known | (~dated & (gap > _FRESH_DAYS))
        gap = np.where(undated, -1, gap)
        named = (self._weekday[row] >= 0) & (self._weekday[others] >= 0)
        same = self._weekday[row] == self._weekday[others]
        flags = (undated, gap == 0, gap == 1, gap == 2, gap > 2, named & same, named & ~same)
        return [flag.astype(np.float64) for flag in flags]


def group_texts(
    texts: Sequence[Bags],
) -> tuple[list[tuple[int, ...]], Mapping[tuple[int, int], float]]:
    """Return the stories into which texts fall, by number, and the likeness of every two that have one."""
    resemblance = Resemblance(texts)
    likeness: dict[tuple[int, int], float] = {}
    for row in range(len(texts) - 1):
        others = np.arange(row + 1, len(texts))
        odds = resemblance.odds(row, others)
        for other in np.nonzero(odds >= _NOUGHT)[0].tolist():
            value = 1.0 / (1.0 + math.exp(-float(odds[other]) / FLATTENING))
            likeness[row, row + 1 + other] = round(value, 9)
    return list(average_linkage(len(texts), likeness, LEAST_LIKENESS)), likeness
