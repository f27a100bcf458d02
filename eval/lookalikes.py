"""Look-alike events whose truth is known: made from labelled stories, and folded from years of news.

A changed article keeps its prose, so that the words of the kind of event are as shared as in two
reports of one event; who, where, how many and when are others. Folded news is one agency's output of
seven years moved onto four weeks: results, verdicts and storms of other years on the same days.
"""

import random
import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from variorum.model import Article

from .labelled import read_rows
from .stories import article_of, grouped, labelled_articles

DATA = ("stories", "bulk")

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-zà-ÿ]+(?:['’-][A-Za-zà-ÿ]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,6}(?:[.,]\d+)*(?![\w])")
_POSSESSIVE = re.compile(r"['’]s$")
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December".split()
)
# A name in more of all articles than this (a country, a head of state) stays as it is: look-alike
# events mostly share those.
_EVERYDAY = 0.04
# Shares of the rarer names and of the numbers that a look-alike has of its own.
_RENAMED = 0.75
_RENUMBERED = 0.75
# A year says when, not how many.
_YEARS = range(1900, 2100)
_UNDATED_TWINS = 0.3
_SAMPLE = 3000
_SEED = 11


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a collection, with those that stand in too many articles to tell events apart."""

    pool: tuple[str, ...]
    everyday: frozenset[str]


def names_in(text: str) -> Counter[str]:
    """Return the words that stand capitalised within sentences, and how often."""
    found = Counter(_POSSESSIVE.sub("", each) for each in _NAME.findall(text))
    return Counter({name: n for name, n in found.items() if name not in _CALENDAR})


def names_of(articles: Sequence[Article]) -> Names:
    """Return the names of a collection."""
    spread: Counter[str] = Counter()
    for article in articles:
        spread.update(set(names_in(article.text)))
    everyday = {name for name, n in spread.items() if n > _EVERYDAY * len(articles)}
    return Names(tuple(sorted(spread.keys() - everyday)), frozenset(everyday))


def look_alike(
    article: Article, names: Names, chance: random.Random, *, days: int, key: str
) -> Article:
    """Return the report of an event of the same kind, so many days later, with names of its own."""
    text = article.text
    mine = sorted(names_in(text).keys() - names.everyday)
    others = {name: chance.choice(names.pool) for name in mine if chance.random() < _RENAMED}
    numbers: dict[str, str] = {}

    def renamed(found: re.Match[str]) -> str:
        bare = _POSSESSIVE.sub("", found.group())
        return others[bare] + found.group()[len(bare) :] if bare in others else found.group()

    def renumbered(found: re.Match[str]) -> str:
        written = found.group()
        if written.isdigit() and int(written) in _YEARS:
            return written
        return numbers.setdefault(written, _other(written, chance))

    def changed(written: str) -> str:
        return _NUMBER.sub(renumbered, _WORD.sub(renamed, written))

    published = article.published.day if article.published else None
    moved = published + timedelta(days=days) if published else None
    return article_of(
        key,
        changed(article.headline or ""),
        "\n\n".join(changed(paragraph.text) for paragraph in article.paragraphs),
        moved.isoformat() if moved else None,
    )


def _other(written: str, chance: random.Random) -> str:
    """Return another number of as many digits."""
    if chance.random() > _RENUMBERED:
        return written
    return "".join(
        str(chance.randint(1 if at == 0 else 0, 9)) if sign.isdigit() else sign
        for at, sign in enumerate(written)
    )


Labelled = list[tuple[int, Article]]

_AGENCY_DAY = re.compile(r"[A-Z][a-z]{2} \d{1,2}, \d{4}")
# Whole weeks, so that weekdays stay what they were.
_FOLD = 28
_FOLDED_ONTO = date(2012, 3, 5)
_UNDATED = 0.2


def folded_news(count: int, part: int, chance: random.Random) -> Labelled:
    """Return agency articles moved onto the same four weeks, each with the number of its own.

    Two of different number are at least a day apart, mostly years, and tell of different events;
    two of one number may tell of one. `part` 0 and 1 share no article. A fifth have no date.
    """
    rows = [row for number, row in enumerate(read_rows("bulk")) if number % 2 == part]
    found: Labelled = []
    for row in chance.sample(rows, min(count, len(rows))):
        told = _AGENCY_DAY.search(row["date"] or "")
        if told is None:
            continue
        day = datetime.strptime(told.group(), "%b %d, %Y").date()
        period = (day - _FOLDED_ONTO).days // _FOLD
        moved = (day - timedelta(days=period * _FOLD)).isoformat()
        shown = moved if chance.random() >= _UNDATED else None
        key = f"folded-{row['id']}"
        found.append((period, article_of(key, row["title"], row["text"], shown)))
    return found


def with_look_alikes(labelled: Labelled, names: Names, chance: random.Random) -> Labelled:
    """Return labelled articles with one of each story changed: it tells of an event of its own.

    That event is of the same days, or up to two days later; three in ten have no date.
    """
    stories: dict[int, list[Article]] = {}
    for number, article in labelled:
        stories.setdefault(number, []).append(article)
    found: Labelled = []
    for number, articles in sorted(stories.items()):
        chosen = chance.randrange(len(articles))
        days = chance.choice((0, 0, 1, 2))
        found += [(number, each) for at, each in enumerate(articles) if at != chosen]
        key = f"{articles[chosen].id}-other"
        made = look_alike(articles[chosen], names, chance, days=days, key=key)
        if chance.random() < _UNDATED_TWINS:
            made = replace(made, published=None)
        found.append((-1 - number, made))
    return found


def wrongly_joined(found: Mapping[str, Hashable], labelled: Labelled) -> float:
    """Return the share of articles in stories whose larger part is of another number."""
    stories: dict[Hashable, Counter[int]] = {}
    for number, article in labelled:
        stories.setdefault(found[article.id], Counter())[number] += 1
    return sum(each.total() - max(each.values()) for each in stories.values()) / len(labelled)


def kept_apart(found: Mapping[str, Hashable], labelled: Labelled) -> tuple[float, float]:
    """Return the share of changed articles kept from the story they were made of: dated, undated."""
    own = {number: {found[a.id] for n, a in labelled if n == number} for number, _ in labelled}
    told: dict[bool, list[bool]] = {True: [], False: []}
    for number, article in labelled:
        if number < 0:
            told[article.published is not None].append(found[article.id] not in own[-1 - number])
    dated, undated = (sum(each) / max(1, len(each)) for each in (told[True], told[False]))
    return dated, undated


def measure() -> dict[str, float]:
    """Return how well look-alike events are kept apart: on stories and agency articles not fitted on."""
    chance = random.Random(_SEED)
    odd = [each for each in labelled_articles() if each[0] % 2]
    twins = with_look_alikes(odd, names_of([article for _, article in odd]), chance)
    apart = kept_apart(grouped([article for _, article in twins]), twins)
    folded = folded_news(_SAMPLE, 1, chance)
    joined = wrongly_joined(grouped([article for _, article in folded]), folded)
    return {
        "other names, dated, apart": apart[0],
        "other names, undated, apart": apart[1],
        "folded news, joined wrongly, errors": joined,
    }
