"""The paragraphs of a collation: where most witnesses begin one."""

from collections.abc import Sequence

# Two breaks nearer than this are one break before which somebody added a word.
_SAME_BREAK = 4


def number_paragraphs(
    layout: Sequence[Sequence[Sequence[int]]], width: int, *, by_sentence: bool = False
) -> list[int]:
    """Return the number of the paragraph, from 1, to which each place belongs.

    A witness votes for a break at a place when the next word that it has there begins a
    paragraph; by sentence, only who has the sentence votes. Half of the votes are enough: a page
    that lost its breaks is commoner than one that made some up.
    """
    begun = [{places[0] for places in paragraphs} for paragraphs in layout]
    support, voters = _votes(layout, width, by_sentence)
    numbers: list[int] = []
    last = -_SAME_BREAK
    for place in range(width):
        again = place - last < _SAME_BREAK and not any({last, place} <= each for each in begun)
        agreed = voters[place] > 0 and 2 * support[place] >= voters[place]
        begins = place == 0 or (agreed and not again)
        if begins:
            last = place
        numbers.append((numbers[-1] if numbers else 0) + begins)
    return numbers


def _votes(
    layout: Sequence[Sequence[Sequence[int]]], width: int, by_sentence: bool
) -> tuple[list[int], list[int]]:
    candidates = {places[0] for paragraphs in layout for places in paragraphs}
    support, voters = [0] * width, [0] * width
    for paragraphs in layout:
        carried = {place for places in paragraphs for place in places}
        begun = {places[0] for places in paragraphs}
        following: int | None = None
        for place in range(width - 1, -1, -1):
            if place in carried:
                following = place
            votes = place in carried if by_sentence else following is not None
            if place in candidates and votes:
                voters[place] += 1
                support[place] += following in begun
    return support, voters
