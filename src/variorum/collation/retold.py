"""Sentences as they stand in a collation: their columns, and who tells his own."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ..model import Collation

# More than this share of a text in sentences that no other has: a retelling, not a copy.
_RETOLD = 0.5


def sentence_blocks(collation: Collation) -> Iterator[tuple[int, int]]:
    """Yield the columns of each sentence; of each paragraph where sentences are not known."""
    at = 0
    numbers = ((column.paragraph, column.sentence) for column in collation.columns)
    for _, same in groupby(numbers):
        length = sum(1 for _ in same)
        yield at, at + length
        at += length


def retellings(collation: Collation) -> frozenset[int]:
    """Return the witnesses that tell most of it in sentences of their own.

    What such a text does not have it may have told otherwise: that says nothing of its exemplar.
    """
    carriers: dict[int, set[int]] = {}
    words: list[Counter[int]] = [Counter() for _ in collation.witnesses]
    for column in collation.columns:
        for witness, reading in enumerate(column.readings):
            if reading:
                carriers.setdefault(column.sentence, set()).add(witness)
                words[witness][column.sentence] += 1
    return frozenset(
        witness
        for witness, count in enumerate(words)
        if sum(n for sentence, n in count.items() if len(carriers[sentence]) == 1)
        > _RETOLD * count.total()
    )
