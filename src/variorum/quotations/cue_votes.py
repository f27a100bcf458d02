"""The learned votes on cues, sorted by word and neighbour: to count them makes no new strings."""

from collections.abc import Sequence
from functools import cache
from sys import intern
from typing import NamedTuple

from .masking import Word
from .shapes import QUOTED
from .weights import weights

# Votes in hundredths, as they were learned: sums of whole numbers are the same in any order.
_Row = dict[str, int]
_HUNDREDTHS = 100
_NONE: _Row = {}
_OUTSIDE = ("#", "#")
DASHES = frozenset("—–―-")
# How far from a candidate "that" and quoted words are looked for.
REACH_BEHIND = 5
REACH_BEFORE = 7


class _Candidate(NamedTuple):
    """What is known of one word: its own vote, those by neighbour, and those by what is near."""

    own: int
    before: _Row
    after: _Row
    suffix_before: _Row
    suffix_after: _Row
    that: int
    quoted_after: int
    quoted_before: int


class CueVotes:
    """The votes of cues.cue_features, which names them."""

    __slots__ = ("_first", "_neighbours", "_pairs", "_words", "candidates")

    def __init__(self, lexicon: frozenset[str], learned: dict[str, float]) -> None:
        """Sort the learned votes."""
        single: dict[str, _Row] = {"<": {}, ">": {}, "<<": {}, ">>": {}}
        paired: dict[str, dict[str, _Row]] = {"<<<": {}, ">>>": {}}
        beside: dict[str, _Row] = {}
        whole = {name: round(vote * _HUNDREDTHS) for name, vote in learned.items()}
        for name, vote in whole.items():
            sign, _, value = name.partition("=")
            kind = name[: len(name) - len(name.lstrip(name[:1]))]
            if sign in ("w", "s"):
                word, _, neighbour = value.partition(" ")
                beside.setdefault(f"{sign}={word}{neighbour[:1]}", {})[intern(neighbour[1:])] = vote
            elif kind in paired and " " in name:
                first, _, second = name[3:].partition(" ")
                paired[kind].setdefault(intern(first), {})[intern(second)] = vote
            elif kind in single:
                single[kind][intern(name[len(kind) :])] = vote
        self._neighbours = tuple(single.values())
        self._pairs = tuple(paired.values())
        self._first = (whole.get("first", 0), whole.get("capital", 0))
        self.candidates = lexicon | DASHES
        self._words = {word: _candidate(word, whole, beside) for word in map(intern, lexicon)}

    def odds(
        self, lows: Sequence[str], shapes: Sequence[str], place: int, *, capital: bool
    ) -> float:
        """Return the log odds that the word of the lexicon at `place` is a cue.

        `shapes` are the words' neighbour_shapes.
        """
        own, before, after, ending, ended, that, followed, led = self._words[lows[place]]
        far_left, left, _, right, far_right = shapes[place : place + 5]
        befores, afters, earliers, laters = self._neighbours
        odds = own + before.get(left, 0) + after.get(right, 0)
        odds += ending.get(left, 0) + ended.get(right, 0)
        odds += befores.get(left, 0) + afters.get(right, 0)
        odds += earliers.get(far_left, 0) + laters.get(far_right, 0)
        earlier, later = self._pairs
        odds += earlier.get(far_left, _NONE).get(left, 0)
        odds += later.get(right, _NONE).get(far_right, 0)
        if "that" in lows[place + 1 : place + 1 + REACH_BEHIND]:
            odds += that
        if QUOTED in shapes:
            here = place + len(_OUTSIDE)
            if QUOTED in shapes[here + 1 : here + 1 + REACH_BEHIND]:
                odds += followed
            if QUOTED in shapes[max(0, here - REACH_BEFORE) : here]:
                odds += led
        if capital:
            # One that opens a sentence says less.
            odds += self._first[place > 0]
        return odds / _HUNDREDTHS


def _candidate(word: str, whole: dict[str, int], beside: dict[str, _Row]) -> _Candidate:
    suffix = word[-3:]
    return _Candidate(
        whole.get("", 0) + whole.get(f"w={word}", 0),
        beside.get(f"w={word}<", _NONE),
        beside.get(f"w={word}>", _NONE),
        beside.get(f"s={suffix}<", _NONE),
        beside.get(f"s={suffix}>", _NONE),
        *(
            whole.get(sign, 0) + whole.get(f"{sign} w={word}", 0)
            for sign in ("that", "quoted after", "quoted before")
        ),
    )


def neighbour_shapes(words: Sequence[Word]) -> list[str]:
    """Return the shapes of words as candidates beside them see them, two "#" at either end.

    "Democrats'" is a name like any other here.
    """
    shapes = [*_OUTSIDE, *(word.shape for word in words), *_OUTSIDE]
    if "Name's" not in shapes:
        return shapes
    for at, word in enumerate(words, len(_OUTSIDE)):
        if word.shape == "Name's" and word.low[-1] != "s":
            shapes[at] = "Name"
    return shapes


@cache
def cue_votes() -> CueVotes:
    """Return the votes on cues (eval/learn_quotations.py writes them)."""
    learned = weights()
    return CueVotes(learned.lexicon, learned.cues)
