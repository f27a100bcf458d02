"""How far two accounts name the same: the share of the names most telling for one that the other has.

Likeness of all words tells kinds of event apart; two quakes or two quarters' results share those.
What they do not share are the names, and in a bag of words these are few among many.
"""

import math
from collections.abc import Sequence

import numpy as np

from .profile import Bag, Profile
from .vectors import Floats, Ints, Vectors
from .words import BUCKETS

# The names that stand first and are rarest. Only eight were tried.
_MOST = 8
# A text of fewer names (a script without capitals, a short note) is known by its telling words.
_FEWEST = 3


class NameCoverage:
    """The telling names of accounts, and how many of them others have."""

    def __init__(self, profiles: Sequence[Profile], rarities: Floats) -> None:
        self._names = _rows([_telling(each, rarities) for each in profiles])
        self._words = [np.fromiter(each.words, np.int64, len(each.words)) for each in profiles]
        self._having = _having(self._words, self._names)
        self._count = len(profiles)

    def shares(self, row: int, others: Ints) -> tuple[Floats, Floats]:
        """Return the smaller and the larger share of names that one of two has from the other."""
        found = np.zeros(self._count)
        for term, weight in zip(*(each.tolist() for each in self._names.row(row)), strict=True):
            found[self._having[term]] += weight
        words = self._words[row]
        back = self._names.dots_with(words, np.ones(len(words)), others)
        there = found[others]
        return np.minimum(there, back), np.maximum(there, back)


def _telling(profile: Profile, rarities: Floats) -> Bag:
    """Return the most telling names, their weights adding up to one."""
    names = profile.names if len(profile.names) >= _FEWEST else profile.words
    weighed = {term: math.log1p(count) * float(rarities[term]) for term, count in names.items()}
    most = sorted(weighed, key=lambda term: (-weighed[term], term))[:_MOST]
    total = sum(weighed[term] for term in most) or 1.0
    return {term: weighed[term] / total for term in most}


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


def _rows(bags: Sequence[Bag]) -> Vectors:
    """Return rows whose columns are the places of words themselves."""
    starts = np.cumsum([0] + [len(bag) for bag in bags], dtype=np.int64)
    columns = np.fromiter((term for bag in bags for term in bag), np.int64, starts[-1])
    weights = np.fromiter((each for bag in bags for each in bag.values()), np.float64, starts[-1])
    return Vectors(starts, columns, weights, BUCKETS)
