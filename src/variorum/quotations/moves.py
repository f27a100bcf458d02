"""Words that only changed places: left out at one place of a wording, put in at another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..text import folded_words
from .places import Pair, Place

# Words that stand everywhere: one of them left out here and put in there has not moved.
_EVERYWHERE = frozenset(
    "a an the of in on at to for from by with as and or but that this these those it its is are "
    "was were be been i we you he she they them us his her their our my your not no".split()
)
# Two such words together may have moved, but not far (definitions, not measurements).
_FEWEST = 2
_NEAR = 20


@dataclass(frozen=True, slots=True)
class Move:
    """Two places between which words moved; `begin` and `end` hold both."""

    begin: int
    end: int
    words: tuple[str, ...]


def take_moves(places: Sequence[Place]) -> tuple[list[Move], list[Place]]:
    """Return the moves among places, and the places with what is left of them."""
    left = list(places)
    moves: list[Move] = []
    while (found := _first_move(left)) is not None:
        one, other, words = found
        moves.append(Move(left[one].begin, left[other].end, tuple(words.elements())))
        rest = [_rest(left[one], words), _rest(left[other], words)]
        left[other : other + 1] = [each for each in rest[1:] if each is not None]
        left[one : one + 1] = [each for each in rest[:1] if each is not None]
    return moves, left


def _first_move(places: Sequence[Place]) -> tuple[int, int, Counter[str]] | None:
    """Return the nearest two places that exchange words, the first of them first."""
    gains = [_gain(place) for place in places]
    for distance in range(1, len(places)):
        for one in range(len(places) - distance):
            other = one + distance
            near = places[other].begin - places[one].end <= _NEAR
            moved = _exchanged(gains[one], gains[other], near)
            if moved is not None:
                return one, other, moved
    return None


def _gain(place: Place) -> tuple[Counter[str], Counter[str]]:
    """Return the words that only the first wording has at a place, and only the second."""
    before, after = (Counter(folded_words(text)) for text in place.texts)
    return before - after, after - before


def _exchanged(
    one: tuple[Counter[str], Counter[str]], other: tuple[Counter[str], Counter[str]], near: bool
) -> Counter[str] | None:
    """Return what moved between two places, if it is all that one of them lacks or has gained."""
    forth, back = one[0] & other[1], other[0] & one[1]
    moved = forth + back
    if all(word in _EVERYWHERE for word in moved) and (not near or moved.total() < _FEWEST):
        return None
    whole = (one[0] == forth and one[1] == back) or (other[0] == back and other[1] == forth)
    return moved if whole else None


def _rest(place: Place, moved: Counter[str]) -> Place | None:
    """Return a place without the words that moved; `None` where nothing else differs."""
    pairs = [(_unless(left, moved), _unless(right, moved)) for left, right in place.pairs]
    kept: tuple[Pair, ...] = tuple(pair for pair in pairs if any(pair))
    rest = replace(place, pairs=kept)
    before, after = (folded_words(text) for text in rest.texts)
    return None if before == after else rest


def _unless(word: str, moved: Counter[str]) -> str:
    return "" if any(part in moved for part in folded_words(word)) else word
