"""Which sentences of a version are sentences of the collation, and which stand beside them.

Two reports of one event share words in nearly every sentence. Laid word on word they would make
one sentence of two; so a sentence is laid on another only if both are one, edited.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from ..text import sentences
from .words import Word

# Share of the words of the longer of two sentences from which they are one, edited. In the accounts
# of `summit` and the revisions of `versions`, sentences laid on each other have mostly .85 and more
# or under .4, and fewest .45 to .5; from .75 on the exemplars of grown accounts (eval stemmata) are
# told worse (.857 for .871), .5 and .6 alike.
_SAME = 0.6
# A sentence cut short, or joined with the next, has nearly all words of the shorter one; fewer
# than so many words are a phrase that stands in many sentences.
_INSIDE = 0.9
_FEWEST = 6


@dataclass(slots=True)
class SentencesOfColumns:
    """For each column its sentence, and how many words each sentence has as it first came."""

    of: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    def open(self, length: int) -> int:
        """Return the number of a sentence that is new to the collation."""
        self.lengths.append(length)
        return len(self.lengths) - 1


def sentence_starts(words: Sequence[Word]) -> tuple[bool, ...]:
    """Return for each word of a paragraph whether a sentence begins with it."""
    text = " ".join(word.text for word in words)
    begun = {_letters(text[: span.begin]) for span in sentences(text)}
    before = [0, *accumulate(_letters(word.text) for word in words)]
    return tuple(at == 0 or before[at] in begun for at in range(len(words)))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def part_sentences(
    keys: Sequence[str],
    starts: Sequence[bool],
    assigned: list[int | None],
    columns: Sequence[Counter[str]],
    known: SentencesOfColumns,
) -> list[int]:
    """Undo matches with other sentences than one's own; return the sentence of each word.

    A word without a column gets the sentence of the words before it, or of those after it.
    """
    homes = [-1] * len(keys)
    for begin, end in _ranges(starts):
        own = _own(keys, begin, end, assigned, columns, known)
        for at in range(begin, end):
            column = assigned[at]
            if column is not None and known.of[column] not in own:
                assigned[at] = None
            elif column is not None:
                homes[at] = known.of[column]
        if not own:
            homes[begin:end] = [known.open(end - begin)] * (end - begin)
        _spread(homes, begin, end)
    return homes


def _ranges(starts: Sequence[bool]) -> Iterator[tuple[int, int]]:
    begun = [at for at, begins in enumerate(starts) if begins]
    yield from zip(begun, [*begun[1:], len(starts)], strict=True)


def _own(
    keys: Sequence[str],
    begin: int,
    end: int,
    assigned: Sequence[int | None],
    columns: Sequence[Counter[str]],
    known: SentencesOfColumns,
) -> set[int]:
    """Return the sentences of the collation that a sentence of the version is, or is part of."""
    equal: Counter[int] = Counter()
    for at in range(begin, end):
        column = assigned[at]
        if column is not None and keys[at] in columns[column]:
            equal[known.of[column]] += 1
    length = end - begin
    return {each for each, count in equal.items() if _is_one(count, length, known.lengths[each])}


def _is_one(equal: int, one: int, other: int) -> bool:
    if equal >= _SAME * max(one, other):
        return True
    return equal >= _FEWEST and equal >= _INSIDE * min(one, other)


def _spread(homes: list[int], begin: int, end: int) -> None:
    """Give words that stand beside no other the sentence of those before them, or after them."""
    for at in range(begin + 1, end):
        if homes[at] < 0:
            homes[at] = homes[at - 1]
    for at in range(end - 2, begin - 1, -1):
        if homes[at] < 0:
            homes[at] = homes[at + 1]
