"""Chaining: the candidates aligned, some at a time, so that several processes may share the work."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .chains import Seeds, find_chains
from .texts import find_texts
from .wording import Wording

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

    def __init__(self, each: Sequence[Wording], candidates: Sequence[tuple[int, int]]) -> None:
        self._each = each
        # By family: then a part of the candidates needs the seeds of few articles.
        families = find_texts(candidates, len(each))
        self._candidates = sorted(candidates, key=lambda pair: (families[pair[0]], pair))

    def chain(self, part: range) -> Chained:
        """Return those candidates of a part that share chains."""
        pairs, runs = array("i"), array("i")
        seeds: dict[int, Seeds] = {}
        for pair in self._candidates[part.start : part.stop]:
            for number in pair:
                if number not in seeds:
                    seeds[number] = Seeds(self._each[number].numbers)
            chains = find_chains(seeds[pair[0]], seeds[pair[1]])
            row = len(pairs) // 2
            if chains:
                pairs.extend(pair)
            for number, chain in enumerate(chains):
                for run in chain:
                    runs.extend((row, *run, number))
        return Chained(_table(pairs, 2), _table(runs, 5))


def _table(numbers: "array[int]", columns: int) -> Table:
    return np.array(numbers, dtype=np.int32).reshape(-1, columns)
