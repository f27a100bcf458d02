"""What each of two articles carries of the other, counted for all aligned pairs in one go."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from ..model import Alignment, Article, ArticleId
from ..reuse import NARRATIVE, Mapper, Narration, cut, read_words

Numbers = npt.NDArray[np.int64]

# More than the characters of any page: an article's number and a place in it make one number.
_PAGE = 1 << 33

# Articles of one part of the work.
_PART = 200


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
        places: list[Numbers] = [np.zeros(0, dtype=np.int64)]
        places += (each.places.astype(np.int64) + n * _PAGE for n, each in enumerate(found))
        narrated = [np.zeros(0, dtype=np.bool_), *(each.narrated for each in found)]
        self.starts: Numbers = np.cumsum([len(each) for each in places], dtype=np.int64)
        self._places = np.concatenate(places)
        self.narrated = np.concatenate(narrated)
        self.told: Numbers = np.concatenate(([0], np.cumsum(self.narrated)))

    def narrated_words(self) -> Numbers:
        """Return how many narrated words each article has."""
        return np.diff(self.told[self.starts])

    def find(self, articles: Numbers, offsets: Numbers) -> Numbers:
        """Return the first words that begin at or behind offsets in the captures of articles."""
        return np.searchsorted(self._places, articles * _PAGE + offsets)


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

    def count(self, told: Numbers, pairs: int) -> Numbers:
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


def count_carried(
    alignments: Sequence[Alignment], numbers: Mapping[ArticleId, int], prose: Prose
) -> Carried:
    """Count what articles carry of each other; `numbers` tells the place of an article in the prose."""
    owners, narrative, quoted, equal = _find_stretches(alignments, numbers, prose)
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
    alignments: Sequence[Alignment], numbers: Mapping[ArticleId, int], prose: Prose
) -> tuple[Numbers, Stretches, Stretches, Numbers]:
    """Return the article of each row, its narrative and quoted stretches, and the words of the former."""
    owners, table = array("q"), array("i")
    for alignment in alignments:
        row = len(owners)
        owners.extend((numbers[alignment.left], numbers[alignment.right]))
        for passage in alignment.passages:
            if passage.kind != "common":
                is_quoted = passage.kind == "quoted"
                table.extend((row, *passage.left, passage.words, is_quoted))
                table.extend((row + 1, *passage.right, passage.words, is_quoted))
    articles = np.array(owners, dtype=np.int64)
    # 32 bits: a hundred thousand articles with their copies have some three million passages.
    found = np.array(table, dtype=np.int32).reshape(-1, 5)
    del table
    rows, begins, ends, words, quoted = found[np.argsort(found[:, 0], kind="stable")].T
    rows = rows.astype(np.int64)
    holders = articles[rows]
    all_of_them = Stretches(rows, prose.find(holders, begins), prose.find(holders, ends))
    told = quoted == 0
    return articles, all_of_them.where(told), all_of_them.where(~told), words[told]
