"""The words by which stories are told apart, and how rare each is in news at large."""

import json
import re
import zlib
from base64 import b64decode
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..text import fold_word

# 131,072 places for some 100,000 words that occur: about half share a place with another, mostly
# one as rare.
BUCKETS = 1 << 17
# One step of the table in natural logarithms: 255 steps reach 12.75, past any rarity counted.
STEP = 0.05

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORTEST = 3
# More words than any one collection writes; some 30 MB.
_REMEMBERED = 1 << 18
_POSSESSIVE = re.compile(r"['’]s$")


def story_words(text: str) -> list[str]:
    """Return the words of a text, as written, that may tell one event from another."""
    return [found for found in _WORD.findall(text) if len(found) >= _SHORTEST]


def buckets(text: str) -> list[int]:
    """Return the places of the words of a text, in order."""
    return list(map(_places().__getitem__, story_words(text)))


def bucket_of(word: str) -> int:
    """Return the place of a written word in the table: a hash that is the same on every machine."""
    return _places()[word]


class _Places(dict[str, int]):
    """The places of the words met so far; looked up twice as fast as a function that remembers."""

    def __missing__(self, word: str) -> int:
        folded = stem(fold_word(_POSSESSIVE.sub("", word)))
        if len(self) >= _REMEMBERED:
            self.clear()
        place = self[word] = zlib.crc32(folded.encode("utf-8", "surrogatepass")) % BUCKETS
        return place


@cache
def _places() -> _Places:
    return _Places()


def stem(word: str) -> str:
    """Return the word without plural s: light, so that two reports of one event meet more often."""
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def background() -> tuple[int, NDArray[np.float64]]:
    """Return the number of articles behind the table, and the share of them that has each place."""
    table = json.loads(Path(__file__).with_name("idf.json").read_text(encoding="utf-8"))
    steps = np.frombuffer(zlib.decompress(b64decode(table["steps"])), dtype=np.uint8)
    return int(table["articles"]), np.exp(-steps.astype(np.float64) * STEP)


# A word in a tenth of all articles or more tells no event from another (a definition, not a
# measurement).
_COMMON_SHARE = 0.1


@cache
def common_places() -> frozenset[int]:
    """Return the places of the words that stand in every tenth article or more."""
    return frozenset(np.flatnonzero(background()[1] >= _COMMON_SHARE).tolist())
