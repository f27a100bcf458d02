"""What stories are told apart by, of one text: bags of hashed terms, and its days as numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# A text that comes again for weeks is, for the grouping of stories, one of its first days.
_LONGEST = 8


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """Terms in rising order, and how much each counts."""

    terms: Ints = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    counts: Floats = field(default_factory=lambda: np.empty(0, dtype=np.float64))

    def __len__(self) -> int:
        """Return the number of terms."""
        return len(self.terms)

    def __contains__(self, term: int) -> bool:
        """Return whether a term is counted."""
        at = int(np.searchsorted(self.terms, term))
        return at < len(self.terms) and bool(self.terms[at] == term)


def bag_of(counts: Mapping[int, float]) -> Bag:
    """Return a bag of counted terms, its counts as exact as an archive keeps them."""
    terms = np.fromiter(counts, np.int64, len(counts))
    order = np.argsort(terms)
    values = np.fromiter(counts.values(), np.float16, len(counts))
    return Bag(terms[order], values[order].astype(np.float64))


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """One text: its words, headline, pairs of words, numbers and names, and its days.

    Days are numbers, 0 where nothing tells; `weekday` is -1 where the lede names none. `fullest` is
    the id of the article whose words these are; the days are of all that carry the text.
    """

    words: Bag
    headline: Bag
    pairs: Bag
    numbers: Bag
    names: Bag
    first: int
    last: int
    weekday: int
    captured: int
    event_days: tuple[int, ...]
    fullest: str

    @property
    def first_day(self) -> int:
        """The first day on which it is known to have stood; 0 where nothing tells."""
        return self.first or self.captured

    @property
    def last_day(self) -> int:
        """The last day that counts."""
        return min(self.last, self.first + _LONGEST) if self.first else self.captured
