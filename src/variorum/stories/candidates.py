"""Which accounts may report one event: those that share telling words, found through an index."""

from collections.abc import Iterator

import numpy as np

from .vectors import Ints, Vectors

# Two reports of one event share at least one of their most telling words. Of the 1,249 pairs of the
# labelled stories that lie within the window, 15 words keep 1,213, 30 keep 1,238 and 60 keep 1,248,
# of 26, 75 and 224 thousand pairs looked at.
_TELLING = 30
# A word telling for more accounts than this opens too many pairs; others of the 30 find the rest.
_LONGEST_LIST = 400


def candidate_rows(
    words: Vectors, first: Ints, last: Ints, window: int
) -> Iterator[tuple[int, Ints]]:
    """Yield each row with the rows after it that share telling words and lie within the days.

    `first` and `last` are day numbers, 0 where unknown; an unknown day is near to any.
    """
    index = _index(words)
    for row in range(len(words)):
        lists = [index[term] for term in _telling(words, row) if term in index]
        near = [each[np.searchsorted(each, row + 1) :] for each in lists]
        if not near:
            continue
        others = np.unique(np.concatenate(near))
        apart = np.maximum(first[row] - last[others], first[others] - last[row])
        unknown = (first[row] == 0) | (first[others] == 0)
        others = others[unknown | (apart <= window)]
        if len(others):
            yield row, others


def _telling(words: Vectors, row: int) -> list[int]:
    columns, weights = words.row(row)
    heaviest = np.argsort(-weights, kind="stable")[:_TELLING]
    return [int(column) for column in columns[heaviest]]


def _index(words: Vectors) -> dict[int, Ints]:
    """Return the rows for which each word is telling, in order; lists past the longest left out."""
    lists: dict[int, list[int]] = {}
    for row in range(len(words)):
        for term in _telling(words, row):
            lists.setdefault(term, []).append(row)
    return {
        term: np.array(rows, dtype=np.int64)
        for term, rows in lists.items()
        if 1 < len(rows) <= _LONGEST_LIST
    }
