"""Carriage: which of an article's narrated words stand in which other articles."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from ..model import Alignment, Article, ArticleId, Span
from ..reuse import NARRATIVE, Words, read_words

Mask = npt.NDArray[np.bool_]


class Carriage:
    """For each article, by word: is it narrated, and does it stand in a given other article?"""

    def __init__(self, articles: Sequence[Article], alignments: Sequence[Alignment]) -> None:
        known = {article.id: article for article in articles}
        self.words: dict[ArticleId, Words] = {}
        self._places: dict[ArticleId, npt.NDArray[np.int64]] = {}
        self._found: dict[ArticleId, dict[ArticleId, Mask]] = {each: {} for each in known}
        for alignment in alignments:
            if alignment.left not in known or alignment.right not in known:
                continue
            left, right = known[alignment.left], known[alignment.right]
            for article in (left, right):
                if article.id not in self.words:
                    self.words[article.id] = read_words(article)
                    self._places[article.id] = self.words[article.id].places
            narrative = [each for each in alignment.passages if each.kind == "narrative"]
            if narrative:
                self._mark(left, right, [passage.left for passage in narrative])
                self._mark(right, left, [passage.right for passage in narrative])

    def _mark(self, article: Article, other: Article, spans: Iterable[Span]) -> None:
        words = self.words[article.id]
        places = self._places[article.id]
        mask = np.zeros(len(places), dtype=bool)
        for span in spans:
            mask[np.searchsorted(places, span.begin) : np.searchsorted(places, span.end)] = True
        self._found[article.id][other.id] = mask & (words.voices == NARRATIVE)

    def narrated(self, article: ArticleId) -> int:
        """How many words of an article are its own prose; 0 where it shares nothing."""
        return self.words[article].narrated if article in self.words else 0

    def length(self, article: ArticleId) -> int:
        """How many words an article has; 0 where it shares nothing."""
        return len(self.words[article].numbers) if article in self.words else 0

    def others(self, article: ArticleId) -> frozenset[ArticleId]:
        """The articles with which it shares narrated words."""
        return frozenset(self._found[article])

    def shared(self, article: ArticleId, others: Iterable[ArticleId]) -> Mask:
        """Which of its words stand in any of the others."""
        mask = np.zeros(self.length(article), dtype=bool)
        found = self._found[article]
        for other in others:
            if other in found:
                mask |= found[other]
        return mask

    def share(self, article: ArticleId, others: Iterable[ArticleId]) -> float:
        """The share of its narrated words that stands in any of the others."""
        narrated = self.narrated(article)
        return float(np.count_nonzero(self.shared(article, others))) / narrated if narrated else 0.0

    def filled(self, article: ArticleId, other: ArticleId) -> float:
        """How far the words shared with another fill an article up to the last of them."""
        shared = np.nonzero(self.shared(article, (other,)))[0]
        if not len(shared):
            return 0.0
        until = self.words[article].voices[: int(shared[-1]) + 1] == NARRATIVE
        return len(shared) / int(np.count_nonzero(until))

    def opening(self, article: ArticleId, others: Iterable[ArticleId], words: int) -> float:
        """The share of its first so many narrated words that stands in any of the others."""
        if article not in self.words:
            return 0.0
        narrated = np.nonzero(self.words[article].voices == NARRATIVE)[0][:words]
        if not len(narrated):
            return 0.0
        return float(self.shared(article, others)[narrated].mean())
