"""Bags of terms as weighed unit vectors, and the dot products of chosen pairs of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from .bags import Bag, Floats, Ints
from .rarity import Weighing


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse rows: row r has the columns `columns[starts[r]:starts[r + 1]]` with those weights."""

    starts: Ints
    columns: Ints
    weights: Floats
    width: int
    # All nought but within `dots_with`: to make one anew for each row took as long as the sums.
    _dense: Floats = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make room for one row written out."""
        object.__setattr__(self, "_dense", np.zeros(self.width))

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.starts) - 1

    def row(self, row: int) -> tuple[Ints, Floats]:
        """Return the columns of a row and their weights."""
        within = slice(self.starts[row], self.starts[row + 1])
        return self.columns[within], self.weights[within]

    def dots(self, row: int, others: Ints) -> Floats:
        """Return the dot products of one row with others."""
        return self.dots_with(*self.row(row), others)

    def dots_with(self, columns: Ints, weights: Floats, others: Ints) -> Floats:
        """Return the dot products with some rows of a row that need not be one of these."""
        begins, lengths = self.starts[others], self.starts[others + 1] - self.starts[others]
        if not lengths.sum():
            return np.zeros(len(others))
        ends = np.cumsum(lengths)
        at = np.arange(ends[-1]) + np.repeat(begins - (ends - lengths), lengths)
        dense = self._dense
        dense[columns] = weights
        which = np.repeat(np.arange(len(others)), lengths)
        products = dense[self.columns[at]] * self.weights[at]
        dense[columns] = 0.0
        return np.asarray(np.bincount(which, products, minlength=len(others)), dtype=np.float64)


def vectors_of(bags: Sequence[Bag], weighing: Weighing, damp: bool, unit: bool = True) -> Vectors:
    """Return one row a bag; `weighing` gives terms' weights from the terms and how many bags have each.

    `damp` takes the logarithm of counts; `unit` brings every row to length one.
    """
    starts = np.cumsum([0] + [len(bag) for bag in bags], dtype=np.int64)
    terms = np.concatenate([np.empty(0, dtype=np.int64), *(bag.terms for bag in bags)])
    counts = np.concatenate([np.empty(0), *(bag.counts for bag in bags)])
    distinct, columns, spread = np.unique(terms, return_inverse=True, return_counts=True)
    weights = (np.log1p(counts) if damp else counts) * weighing(distinct, spread)[columns]
    if unit:
        rows = np.repeat(np.arange(len(bags)), np.diff(starts))
        lengths = np.sqrt(np.bincount(rows, weights**2, minlength=len(bags)))
        weights = weights / np.where(lengths > 0, lengths, 1.0)[rows]
    return Vectors(starts, columns.astype(np.int64), weights, len(distinct))
