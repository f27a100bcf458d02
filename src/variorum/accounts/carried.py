"""What each of two articles carries of the other, counted for all aligned pairs in one go."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from ..model import Alignment, Article, ArticleId
from ..reuse import NARRATIVE, Mapper, Narration, cut, read_words

Numbers = npt.NDArray[np.int64]
Table = npt.NDArray[np.int32]

# More than the characters of any page: an article's number and a place in it make one number.
_PAGE = 1 << 33

# Articles of one part of the work, and those whose words are searched at once.
_PART = 200
_TOGETHER = 1000


class Prose:
    """The words of articles laid end to end: where each stands, and which are the reporter's own.

    `told` counts how many narrated words stand before each.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        known: Mapping[ArticleId, Narration],
        mapper: Mapper = map,
    ) -> None:
        unread = [article for article in articles if article.id not in known]
        read = mapper(partial(_read_some, unread), cut(len(unread), _PART))
        fresh = (narration for part in read for narration in part)
        found = [known[each.id] if each.id in known else next(fresh) for each in articles]
        self._places = [each.places for each in found]
        narrated = [np.zeros(0, dtype=np.bool_), *(each.narrated for each in found)]
        self.starts: Numbers = np.cumsum([0, *map(len, self._places)], dtype=np.int64)
        self.narrated = np.concatenate(narrated)
        # 32 bits: of a hundred thousand articles, it counts forty million words.
        told = np.cumsum(self.narrated, dtype=np.int32)
        self.told: Table = np.concatenate((np.zeros(1, dtype=np.int32), told))

    def narrated_words(self) -> Numbers:
        """Return how many narrated words each article has."""
        return np.diff(self.told[self.starts]).astype(np.int64)

    def forget(self) -> None:
        """Let go of what only counting takes: which words are narrated is all that is asked later."""
        self.told = self.told[:0].copy()
        self._places.clear()

    def find(self, articles: Numbers, offsets: Table) -> Numbers:
        """Return the first words that begin at or behind offsets in the captures of articles."""
        found = np.zeros(len(articles), dtype=np.int64)
        order = np.argsort(articles, kind="stable")
        bounds = np.searchsorted(
            articles[order], np.arange(0, len(self._places) + _TOGETHER, _TOGETHER)
        )
        # Some articles at a time: 64 bits for each word of all would be the most that is ever held.
        for block, (begin, end) in enumerate(pairwise(bounds.tolist())):
            first = block * _TOGETHER
            rows = order[begin:end]
            places = [np.zeros(0, dtype=np.int64)]
            for number, each in enumerate(self._places[first : first + _TOGETHER]):
                places.append(each.astype(np.int64) + number * _PAGE)
            wanted = (articles[rows] - first) * _PAGE + offsets[rows]
            found[rows] = np.searchsorted(np.concatenate(places), wanted) + self.starts[first]
        return found


