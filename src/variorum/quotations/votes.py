"""Learned votes: which of several choices is likeliest, by what stands around each.

A judgement (who speaks, where do the words end) weighs its choices by signs, short strings with a
name: those of the context, which all choices share, and those of each choice. A sign of a choice
votes for itself and together with another sign; the choice with the most votes is taken.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Signs = tuple[str, ...]
_Table = dict[str, float]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The names of a judgement's signs, and the pairs of them that vote ("cue head")."""

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
    """The votes of one judgement, sorted by sign: to count them makes no new strings."""

    __slots__ = ("_bound", "_free", "_single")

    def __init__(self, judgement: Judgement, learned: Mapping[str, float]) -> None:
        """Sort learned weights, named as `vote_names` names them."""
        single: dict[str, _Table] = {name: {} for name in judgement.choice}
        paired: dict[str, dict[str, _Table]] = {pair: {} for pair in judgement.pairs}
        for name, weight in learned.items():
            sign, _, value = name.partition("=")
            if sign in single:
                single[sign][value] = weight
            else:
                one, _, other = value.partition("\t")
                paired[sign].setdefault(one, {})[other] = weight
        self._single = tuple(single.values())
        bound: list[tuple[int, int, dict[str, _Table]]] = []
        free: list[tuple[int, int, dict[str, _Table]]] = []
        for pair, table in paired.items():
            one, other = pair.split()
            place = judgement.choice.index(other)
            if one in judgement.context:
                bound.append((judgement.context.index(one), place, table))
            else:
                free.append((judgement.choice.index(one), place, table))
        self._bound = tuple(bound)
        self._free = tuple(free)

    def best(self, context: Signs, choices: Sequence[Signs]) -> int:
        """Return the place of the choice with the most votes, the first of equals."""
        if len(choices) == 1:
            return 0
        near = [(place, row) for at, place, table in self._bound if (row := table.get(context[at]))]
        best, most = 0, float("-inf")
        for place, choice in enumerate(choices):
            total = 0.0
            for held, sign in zip(self._single, choice, strict=True):
                if sign in held:
                    total += held[sign]
            for at, row in near:
                sign = choice[at]
                if sign in row:
                    total += row[sign]
            for one, other, table in self._free:
                votes = table.get(choice[one])
                if votes is not None and choice[other] in votes:
                    total += votes[choice[other]]
            if total > most:
                best, most = place, total
        return best


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
