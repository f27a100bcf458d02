"""The words of many articles laid end to end, so that those of thousands of pairs are looked at in one go."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..model import Article, ArticleId
from .parts import Mapper, cut
from .voices import NARRATIVE, voices_of
from .wording import Places, Wording, capture_places, read_wording
from .words import Voices

# Articles of one part of the work.
_PART = 200

Heard = tuple[Voices, npt.NDArray[np.int32], npt.NDArray[np.int32], dict[int, str]]


class Narration(NamedTuple):
    """Where each word of an article begins in its capture, and which are the reporter's own."""

    places: npt.NDArray[np.int32]
    narrated: npt.NDArray[np.bool_]


class Wordings:
    """The words of a collection: the voice of each, and where it stands in its capture.

    Articles go by their number; a word by its place among all words, its article's from
    `starts` on. Voices and places are known of the articles that were heard.
    """

    def __init__(self, articles: Sequence[Article], mapper: Mapper = map) -> None:
        self.articles = articles
        self._mapper = mapper
        read = mapper(partial(_read_some, articles), cut(len(articles), _PART))
        self.each: list[Wording] = [wording for part in read for wording in part]
        lengths = np.array([len(each.numbers) for each in self.each], dtype=np.int64)
        self.starts: Places = np.concatenate(([0], np.cumsum(lengths)))
        total = int(self.starts[-1])
        self.voices: Voices = np.zeros(total, dtype=np.uint8)
        # 32 bits, for all words of all articles are held: no page has two thousand million characters.
        self.begins: npt.NDArray[np.int32] = np.zeros(total, dtype=np.int32)
        self.ends: npt.NDArray[np.int32] = np.zeros(total, dtype=np.int32)
        self._reasons: dict[int, tuple[Wording, dict[int, str]]] = {}

    def hear(self, numbers: Sequence[int]) -> None:
        """Read the voices and places of some articles: it costs more than counting their words."""
        heard = self._mapper(
            partial(_hear_some, self.articles, self.each, numbers), cut(len(numbers), _PART)
        )
        answers = (answer for part in heard for answer in part)
        for number, (voices, begins, ends, reasons) in zip(numbers, answers, strict=True):
            words = slice(self.starts[number], self.starts[number + 1])
            self.voices[words], self.begins[words], self.ends[words] = voices, begins, ends
            if reasons:
                self._reasons[number] = self.each[number], reasons

    def forget(self) -> None:
        """Let go of the words themselves, a third of all that is held, once they are aligned and heard."""
        self.each.clear()

    def narrations(self, numbers: Sequence[int]) -> dict[ArticleId, Narration]:
        """Return where the words of some articles stand and which are narrated, as heard by now."""
        own = self.voices == NARRATIVE
        return {
            self.articles[number].id: Narration(
                self.begins[self.starts[number] : self.starts[number + 1]],
                own[self.starts[number] : self.starts[number + 1]],
            )
            for number in numbers
        }

    def narrated(self) -> Places:
        """Return for each article how many of its words are the reporter's own."""
        told = np.concatenate(([0], np.cumsum(self.voices == NARRATIVE)))
        return np.diff(told[self.starts])

    def reason(self, article: int, word: int) -> str | None:
        """Say why a word is common; `None` where nothing in the article itself makes it so."""
        if article not in self._reasons:
            return None
        wording, reasons = self._reasons[article]
        begin = wording.begins[word - int(self.starts[article])]
        return reasons.get(int(np.searchsorted(wording.starts, begin, side="right")) - 1)


def _read_some(articles: Sequence[Article], part: range) -> list[Wording]:
    return [read_wording(articles[number].paragraphs) for number in part]


def _hear_some(
    articles: Sequence[Article], wordings: Sequence[Wording], numbers: Sequence[int], part: range
) -> list[Heard]:
    """Return voices, places and reasons of some articles."""
    heard: list[Heard] = []
    for number in numbers[part.start : part.stop]:
        article, wording = articles[number], wordings[number]
        voices, reasons = voices_of(article, wording)
        begins, ends = capture_places(article.paragraphs, wording)
        heard.append((voices, begins.astype(np.int32), ends.astype(np.int32), dict(reasons)))
    return heard
