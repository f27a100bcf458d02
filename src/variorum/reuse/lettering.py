"""Lettering: the words of many texts found in one pass over the letters of all of them, in arrays.

A pattern finds them one by one at ten times the cost; it is still what says what a word is, and
reads what arrays cannot: scripts without spaces, and letters that fold to several or to none.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..text import fold_word
from ..text.tokens import WORD

Offsets = npt.NDArray[np.int32]
Codes = npt.NDArray[np.uint32]

# Scripts that set no space between words: there a character stands for a word, or a whole
# clause would be one word and hardly ever the same in two articles.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_CHARACTER_OR_WORD = re.compile(
    f"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\\w)+(?:['’](?![{_UNSPACED}])\\w+)*"
)
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)+")

# What a letter may be, in bits; of a letter not met before nothing is known.
_LETTER, _DIGIT, _APOSTROPHE, _POINT, _HARD, _MET = 1, 2, 4, 8, 16, 32
# Letters beyond the first plane are all taken for the last one of it, which is no letter.
_LAST = 0xFFFF
_kinds = np.zeros(_LAST + 1, dtype=np.uint8)
_values = np.zeros(_LAST + 1, dtype=np.uint64)

# The number of a word is the sum of its letters' values, each times a power of _BASE by its place.
_MASK = (1 << 64) - 1
_BASE = 0x9E3779B97F4A7C15
_UNBASE = pow(_BASE, -1, 1 << 64)
_MIX = 0xBF58476D1CE4E5B9
# So many words are remembered with their numbers.
_REMEMBERED = 1 << 16


class Lettered(NamedTuple):
    """The words of texts end to end: number, where each begins and ends in its text; how many a text has."""

    numbers: npt.NDArray[np.uint32]
    begins: Offsets
    ends: Offsets
    lengths: npt.NDArray[np.int64]


class _Numbers(dict[str, int]):
    """The number of each folded word seen so far."""

    def __missing__(self, word: str) -> int:
        total, power = 0, 1
        for letter in word:
            total = (total + _value(ord(letter)) * power) & _MASK
            power = power * _BASE & _MASK
        total ^= total >> 32
        number = (total * _MIX & _MASK) >> 32
        if len(self) < _REMEMBERED:
            self[word] = number
        return number


_numbers = _Numbers()


def _value(code: int) -> int:
    # Splitmix (Steele et al. 2014): letters next to each other in the alphabet get unlike values.
    value = (code + 1) * 0x9E3779B97F4A7C15 & _MASK
    value = (value ^ value >> 30) * _MIX & _MASK
    value = (value ^ value >> 27) * 0x94D049BB133111EB & _MASK
    return value ^ value >> 31


class _Powers:
    """The powers of _BASE and of its inverse, as many as the longest text so far wanted."""

    def __init__(self) -> None:
        self._up = self._down = np.ones(1, dtype=np.uint64)

    def get(self, count: int) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
        if len(self._up) < count:
            self._up, self._down = _powers(_BASE, count), _powers(_UNBASE, count)
        return self._up[:count], self._down


def _powers(base: int, count: int) -> npt.NDArray[np.uint64]:
    powers = np.full(count, base, dtype=np.uint64)
    powers[0] = 1
    return np.multiply.accumulate(powers)


_powers_so_far = _Powers()


def letter(texts: Sequence[str]) -> Lettered:
    """Return the words of texts, each with the number of its folded form.

    >>> letter(["The quay’s 2,500 lamps", "the quay's"]).lengths.tolist()
    [4, 2]
    """
    # A line break before and behind each: no word reaches over one, and none lies at an edge.
    joined = "\n".join(("", *texts, ""))
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    codes = np.minimum(codes, np.uint32(_LAST))
    kinds = _kinds_of(codes)
    begins, ends = _find(joined, kinds)
    up, down = _powers_so_far.get(len(codes))
    sums = np.cumsum(_values.take(codes) * up)
    totals = (sums[ends - 1] - sums[begins - 1]) * down[begins]
    totals ^= totals >> np.uint64(32)
    totals *= np.uint64(_MIX)
    starts = np.cumsum([1, *(len(text) + 1 for text in texts)])
    lengths = np.diff(np.searchsorted(begins, starts))
    shifts = np.repeat(starts[:-1], lengths)
    found = Lettered(
        (totals >> np.uint64(32)).astype(np.uint32),
        (begins - shifts).astype(np.int32),
        (ends - shifts).astype(np.int32),
        lengths,
    )
    hard = np.unique(np.searchsorted(starts, np.flatnonzero(kinds & _HARD), side="right") - 1)
    return _with_hard(found, texts, hard.tolist()) if len(hard) else found


def _kinds_of(codes: Codes) -> npt.NDArray[np.uint8]:
    kinds = _kinds.take(codes)
    if not kinds.all():
        for code in np.unique(codes[kinds == 0]).tolist():
            _meet(code)
        kinds = _kinds.take(codes)
    return kinds


def _meet(code: int) -> None:
    """Look once at a letter: what it is, and the value of what it folds to."""
    written = chr(code)
    kind = _MET
    if _IS_UNSPACED.match(written) or code == _LAST:
        kind |= _HARD
    elif WORD.match(written):
        folded = fold_word(written)
        kind |= _LETTER if len(folded) == 1 else _LETTER | _HARD
        kind |= _DIGIT if _FIGURE.match(f"0.{written}") and written.isdecimal() else 0
        _values[code] = _value(ord(folded[0])) if folded else 0
    elif WORD.fullmatch(f"a{written}a"):
        kind |= _APOSTROPHE
        _values[code] = _value(ord(fold_word(f"ä{written}a")[1]))
    elif WORD.fullmatch(f"0{written}0"):
        kind |= _POINT
        _values[code] = _value(code)
    _kinds[code] = kind


def _find(joined: str, kinds: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.int64], ...]:
    """Return where words begin and end."""
    inside = (kinds & _LETTER).astype(np.bool_)
    inside[_joints(kinds, _APOSTROPHE, _LETTER)] = True
    points = _joints(kinds, _POINT, _DIGIT)
    inside[points] = True
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    begins, ends = edges[::2], edges[1::2]
    # A point is no joint in "a1.5", and none of the whole word in "1.5bn".
    figures = np.unique(np.searchsorted(begins, points, side="right") - 1)
    spans = zip(begins[figures].tolist(), ends[figures].tolist(), strict=True)
    odd = [
        (number, begin, end)
        for number, (begin, end) in zip(figures.tolist(), spans, strict=True)
        if not _FIGURE.fullmatch(joined, begin, end)
    ]
    if not odd:
        return begins, ends
    parted = [each.span() for _, begin, end in odd for each in WORD.finditer(joined, begin, end)]
    kept = np.ones(len(begins), dtype=np.bool_)
    kept[[number for number, _, _ in odd]] = False
    fresh = np.array(parted, dtype=np.int64).T
    return tuple(
        np.sort(np.concatenate((old[kept], new)))
        for old, new in zip((begins, ends), fresh, strict=True)
    )


def _joints(kinds: npt.NDArray[np.uint8], joint: int, between: int) -> npt.NDArray[np.int64]:
    """Return where one kind of letter stands between two of another."""
    at = np.flatnonzero(kinds & joint)
    joins: npt.NDArray[np.int64] = at[(kinds[at - 1] & kinds[at + 1] & between).astype(np.bool_)]
    return joins


def _with_hard(found: Lettered, texts: Sequence[str], hard: Sequence[int]) -> Lettered:
    """Return what was found with the words of some texts read by the pattern instead."""
    bounds = np.cumsum([0, *found.lengths.tolist()])
    lengths = found.lengths.copy()
    columns: list[list[npt.NDArray[np.generic]]] = [[], [], []]
    after = 0
    for number in hard:
        read = _read_hard(texts[number])
        lengths[number] = len(read[0])
        for column, old, new in zip(columns, found[:3], read, strict=True):
            column += (old[after : bounds[number]], new.astype(old.dtype))
        after = int(bounds[number + 1])
    for column, old in zip(columns, found[:3], strict=True):
        column.append(old[after:])
    numbers, begins, ends = (np.concatenate(column) for column in columns)
    return Lettered(numbers, begins, ends, lengths)


def _read_hard(text: str) -> tuple[npt.NDArray[np.int64], ...]:
    rows: list[tuple[int, int, int]] = []
    at = 0
    # Line by line: only lines with such a script are read by characters.
    for line in text.split("\n"):
        pattern = _CHARACTER_OR_WORD if _IS_UNSPACED.search(line) else WORD
        for word in pattern.finditer(line):
            rows.append((_numbers[fold_word(word.group())], at + word.start(), at + word.end()))
        at += len(line) + 1
    return tuple(np.array(rows, dtype=np.int64).reshape(-1, 3).T)
