"""Runs of words as hashes that every process computes alike."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..body.letters import Letter, any_of
from ..body.words import Hashes, PageWords, Places, hashes_of, words_of_page

# Six words in a row: two articles of one outlet hardly share them by chance, and a sentence of a
# notice has several.
RUN = 6
# Up to this length a line is compared whole: menu entries, headings, buttons.
LONGEST_LINE = 60
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
# The words of a page are found a stretch at a time: longer ones would be cut.
_STRETCH = 20_000
_APOSTROPHE = np.uint32(ord("'"))
_IN_FIGURE = any_of(Letter.PERIOD, Letter.COMMA, Letter.COLON)

Shares = NDArray[np.float64]


def page_runs(texts: Sequence[str]) -> Hashes:
    """Return the hash of every run of six words of the texts of one page or several, each once."""
    found = [_runs(_compared(words_of_page(_stretches(text)))[0]) for text in texts]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.uint64)


def block_runs(words: PageWords) -> tuple[Hashes, Places]:
    """Return the hash of every run within a block of a page, and the number of the block."""
    hashes, block = _compared(words)
    runs = _runs(hashes)
    first, last = block[: len(runs)], block[RUN - 1 :][: len(runs)]
    return runs[first == last], first[first == last]


def means_by_block(values: NDArray[np.float64], block: Places, count: int) -> Shares:
    """Return the mean of the values of each of `count` blocks, nought for a block without any."""
    sums = np.bincount(block, values, count)
    return np.asarray(sums / np.maximum(1, np.bincount(block, minlength=count)))


def _compared(words: PageWords) -> tuple[Hashes, Places]:
    """Return the hashes of words, and their blocks: a figure is one word, and all apostrophes are one."""
    classes, lower = words.letters.classes, words.letters.lower
    before, after = words.end[:-1], words.begin[1:]
    parted = (after - before != 1) | ~_IN_FIGURE[classes[before]]
    parted |= (classes[before - 1] != Letter.DIGIT) | (classes[after] != Letter.DIGIT)
    begin = words.begin[np.append(True, parted)[: len(words.begin)]]
    end = words.end[np.append(parted, True)[: len(words.end)]]
    block = words.block[np.append(True, parted)[: len(words.block)]]
    marks = classes == Letter.APOSTROPHE
    if (lower[marks] == _APOSTROPHE).all():
        return words.hashes(begin, end), block
    return hashes_of(np.where(marks, _APOSTROPHE, lower), begin, end), block


def _runs(words: Hashes) -> Hashes:
    count = max(0, len(words) - RUN + 1)
    mixed = np.zeros(count, dtype=np.uint64)
    for at in range(RUN):
        mixed *= _FACTOR
        mixed += words[at : at + count]
    return mixed


def _stretches(text: str) -> list[str]:
    return [text[at : at + _STRETCH] for at in range(0, len(text), _STRETCH)] or [""]
