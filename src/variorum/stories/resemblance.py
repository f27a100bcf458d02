"""How much texts look like reports of one event: likenesses, names, days, one score."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from .bags import Bags, Floats, Ints
from .candidates import WINDOW_DAYS
from .coverage import NameCoverage
from .rarity import Rarity
from .vectors import vectors_of

# How near to its capture a page without a date is believed to have been published.
_FRESH_DAYS = 2

# What happened on a Tuesday is reported on Tuesday or Wednesday: of pairs of one story of which one page
# is undated 83 % fit, of others 31 %.
_REPORTED_WITHIN = 1

LIKENESSES = ("words", "headline", "pairs", "numbers")
FEATURES = (
    *LIKENESSES,
    "undated",
    "same day",
    "next day",
    "two days",
    "more days",
    "same weekday",
    "other weekday",
    "fewer names",
    "more names",
    "same event day",
    "next event day",
    "other event day",
    "weekday fits",
    "weekday amiss",
)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each of FEATURES adds to the logarithmic odds, and the odds of a pair with none."""

    features: tuple[float, ...]
    constant: float


# Fitted by eval/fit_stories.py on the labelled stories of even number and on look-alike events.
# Without those the likeness of all words joins two fifths of an agency's articles of seven years to
# others moved onto the same days; with them, and strangers' odds lowered, a sixth, and the
# labelled stories group as well. An archive keeps the odds of pairs: where these weights change, the
# archives that others have must be told apart anew (a step of the schema fills `stale`).
FITTED = Weights(
    (
        *(9.95, 1.65, 3.06, 0.16),
        *(-0.84, 3.33, 2.31, -1.19, -3.61, -0.25, -0.92),
        *(1.57, 2.62),
        *(-0.95, -0.65, -0.37),
        *(0.73, -0.47),
    ),
    constant=-10.47,
)
# Reports that share hardly a name are of two events, however alike their words: an agency writes of
# every earthquake in the same sentences. Of the pairs of one labelled story 2 % share fewer, of pairs of
# two within one affair 65 %. At .3 folded news is joined wrongly a sixth more often, at .6 the labelled
# stories lose .003 of B-cubed F1.
_FEW_NAMES = 0.4
_STRANGERS = 12.0
# A pair whose words have less in common is none: one labelled pair in 1,249 is lost.
_LEAST_WORDS = 0.05
# Odds are flattened before they are averaged, so that one near-certain pair does not carry a group.
# Of 2, 4 and 8 four grouped best.
_FLATTENING = 4.0


def likeness_of(odds: float) -> float:
    """Return flattened logarithmic odds as a share."""
    return float(1.0 / (1.0 + np.exp(-odds / _FLATTENING)))


def odds_at(likeness: float) -> float:
    """Return the logarithmic odds that have a likeness."""
    return _FLATTENING * log(likeness / (1 - likeness))


class Resemblance:
    """How much any two of some texts look like reports of one event, words weighed by their rarity."""

    def __init__(
        self, texts: Sequence[Bags], rarity: Rarity | None = None, weights: Weights = FITTED
    ) -> None:
        rarity = rarity or Rarity()
        self._weights = weights
        self._spaces = (
            vectors_of([each.words for each in texts], rarity.of_words, damp=True),
            vectors_of([each.headline for each in texts], rarity.of_words, damp=True),
            vectors_of([each.pairs for each in texts], rarity.of_pairs, damp=False),
            vectors_of([each.numbers for each in texts], rarity.of_numbers, damp=False, unit=False),
        )
        self._names = NameCoverage(texts, rarity.words)
        self._days = _Days(texts)

    def comparable(self, row: int, others: Ints) -> Ints:
        """Return those of some texts whose words and days may be of the event of one."""
        near = others[self._days.gap(row, others) <= WINDOW_DAYS]
        return np.asarray(near[self._spaces[0].dots(row, near) >= _LEAST_WORDS])

    def features(self, row: int, others: Ints) -> Floats:
        """Return FEATURES of one text with each of others."""
        dots = [space.dots(row, others) for space in self._spaces]
        # Rounded, so that each two have one likeness, whichever of them is the row.
        told = [np.sqrt(np.maximum(np.round(each, 9), 0.0)) for each in dots]
        told += [*self._days.features(row, others), *self._names.shares(row, others)]
        told += self._days.of_events(row, others)
        return np.stack([*told, *self._days.of_weekdays(row, others)], axis=1)

    def odds(self, row: int, others: Ints) -> Floats:
        """Return the logarithmic odds that one text and each of others report one event."""
        return odds_of(self.features(row, others), self._weights)


def odds_of(features: Floats, weights: Weights = FITTED) -> Floats:
    """Return the logarithmic odds that pairs with these features report one event."""
    odds = features @ np.array(weights.features) + weights.constant
    shared = features[:, FEATURES.index("more names")]
    strange = _STRANGERS * np.maximum(1.0 - shared / _FEW_NAMES, 0.0)
    return np.asarray(np.round(odds - strange, 6))


class _Days:
    """The days of texts as numbers, and what those of two say of each other."""

    def __init__(self, texts: Sequence[Bags]) -> None:
        self._first = np.array([each.first_day for each in texts], dtype=np.int64)
        self._last = np.array([each.last_day for each in texts], dtype=np.int64)
        self._dated = np.array([each.first > 0 for each in texts], dtype=bool)
        self._weekday = np.array([each.weekday for each in texts], dtype=np.int64)
        self._event = np.array([_event_day(each) for each in texts], dtype=np.int64)

    def gap(self, row: int, others: Ints) -> Ints:
        """Return how many days lie between; 0 where a day is not known."""
        apart = self._first[row] - self._last[others], self._first[others] - self._last[row]
        known = (self._first[row] > 0) & (self._first[others] > 0)
        return np.where(known, np.maximum(np.maximum(*apart), 0), 0)

    def features(self, row: int, others: Ints) -> list[Floats]:
        """Return what stands in FEATURES after the likenesses."""
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

    def of_events(self, row: int, others: Ints) -> list[Floats]:
        """Return what the days that ledes name say of each other, where both name one."""
        known = (self._event[row] > 0) & (self._event[others] > 0)
        gap = np.abs(self._event[row] - self._event[others])
        flags = (known & (gap == 0), known & (gap == 1), known & (gap > 1))
        return [flag.astype(np.float64) for flag in flags]

    def of_weekdays(self, row: int, others: Ints) -> list[Floats]:
        """Return whether the weekday that an undated lede names is that of the other's day, or before."""
        one = (self._first[row] == 0) & (self._weekday[row] >= 0) & (self._first[others] > 0)
        other = (self._first[others] == 0) & (self._weekday[others] >= 0) & (self._first[row] > 0)
        weekday = np.where(one, self._weekday[row], self._weekday[others])
        day = np.where(one, self._first[others], self._first[row])
        # The first day of the calendar was a Monday.
        fits = (day - 1 - weekday) % 7 <= _REPORTED_WITHIN
        flags = ((one | other) & fits, (one | other) & ~fits)
        return [flag.astype(np.float64) for flag in flags]


def _event_day(text: Bags) -> int:
    """Return the day that most ledes of a text name, the earliest of several; 0 without one."""
    days = Counter(text.event_days)
    return min(days, key=lambda day: (-days[day], day)) if days else 0
