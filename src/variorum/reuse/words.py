"""The words of one article as numbers, with what alignment must know of each: where it stands, who speaks."""

import re
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from ..model import Article, Paragraph, Span
from ..text import fold_word
from ..text.tokens import WORD
from .voices import NARRATIVE, voices_of

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Voices = npt.NDArray[np.uint8]

# Scripts that set no space between words: there a character stands for a word, or a whole
# clause would be one word and hardly ever the same in two articles.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_CHARACTER_OR_WORD = re.compile(
    f"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\\w)+(?:['’](?![{_UNSPACED}])\\w+)*"
)


def _pattern(text: str) -> re.Pattern[str]:
    return _CHARACTER_OR_WORD if _HAS_UNSPACED.search(text) else WORD


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    # Not hash(): it differs from run to run. 32 bits suffice, no word is compared alone.
    return crc32(fold_word(word).encode("utf-8", "surrogatepass"))


def word_numbers(article: Article) -> Numbers:
    """Return the words of an article's paragraphs in order, each as the number of its folded form."""
    numbers = [
        _number(word)
        for paragraph in article.paragraphs
        for word in _pattern(paragraph.text).findall(paragraph.text)
    ]
    return np.array(numbers, dtype=np.uint64)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """An article's words: their numbers, the voice of each, and where each stands.

    `begins` and `ends` are offsets into the paragraph's text, `paragraphs` the number of the
    paragraph; `voices` says narrative, quoted or common.
    """

    article: Article
    numbers: Numbers
    paragraphs: Places
    begins: Places
    ends: Places
    voices: Voices
    reasons: tuple[tuple[int, str], ...]

    @property
    def narrated(self) -> int:
        """How many words are the reporter's own."""
        return int(np.count_nonzero(self.voices == NARRATIVE))

    @property
    def places(self) -> Places:
        """Where each word begins in the capture's text."""
        paragraphs = self.article.paragraphs
        found = [
            paragraphs[number].offset(begin)
            for number, begin in zip(self.paragraphs.tolist(), self.begins.tolist(), strict=True)
        ]
        return np.array(found, dtype=np.int64)

    def span(self, first: int, last: int) -> Span:
        """Return the capture span from the word `first` to the word `last`, both included."""
        paragraphs = self.article.paragraphs
        opening: Paragraph = paragraphs[int(self.paragraphs[first])]
        closing: Paragraph = paragraphs[int(self.paragraphs[last])]
        begin = opening.offset(int(self.begins[first]))
        return Span(begin, closing.offset(int(self.ends[last]) - 1) + 1)

    def reason(self, word: int) -> str | None:
        """Say why a word is common; `None` where nothing in the article itself makes it so."""
        paragraph = int(self.paragraphs[word])
        return next((reason for number, reason in self.reasons if number == paragraph), None)


def _places(paragraph: Paragraph) -> Places:
    """Return begin and end of each word of a paragraph."""
    text = paragraph.text
    spans = [found.span() for found in _pattern(text).finditer(text)]
    return np.array(spans, dtype=np.int64).reshape(-1, 2)


def read_words(article: Article, numbers: Numbers | None = None) -> Words:
    """Return the words of an article with places and voices; `numbers` if already counted."""
    places = [_places(paragraph) for paragraph in article.paragraphs]
    counts = [len(each) for each in places]
    flat = np.concatenate([np.zeros((0, 2), dtype=np.int64), *places])
    voices, reasons = voices_of(article, places)
    return Words(
        article=article,
        numbers=word_numbers(article) if numbers is None else numbers,
        paragraphs=np.repeat(np.arange(len(counts)), counts),
        begins=flat[:, 0],
        ends=flat[:, 1],
        voices=voices,
        reasons=reasons,
    )
