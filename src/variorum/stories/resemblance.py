"""How much two accounts look like reports of one event: likenesses, names, days, one score."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .candidates import candidate_rows
from .coverage import NameCoverage
from .profile import PAIR_SHIFT, Bag, Profile
from .vectors import Floats, Ints, Vectors, vectors_of
from .words import background

# The shipped table counts as this many articles beside those at hand: three pages lean on it
# wholly, two thousand half. On the labelled stories 500 and 2000 grouped alike, 8000 and the table
# alone worse (B-cubed F1 -.011, -.010), since one year's news has its own everyday words.
_BACKGROUND_ARTICLES = 2000
# A number that no report at hand shares with another still stands in some report elsewhere.
_BACKGROUND_NUMBERS = 500
# Reports more days apart tell of different events; 98 % of labelled pairs lie within two.
WINDOW_DAYS = 4

# A page without a date counts as of the day of its capture if half of the dated pages beside it were
# captured within this many days of their publication. On the summit pages, which all tell of one
# event and a few beside it, that leaves 24 stories where there were 72; nothing is labelled.
_FRESH_DAYS = 2

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
)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each of FEATURES adds to the logarithmic odds, and the odds of a pair with none."""

    features: tuple[float, ...]
    constant: float


# Fitted by eval/fit_stories.py on the labelled stories of even number and on look-alike events.
# Without those the likeness of all words joins two fifths of an agency's articles of seven years to
# others moved onto the same days; with them, and strangers' odds lowered, a quarter, and the
# labelled stories group as well.
FITTED = Weights(
    (
        *(12.54, 2.00, 6.01, 0.14),
        *(-1.44, 2.89, 2.06, -0.95, -2.57, 0.32, -1.09),
        *(0.54, 1.52),
        *(-1.10, -0.69, -0.51),
    ),
    constant=-10.34,
)
# Reports that share hardly a name are of two events, however alike their words: an agency writes of
# every earthquake in the same sentences. Of the labelled pairs 3 % share fewer, most of them too
# unlike to join anyhow; two such reports with no name in common stand at odds of about 8 without it.
_FEW_NAMES = 0.3
_STRANGERS = 12.0
# A pair whose words have less in common is no candidate: one labelled pair in 1,249 is lost, and a
# quarter of the work.
_LEAST_WORDS = 0.05


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows and the logarithmic odds that they report one event."""

    left: int
    right: int
    odds: float


def pairs_of(profiles: Sequence[Profile]) -> Iterator[tuple[int, Ints, NDArray[np.float64]]]:
    """Yield, row by row, the rows after it that may report the same event, and the features of each."""
    rarities = _rarities(profiles)
    spaces = _spaces(profiles, rarities)
    names = NameCoverage(profiles, rarities)
    days = _Days(profiles)
    for row, others in candidate_rows(spaces[0], days.first, days.last, WINDOW_DAYS):
        words = spaces[0].dots(row, others)
        others, words = others[words >= _LEAST_WORDS], words[words >= _LEAST_WORDS]
        if len(others):
            rest = [space.dots(row, others) for space in spaces[1:]]
            likenesses = [np.sqrt(np.maximum(each, 0.0)) for each in (words, *rest)]
            told = (*days.features(row, others), *names.shares(row, others))
            yield (
                row,
                others,
                np.stack([*likenesses, *told, *days.of_events(row, others)], axis=1),
            )


def odds_of(features: Floats, weights: Weights = FITTED) -> Floats:
    """Return the logarithmic odds that pairs with these features report one event."""
    odds = features @ np.array(weights.features) + weights.constant
    shared = features[:, FEATURES.index("more names")]
    return np.asarray(odds - _STRANGERS * np.maximum(1.0 - shared / _FEW_NAMES, 0.0))


def likely_pairs(
    profiles: Sequence[Profile], least: float, weights: Weights = FITTED
) -> Iterator[Pair]:
    """Yield the pairs whose odds reach `least`."""
    for row, others, features in pairs_of(profiles):
        for other, odds in zip(others.tolist(), odds_of(features, weights).tolist(), strict=True):
            if odds >= least:
                yield Pair(row, other, odds)


def _rarities(profiles: Sequence[Profile]) -> Floats:
    """Return how rare the word of each place is, in news at large and in these accounts."""
    total = _BACKGROUND_ARTICLES + len(profiles) + 1
    _, share = background()
    spread = np.bincount(
        np.fromiter((bucket for each in profiles for bucket in each.words), np.int64),
        minlength=len(share),
    )
    return np.maximum(np.log(total / (_BACKGROUND_ARTICLES * share + spread + 0.5)), 0.0)


def _spaces(profiles: Sequence[Profile], rarities: Floats) -> tuple[Vectors, ...]:
    """Return the spaces of likeness, in the order of LIKENESSES."""
    count = len(profiles)
    total = _BACKGROUND_ARTICLES + count + 1

    def rarity(buckets: Ints, _: Ints) -> Floats:
        return np.asarray(rarities[buckets])

    def pair_rarity(pairs: Ints, found: Ints) -> Floats:
        both = rarities[pairs >> PAIR_SHIFT] + rarities[pairs & ((1 << PAIR_SHIFT) - 1)]
        return np.asarray(both * np.log(total / (found + 0.5)))

    def number_rarity(_: Ints, found: Ints) -> Floats:
        return np.asarray(np.log((count + _BACKGROUND_NUMBERS) / (found + 0.5)))

    def bags(name: str) -> list[Bag]:
        return [getattr(profile, name) for profile in profiles]

    return (
        vectors_of(bags("words"), rarity, damp=True),
        vectors_of(bags("headline"), rarity, damp=True),
        vectors_of(bags("pairs"), pair_rarity, damp=False),
        vectors_of(bags("numbers"), number_rarity, damp=False, unit=False),
    )


class _Days:
    """The days of the accounts as numbers, and what two accounts' days say of each other."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.first = np.array(
            [each.first_day.toordinal() if each.first_day else 0 for each in profiles]
        )
        self.last = np.array(
            [each.last_day.toordinal() if each.last_day else 0 for each in profiles]
        )
        self.weekday = np.array([-1 if each.weekday is None else each.weekday for each in profiles])
        self.event = np.array([_event_day(each) for each in profiles], dtype=np.int64)
        captured = np.array(
            [each.captured.toordinal() if each.captured else 0 for each in profiles]
        )
        if not _fresh(self.first, captured):
            captured = np.zeros_like(captured)
        self._first = np.where(self.first == 0, captured, self.first)
        self._last = np.where(self.last == 0, captured, self.last)

    def features(self, row: int, others: Ints) -> list[Floats]:
        """Return what stands in FEATURES after the likenesses."""
        known = (self._first[row] > 0) & (self._first[others] > 0)
        apart = self._first[row] - self._last[others], self._first[others] - self._last[row]
        gap = np.maximum(np.maximum(*apart), 0)
        # A page without a date may be far older than its capture: only nearness is believed.
        dated = (self.first[row] > 0) & (self.first[others] > 0)
        undated = ~known | (~dated & (gap > _FRESH_DAYS))
        gap = np.where(undated, -1, gap)
        named = (self.weekday[row] >= 0) & (self.weekday[others] >= 0)
        same = self.weekday[row] == self.weekday[others]
        flags = (undated, gap == 0, gap == 1, gap == 2, gap > 2, named & same, named & ~same)
        return [flag.astype(np.float64) for flag in flags]

    def of_events(self, row: int, others: Ints) -> list[Floats]:
        """Return what the days that ledes name say of each other, where both name one."""
        known = (self.event[row] > 0) & (self.event[others] > 0)
        gap = np.abs(self.event[row] - self.event[others])
        flags = (known & (gap == 0), known & (gap == 1), known & (gap > 1))
        return [flag.astype(np.float64) for flag in flags]


def _event_day(profile: Profile) -> int:
    """Return the day that most ledes of an account name, the earliest of several; 0 without one."""
    days = Counter(profile.event_days)
    return min(days, key=lambda day: (-days[day], day)).toordinal() if days else 0


def _fresh(published: Ints, captured: Ints) -> bool:
    """Whether these pages were captured when they were new, as far as their dates tell."""
    told = (published > 0) & (captured > 0)
    fresh = np.abs(captured - published) <= _FRESH_DAYS
    return bool(told.any()) and bool((told & fresh).sum() * 2 >= told.sum())
