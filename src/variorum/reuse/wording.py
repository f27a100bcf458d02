"""The wording of one article: its words as numbers, and where each stands, in arrays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from ..model import Paragraph
from ..text import fold_word
from ..text.tokens import WORD

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

# Scripts that set no space between words: there a character stands for a word, or a whole
# clause would be one word and hardly ever the same in two articles.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
# In a group, so that a split at words gives the words and what lies between them in turn: half
# the time of looking for each word's span.
_CHARACTER_OR_WORD = re.compile(
    f"([{_UNSPACED}]|(?:(?![{_UNSPACED}])\\w)+(?:['’](?![{_UNSPACED}])\\w+)*)"
)
_WORD = re.compile(f"({WORD.pattern})", WORD.flags)
# So many words are remembered with their numbers. All of `bulk` has 110,000; past that come
# names and slips, which cost a little more.
_REMEMBERED = 1 << 18


class _Numbers(dict[str, int]):
    """The number of each word seen so far."""

    def __missing__(self, word: str) -> int:
        # Not hash(): it differs from run to run. 32 bits suffice, no word is compared alone.
        number = crc32(fold_word(word).encode("utf-8", "surrogatepass"))
        if len(self) < _REMEMBERED:
            self[word] = number
        return number


_numbers = _Numbers()


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of an article: the number of each one's folded form, and where it stands.

    `begins` and `ends` count from the beginning of the first paragraph, the paragraphs laid end to
    end with one character between two; `starts` says where each paragraph begins there.
    """

    numbers: Numbers
    begins: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int32]

    @property
    def paragraphs(self) -> Places:
        """The number of the paragraph in which each word stands."""
        return np.searchsorted(self.starts, self.begins, side="right") - 1


def read_wording(paragraphs: Sequence[Paragraph]) -> Wording:
    """Return the words of an article's paragraphs in order."""
    texts = [paragraph.text for paragraph in paragraphs]
    joined = "\n".join(texts)
    parts = _split_apart(texts) if _HAS_UNSPACED.search(joined) else _WORD.split(joined)
    words = parts[1::2]
    lengths = np.fromiter(map(len, parts), np.int32, len(parts))
    ends = np.cumsum(lengths, dtype=np.int32)[1::2]
    widths = np.fromiter((len(text) + 1 for text in texts), np.int32, len(texts))
    return Wording(
        # 32 bits: the numbers of all articles are held at once.
        np.fromiter(map(_numbers.__getitem__, words), np.uint32, len(words)),
        ends - lengths[1::2],
        ends,
        np.cumsum(widths, dtype=np.int32) - widths,
    )


def _split_apart(texts: Sequence[str]) -> list[str]:
    """Split paragraphs into words and what lies between, some of them in scripts without spaces."""
    parts = [""]
    for number, text in enumerate(texts):
        pattern = _CHARACTER_OR_WORD if _HAS_UNSPACED.search(text) else _WORD
        first, *rest = pattern.split(text)
        parts[-1] += ("\n" if number else "") + first
        parts += rest
    return parts


def capture_places(paragraphs: Sequence[Paragraph], wording: Wording) -> tuple[Places, Places]:
    """Return where each word of an article begins and ends in the capture's text."""
    numbers = wording.paragraphs
    shifts = np.array([each.begin for each in paragraphs], dtype=np.int64) - wording.starts
    begins, ends = wording.begins + shifts[numbers], wording.ends + shifts[numbers]
    for number, paragraph in enumerate(paragraphs):
        if paragraph.joins:
            first, last = np.searchsorted(numbers, (number, number + 1))
            start = int(wording.starts[number])
            begins[first:last] = _offsets(paragraph, wording.begins[first:last] - start)
            ends[first:last] = _offsets(paragraph, wording.ends[first:last] - start - 1) + 1
    return begins, ends


def _offsets(paragraph: Paragraph, positions: npt.NDArray[np.int32]) -> Places:
    """Return what `Paragraph.offset` says of each of many positions."""
    starts, captured = np.array(paragraph.joins, dtype=np.int64).T
    places = np.searchsorted(starts, positions, side="right") - 1
    return np.where(
        places < 0, paragraph.begin + positions, captured[places] + positions - starts[places]
    )
