"""Runs of words as hashes that every process computes alike."""

from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ...text import folded_words

Hashes = NDArray[np.uint64]

# Six words in a row: two articles of one outlet hardly share them by chance, and a sentence of a
# notice has several.
RUN = 6
# Up to this length a line is compared whole: menu entries, headings, buttons.
LONGEST_LINE = 60
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def run_hashes(text: str) -> Hashes:
    """Return the hash of every run of six words of `text`, in order."""
    words = np.array([_word_hash(word) for word in folded_words(text)], dtype=np.uint64)
    count = len(words) - RUN + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for at in range(RUN):
        mixed = mixed * _FACTOR + words[at : at + count]
    return mixed


def block_runs(text: str) -> list[int]:
    """Return the hashes of the runs of a block as plain numbers."""
    return [int(each) for each in run_hashes(text)]


@lru_cache(maxsize=1 << 16)
def _word_hash(word: str) -> int:
    encoded = word.encode("utf-8", "surrogatepass")
    return crc32(encoded) << 32 | crc32(encoded[::-1])
