"""Passages: the chains of equal words between two articles, cut where the voice changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from ..model import Passage, PassageKind
from .chains import Run
from .voices import COMMON, NARRATIVE, QUOTED
from .words import Places, Voices, Words

KINDS: Final[tuple[PassageKind, ...]] = ("narrative", "quoted", "common")
# A narrated stretch shorter than this inside a shared quotation is its cue ("he said in a
# statement on"): two reporters at one speech share it without copying.
SHORTEST_NARRATIVE = 7


@dataclass(frozen=True, slots=True, eq=False)
class Matched:
    """The equal words of two articles: their numbers on either side, the chain and the voice of each."""

    left: Words
    right: Words
    lefts: Places
    rights: Places
    chains: Places
    voices: Voices

    @property
    def narrated(self) -> int:
        """How many narrated words the two share."""
        return int(np.count_nonzero(self.voices == NARRATIVE))

    @property
    def shares(self) -> tuple[float, float]:
        """The share of each article's narrated words that stands in the other.

        Words that the other article quotes count as narrated in neither.
        """
        shared = self.narrated
        left_voices, right_voices = self.left.voices[self.lefts], self.right.voices[self.rights]
        left = self.left.narrated - _count(left_voices == NARRATIVE, right_voices == QUOTED)
        right = self.right.narrated - _count(right_voices == NARRATIVE, left_voices == QUOTED)
        return (
            min(1.0, shared / left) if left else 0.0,
            min(1.0, shared / right) if right else 0.0,
        )

    def hear(self) -> None:
        """Read the voices of the shared words off both articles.

        Quoted in either is quoted in both: a lost mark must not turn speech into prose.
        """
        self.voices[:] = np.maximum(self.left.voices[self.lefts], self.right.voices[self.rights])
        bounds = [0, *(np.nonzero(np.diff(self.chains))[0] + 1).tolist(), len(self.chains)]
        for begin, end in pairwise(bounds):
            _absorb_cues(self.voices[begin:end])


def _count(one: npt.NDArray[np.bool_], other: npt.NDArray[np.bool_]) -> int:
    return int(np.count_nonzero(one & other))


def match_words(left: Words, right: Words, chains: Sequence[Sequence[Run]]) -> Matched:
    """Return the equal words of two articles from the chains in which they stand."""
    runs = [run for chain in chains for run in chain]
    lefts = np.concatenate([np.arange(run.left, run.left + run.words) for run in runs])
    rights = np.concatenate([np.arange(run.right, run.right + run.words) for run in runs])
    sizes = [sum(run.words for run in chain) for chain in chains]
    numbers = np.repeat(np.arange(len(chains)), sizes)
    voices = np.zeros(len(lefts), dtype=np.uint8)
    matched = Matched(left, right, lefts, rights, numbers, voices)
    matched.hear()
    return matched


def _absorb_cues(chain: Voices) -> None:
    """Give the short narrated stretches of a chain that is mostly quoted to the quotation."""
    if not (chain == QUOTED).any():
        return
    cuts = np.nonzero(np.diff(chain))[0] + 1
    bounds = [0, *cuts.tolist(), len(chain)]
    pieces = [(a, b) for a, b in pairwise(bounds) if chain[a] == NARRATIVE]
    long = sum(b - a for a, b in pieces if b - a >= SHORTEST_NARRATIVE)
    if 2 * long >= np.count_nonzero(chain == QUOTED):
        return
    for begin, end in pieces:
        if end - begin < SHORTEST_NARRATIVE:
            chain[begin:end] = QUOTED


def cut_passages(matched: Matched, spread: str | None = None) -> tuple[Passage, ...]:
    """Return the passages in order of the left article.

    `spread` is the reason of a common one whose paragraph has none of its own.
    """
    changes = (np.diff(matched.chains) != 0) | (np.diff(matched.voices) != 0)
    bounds = [0, *(np.nonzero(changes)[0] + 1).tolist(), len(matched.lefts)]
    passages = [_passage(matched, begin, end, spread) for begin, end in pairwise(bounds)]
    return tuple(sorted(passages, key=lambda passage: (passage.left, passage.right)))


def _passage(matched: Matched, begin: int, end: int, spread: str | None) -> Passage:
    left, right = matched.left, matched.right
    voice = int(matched.voices[begin])
    first, last = int(matched.lefts[begin]), int(matched.lefts[end - 1])
    other, closing = int(matched.rights[begin]), int(matched.rights[end - 1])
    reason = left.reason(first) or right.reason(other) or spread if voice == COMMON else None
    return Passage(
        left=left.span(first, last),
        right=right.span(other, closing),
        words=end - begin,
        kind=KINDS[voice],
        reason=reason,
    )
