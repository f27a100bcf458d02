"""The words by which stories are told apart, and how rare each is in news at large."""

import json
import re
import zlib
from base64 import b64decode
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import category

import numpy as np
from numpy.typing import NDArray

from ..text import fold_word

# 131,072 places for some 100,000 words that occur: about half share a place with another, mostly
# one as rare.
BUCKETS = 1 << 17
# One step of the table in natural logarithms: 255 steps reach 12.75, past any rarity counted.
STEP = 0.05

# Vowel signs and accents that stand behind a letter; to Python's expressions they are no letters,
# and would cut the words of Hindi, Tamil or pointed Arabic in pieces.
_MARKS = "".join(chr(code) for code in range(0x300, 0x1AFF) if category(chr(code)) in ("Mn", "Mc"))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MARKED_WORD = re.compile(rf"[^\W\d_]+(?:['’{_MARKS}]+[^\W\d_]+)*[{_MARKS}]*")
_SHORTEST = 3
# Scripts that set no space between words, with how many characters stand for a word there: two
# of Han, kana and Hangul (whose spaces part phrases), as is usual in searching; four of the
# alphabets of Thai, Lao, Burmese and Khmer, of which two are a syllable at most.
_UNSPACED = {
    2: "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff",
    4: "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff",
}
_CUT = re.compile("|".join(f"([{letters}]+)" for letters in _UNSPACED.values()))
# Most texts have neither: one look tells.
_HARDER = re.compile(f"[{_MARKS}{''.join(_UNSPACED.values())}]")
# Hiragana are endings and particles, in every text the same.
_GRAMMAR = re.compile("[\u3041-\u309f]+")
# More words than any one collection writes; some 30 MB.
_REMEMBERED = 1 << 18
_POSSESSIVE = re.compile(r"['’]s$")


def story_words(text: str) -> list[str]:
    """Return the words of a text, as written, that may tell one event from another.

    >>> story_words("The mayor of Oss")
    ['The', 'mayor', 'Oss']
    >>> story_words("市長が辞任")
    ['市長', '長が', 'が辞', '辞任']
    """
    if text.isascii() or not _HARDER.search(text):
        return [found for found in _WORD.findall(text) if len(found) >= _SHORTEST]
    return [word for found in _MARKED_WORD.findall(text) for word in _cut(found)]


def _cut(found: str) -> Iterator[str]:
    """Yield the words of what stands between spaces, runs of unspaced script as overlapping pieces."""
    end = 0
    for run in _CUT.finditer(found):
        if run.start() - end >= _SHORTEST:
            yield found[end : run.start()]
        end = run.end()
        size = tuple(_UNSPACED)[(run.lastindex or 1) - 1]
        for at in range(run.start(), max(run.end() - size, run.start()) + 1):
            piece = found[at : min(at + size, end)]
            if not _GRAMMAR.fullmatch(piece):
                yield piece
    if len(found) - end >= _SHORTEST:
        yield found[end:]


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
