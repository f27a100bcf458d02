"""How far two texts name the same: the share of the names most telling for one that the other has.

Likeness of all words tells kinds of event apart; two quakes or two quarters' results share those.
What they do not share are the names, and in a bag of words these are few among many.
"""

from collections.abc import Sequence

import numpy as np

from .bags import Bags, Floats, Ints
from .vectors import Vectors
from .words import BUCKETS

# The names that stand first and are rarest. Only eight were tried.
_MOST = 8
# A text of fewer names (a script without capitals, a short note) is known by its telling words.
_FEWEST = 3


class NameCoverage:
    """The telling names of texts, and how many of them others have."""

    def __init__(self, texts: Sequence[Bags], rarities: Floats) -> None:
        self._names = _rows([_telling(each, rarities) for each in texts])
        self._words = [each.words.terms for each in texts]
        self._having = _having(self._words, self._names)
        self._count = len(texts)

    def shares(self, row: int, others: Ints) -> tuple[Floats, Floats]:
        """Return the smaller and the larger share of names that one of two has from the other."""
        found = np.zeros(self._count)
        for term, weight in zip(*(each.tolist() for each in self._names.row(row)), strict=True):
            found[self._having[term]] += weight
        words = self._words[row]
        back = self._names.dots_with(words, np.ones(len(words)), others)
        there = found[others]
        return np.minimum(there, back), np.maximum(there, back)


def _telling(text: Bags, rarities: Floats) -> tuple[Ints, Floats]:
    """Return the most telling names, their weights adding up to one."""
    names = text.names if len(text.names) >= _FEWEST else text.words
    weights = np.log1p(names.counts) * rarities[names.terms]
    most = np.lexsort((names.terms, -weights))[:_MOST]
    return names.terms[most], weights[most] / (weights[most].sum() or 1.0)


def _having(words: Sequence[Ints], names: Vectors) -> dict[int, Ints]:
    """Return, for each telling name, the rows whose text has it."""
    named = np.unique(names.columns)
    terms = np.concatenate([*words, named[:0]])
    rows = np.repeat(np.arange(len(words)), [len(each) for each in words])
    kept = np.isin(terms, named)
    order = np.argsort(terms[kept], kind="stable")
    terms, rows = terms[kept][order], rows[kept][order]
    bounds = np.searchsorted(terms, named), np.searchsorted(terms, named, side="right")
    each = zip(named.tolist(), *(bound.tolist() for bound in bounds), strict=True)
    return {term: rows[begin:end] for term, begin, end in each}


def _rows(named: Sequence[tuple[Ints, Floats]]) -> Vectors:
    """Return rows whose columns are the places of words themselves."""
    starts = np.cumsum([0] + [len(terms) for terms, _ in named], dtype=np.int64)
    columns = np.concatenate([np.empty(0, dtype=np.int64), *(terms for terms, _ in named)])
    weights = np.concatenate([np.empty(0), *(each for _, each in named)])
    return Vectors(starts, columns, weights, BUCKETS)
