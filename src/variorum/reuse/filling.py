"""Filling: the words of a chain that its seeds missed, at its ends and between two of its runs.

A word between two edits is too short for a seed, and a misspelt one equals none; both belong to the
passage all the same. Only where a single text is looked for, where every word counts.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from ..text import fold_word
from .chains import Run
from .words import Words

# Likeness of two spellings, of 100. "minister, ministre" 88, "reprot, report" 83; "would, will" 44,
# "troops, group" 55.
_ALIKE = 74
# Letters of the shorter word below which likeness says nothing ("the, then" 86).
_SHORTEST = 4
# Words beyond the ends of a chain that are compared one by one; two others in a row end it.
_REACH = 8
_MISSES = 2


def fill_chains(chains: Sequence[Sequence[Run]], left: Words, right: Words) -> list[list[Run]]:
    """Return the chains with the words in them and at their ends that are equal or alike.

    No word stands in two chains.
    """
    filling = _Filling(left, right, chains)
    return [filling.fill(chain) for chain in chains]


class _Filling:
    """The words of two articles that no chain holds yet."""

    def __init__(self, left: Words, right: Words, chains: Sequence[Sequence[Run]]) -> None:
        self._words = (left, right)
        runs = [run for chain in chains for run in chain]
        self._lefts = {word for run in runs for word in range(run.left, run.left + run.words)}
        self._rights = {word for run in runs for word in range(run.right, run.right + run.words)}

    def fill(self, chain: Sequence[Run]) -> list[Run]:
        found: list[Run] = []
        for before, after in pairwise(chain):
            found += self._between(before, after)
        first, last = chain[0], chain[-1]
        found += self._beyond(
            zip(range(first.left - 1, -1, -1), range(first.right - 1, -1, -1), strict=False)
        )
        left, right = self._words
        lefts = range(last.left + last.words, len(left.numbers))
        rights = range(last.right + last.words, len(right.numbers))
        found += self._beyond(zip(lefts, rights, strict=False))
        self._lefts |= {run.left for run in found}
        self._rights |= {run.right for run in found}
        return sorted((*chain, *found))

    def _between(self, before: Run, after: Run) -> list[Run]:
        """Return the pairs of words between two runs that are equal or alike, in order of both."""
        lefts = [
            word
            for word in range(before.left + before.words, after.left)
            if word not in self._lefts
        ]
        rights = [
            word
            for word in range(before.right + before.words, after.right)
            if word not in self._rights
        ]
        one, other = self._forms(0, lefts), self._forms(1, rights)
        return [Run(lefts[a], rights[b], 1) for a, b in _pair(one, other)]

    def _beyond(self, pairs: Iterator[tuple[int, int]]) -> list[Run]:
        """Return the pairs beyond an end that are equal or alike, up to some that are not."""
        found: list[Run] = []
        missed = 0
        for one, other in islice(pairs, _REACH):
            if one in self._lefts or other in self._rights or missed == _MISSES:
                break
            if is_alike(*self._forms(0, [one]), *self._forms(1, [other])):
                found.append(Run(one, other, 1))
                missed = 0
            else:
                missed += 1
        return found

    def _forms(self, side: int, places: Sequence[int]) -> list[str]:
        words = self._words[side]
        forms = []
        for place in places:
            text = words.article.paragraphs[int(words.paragraphs[place])].text
            forms.append(fold_word(text[int(words.begins[place]) : int(words.ends[place])]))
        return forms


def _pair(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of words that are equal, and of those that are alike where as many differ."""
    for block in Levenshtein.opcodes(one, other):
        if block.tag in {"equal", "replace"}:
            lefts = range(block.src_start, block.src_end)
            rights = range(block.dest_start, block.dest_end)
            for a, b in zip(lefts, rights, strict=True):
                if is_alike(one[a], other[b]):
                    yield a, b


def is_alike(one: str, other: str) -> bool:
    """Whether two folded words are equal, or one is a misspelling of the other."""
    if one == other:
        return True
    # A changed figure is another figure, never a slip.
    if min(len(one), len(other)) < _SHORTEST or not (one.isalpha() and other.isalpha()):
        return False
    return ratio(one, other) >= _ALIKE
