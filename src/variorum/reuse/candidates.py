"""Candidates: the pairs of articles worth aligning, read off an inverted index, never all pairs."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .fingerprints import find_fingerprints
from .words import Numbers

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


def find_candidates(wordings: Sequence[Numbers]) -> list[tuple[int, int]]:
    """Return the pairs of articles, by number, that share sampled runs of words; lower number first."""
    hashes, owners = find_fingerprints(wordings)
    hashes, owners, weights = _weigh(hashes, owners)
    if not len(hashes):
        return []
    count = len(wordings)
    found: list[npt.NDArray[np.int64]] = []
    quarters: list[npt.NDArray[np.int64]] = []
    for step in range(1, WINDOW + 1):
        same = hashes[step:] == hashes[:-step]
        if not same.any():
            break
        found.append(owners[:-step][same] * count + owners[step:][same])
        quarters.append(weights[step:][same])
    if not found:
        return []
    codes, inverse = np.unique(np.concatenate(found), return_inverse=True)
    # Counted in quarters, in whole numbers, so that the order of adding cannot matter.
    shared = np.bincount(inverse, weights=np.concatenate(quarters))
    chosen = codes[shared >= 4 * FEWEST_SHARED]
    return [(int(code // count), int(code % count)) for code in chosen]


def _weigh(
    hashes: Numbers, owners: npt.NDArray[np.int64]
) -> tuple[Numbers, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Drop the runs that stand in one article only or nearly everywhere; weigh the rest in quarters."""
    _, inverse, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    spread = counts[inverse]
    kept = (spread > 1) & (spread <= COMMONEST)
    spread = spread[kept]
    weights = np.where(spread <= RARE, 4, np.where(spread <= FREQUENT, 2, 1))
    return hashes[kept], owners[kept], weights