def _read_some(articles: Sequence[Article], part: range) -> list[Narration]:
    read = (read_words(articles[number]) for number in part)
    return [Narration(words.places.astype(np.int32), words.voices == NARRATIVE) for words in read]


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Words of one article that stand in another: the pair, the first word and the one behind the last."""

    pairs: Numbers
    begins: Numbers
    ends: Numbers

    def where(self, rows: npt.NDArray[np.bool_]) -> "Stretches":
        """Return some of the stretches."""
        return Stretches(self.pairs[rows], self.begins[rows], self.ends[rows])

    def count(self, told: Table, pairs: int) -> Numbers:
        """Return how many narrated words of each pair stand in its stretches, each word once."""
        order = np.lexsort((self.begins, self.pairs))
        numbers, begins, ends = self.pairs[order], self.begins[order], self.ends[order]
        # How far the stretches before it in the pair reach: those of the pairs before lie below.
        reached = np.maximum.accumulate(numbers * _PAGE + ends) - numbers * _PAGE
        begins[1:] = np.where(
            numbers[1:] == numbers[:-1], np.maximum(begins[1:], reached[:-1]), begins[1:]
        )
        words = told[np.maximum(begins, ends)] - told[begins]
        return np.bincount(numbers, weights=words, minlength=pairs).astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """For each article and another with which it was aligned, in both directions, what it shares.

    Two rows an alignment, left to right and right to left: how many of the article's narrated
    words stand in the other, narrated there too (`shared`) or quoted (`heard`); how many narrated
    words it has up to the last shared one (`until`); the share of the words inside the common
    passages that differ (`edits`). The stretches are in order of the rows.
    """

    owners: Numbers
    shared: Numbers
    heard: Numbers
    until: Numbers
    edits: npt.NDArray[np.float64]
    narrative: Stretches
    quoted: Stretches

    def shares(self, narrated: Numbers) -> npt.NDArray[np.float64]:
        """Return the share of the article's narrated words that stands in the other.

        `narrated` gives for each article how many it has; those the other quotes do not count.
        """
        words = narrated[self.owners] - self.heard
        return np.where(words > 0, self.shared / np.maximum(words, 1), 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """The passages of alignments that are not common: whose, where on either side, words, quoted or not.

    `owners` numbers the alignments in their order.
    """

    owners: Numbers
    lefts: Table
    rights: Table
    words: Table
    quoted: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, alignments: Sequence[Alignment]) -> "Told":
        """Look once through all passages of alignments."""
        # 32 bits: a hundred thousand articles with their copies have some three million passages.
        table = array("i")
        for number, alignment in enumerate(alignments):
            for passage in alignment.passages:
                kind = passage.kind
                if kind != "common":
                    is_quoted = kind == "quoted"
                    table.extend((number, *passage.left, *passage.right, passage.words, is_quoted))
        found = np.frombuffer(table, dtype=np.int32).reshape(-1, 7)
        owners = found[:, 0].astype(np.int64)
        return cls(owners, found[:, 1:3], found[:, 3:5], found[:, 5], found[:, 6] != 0)

    def count(self, alignments: int) -> Numbers:
        """Return how many words each of so many alignments has in these passages."""
        return np.bincount(self.owners, self.words, alignments).astype(np.int64)

    def where_narrated(self) -> "Told":
        """Return the narrative passages."""
        return self._only(~self.quoted, self.owners)

    def where(self, chosen: npt.NDArray[np.bool_]) -> "Told":
        """Return the passages of some alignments, which are numbered anew."""
        numbers = np.cumsum(chosen) - 1
        return self._only(chosen[self.owners], numbers[self.owners])

    def _only(self, kept: npt.NDArray[np.bool_], owners: Numbers) -> "Told":
        return Told(
            owners[kept],
            self.lefts[kept],
            self.rights[kept],
            self.words[kept],
            self.quoted[kept],
        )


def count_carried(sides: Numbers, told: Told, prose: Prose) -> Carried:
    """Count what articles carry of each other.

    `sides` gives for each alignment the places of its two articles in the prose, `told` its passages.
    """
    owners = sides.ravel()
    narrative, quoted, equal = _find_stretches(owners, told, prose)
    rows = len(owners)
    shared = narrative.count(prose.told, rows)
    both = (narrative, quoted)
    either = Stretches(
        np.concatenate([each.pairs for each in both]),
        np.concatenate([each.begins for each in both]),
        np.concatenate([each.ends for each in both]),
    ).count(prose.told, rows)
    until = np.zeros(rows, dtype=np.int64)
    filled = narrative.where(prose.told[narrative.ends] > prose.told[narrative.begins])
    np.maximum.at(
        until,
        filled.pairs,
        prose.told[filled.ends] - prose.told[prose.starts[owners[filled.pairs]]],
    )
    inside = np.bincount(narrative.pairs, weights=narrative.ends - narrative.begins, minlength=rows)
    same = np.bincount(narrative.pairs, weights=equal, minlength=rows)
    edits = np.where(inside > 0, (inside - same) / np.maximum(inside, 1), 0.0)
    return Carried(owners, shared, either - shared, until, edits, narrative, quoted)


def _find_stretches(
    owners: Numbers, told: Told, prose: Prose
) -> tuple[Stretches, Stretches, Table]:
    """Return the narrative and quoted stretches of each row, and the words of the former."""
    rows = np.concatenate((2 * told.owners, 2 * told.owners + 1))
    order = np.argsort(rows, kind="stable")
    rows = rows[order]
    begins, ends = np.concatenate((told.lefts, told.rights))[order].T
    holders = owners[rows]
    all_of_them = Stretches(rows, prose.find(holders, begins), prose.find(holders, ends))
    narrated = ~np.tile(told.quoted, 2)[order]
    words = np.tile(told.words, 2)[order][narrated]
    return all_of_them.where(narrated), all_of_them.where(~narrated), words
