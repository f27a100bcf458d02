"""What a text shows of its event: weighed words, names, word pairs, numbers, and days."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ..model import Account, Article, Figure
from .bags import Bag, Bags, Ints, bag_of
from .names import name_places
from .words import BUCKETS, bucket_of, buckets, common_places

# The headline names the event: its words count as if they stood three times in the lede.
_HEADLINE_WEIGHT = 3.0
# A word's weight falls with its place, to a quarter from the 225th on: background stands last.
_FALL = 300
_LEAST_WEIGHT = 0.25
_PLACE_WEIGHTS = tuple(max(_LEAST_WEIGHT, 1 - place / _FALL) for place in range(_FALL))
# Where a page shows no headline, its first words stand for one.
_HEADLINE_WORDS = 12
# About two paragraphs: a weekday past these is rather that of something else.
_LEDE_WORDS = 120
_LEDE_CHARACTERS = 900
# A day further from publication is rather that of an earlier event. Not measured: the labelled
# stories give no day of their event.
ABOUT_PUBLICATION = 10
# "Two men", "three days" are in every other report; larger numbers mark an event.
_SMALL_NUMBER = 10
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Places take 17 bits.
PAIR_SHIFT = 20


@dataclass(frozen=True, slots=True)
class Profile:
    """One account, the article that stands for it, and what tells its event apart."""

    account: Account
    article: Article
    bags: Bags

    @property
    def first_day(self) -> date | None:
        """The day on which it was first published."""
        return date.fromordinal(self.bags.first) if self.bags.first else None

    @property
    def event_days(self) -> tuple[date, ...]:
        """The days that its ledes name."""
        return tuple(map(date.fromordinal, self.bags.event_days))


Figures = Mapping[str, Sequence[Figure]]


def profiles_of(
    articles: Sequence[Article], accounts: Sequence[Account], figures: Sequence[Figure]
) -> list[Profile]:
    """Return the profiles of accounts, in the order of their ids."""
    by_id = {article.id: article for article in articles}
    stated: dict[str, list[Figure]] = {}
    for figure in figures:
        stated.setdefault(figure.article, []).append(figure)
    return [
        profile_of(account, [by_id[each] for each in account.articles], stated)
        for account in sorted(accounts, key=lambda account: account.id)
    ]


def profile_of(account: Account, articles: Sequence[Article], figures: Figures) -> Profile:
    """Return the profile of an account of these articles."""
    return Profile(account, _fullest(articles), bags_of(articles, figures))


def bags_of(articles: Sequence[Article], figures: Figures) -> Bags:
    """Return what tells the event of a text apart: the words of its fullest witness, the days of all."""
    fullest = _fullest(articles)
    headline = buckets(fullest.headline or _first_words(fullest.text, _HEADLINE_WORDS))
    text = buckets(fullest.text)
    days = sorted(article.published.day for article in articles if article.published)
    captured = [day for article in articles if (day := _capture_day(article))]
    words = bag_of(_weighed_words(headline, text))
    weekday = _lede_weekday(fullest)
    named = (lede_day(each, figures.get(each.id, ())) for each in articles)
    return Bags(
        words=words,
        headline=bag_of(Counter(headline)),
        pairs=_word_pairs(text),
        numbers=_numbers(figures.get(fullest.id, ())),
        names=_names(words, fullest.text),
        first=days[0].toordinal() if days else 0,
        last=days[-1].toordinal() if days else 0,
        weekday=-1 if weekday is None else weekday,
        captured=min(captured).toordinal() if captured else 0,
        event_days=tuple(day.toordinal() for day in named if day),
        fullest=fullest.id,
    )


def _fullest(articles: Sequence[Article]) -> Article:
    return max(articles, key=lambda article: (len(article.text), article.id))


def _names(words: Bag, text: str) -> Bag:
    """Return the words that stand as names in a text."""
    places = name_places(text)
    named = np.isin(words.terms, np.fromiter(places, np.int64, len(places)))
    return Bag(words.terms[named], words.counts[named])


def _capture_day(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.capture.taken_at or "")[:10])
    except ValueError:
        return None


def _first_words(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


def _weighed_words(headline: list[int], text: list[int]) -> dict[int, float]:
    bag: dict[int, float] = {}
    for bucket in headline:
        bag[bucket] = bag.get(bucket, 0.0) + _HEADLINE_WEIGHT
    for bucket, weight in zip(text, _PLACE_WEIGHTS, strict=False):
        bag[bucket] = bag.get(bucket, 0.0) + weight
    for bucket, count in Counter(text[_FALL:]).items():
        bag[bucket] = bag.get(bucket, 0.0) + count * _LEAST_WEIGHT
    return bag


def _word_pairs(text: list[int]) -> Bag:
    """Return pairs of neighbouring content words, each as one term made of both places."""
    places = np.array(text, dtype=np.int64)
    places = places[~_is_common()[places]]
    terms = np.unique(pair_term(places[:-1], places[1:]))
    return Bag(terms, np.ones(len(terms)))


@cache
def _is_common() -> NDArray[np.bool_]:
    flags = np.zeros(BUCKETS, dtype=np.bool_)
    flags[list(common_places())] = True
    return flags


def pair_term(left: Ints, right: Ints) -> Ints:
    """Return the terms for neighbouring words, from which both can be read again."""
    return left << PAIR_SHIFT | right


def _numbers(figures: Iterable[Figure]) -> Bag:
    """Return the telling numbers, each as a term: sums, shares, ages, and counts past ten."""
    terms: set[int] = set()
    for figure in figures:
        value = figure.value
        if figure.kind == "date" or isinstance(value, str) or value is None:
            continue
        if figure.kind in {"quantity", "duration"} and value <= _SMALL_NUMBER:
            continue
        terms.add(bucket_of(f"{figure.kind} {value:g}"))
    return bag_of(dict.fromkeys(terms, 1.0))


def _in_lede(article: Article, figures: Iterable[Figure]) -> list[Figure]:
    if not article.paragraphs:
        return []
    end = article.paragraphs[0].begin + _LEDE_CHARACTERS
    return [figure for figure in figures if figure.kind == "date" and figure.begin < end]


def _lede_weekday(article: Article) -> int | None:
    """Return the weekday that the lede names first, resolved or not."""
    found = _WEEKDAY.search(_first_words(article.text, _LEDE_WORDS))
    return _WEEKDAYS.index(found.group()) if found else None


def lede_day(article: Article, figures: Iterable[Figure]) -> date | None:
    """Return the calendar day of which headline or lede tells: the first named about publication.

    What has happened goes before what is to come: "said on Sunday that he would go on Tuesday"
    reports the Sunday. Days far from publication are those of something else.
    """
    days = [
        date.fromisoformat(figure.value)
        for figure in _in_lede(article, figures)
        if figure.precision == "day" and isinstance(figure.value, str)
    ]
    if article.published is None:
        return days[0] if days else None
    published = article.published.day
    near = [day for day in days if abs((day - published).days) <= ABOUT_PUBLICATION]
    return next((day for day in near if day <= published), near[0] if near else None)
