"""Passages: the chains of equal words between two articles, and in whose voice they are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from ..model import PassageKind
from .chains import Run
from .voices import NARRATIVE, QUOTED
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


def hear(left: Voices, right: Voices, chains: Places) -> Voices:
    """Return the voices of shared words, read off both articles; `chains` numbers the chain of each.

    Quoted in either is quoted in both: a lost mark must not turn speech into prose. The short
    narrated stretches of a chain that is mostly quoted go to the quotation.
    """
    voices = np.maximum(left, right)
    if not (voices == QUOTED).any():
        return voices
    begins = np.concatenate(([0], changes(chains, voices)))
    sizes = np.diff(np.concatenate((begins, [len(voices)])))
    kinds, owners = voices[begins], chains[begins]
    is_short = (kinds == NARRATIVE) & (sizes < SHORTEST_NARRATIVE)
    is_long = (kinds == NARRATIVE) & ~is_short
    quoted = np.bincount(owners, weights=sizes * (kinds == QUOTED))[owners]
    narrated = np.bincount(owners, weights=sizes * is_long)[owners]
    voices[np.repeat(is_short & (2 * narrated < quoted), sizes)] = QUOTED
    return voices


def changes(*features: npt.NDArray[np.integer[Any]]) -> Places:
    """Return at which words one of some features is another than at the word before."""
    differ = [each[1:] != each[:-1] for each in features]
    return np.nonzero(np.logical_or.reduce(differ))[0] + 1


def match_words(left: Words, right: Words, chains: Sequence[Sequence[Run]]) -> Matched:
    """Return the equal words of two articles from the chains in which they stand."""
    runs = [run for chain in chains for run in chain]
    lefts = np.concatenate([np.arange(run.left, run.left + run.words) for run in runs])
    rights = np.concatenate([np.arange(run.right, run.right + run.words) for run in runs])
    sizes = [sum(run.words for run in chain) for chain in chains]
    numbers = np.repeat(np.arange(len(chains)), sizes)
    voices = hear(left.voices[lefts], right.voices[rights], numbers)
    return Matched(left, right, lefts, rights, numbers, voices)
