"""Fingerprints: a sample of an article's word runs as hashes, the same runs chosen in every article."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .words import Numbers

# Words in a run. Five is short enough to survive between two edits, long enough that most runs
# which two unrelated articles share are stock phrases.
RUN = 5
# One run in so many is kept ("0 mod p": the choice looks only at the run itself, so both articles
# keep the same ones). Two kept runs make a candidate: 40 shared words are missed once in some
# 3,000 pairs, 25 once in 40. At 8 a 40-word passage would be missed once in 30.
SAMPLE = 4

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def run_hashes(numbers: Numbers, length: int) -> Numbers:
    """Return a 64-bit hash of each run of `length` words, by its first word."""
    count = len(numbers) - length + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(length):
        hashes *= _MULTIPLIER
        hashes += numbers[offset : offset + count]
        hashes ^= hashes >> np.uint64(29)
    # Without a last mixing the low bits, by which runs are sampled, would hang on the last word.
    hashes *= _MIX
    return hashes ^ (hashes >> np.uint64(32))


def find_fingerprints(
    wordings: Sequence[Numbers],
) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """Return the sampled hashes of all articles and beside each the number of its article, once each."""
    lengths = np.array([len(numbers) for numbers in wordings], dtype=np.int64)
    if not lengths.sum():
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    hashes = run_hashes(np.concatenate(wordings), RUN)
    owners = np.repeat(np.arange(len(wordings)), lengths)
    # A run must not begin in one article and end in the next.
    within = owners[: len(hashes)] == owners[RUN - 1 :]
    kept = within & (hashes % np.uint64(SAMPLE) == 0)
    hashes, owners = hashes[kept], owners[: len(kept)][kept]
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    fresh = np.ones(len(hashes), dtype=bool)
    fresh[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    return hashes[fresh], owners[fresh]
