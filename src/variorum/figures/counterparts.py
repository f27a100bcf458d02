"""Which figure of one version stands in the place of which figure of another, by the words around."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Figure
from .things import thing_of

# A figure stated again keeps a third of the words around it, in the mends of desks that the seeded
# versions of eval/ledger.py copy; its value tells the rest.
_LEAST_ALIKE_STATED = 0.3
# A figure with another value is taken for the same place from here on: an altered number leaves all
# the words around it standing, a sentence with two figures gives each the greater part of the
# other's words. Below, a figure put in beside one left out would pass for it.
_LEAST_ALIKE_CHANGED = 0.6
# More figures than this are a table: only those worded and placed alike are paired.
_MOST_COMPARED = 400


class Pair(NamedTuple):
    """A figure of the one version and that of the other which stands in its place, by their numbers."""

    one: int
    other: int


class _Rank(NamedTuple):
    """What goes first when two pairs want one figure: the best sorts lowest."""

    unequal: bool
    unlike: float
    far: float
    one: int
    other: int


def pair_figures(ones: Sequence[Figure], others: Sequence[Figure]) -> tuple[Pair, ...]:
    """Return the pairs of figures in each other's place, each figure in one pair at the most.

    Moved passages are found as well as those in order: nearness only breaks ties.
    """
    pairs = _worded_alike(ones, others)
    left = [n for n in range(len(ones)) if n not in {pair.one for pair in pairs}]
    right = [n for n in range(len(others)) if n not in {pair.other for pair in pairs}]
    if len(left) <= _MOST_COMPARED and len(right) <= _MOST_COMPARED:
        pairs += _best(_ranked(ones, others, left, right))
    return tuple(sorted(pairs))


def _worded_alike(ones: Sequence[Figure], others: Sequence[Figure]) -> list[Pair]:
    """Pair what stands in the very same words, in order."""
    places: dict[tuple[str, str, str | None], list[int]] = defaultdict(list)
    for number, figure in enumerate(others):
        places[_wording(figure)].append(number)
    taken: dict[tuple[str, str, str | None], int] = defaultdict(int)
    pairs = []
    for number, figure in enumerate(ones):
        wording = _wording(figure)
        nth = taken[wording]
        if nth < len(places.get(wording, ())):
            pairs.append(Pair(number, places[wording][nth]))
            taken[wording] += 1
    return pairs


def _wording(figure: Figure) -> tuple[str, str, str | None]:
    return (figure.kind, figure.text.casefold(), figure.about)


def _ranked(
    ones: Sequence[Figure], others: Sequence[Figure], left: Sequence[int], right: Sequence[int]
) -> list[_Rank]:
    around = {number: _around(others[number]) for number in right}
    ranked = []
    for one in left:
        words = _around(ones[one])
        for other in right:
            if ones[one].kind != others[other].kind:
                continue
            alike = _alike(words, around[other])
            equal = _states_alike(ones[one], others[other])
            if alike >= (_LEAST_ALIKE_STATED if equal else _LEAST_ALIKE_CHANGED):
                far = abs(one / len(ones) - other / len(others))
                ranked.append(_Rank(not equal, -alike, far, one, other))
    return sorted(ranked)


def _best(ranked: Sequence[_Rank]) -> list[Pair]:
    pairs: list[Pair] = []
    ones: set[int] = set()
    others: set[int] = set()
    for rank in ranked:
        if rank.one not in ones and rank.other not in others:
            pairs.append(Pair(rank.one, rank.other))
            ones.add(rank.one)
            others.add(rank.other)
    return pairs


def _around(figure: Figure) -> frozenset[str]:
    """Return the words around a figure without its own."""
    own = set(figure.text.casefold().replace("-", " ").split())
    return frozenset(word for word in (figure.about or "").split() if word not in own)


def _alike(words: frozenset[str], others: frozenset[str]) -> float:
    if not words or not others:
        return float(words == others)
    return len(words & others) / max(len(words), len(others))


def _states_alike(figure: Figure, other: Figure) -> bool:
    if figure.text.casefold() == other.text.casefold():
        return True
    if figure.value is None or figure.value != other.value:
        return False
    return figure.kind == "date" or thing_of(figure).unit == thing_of(other).unit
