"""Seeded changes of figures: versions of real texts, read at run time, of which we know what was altered.

What is altered is chosen by plain expressions of its own, not by what the program finds.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

SeedClass = Literal["changed", "dropped", "added", "rehedged", "redated"]
CLASSES: tuple[SeedClass, ...] = ("changed", "dropped", "added", "rehedged", "redated")

# A number in digits with a noun, a sign or a percentage: what a reader would call a figure.
_NUMBER = re.compile(
    r"(?<![\w.,:/$€£-])(?P<number>\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d)?)"
    r"(?= (?:percent|people|million|billion|points|troops|workers|soldiers|companies|countries|members"
    r"|miles|tons|barrels|years|days|months|cents)\b)"
    r"|(?<=\$)(?P<sum>\d{1,3}(?:\.\d+)?)(?= (?:million|billion)\b)"
)
_HEDGED = re.compile(r"\b(?P<hedge>about|some|nearly|at least|more than|up to) (?=\d)")
_WEEKDAY = re.compile(r"\bon (?P<day>Monday|Tuesday|Wednesday|Thursday|Friday)\b")
_DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.])[ \n]+(?=[A-Z])")
_ADDED = (
    "Inspectors counted {n} crates in the yard.",
    "A further {n} permits were handed out by the office.",
    "The hall holds {n} chairs and a stage.",
)


@dataclass(frozen=True, slots=True)
class Seed:
    """One alteration: its class, where it stands in the altered text, and the words that stood there."""

    kind: SeedClass
    begin: int
    end: int
    was: str


@dataclass(frozen=True, slots=True)
class Altered:
    """A text with one alteration."""

    text: str
    seed: Seed


def alter(text: str, kind: SeedClass, chance: random.Random) -> Altered | None:
    """Return `text` with one figure altered, `None` where it has none of that sort."""
    return _ALTERERS[kind](text, chance)


def _replace(text: str, kind: SeedClass, span: tuple[int, int], new: str) -> Altered:
    begin, end = span
    return Altered(
        text[:begin] + new + text[end:], Seed(kind, begin, begin + len(new), text[begin:end])
    )


def _change(text: str, chance: random.Random) -> Altered | None:
    places = [found.span() for found in _NUMBER.finditer(text)]
    if not places:
        return None
    begin, end = chance.choice(places)
    written = text[begin:end]
    first = chance.choice([digit for digit in "23456789" if digit != written[0]])
    return _replace(text, "changed", (begin, end), first + written[1:])


def _rehedge(text: str, chance: random.Random) -> Altered | None:
    places = [found.span() for found in _HEDGED.finditer(text) if _NUMBER.match(text, found.end())]
    return _replace(text, "rehedged", chance.choice(places), "") if places else None


def _redate(text: str, chance: random.Random) -> Altered | None:
    places = [found.span("day") for found in _WEEKDAY.finditer(text)]
    if not places:
        return None
    begin, end = chance.choice(places)
    other = chance.choice([day for day in _DAYS if day != text[begin:end]])
    return _replace(text, "redated", (begin, end), other)


def _drop(text: str, chance: random.Random) -> Altered | None:
    ends = [found.span() for found in _SENTENCE_END.finditer(text)]
    begins = [0, *(after for _, after in ends)]
    stops = [*(before for before, _ in ends), len(text)]
    spans = [
        (begin, stop)
        for begin, stop in zip(begins[1:], stops[1:], strict=True)
        if len(_NUMBER.findall(text[begin:stop])) == 1 and "\n" not in text[begin:stop]
    ]
    if not spans:
        return None
    begin, stop = chance.choice(spans)
    number = _NUMBER.search(text, begin, stop)
    assert number is not None
    return Altered(text[:begin] + text[stop:], Seed("dropped", begin, begin, number.group()))


def _add(text: str, chance: random.Random) -> Altered | None:
    ends = [found.start() for found in _SENTENCE_END.finditer(text)]
    if not ends:
        return None
    at = chance.choice(ends)
    sentence = " " + chance.choice(_ADDED).format(n=chance.randint(210, 980))
    return Altered(text[:at] + sentence + text[at:], Seed("added", at, at + len(sentence), ""))


_ALTERERS: dict[SeedClass, Callable[[str, random.Random], Altered | None]] = {
    "changed": _change,
    "dropped": _drop,
    "added": _add,
    "rehedged": _rehedge,
    "redated": _redate,
}


def is_of_use(text: str, longest: int = 5000) -> bool:
    """Return whether a text is prose of a fair length with several figures."""
    return 600 < len(text) < longest and len(_NUMBER.findall(text)) >= 3


def kinds_in_turn(number: int) -> Sequence[SeedClass]:
    """Return the classes to try for the text of that number, another first each time."""
    turn = number % len(CLASSES)
    return (*CLASSES[turn:], *CLASSES[:turn])


def day_of(key: str) -> str:
    """Return the day of an article of `bulk`, whose ids begin with it ("20061023/…"), in ISO 8601.

    >>> day_of("20061023/some-slug")
    '2006-10-23'
    """
    return date(int(key[:4]), int(key[4:6]), int(key[6:8])).isoformat()
