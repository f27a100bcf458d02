"""Contamination: a witness that drew on a second exemplar, seen where it leaves its first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from .grounds import Grounds, Judged, show_change
from .passages import UNKNOWN
from .tree import Matrix, Node, States

# What a witness changed against its exemplar and reads with one other line must weigh so much, as
# unlikely to be hit on twice: two swapped words with a passage; and so much of all that it changed.
_LEAST, _SHARE = 6.0, 0.35
# And in at least so many places, since one paragraph may come from anywhere.
_PLACES = 3
# Weight from which confidence comes near the share of changes that the second exemplar explains.
_HALF_SURE, _MOST_SURE = 6.0, 0.9
_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """A second exemplar, the characters that show it, and their weight."""

    origin: Node
    places: tuple[int, ...]
    weight: float


def find_drawn(root: Node, grounds: Grounds) -> dict[Node, Drawn]:
    """Return the witnesses that read with another line than their own where they leave their exemplar."""
    above = {child: node for node in root.walk() for child in node.children}
    nodes = [node for node in root.walk() if node is not root]
    likely: list[tuple[bool, float, int, Node, Drawn]] = []
    for number, node in enumerate(nodes):
        if node.witness is None:
            continue
        kin = {*node.walk(), *_lineage(node, above)}
        others = [each for each in nodes if each not in kin]
        drawn = _second(node, above[node], others, grounds)
        if drawn is not None:
            likely.append((above[node] is root, -drawn.weight, number, node, drawn))
    return _without_circles(likely, above)


def _without_circles(
    likely: Sequence[tuple[bool, float, int, Node, Drawn]], above: Mapping[Node, Node]
) -> dict[Node, Drawn]:
    """Keep those that make no circle: of two that share changes, who is of another line as well drew."""
    found: dict[Node, Drawn] = {}
    for *_, node, drawn in sorted(likely, key=lambda each: each[:3]):
        lines = {drawn.origin}
        waiting = [drawn.origin]
        while waiting:
            at = waiting.pop()
            higher = [
                each for each in (above.get(at), found[at].origin if at in found else None) if each
            ]
            waiting.extend(each for each in higher if each not in lines)
            lines.update(higher)
        if node not in lines:
            found[node] = drawn
    return found


def justify_second(
    drawn: Drawn, exemplar: Node, node: Node, sigla: Mapping[Node, str], grounds: Grounds
) -> Judged:
    """Return the confidence in a second exemplar, the reason, and the share of changes that it explains."""
    before, own = grounds.states(exemplar), grounds.states(node)
    strayed = (before != own) & (before != UNKNOWN) & (own != UNKNOWN)
    share = drawn.weight / float(_unlikely(own, grounds)[strayed].sum())
    places = sorted(
        drawn.places, key=lambda at: -grounds.characters[at].costs.coincidences[own[at]]
    )
    told = "; ".join(
        show_change(grounds.characters[at], int(before[at]), int(own[at]))
        for at in places[:_EXAMPLES]
    )
    reason = f"has {len(places)} changes that {sigla[drawn.origin]} has and {sigla[exemplar]} lacks: {told}"
    confidence = min(_MOST_SURE, share * (1 - exp(-drawn.weight / _HALF_SURE)))
    return round(confidence, 2), (reason,), round(share, 3)


def _lineage(node: Node, above: Mapping[Node, Node]) -> list[Node]:
    found = []
    while node in above:
        node = above[node]
        found.append(node)
    return found


def _second(node: Node, exemplar: Node, others: Sequence[Node], grounds: Grounds) -> Drawn | None:
    before, own = grounds.states(exemplar), grounds.states(node)
    strayed = (before != own) & (before != UNKNOWN) & (own != UNKNOWN)
    weights = _unlikely(own, grounds)
    whole = float(weights[strayed].sum())
    best: Drawn | None = None
    for other in others:
        theirs = grounds.states(other)
        agreed = np.flatnonzero(strayed & (theirs == own) & (weights > 0))
        weight = float(weights[agreed].sum())
        if best is None or weight > best.weight:
            best = Drawn(other, tuple(int(at) for at in agreed), weight)
    if best is None or len(best.places) < _PLACES:
        return None
    return best if best.weight >= max(_LEAST, _SHARE * whole) else None


def _unlikely(states: States, grounds: Grounds) -> Matrix:
    """Return for each character how unlikely its wording arises a second time."""
    return np.array(
        [
            each.costs.coincidences[state] if state != UNKNOWN else 0.0
            for each, state in zip(grounds.characters, states, strict=True)
        ]
    )
