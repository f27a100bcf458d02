"""Fingerprints: a sample of an article's word runs as hashes, the same runs chosen in every article."""

import numpy as np

from .words import Numbers, Places

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


def owner_bits(articles: int) -> int:
    """Return how many bits of a fingerprint say in which of so many articles it stands."""
    return max(1, (articles - 1).bit_length())


def find_fingerprints(
    numbers: Numbers, lengths: Places, first: int, bits: int, collections: Numbers
) -> Numbers:
    """Return the sampled runs of articles whose words are laid end to end, numbered from `first` on.

    `collections` numbers where each article belongs: runs of two collections are never the same.
    The hash of a run above, the article's number in the lowest `bits`: in order they lie by run,
    then by article. With 47 bits of hash, ten million runs hold one false equal in three tries.
    """
    hashes = run_hashes(numbers, RUN)
    owners = np.repeat(np.arange(first, first + len(lengths), dtype=np.uint64), lengths)
    # A run must not begin in one article and end in the next.
    within = owners[: len(hashes)] == owners[RUN - 1 :]
    kept = np.flatnonzero(within & (hashes % np.uint64(SAMPLE) == 0))
    shift = np.uint64(bits)
    owned = owners[kept]
    apart = hashes[kept] ^ (collections * _MULTIPLIER)[owned - np.uint64(first)]
    fingerprints: Numbers = (apart >> shift << shift) | owned
    return fingerprints
