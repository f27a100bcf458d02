"""Chaining: the candidates aligned, some at a time, so that several processes may share the work."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from .candidates import Candidates
from .chains import FEWEST_WORDS, GAP, SEED, Run, string_runs
from .runs import MOST_PAIRS, find_runs
from .texts import find_texts
from .words import Numbers, Places

Table = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Chained:
    """Pairs of articles that share chains, a row each, and their runs.

    A run: the row of its pair, where it begins on the left and on the right, its words, its chain.
    """

    pairs: Table
    runs: Table


class Chaining:
    """All candidates of a collection, those of one family of articles after each other."""

    def __init__(
        self,
        numbers: Numbers,
        starts: Places,
        candidates: Candidates,
    ) -> None:
        """Take candidates, and the words of all articles, one's from `starts` on."""
        self._numbers = numbers
        self._starts = starts
        # By family: then a part of the candidates needs the seeds of few articles.
        akin = candidates.pairs[candidates.akin].tolist()
        families = find_texts(((left, right) for left, right in akin), len(starts) - 1)
        lefts, rights = candidates.pairs.T
        order = np.lexsort((rights, lefts, families[rights], families[lefts]))
        self._pairs = candidates.pairs[order]

    def chain(self, part: range) -> Chained:
        """Return those candidates of a part that share chains."""
        pairs = self._pairs[part.start : part.stop]
        found = [
            self._chain(pairs[begin : begin + MOST_PAIRS], begin)
            for begin in range(0, len(pairs), MOST_PAIRS)
        ]
        runs = np.concatenate([np.zeros((0, 5), dtype=np.int64), *found])
        rows, numbers = np.unique(runs[:, 0], return_inverse=True)
        runs[:, 0] = numbers
        return Chained(pairs[rows].astype(np.int32), runs.astype(np.int32))

    def _chain(self, pairs: Places, first: int) -> Places:
        """Return the runs of some pairs, whose rows are numbered from `first` on."""
        lengths = self._starts[pairs + 1] - self._starts[pairs]
        equal = self._are_equal(pairs, lengths)
        others = np.flatnonzero(~equal)
        rows, *runs = find_runs(self._numbers, self._starts, pairs[others])
        chained = _string_all(np.stack((others[rows], *runs), axis=1), lengths)
        whole = np.flatnonzero(equal)
        nothing = np.zeros(len(whole), dtype=np.int64)
        wholes = np.stack((whole, nothing, nothing, lengths[whole, 0], nothing), axis=1)
        together = np.concatenate((chained, wholes))
        together[:, 0] += first
        return together

    def _are_equal(self, pairs: Places, lengths: Places) -> npt.NDArray[np.bool_]:
        """Tell which pairs have the same words on both sides, and enough of them."""
        equal: npt.NDArray[np.bool_] = (lengths[:, 0] == lengths[:, 1]) & (
            lengths[:, 0] >= max(FEWEST_WORDS, SEED)
        )
        for row in np.flatnonzero(equal):
            left, right = (self._words(article) for article in pairs[row])
            equal[row] = np.array_equal(left, right)
        return equal

    def _words(self, article: int) -> Numbers:
        words: Numbers = self._numbers[self._starts[article] : self._starts[article + 1]]
        return words


def _string_all(runs: Places, lengths: Places) -> Places:
    """Return the runs that stand in chains, with the number of the chain within its pair behind each.

    Runs come as rows in order: pair, left, right, words.
    """
    runs = runs[_may_chain(*runs.T)]
    rows, lefts, rights, words = runs.T
    same = rows[1:] == rows[:-1]
    left_gaps = lefts[1:] - lefts[:-1] - words[:-1]
    right_gaps = rights[1:] - rights[:-1] - words[:-1]
    # Where each run lies behind the one before in both articles, as in most pairs, a chain ends
    # just where a gap is too long, and no word stands in two.
    crossed = same & ((left_gaps < 0) | (right_gaps < 0))
    tangled = np.zeros(len(lengths), dtype=np.bool_)
    tangled[rows[1:][crossed]] = True
    fresh = np.ones(len(runs), dtype=np.bool_)
    fresh[1:] = ~same | (left_gaps > GAP) | (right_gaps > GAP)
    chains = np.cumsum(fresh) - 1
    is_long = np.bincount(chains, weights=words) >= FEWEST_WORDS
    kept = np.flatnonzero(~tangled[rows] & is_long[chains])
    neat = np.column_stack((runs[kept], _number_within(rows[kept], chains[kept])))
    return np.concatenate((neat, _untangle(runs[tangled[rows]], lengths)))


def _may_chain(rows: Places, lefts: Places, rights: Places, words: Places) -> npt.NDArray[np.bool_]:
    """Tell which runs follow another closely or are followed, or are long enough by themselves.

    The others, stock phrases mostly, are in no chain and bar none: without them half of the pairs
    that looked tangled are not.
    """
    may = words >= FEWEST_WORDS
    one = np.arange(len(rows))
    step = 0
    while len(one):
        step += 1
        one = one[one + step < len(rows)]
        other = one + step
        near = rows[other] == rows[one]
        near &= lefts[other] - lefts[one] - words[one] <= GAP
        one, other = one[near], other[near]
        gaps = rights[other] - rights[one]
        follows = (lefts[other] > lefts[one]) & (gaps > 0) & (gaps - words[one] <= GAP)
        follows &= lefts[other] + words[other] > lefts[one] + words[one]
        may[one[follows]] = may[other[follows]] = True
    return may


def _number_within(rows: Places, chains: Places) -> Places:
    """Return the numbers of chains counted anew in each pair."""
    if not len(rows):
        return chains
    fresh = np.diff(chains, prepend=-1) != 0
    numbers = np.cumsum(fresh) - 1
    begins = np.flatnonzero(np.diff(rows, prepend=-1))
    within: Places = numbers - np.repeat(numbers[begins], np.diff(begins, append=len(rows)))
    return within


def _untangle(runs: Places, lengths: Places) -> Places:
    """Return the chained runs of pairs in which blocks were moved, or runs overlap."""
    begins = np.flatnonzero(np.diff(runs[:, 0], prepend=-1)).tolist()
    found: list[tuple[int, ...]] = []
    for begin, end in pairwise([*begins, len(runs)]):
        row = int(runs[begin, 0])
        each = [Run(*run) for run in runs[begin:end, 1:].tolist()]
        for number, chain in enumerate(string_runs(each, *lengths[row].tolist())):
            found += ((row, *run, number) for run in chain)
    return np.array(found, dtype=np.int64).reshape(-1, 5)
