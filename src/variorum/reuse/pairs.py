"""Pairs of articles that share runs of words, held as arrays and looked at by the thousand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .chaining import Chained
from .passages import hear
from .voices import NARRATIVE, QUOTED
from .wording import Places
from .wordings import Wordings

# Shared words that are laid out at once, some 60 bytes each.
_AT_ONCE = 1 << 20

Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """The equal words of some pairs: the pair of each, its place on either side, its chain and voice.

    Pairs are numbered from `first` among all, here from 0; places are those of the wordings.
    """

    first: int
    left_articles: Places
    right_articles: Places
    pairs: Places
    lefts: Places
    rights: Places
    chains: Places
    voices: npt.NDArray[np.uint8]

    def count(self, words: npt.NDArray[np.bool_]) -> Places:
        """Return how many of the words meant each pair has."""
        return np.bincount(self.pairs[words], minlength=len(self.left_articles))

    def quoted_there(
        self, wordings: Wordings
    ) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        """Tell which words are narrated on the left and quoted on the right, and the other way round."""
        left, right = wordings.voices[self.lefts], wordings.voices[self.rights]
        return (left == NARRATIVE) & (right == QUOTED), (right == NARRATIVE) & (left == QUOTED)

    def shares(self, wordings: Wordings, narrated: Places) -> tuple[Shares, Shares]:
        """Return the share of either article's narrated words that stands in the other.

        Words that the other article quotes count as narrated in neither.
        """
        shared = self.count(self.voices == NARRATIVE)
        left_bare, right_bare = (self.count(bare) for bare in self.quoted_there(wordings))
        lefts = narrated[self.left_articles] - left_bare
        rights = narrated[self.right_articles] - right_bare
        return _share(shared, lefts), _share(shared, rights)


def _share(shared: Places, narrated: Places) -> Shares:
    return np.where(narrated > 0, np.minimum(1.0, shared / np.maximum(narrated, 1)), 0.0)


class Pairs:
    """Pairs of articles, by number, and the runs of equal words of each, chain after chain."""

    def __init__(self, chained: Iterable[Chained]) -> None:
        parts = list(chained)
        pairs = np.concatenate([np.zeros((0, 2), dtype=np.int32), *(each.pairs for each in parts)])
        before = np.cumsum([0, *(len(each.pairs) for each in parts)], dtype=np.int32)
        runs = [np.zeros((0, 5), dtype=np.int32), *(each.runs for each in parts)]
        for table, offset in zip(runs[1:], before.tolist(), strict=False):
            table[:, 0] += offset
        table = np.concatenate(runs)
        # However they came: by left article, then by right, so that the order of work is no matter.
        order = np.lexsort((pairs[:, 1], pairs[:, 0]))
        places = np.empty_like(order)
        places[order] = np.arange(len(order))
        self.lefts, self.rights = pairs[order].astype(np.int64).T
        table[:, 0] = places[table[:, 0]]
        self._runs = table[np.argsort(table[:, 0], kind="stable")]

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self.lefts)

    def blocks(self, wordings: Wordings) -> Iterator[Shared]:
        """Yield the shared words, those of some pairs at a time, with the voices heard by now."""
        bounds = np.searchsorted(self._runs[:, 0], np.arange(len(self) + 1))
        words = np.concatenate(([0], np.cumsum(self._runs[:, 3], dtype=np.int64)))[bounds]
        begin = 0
        while begin < len(self):
            end = int(np.searchsorted(words, words[begin] + _AT_ONCE, side="right")) - 1
            end = max(begin + 1, end)
            yield self._lay_out(begin, end, slice(bounds[begin], bounds[end]), wordings)
            begin = end

    def _lay_out(self, begin: int, end: int, rows: slice, wordings: Wordings) -> Shared:
        left_articles, right_articles = self.lefts[begin:end], self.rights[begin:end]
        pairs, from_left, from_right, sizes, chain = self._runs[rows].astype(np.int64).T
        pairs -= begin
        within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        lefts = np.repeat(wordings.starts[left_articles[pairs]] + from_left, sizes) + within
        rights = np.repeat(wordings.starts[right_articles[pairs]] + from_right, sizes) + within
        fresh = (np.diff(chain, prepend=-1) != 0) | (np.diff(pairs, prepend=-1) != 0)
        chains = np.repeat(np.cumsum(fresh) - 1, sizes)
        return Shared(
            begin,
            left_articles,
            right_articles,
            np.repeat(pairs, sizes),
            lefts,
            rights,
            chains,
            hear(wordings.voices[lefts], wordings.voices[rights], chains),
        )
