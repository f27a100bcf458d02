"""Edges: the few words with which a sentence begins or ends otherwise than it was pasted.

"52 people were treated" for "37 passengers were treated": the shared run begins at "were", but what
stands in place of its first words is what a reader wants to know.
"""

from collections.abc import Set

from ..text import sentences
from .words import Words

# So many words at the most; more are another sentence, or were left out with it.
_MOST = 4
# By so many more words may the article's sentence begin or end.
_LONGER = 2
_EXCHANGED = 2


def widen(
    left: Words, right: Words, lefts: tuple[int, int], rights: tuple[int, int], taken: Set[int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return first and last word of a passage on either side, with the edges of its sentence.

    `taken` are the words of `left` that stand in some passage: nothing is told twice.
    """
    before = _rest(left, lefts[0], -1, taken)
    after = _rest(left, lefts[1], 1, taken)
    before, head = _counterpart(right, rights[0], -1, before)
    after, tail = _counterpart(right, rights[1], 1, after)
    return (lefts[0] - before, lefts[1] + after), (rights[0] - head, rights[1] + tail)


def _rest(words: Words, word: int, step: int, taken: Set[int]) -> int:
    """Return how many words lie between a word and the edge of its sentence; none if too many."""
    rest = _to_edge(words, word, step)
    beyond = {word + step * each for each in range(1, rest + 1)}
    return rest if rest <= _MOST and not beyond & taken else 0


def _counterpart(words: Words, word: int, step: int, wanted: int) -> tuple[int, int]:
    """Return how many pasted words are told, and how many of the article's stand in their place.

    Where the article's sentence goes on, one or two words may have been exchanged; what stands
    there in place of more is another matter.
    """
    if not wanted:
        return 0, 0
    rest = _to_edge(words, word, step)
    if rest <= wanted + _LONGER:
        return wanted, rest
    return (wanted, wanted) if wanted <= _EXCHANGED else (0, 0)


def _to_edge(words: Words, word: int, step: int) -> int:
    """Return how many words lie between a word and the edge of its sentence."""
    number = int(words.paragraphs[word])
    text = words.article.paragraphs[number].text
    at = int(words.begins[word])
    begin, end = next((each for each in sentences(text) if each.begin <= at < each.end), (0, 0))
    count = 0
    place = word + step
    while (
        0 <= place < len(words.numbers)
        and int(words.paragraphs[place]) == number
        and begin <= int(words.begins[place]) < end
    ):
        count, place = count + 1, place + step
    return count
