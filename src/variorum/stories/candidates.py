"""Which texts may report one event: those near in time that share telling words, found through an index."""

from collections.abc import Iterator, Sequence

import numpy as np

from .bags import Bags, Floats, Ints
from .rarity import at_large

# Reports more days apart tell of different events; 98 % of labelled pairs lie within two.
WINDOW_DAYS = 4
# A text is found by so many of its weightiest words; one that shares fewer than two of them is not
# looked at: of 830 labelled pairs within the window 821 share two, 798 three.
_TELLING = 30
FEWEST_TELLING = 2


def telling_words(text: Bags) -> Ints:
    """Return the words by which a text is found, its weightiest, in order."""
    return weightiest(text.words.terms, text.words.counts)


def weightiest(terms: Ints, counts: Floats) -> Ints:
    """Return the weightiest of counted words in order."""
    weights = np.log1p(counts) * at_large()[terms]
    return np.sort(terms[np.lexsort((terms, -weights))[:_TELLING]])


def candidate_rows(texts: Sequence[Bags]) -> Iterator[tuple[int, Ints]]:
    """Yield each row with the rows after it that share telling words and lie within the window.

    A text of unknown day is near to any.
    """
    telling = [telling_words(each) for each in texts]
    index = _index(telling)
    first = np.array([each.first_day for each in texts], dtype=np.int64)
    last = np.array([each.last_day for each in texts], dtype=np.int64)
    for row, terms in enumerate(telling):
        lists = [index[term] for term in terms.tolist()]
        later = [each[np.searchsorted(each, row + 1) :] for each in lists]
        shared = np.bincount(np.concatenate([np.empty(0, dtype=np.int64), *later]))
        others = np.flatnonzero(shared >= FEWEST_TELLING)
        apart = np.maximum(first[row] - last[others], first[others] - last[row])
        unknown = (first[row] == 0) | (first[others] == 0)
        near = others[unknown | (apart <= WINDOW_DAYS)]
        if len(near):
            yield row, near


def _index(telling: Sequence[Ints]) -> dict[int, Ints]:
    """Return the rows for which each word is telling, in order."""
    terms = np.concatenate([np.empty(0, dtype=np.int64), *telling])
    rows = np.repeat(np.arange(len(telling)), [len(each) for each in telling])
    order = np.argsort(terms, kind="stable")
    terms, rows = terms[order], rows[order]
    distinct, begins = np.unique(terms, return_index=True)
    ends = [*begins[1:].tolist(), len(rows)]
    bounds = zip(distinct.tolist(), begins.tolist(), ends[: len(begins)], strict=True)
    return {term: rows[begin:end] for term, begin, end in bounds}
