"""Chains: equal runs of words in two articles, strung together where only light edits lie between.

Seeds and diagonals as in local alignment of sequences (Altschul et al. 1990, BLAST), on words
instead of letters; chains are taken wherever they stand, so that moved blocks are found too.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .fingerprints import run_hashes
from .words import Numbers, Places

# Words of a seed. With 3, stock phrases of news ("told reporters on") seed noise; with 5, text
# edited at every fifth word is lost.
SEED = 4
# A seed that stands so often within one article is a refrain; it begins nothing.
REFRAIN = 4
# Words that may lie between two runs of a chain, in either article: a light edit, an inserted
# clause. A longer gap begins a new passage, and nothing is lost by that but its unity.
GAP = 12
# Fewest equal words of a chain. Unrelated articles of one event share runs of up to 8-9 words
# (names with titles, stock phrases).
FEWEST_WORDS = 10
# Bits for a place within an article.
_DIAGONAL = 32


class Run(NamedTuple):
    """Equal words from `left` and from `right` on, `words` of them."""

    left: int
    right: int
    words: int


@dataclass(frozen=True)
class Seeds:
    """The runs of `length` words of one article, sorted, so that another's can be looked up in them."""

    numbers: Numbers
    length: int = SEED

    @cached_property
    def hashes(self) -> Numbers:
        """The hash of each run, by its first word."""
        return run_hashes(self.numbers, self.length)

    @cached_property
    def order(self) -> Places:
        """First words in the order of the hashes."""
        return np.argsort(self.hashes, kind="stable").astype(np.int64)

    @cached_property
    def ordered(self) -> Numbers:
        """The hashes in order."""
        return self.hashes[self.order]

    @cached_property
    def has_repeats(self) -> bool:
        """Whether a run stands more than once in the article."""
        return bool((self.ordered[1:] == self.ordered[:-1]).any())


def find_chains(left: Seeds, right: Seeds, fewest: int = FEWEST_WORDS) -> list[list[Run]]:
    """Return the chains of equal runs between two articles; no word of either stands in two chains.

    Both have seeds of one length; a chain has at least `fewest` equal words.
    """
    if len(left.numbers) >= max(fewest, left.length) and np.array_equal(
        left.numbers, right.numbers
    ):
        return [[Run(0, 0, len(left.numbers))]]
    return string_runs(_find_runs(left, right), len(left.numbers), len(right.numbers), fewest)


def string_runs(
    runs: list[Run], lefts: int, rights: int, fewest: int = FEWEST_WORDS
) -> list[list[Run]]:
    """Return the chains of runs, which come in order, of two articles of so many words each."""
    chains = _string(runs, fewest)
    if _is_disjoint(chains):
        return sorted(chains)
    return _disjoint(chains, lefts, rights, fewest)


def _find_runs(left: Seeds, right: Seeds) -> list[Run]:
    """Return the longest equal runs of at least a seed's words, in order of the left article."""
    if not len(left.hashes) or not len(right.hashes):
        return []
    # In the order of the hashes: looking sorted ones up takes half the time.
    wanted = left.ordered
    first = right.ordered.searchsorted(wanted)
    hits = np.nonzero(right.ordered.take(first, mode="clip") == wanted)[0]
    if not len(hits):
        return []
    first = first[hits]
    if not right.has_repeats:
        return _merge_diagonals(left.order[hits], right.order[first], left.length)
    counts = right.ordered.searchsorted(wanted[hits], side="right") - first
    counts[counts > REFRAIN] = 0
    lefts = np.repeat(left.order[hits], counts)
    within = np.arange(len(lefts)) - np.repeat(np.cumsum(counts) - counts, counts)
    return _merge_diagonals(lefts, right.order[np.repeat(first, counts) + within], left.length)


def _merge_diagonals(lefts: Places, rights: Places, seed: int) -> list[Run]:
    if not len(lefts):
        return []
    # By diagonal, then by place: one number each, and neighbours on a diagonal differ by one.
    keys = ((rights - lefts) << _DIAGONAL) + lefts
    keys.sort()
    breaks = np.nonzero(keys[1:] - keys[:-1] != 1)[0]
    begins = keys[np.concatenate(([0], breaks + 1))]
    lengths = keys[np.concatenate((breaks, [len(keys) - 1]))] - begins + seed
    firsts = begins & ((1 << _DIAGONAL) - 1)
    rows = zip(
        firsts.tolist(),
        ((begins >> _DIAGONAL) + firsts).tolist(),
        lengths.tolist(),
        strict=True,
    )
    return sorted(Run(*row) for row in rows)


def _string(runs: list[Run], fewest: int) -> list[list[Run]]:
    """Join runs that follow each other closely in both articles; a run may overlap the one before."""
    chains: list[list[Run]] = []
    open_chains: list[list[Run]] = []
    for run in runs:
        open_chains = [
            chain for chain in open_chains if run.left - chain[-1].left - chain[-1].words <= GAP
        ]
        fitting = [chain for chain in open_chains if _follows(chain[-1], run)]
        if fitting:
            nearest = min(fitting, key=lambda chain: _distance(chain[-1], run))
            nearest.append(run)
            continue
        chains.append([run])
        open_chains.append(chains[-1])
    return [chain for chain in chains if sum(run.words for run in chain) >= fewest]


def _follows(before: Run, after: Run) -> bool:
    # A run that ends within the one before adds nothing, and would bar what follows from it.
    onward = after.left + after.words > before.left + before.words
    between = after.right - before.right - before.words
    return after.left > before.left and after.right > before.right and onward and between <= GAP


def _distance(before: Run, after: Run) -> int:
    return abs((after.right - before.right) - (after.left - before.left))


def _is_disjoint(chains: list[list[Run]]) -> bool:
    """Whether no word of either article stands in two runs: so it is with most pairs."""
    runs = [run for chain in chains for run in chain]
    for side in (0, 1):
        runs.sort(key=itemgetter(side))
        if any(one[side] + one.words > other[side] for one, other in pairwise(runs)):
            return False
    return True


def _disjoint(chains: list[list[Run]], lefts: int, rights: int, fewest: int) -> list[list[Run]]:
    """Give each word to the longest chain that claims it, and drop chains that lose too many."""
    left_free = np.ones(lefts, dtype=bool)
    right_free = np.ones(rights, dtype=bool)
    kept: list[list[Run]] = []
    for chain in sorted(chains, key=lambda each: (-sum(run.words for run in each), each[0])):
        clear = [piece for run in chain for piece in _free_pieces(run, left_free, right_free)]
        if sum(run.words for run in clear) < fewest:
            for run in clear:
                left_free[run.left : run.left + run.words] = True
                right_free[run.right : run.right + run.words] = True
            continue
        kept.append(clear)
    return sorted(kept)


def _free_pieces(
    run: Run, left_free: npt.NDArray[np.bool_], right_free: npt.NDArray[np.bool_]
) -> list[Run]:
    """Return the stretches of a run that nothing holds yet, and hold them."""
    left = left_free[run.left : run.left + run.words]
    right = right_free[run.right : run.right + run.words]
    both = left & right
    if both.all():
        pieces = [run]
    else:
        edges = np.diff(np.concatenate(([0], both.view(np.int8), [0])))
        pieces = [
            Run(run.left + int(begin), run.right + int(begin), int(end - begin))
            for begin, end in zip(
                np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0], strict=True
            )
        ]
    for piece in pieces:
        left_free[piece.left : piece.left + piece.words] = False
        right_free[piece.right : piece.right + piece.words] = False
    return pieces
