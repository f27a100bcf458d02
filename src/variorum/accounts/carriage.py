"""Carriage: which of an article's narrated words stand in which other articles."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..model import Alignment, Article, ArticleId
from ..reuse import Mapper, Narration
from .carried import Prose, Stretches, Told, count_carried

Mask = npt.NDArray[np.bool_]
Rows = Mapping[ArticleId, int]

# Pairs that share fewer words than this, quotations included, are not looked into: no link and no
# contamination rests on so little, and most pairs of a large collection share no more.
FEWEST_WORDS = 15


class Telling(NamedTuple):
    """An alignment worth looking into: how many words its articles share, and how many are narrated."""

    alignment: Alignment
    words: int
    narrative_words: int


class Carriage:
    """For each article, by word: is it narrated, and does it stand in a given other article?

    The alignments are of these articles only.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        alignments: Sequence[Alignment],
        narrations: Mapping[ArticleId, Narration] = MappingProxyType({}),
        mapper: Mapper = map,
    ) -> None:
        known = {article.id: article for article in articles}
        told = Told.of(alignments)
        words = told.count(len(alignments))
        is_telling = words >= FEWEST_WORDS
        telling = [alignments[number] for number in np.flatnonzero(is_telling).tolist()]
        told = told.where(is_telling)
        ids = dict.fromkeys(side for each in telling for side in (each.left, each.right))
        self._numbers: Rows = {each: number for number, each in enumerate(ids)}
        self._prose = Prose([known[each] for each in ids], narrations, mapper)
        sides = [self._numbers[side] for each in telling for side in (each.left, each.right)]
        carried = count_carried(np.array(sides, dtype=np.int64), told, self._prose)
        # Lists: they are asked number by number.
        self._shared: list[int] = carried.shared.tolist()
        self._until: list[int] = carried.until.tolist()
        self._edits: list[float] = carried.edits.tolist()
        self._shares: list[float] = carried.shares(self._prose.narrated_words()).tolist()
        self._starts: list[int] = self._prose.starts.tolist()
        self._narrated: list[int] = self._prose.narrated_words().tolist()
        self._prose.forget()
        self._narrative = _Rows(carried.narrative, 2 * len(telling))
        self._quoted = _Rows(carried.quoted, 2 * len(telling))
        narrative = told.where_narrated().count(len(telling))
        self.telling = [
            Telling(*each)
            for each in zip(telling, words[is_telling].tolist(), narrative.tolist(), strict=True)
        ]
        self._rows: dict[ArticleId, dict[ArticleId, int]] = {each: {} for each in known}
        for number, alignment in enumerate(telling):
            self._rows[alignment.left][alignment.right] = 2 * number
            self._rows[alignment.right][alignment.left] = 2 * number + 1
        # Those with which an article shares narrated words; the others it only quotes alike.
        self._kin = {each: self._narrated_alike(rows) for each, rows in self._rows.items()}

    def _narrated_alike(self, rows: dict[ArticleId, int]) -> dict[ArticleId, int]:
        if all(map(self._narrative.has, rows.values())):
            return rows
        return {other: row for other, row in rows.items() if self._narrative.has(row)}

    def edits(self, article: ArticleId, other: ArticleId) -> float:
        """The share of the words inside their common passages that differ."""
        row = self._rows[article].get(other)
        return 0.0 if row is None else self._edits[row]

    def narrated(self, article: ArticleId) -> int:
        """How many words of an article are its own prose; 0 where it shares nothing."""
        number = self._numbers.get(article)
        return 0 if number is None else self._narrated[number]

    def length(self, article: ArticleId) -> int:
        """How many words an article has; 0 where it shares nothing."""
        number = self._numbers.get(article)
        return 0 if number is None else self._starts[number + 1] - self._starts[number]

    def others(self, article: ArticleId) -> Set[ArticleId]:
        """The articles with which it shares narrated words."""
        return self._kin[article].keys()

    def shared(self, article: ArticleId, others: Collection[ArticleId]) -> Mask:
        """Which of its words stand in any of the others."""
        return self._union(article, self._narrative, _among(self._kin[article], others))

    def count(self, article: ArticleId, other: ArticleId) -> int:
        """How many of its words stand in another."""
        row = self._kin[article].get(other)
        return 0 if row is None else self._shared[row]

    def _union(self, article: ArticleId, stretches: "_Rows", rows: Iterable[int]) -> Mask:
        union = np.zeros(self.length(article), dtype=bool)
        if not len(union):
            return union
        start = self._starts[self._numbers[article]]
        for row in rows:
            for begin, end in stretches.of(row):
                union[begin - start : end - start] = True
        union &= self._prose.narrated[start : start + len(union)]
        return union

    def share(self, article: ArticleId, others: Collection[ArticleId]) -> float:
        """The share of its narrated words that stands in any of the others."""
        rows = _among(self._rows[article], others)
        if not rows:
            return 0.0
        if len(rows) == 1:
            return self._shares[rows[0]]
        told = self._union(article, self._narrative, rows)
        shared = int(np.count_nonzero(told))
        heard = int(np.count_nonzero(self._union(article, self._quoted, rows) & ~told))
        narrated = self.narrated(article) - heard
        return shared / narrated if narrated else 0.0

    def filled(self, article: ArticleId, other: ArticleId) -> float:
        """How far the words shared with another fill an article up to the last of them."""
        row = self._kin[article].get(other)
        if row is None or not self._shared[row]:
            return 0.0
        return self._shared[row] / self._until[row]

    def opening(self, article: ArticleId, others: Collection[ArticleId], words: int) -> float:
        """The share of its first so many narrated words that stands in any of the others."""
        if not self.length(article):
            return 0.0
        start = self._starts[self._numbers[article]]
        own = self._prose.narrated[start : start + self.length(article)]
        first = np.nonzero(own)[0][:words]
        return float(self.shared(article, others)[first].mean()) if len(first) else 0.0


class _Rows:
    """The stretches of each of some rows."""

    def __init__(self, stretches: Stretches, rows: int) -> None:
        self._begins, self._ends = stretches.begins, stretches.ends
        self._bounds: list[int] = np.searchsorted(stretches.pairs, np.arange(rows + 1)).tolist()

    def has(self, row: int) -> bool:
        return self._bounds[row] < self._bounds[row + 1]

    def of(self, row: int) -> Iterable[tuple[int, int]]:
        rows = slice(self._bounds[row], self._bounds[row + 1])
        return zip(self._begins[rows].tolist(), self._ends[rows].tolist(), strict=True)


def _among(rows: Rows, others: Collection[ArticleId]) -> list[int]:
    """Return the rows of those of the others that are there, looking through the fewer."""
    if len(others) == 1:
        (other,) = others
        return [rows[other]] if other in rows else []
    if len(others) > len(rows) and isinstance(others, Set):
        return [row for other, row in rows.items() if other in others]
    return [rows[other] for other in others if other in rows]
