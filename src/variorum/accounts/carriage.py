"""Carriage: which of an article's narrated words stand in which other articles."""

from collections.abc import Iterable, Mapping, Sequence, Set

import numpy as np
import numpy.typing as npt

from ..model import Alignment, Article, ArticleId, Span
from ..reuse import NARRATIVE, Words, read_words

Mask = npt.NDArray[np.bool_]

# Pairs that share fewer words than this, quotations included, are not looked into: no link and no
# contamination rests on so little, and most pairs of a large collection share no more.
FEWEST_WORDS = 15


class Carriage:
    """For each article, by word: is it narrated, and does it stand in a given other article?"""

    def __init__(self, articles: Sequence[Article], alignments: Sequence[Alignment]) -> None:
        known = {article.id: article for article in articles}
        self.words: dict[ArticleId, Words] = {}
        self._narrated: dict[ArticleId, int] = {}
        self._edits: dict[ArticleId, dict[ArticleId, float]] = {each: {} for each in known}
        # Words narrated here that the other article gives as quoted: narrated in neither.
        self._heard: dict[ArticleId, dict[ArticleId, Mask]] = {each: {} for each in known}
        self._places: dict[ArticleId, npt.NDArray[np.int64]] = {}
        self._found: dict[ArticleId, dict[ArticleId, Mask]] = {each: {} for each in known}
        for alignment in alignments:
            told = sum(each.words for each in alignment.passages if each.kind != "common")
            if told < FEWEST_WORDS or alignment.left not in known or alignment.right not in known:
                continue
            left, right = known[alignment.left], known[alignment.right]
            for article in (left, right):
                if article.id not in self.words:
                    self.words[article.id] = read_words(article)
                    self._places[article.id] = self.words[article.id].places
                    self._narrated[article.id] = self.words[article.id].narrated
            self._count_edits(left.id, right.id, alignment)
            for kind, masks in (("narrative", self._found), ("quoted", self._heard)):
                passages = [each for each in alignment.passages if each.kind == kind]
                if passages:
                    lefts = self._mask(left, [passage.left for passage in passages])
                    rights = self._mask(right, [passage.right for passage in passages])
                    masks[left.id][right.id] = lefts
                    masks[right.id][left.id] = rights

    def _count_edits(self, left: ArticleId, right: ArticleId, alignment: Alignment) -> None:
        narrative = [each for each in alignment.passages if each.kind == "narrative"]
        equal = sum(each.words for each in narrative)
        for article, other, spans in (
            (left, right, [each.left for each in narrative]),
            (right, left, [each.right for each in narrative]),
        ):
            places = self._places[article]
            ends = np.searchsorted(places, [span.end for span in spans])
            begins = np.searchsorted(places, [span.begin for span in spans])
            inside = int((ends - begins).sum())
            self._edits[article][other] = (inside - equal) / inside if inside else 0.0

    def edits(self, article: ArticleId, other: ArticleId) -> float:
        """The share of the words inside their common passages that differ."""
        return self._edits[article].get(other, 0.0)

    def _mask(self, article: Article, spans: Iterable[Span]) -> Mask:
        """Return which of an article's words are narrated and stand in any of the spans."""
        places = self._places[article.id]
        mask = np.zeros(len(places), dtype=bool)
        for span in spans:
            mask[np.searchsorted(places, span.begin) : np.searchsorted(places, span.end)] = True
        narrated: Mask = self.words[article.id].voices == NARRATIVE
        return np.logical_and(mask, narrated)

    def narrated(self, article: ArticleId) -> int:
        """How many words of an article are its own prose; 0 where it shares nothing."""
        return self._narrated.get(article, 0)

    def length(self, article: ArticleId) -> int:
        """How many words an article has; 0 where it shares nothing."""
        return len(self.words[article].numbers) if article in self.words else 0

    def others(self, article: ArticleId) -> Set[ArticleId]:
        """The articles with which it shares narrated words."""
        return self._found[article].keys()

    def shared(self, article: ArticleId, others: Iterable[ArticleId]) -> Mask:
        """Which of its words stand in any of the others."""
        return self._union(article, self._found[article], others)

    def _union(
        self, article: ArticleId, masks: Mapping[ArticleId, Mask], others: Iterable[ArticleId]
    ) -> Mask:
        union = np.zeros(self.length(article), dtype=bool)
        for other in others:
            if other in masks:
                union |= masks[other]
        return union

    def share(self, article: ArticleId, others: Iterable[ArticleId]) -> float:
        """The share of its narrated words that stands in any of the others."""
        versus = tuple(others)
        shared = self.shared(article, versus)
        heard = self._union(article, self._heard[article], versus) & ~shared
        narrated = self.narrated(article) - int(np.count_nonzero(heard))
        return float(np.count_nonzero(shared)) / narrated if narrated else 0.0

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
