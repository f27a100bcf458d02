"""Kinship: whether what two articles share makes them versions of one text."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Alignment, ArticleId
from .carriage import Carriage

# Fewest narrated words of a link: shorter common prose is a stock sentence or a borrowed one.
FEWEST_WORDS = 25
# The shorter article stands at least by half in the longer one.
CONTAINED = 0.5
# Shared by both: the two shares together. One agency's update of its own text keeps .9 or more
# together, two of its stories of one day .8 or less (`bulk`, same identifier against another).
MUTUAL = 0.85
# Below this share of the longer article what they share is an island in it. The shorter is then
# an excerpt or an earlier state only if the longer one opens with it; else the longer one has
# taken the passage in.
ISLAND = 0.2
OPENING_WORDS = 60
OPENS = 0.5


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that are versions of one text, and how surely: the mean of both shares."""

    left: ArticleId
    right: ArticleId
    strength: float
    words: int


def find_links(alignments: Iterable[Alignment], carriage: Carriage) -> list[Link]:
    """Return the links among all aligned pairs, the strongest first."""
    links = [
        Link(
            alignment.left,
            alignment.right,
            (alignment.left_share + alignment.right_share) / 2,
            alignment.narrative_words,
        )
        for alignment in alignments
        if _is_one_text(alignment, carriage)
    ]
    return sorted(links, key=lambda link: (-link.strength, -link.words, link.left, link.right))


def _is_one_text(alignment: Alignment, carriage: Carriage) -> bool:
    if alignment.narrative_words < FEWEST_WORDS:
        return False
    low, high = sorted((alignment.left_share, alignment.right_share))
    if low >= ISLAND:
        return high >= CONTAINED or low + high >= MUTUAL
    if high < CONTAINED:
        return False
    longer, shorter = alignment.left, alignment.right
    if alignment.left_share > alignment.right_share:
        longer, shorter = shorter, longer
    return carriage.opening(longer, (shorter,), OPENING_WORDS) >= OPENS
