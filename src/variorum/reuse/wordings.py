"""The words of many articles laid end to end, so that those of thousands of pairs are looked at in one go."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ..model import Article, ArticleId
from .fingerprints import find_fingerprints, owner_bits
from .hearing import unpack_voices
from .lettering import letter
from .parts import Mapper, cut
from .voices import NARRATIVE, voices_of
from .wording import Places, Wording, capture_places, paragraph_starts
from .words import Numbers, Voices

# Articles of one part of the work.
_PART = 200


class Narration(NamedTuple):
    """Where each word of an article begins in its capture, and which are the reporter's own."""

    places: npt.NDArray[np.int32]
    narrated: npt.NDArray[np.bool_]


class _Read(NamedTuple):
    """The words of some articles end to end, how many each has, and the same of its paragraphs."""

    numbers: npt.NDArray[np.uint32]
    begins: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    lengths: npt.NDArray[np.int64]
    paragraphs: npt.NDArray[np.int32]
    paragraph_counts: npt.NDArray[np.int64]
    fingerprints: Numbers


class _Heard(NamedTuple):
    """The voice and places of the words of some articles end to end, and their reasons by article."""

    voices: Voices
    begins: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    reasons: dict[int, dict[int, str]]


class Wordings:
    """The words of a collection: the voice of each, and where it stands in its capture.

    Articles go by their number; a word by its place among all words, its article's from
    `starts` on. Voices and places are known of the articles that were heard.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        mapper: Mapper = map,
        collections: Sequence[int] | None = None,
    ) -> None:
        """Read articles; runs of words count as the same only in articles of one collection."""
        self.articles = articles
        self._mapper = mapper
        collected = collections or [0] * len(articles)
        read = mapper(partial(_read_some, articles, collected), cut(len(articles), _PART))
        columns = [list(column) for column in zip(*read, strict=True)] or [
            [] for _ in _Read._fields
        ]
        # Each column let go of as it is joined: together they are the most that is ever held.
        columns.reverse()
        self.numbers: npt.NDArray[np.uint32] = _join(columns.pop(), np.uint32)
        # Places in the article's own text until it is heard, then in its capture. 32 bits: those of
        # all articles are held, and no page has two thousand million characters.
        self.begins: npt.NDArray[np.int32] = _join(columns.pop(), np.int32)
        self.ends: npt.NDArray[np.int32] = _join(columns.pop(), np.int32)
        self.starts: Places = _bounds(columns.pop())
        self._paragraphs = _join(columns.pop(), np.int32)
        self._paragraph_starts = _bounds(columns.pop())
        self.fingerprints: Numbers = _join(columns.pop(), np.uint64)
        self.voices: Voices = np.zeros(int(self.starts[-1]), dtype=np.uint8)
        self._reasons: dict[int, dict[int, str]] = {}

    def wording(self, number: int) -> Wording:
        """Return the wording of an article that was not heard yet."""
        words = slice(self.starts[number], self.starts[number + 1])
        return Wording(
            self.numbers[words], self.begins[words], self.ends[words], self._own_paragraphs(number)
        )

    def _own_paragraphs(self, number: int) -> npt.NDArray[np.int32]:
        """Return where the paragraphs of an article begin in its own text."""
        return self._paragraphs[self._paragraph_starts[number] : self._paragraph_starts[number + 1]]

    def hear(
        self, numbers: Sequence[int], known: Mapping[ArticleId, bytes] = MappingProxyType({})
    ) -> None:
        """Read the voices and places of some articles: it costs more than counting their words.

        `known` are voices that were read before.
        """
        parts = cut(len(numbers), _PART)
        heard = self._mapper(partial(_hear_some, self, numbers, known), parts)
        for part, each in zip(parts, heard, strict=True):
            words = self._words_of(np.asarray(numbers[part.start : part.stop], dtype=np.int64))
            self.voices[words], self.begins[words], self.ends[words] = each[:3]
            self._reasons |= each.reasons

    def _words_of(self, articles: Places) -> Places:
        """Return the places of all words of some articles."""
        firsts = self.starts[articles]
        lengths = self.starts[articles + 1] - firsts
        within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        places: Places = np.repeat(firsts, lengths) + within
        return places

    def forget(self) -> None:
        """Let go of the words themselves, a third of all that is held, once they are aligned."""
        self.numbers, self.fingerprints = _join([], np.uint32), _join([], np.uint64)

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
        reasons = self._reasons.get(article)
        if reasons is None:
            return None
        paragraphs = self.articles[article].paragraphs
        begin = int(self.begins[word])
        for number, reason in reasons.items():
            if paragraphs[number].begin <= begin < paragraphs[number].end:
                return reason
        return None


def _join(parts: list[npt.NDArray[Any]], kind: type[np.generic]) -> npt.NDArray[Any]:
    return np.concatenate([np.zeros(0, dtype=kind), *parts])


def _bounds(counts: list[npt.NDArray[np.int64]]) -> Places:
    """Return where each begins that has so many, and where the last one ends."""
    bounds: Places = np.cumsum(np.concatenate([np.zeros(1, dtype=np.int64), *counts]))
    return bounds


def _read_some(articles: Sequence[Article], collections: Sequence[int], part: range) -> _Read:
    texts = [[each.text for each in articles[number].paragraphs] for number in part]
    found = letter(["\n".join(each) for each in texts])
    return _Read(
        *found,
        _join([paragraph_starts(each) for each in texts], np.int32),
        np.array([len(each) for each in texts], dtype=np.int64),
        find_fingerprints(
            found.numbers,
            found.lengths,
            part.start,
            owner_bits(len(articles)),
            np.array(collections[part.start : part.stop], dtype=np.uint64),
        ),
    )


def _hear_some(
    wordings: Wordings, numbers: Sequence[int], known: Mapping[ArticleId, bytes], part: range
) -> _Heard:
    """Return voices, places and reasons of some articles."""
    heard: list[tuple[Voices, Places, Places]] = []
    reasons: dict[int, dict[int, str]] = {}
    for number in numbers[part.start : part.stop]:
        article, wording = wordings.articles[number], wordings.wording(number)
        packed = known.get(article.id)
        heard_before = unpack_voices(packed, wording) if packed else None
        voices, why = heard_before or voices_of(article, wording)
        heard.append((voices, *capture_places(article.paragraphs, wording)))
        if why:
            reasons[number] = dict(why)
    voices, begins, ends = map(np.concatenate, zip(*heard, strict=True))
    return _Heard(voices, begins.astype(np.int32), ends.astype(np.int32), reasons)
