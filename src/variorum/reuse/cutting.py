"""Cutting: the shared words of pairs become passages, one wherever the chain or the voice changes."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from ..model import Passage, Span
from .pairs import Shared
from .passages import KINDS, changes
from .voices import COMMON
from .wordings import Wordings


def cut_passages(
    shared: Shared, wordings: Wordings, spread: Mapping[int, str]
) -> Iterator[tuple[Passage, ...]]:
    """Yield the passages of each pair in order of the left article.

    `spread` gives by pair the reason of common ones whose paragraphs have none of their own.
    """
    firsts = np.concatenate(([0], changes(shared.chains, shared.voices)))
    lasts = np.concatenate((firsts[1:], [len(shared.pairs)])) - 1
    pairs, lefts, rights = shared.pairs[firsts], shared.lefts[firsts], shared.rights[firsts]
    left_begins, left_ends = wordings.begins[lefts], wordings.ends[shared.lefts[lasts]]
    right_begins, right_ends = wordings.begins[rights], wordings.ends[shared.rights[lasts]]
    order = np.lexsort((right_ends, right_begins, left_ends, left_begins, pairs))
    columns = (
        left_begins, left_ends, right_begins, right_ends,
        lasts + 1 - firsts, shared.voices[firsts], pairs,
    )  # fmt: skip
    passages: list[Passage] = []
    current = 0
    for place, a, b, c, d, words, voice, pair in zip(
        order.tolist(), *(_as_integers(column[order]) for column in columns), strict=True
    ):
        if pair != current:
            yield tuple(passages)
            passages, current = [], pair
        reason = None
        if voice == COMMON:
            reason = (
                wordings.reason(int(shared.left_articles[pair]), int(lefts[place]))
                or wordings.reason(int(shared.right_articles[pair]), int(rights[place]))
                or spread.get(shared.first + pair)
            )
        passages.append(Passage(Span(a, b), Span(c, d), words, KINDS[voice], reason))
    yield tuple(passages)


def _as_integers(numbers: npt.NDArray[np.integer[Any]]) -> list[int]:
    shared = _integers()
    if len(numbers) and int(numbers.max()) >= len(shared):
        return list(map(int, numbers))
    integers: list[int] = shared[numbers].tolist()
    return integers


@cache
def _integers() -> npt.NDArray[np.object_]:
    """Return integers made once: the places of two million passages take a third of their memory."""
    return np.arange(1 << 16).astype(object)
