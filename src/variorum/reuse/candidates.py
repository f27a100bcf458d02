"""Candidates: the pairs of articles worth aligning, read off an inverted index, never all pairs."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .fingerprints import find_fingerprints
from .words import Numbers

# How many sampled runs two articles must share. One is a stock phrase.
FEWEST_SHARED = 2
# A run that stands in many articles pairs each only with so many that follow it, in the order of
# ids: a wire with a thousand copies stays connected without half a million alignments. In
# `summit` the widest account has 29 copies: up to 49 every pair is compared.
WINDOW = 48
# A run in more articles than this is a formula of the trade, not a text.
COMMONEST = 2000


def find_candidates(wordings: Sequence[Numbers]) -> list[tuple[int, int]]:
    """Return the pairs of articles, by number, that share sampled runs of words; lower number first."""
    hashes, owners = find_fingerprints(wordings)
    hashes, owners = _without_formulas(hashes, owners)
    if not len(hashes):
        return []
    count = len(wordings)
    found: list[npt.NDArray[np.int64]] = []
    for step in range(1, WINDOW + 1):
        same = hashes[step:] == hashes[:-step]
        if not same.any():
            break
        found.append(owners[:-step][same] * count + owners[step:][same])
    if not found:
        return []
    codes, shared = np.unique(np.concatenate(found), return_counts=True)
    chosen = codes[shared >= FEWEST_SHARED]
    return [(int(code // count), int(code % count)) for code in chosen]


def _without_formulas(
    hashes: Numbers, owners: npt.NDArray[np.int64]
) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """Drop the runs that stand in one article only, and those that stand nearly everywhere."""
    _, inverse, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    spread = counts[inverse]
    kept = (spread > 1) & (spread <= COMMONEST)
    return hashes[kept], owners[kept]
