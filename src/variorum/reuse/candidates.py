"""Candidates: the pairs of articles worth aligning, read off an inverted index, never all pairs."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .fingerprints import owner_bits
from .words import Numbers, Places

# What sampled runs two articles must share: two that are rare, or more that are not. A run in up
# to RARE articles weighs 1, in up to FREQUENT a half, beyond that a quarter. A copy of 40 words
# of the commonest wire still weighs 2.5; with every run weighing 1, two thirds of the candidates
# in `bulk` had nothing in common but phrases such as those of its market reports.
FEWEST_SHARED = 1.5
RARE = 8
FREQUENT = 64
# A run that stands in many articles pairs each only with so many that follow it, in the order of
# ids: a wire with a thousand copies stays connected without half a million alignments. In
# `summit` the widest account has 29 copies: up to 49 every pair is compared.
WINDOW = 48
# A run in more articles than this is a formula of the trade, not a text.
COMMONEST = 2000
# Two articles that share less than this of the sampled runs of both share a passage, not a text.
# A passage that stands in many pairs each article only with so many that follow: that is enough
# to tell that it stands everywhere, and all pairs would grow with the square of its articles.
STRAY = 0.25
NEAR = 12
# Two that share so much of the sampled runs of the shorter one are looked at whatever those weigh: a
# page of thirty words has seven, and where sixty copies carry them three would be asked for.
MOSTLY = 0.4

# Below the two articles in a number: how far apart they stand in the run, and its weight.
_WEIGHT_BITS, _STEP_BITS = 3, 6


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of articles by number, the lower number left; which of them may well carry one text."""

    pairs: Places
    akin: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self.pairs)


def find_candidates(fingerprints: Numbers, count: int) -> Candidates:
    """Return the pairs among `count` articles that share sampled runs of words."""
    runs, owners = _part(fingerprints, owner_bits(count))
    sampled = np.bincount(owners, minlength=count)
    found = _pair(*_weigh(runs, owners), count)
    del runs, owners
    if not len(found):
        return Candidates(np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.bool_))
    # With many copies this is the most that is ever held: a second array of it, never a third.
    codes = found >> (_WEIGHT_BITS + _STEP_BITS)
    begins = np.flatnonzero(_is_fresh(codes))
    lefts, rights = np.divmod(codes[begins], count)
    del codes
    nearest = found[begins] >> _WEIGHT_BITS & ((1 << _STEP_BITS) - 1)
    shared = np.diff(begins, append=len(found))
    # Counted in quarters, in whole numbers, so that the order of adding cannot matter.
    found &= (1 << _WEIGHT_BITS) - 1
    weights = np.add.reduceat(found, begins)
    fewer = np.minimum(sampled[lefts], sampled[rights])
    akin = shared >= STRAY * fewer
    chosen = (weights >= 4 * FEWEST_SHARED) & (akin | (nearest <= NEAR))
    chosen |= shared >= np.maximum(2, MOSTLY * fewer)
    return Candidates(np.stack((lefts[chosen], rights[chosen]), axis=1), akin[chosen])


def _part(fingerprints: Numbers, bits: int) -> tuple[Numbers, Places]:
    """Return runs and beside each the number of an article in which it stands, in order, once each."""
    ordered = np.sort(fingerprints)
    ordered = ordered[_is_fresh(ordered)]
    owners = (ordered & np.uint64((1 << bits) - 1)).astype(np.int64)
    return ordered >> np.uint64(bits), owners


def _weigh(runs: Numbers, owners: Places) -> tuple[Numbers, Places, Places]:
    """Drop the runs that stand in one article only or nearly everywhere; weigh the rest in quarters."""
    counts = np.diff(np.flatnonzero(_is_fresh(runs)), append=len(runs))
    spread = np.repeat(counts, counts)
    kept = (spread > 1) & (spread <= COMMONEST)
    spread = spread[kept]
    weights = np.where(spread <= RARE, 4, np.where(spread <= FREQUENT, 2, 1))
    return runs[kept], owners[kept], weights


def _pair(runs: Numbers, owners: Places, weights: Places, count: int) -> Places:
    """Return a number for each run that two articles share, in order: who they are, then step and weight."""
    found = [np.zeros(0, dtype=np.int64)]
    for step in range(1, WINDOW + 1):
        same = np.flatnonzero(runs[step:] == runs[:-step])
        if not len(same):
            break
        pairs = owners[same] * count + owners[same + step]
        pairs <<= _STEP_BITS
        pairs += step
        pairs <<= _WEIGHT_BITS
        pairs += weights[same]
        found.append(pairs)
    together = np.empty(sum(map(len, found)), dtype=np.int64)
    end = len(together)
    while found:
        part = found.pop()
        together[end - len(part) : end] = part
        end -= len(part)
    together.sort()
    return together


def _is_fresh(ordered: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    fresh = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return fresh
