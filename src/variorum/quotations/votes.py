"""Learned votes: which of several choices is likeliest, by what stands around each.

A judgement (who speaks, where do the words end) weighs its choices by signs, short strings with a
name: those of the context, which all choices share, and those of each choice. A sign of a choice
votes for itself and together with another sign; the choice with the most votes is taken.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from operator import itemgetter
from sys import intern
from typing import Any

Signs = tuple[str, ...]
_Table = dict[str, float]
# Votes in hundredths, as they were learned: sums of whole numbers are the same in any order.
_Row = dict[str, int]
_HUNDREDTHS = 100
_of: Callable[..., Any] = dict.get
_NO_VOTES: Iterator[int] = repeat(0)
_NO_ROWS: Iterator[_Row] = repeat({})


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """The names of a judgement's signs, and the pairs of them that vote ("cue head").

    Each is its own: votes_of is asked for every cue, and to hash thirty names takes longer than
    many an answer.
    """

    name: str
    context: Signs
    choice: Signs
    pairs: Signs

    def vote_names(self, context: Signs, choice: Signs) -> Iterator[str]:
        """Yield the names under which the votes of one choice are kept."""
        signs = dict(zip(self.context + self.choice, context + choice, strict=True))
        for name in self.choice:
            yield f"{name}={signs[name]}"
        for pair in self.pairs:
            one, other = pair.split()
            yield f"{pair}={signs[one]}\t{signs[other]}"


class Votes:
    """The votes of one judgement, by sign: to count them makes no new strings.

    They are the nine tenths of the time of a judgement, so what counts them is made of the
    interpreter's own loops (map, sum, itemgetter): half the time of loops written out.
    """

    __slots__ = ("_bound", "_bound_signs", "_first", "_free", "_near", "_own", "_second")

    def __init__(self, judgement: Judgement, learned: Mapping[str, float]) -> None:
        """Sort learned weights, named as `vote_names` names them."""
        tables: dict[str, dict[str, _Row]] = {pair: {} for pair in judgement.pairs}
        own: dict[str, _Row] = {name: {} for name in judgement.choice}
        for name, weight in learned.items():
            sign, _, value = name.partition("=")
            vote = round(weight * _HUNDREDTHS)
            if sign in own:
                own[sign][intern(value)] = vote
            else:
                one, other = value.split("\t")
                tables[sign].setdefault(intern(one), {})[intern(other)] = vote
        bound = [pair for pair in judgement.pairs if pair.split()[0] in judgement.context]
        free = [pair for pair in judgement.pairs if pair not in bound]
        self._own = list(own.values())
        self._bound = [tables[pair] for pair in bound]
        self._free = [tables[pair] for pair in free]
        self._bound_signs = _picked(judgement.context, [pair.split()[0] for pair in bound])
        # A choice's own signs, and those that vote together with the context.
        near = (*judgement.choice, *(pair.split()[1] for pair in bound))
        self._near = _picked(judgement.choice, near)
        self._first = _picked(judgement.choice, [pair.split()[0] for pair in free])
        self._second = _picked(judgement.choice, [pair.split()[1] for pair in free])

    def best(self, context: Signs, choices: Sequence[Signs]) -> int:
        """Return the place of the choice with the most votes, the first of equals."""
        if len(choices) == 1:
            return 0
        near = [*self._own, *map(_of, self._bound, self._bound_signs(context), _NO_ROWS)]
        of_near, first, second, free = self._near, self._first, self._second, self._free
        votes = [
            sum(map(_of, near, of_near(choice), _NO_VOTES))
            + sum(map(_of, map(_of, free, first(choice), _NO_ROWS), second(choice), _NO_VOTES))
            for choice in choices
        ]
        return votes.index(max(votes))


def _picked(names: Signs, wanted: Sequence[str]) -> Callable[[Signs], Signs]:
    """Return what takes signs from all of them by their names."""
    places = [names.index(each) for each in wanted]
    return (
        itemgetter(*places) if len(places) > 1 else lambda signs: tuple(signs[at] for at in places)
    )


@cache
def votes_of(judgement: Judgement) -> Votes:
    """Return the votes of a judgement (eval/learn_attributions.py writes them)."""
    return Votes(judgement, _read().get(judgement.name, {}))


@cache
def _read() -> dict[str, _Table]:
    text = files(__package__).joinpath("attributions.json").read_text(encoding="utf-8")
    read: dict[str, _Table] = json.loads(text)
    return read


def forget() -> None:
    """Read the votes anew when next asked: for learning one judgement after another."""
    _read.cache_clear()
    votes_of.cache_clear()


def steps(thresholds: Iterable[int], most: int) -> Signs:
    """Return for each number up to `most` its sign: how many of the thresholds it passes."""
    held = tuple(thresholds)
    return tuple(str(sum(value > each for each in held)) for value in range(most + 1))
