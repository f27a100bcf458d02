"""How many of a block's telling words the prose of its page has elsewhere."""

import numpy as np
from numpy.typing import NDArray

from .letters import Letter
from .words import Flags, Hashes, PageWords, Places

# Longer words and names carry a subject. Of scripts without spaces, each two letters count as one.
_SHORTEST_WORD = 5
_FEWEST = 4
_RARE = 2
# Words are told apart by so many bits of their hashes. Of a page's 500 telling words 15 fall
# together with another, which moves a share by a few hundredths and saves sorting all of them.
_BITS = 14
_PAIRING = np.uint64(0x9E3779B97F4A7C15)

Shares = NDArray[np.float64]


def shared_words(words: PageWords, prose: Flags) -> tuple[Shares, Shares]:
    """Return the share of each block's telling words that other prose has at all, and often."""
    block, word = _telling(words)
    count = len(prose)
    own = prose[block]
    carried = np.bincount(word[own], minlength=1 << _BITS)
    elsewhere = carried[word] - own
    size = np.maximum(_FEWEST, np.bincount(block, minlength=count))
    return (
        np.bincount(block[elsewhere > 0], minlength=count) / size,
        np.bincount(block[elsewhere > _RARE], minlength=count) / size,
    )


def _telling(words: PageWords) -> tuple[Places, Places]:
    """Return the telling words of each block, each once: the block, and a number for the word."""
    chosen = (words.lengths >= _SHORTEST_WORD) | words.capitalised
    blocks, hashes = words.block, words.hash
    unspaced = words.letters.classes == Letter.UNSPACED
    if unspaced.any():
        chosen &= ~unspaced[words.begin]
        paired, pairs = _pairs(words, unspaced)
        blocks = np.concatenate([blocks[chosen], paired])
        hashes = np.concatenate([hashes[chosen], pairs])
    else:
        blocks, hashes = blocks[chosen], hashes[chosen]
    keys = (blocks << _BITS) | (hashes >> np.uint64(64 - _BITS)).astype(np.int64)
    keys.sort()
    first = np.ones(len(keys), dtype=bool)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    single = keys[first]
    return single >> _BITS, single & ((1 << _BITS) - 1)


def _pairs(words: PageWords, unspaced: Flags) -> tuple[Places, Hashes]:
    at = np.flatnonzero(unspaced[1:] & unspaced[:-1])
    lower = words.letters.lower.astype(np.uint64)
    pairs = (lower[at] * _PAIRING) + lower[at + 1]
    return np.searchsorted(words.first, at, side="right") - 1, pairs
