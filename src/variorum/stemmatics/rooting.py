"""The stemma of a plain table: where its tree begins, who drew on a second book, and the reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

from ..model import Collation, Stemma, StemmaEdge, StemmaNode
from .clues import NO_CLUE, Clues, is_too_early
from .parsimony import ANY, Sets
from .plain import Places, Points, find_points, read_places, read_points
from .sigla import lost_sigla

# What was left out is not supplied again by guessing: each place counts one for the direction.
# Beyond that the original is nearer to its copies than a copy to its sisters: the mean number of
# changes down to all witnesses, in lines of middle length. On grown traditions (even seeds) the
# preserved original is found in .48 with .5 to 1, in .44 with none, in .36 with 4.
_NEARNESS = 0.5
# An exemplar that was not out yet; an origin told by a clue.
_TOO_EARLY = 3.0
_TOLD = 1e6
# Of the places where a witness left its exemplar so many, and this share of them, must read with
# one other that is not its kin. Sign similarity on grown contaminated traditions .836; .785 at half
# of both, .834 at 6 and .3, .825 without second exemplars; on pure ones .921, .892, .921, .921.
_LEAST_DRAWN, _SHARE_DRAWN = 4, 0.2
_LEAST, _MOST = 0.3, 0.95
_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class _Tree:
    """The folded tree rooted: who hangs on whom, what each reads, and the table behind."""

    collation: Collation
    places: Places
    above: Mapping[int, int | None]
    read: Mapping[int, Sets]
    margin: float

    def own(self, point: int) -> Sets:
        """Return what a witness itself reads; a lost one, what it must have read."""
        if point < len(self.collation.witnesses):
            codes = self.places.codes[point]
            return np.where(codes < 0, ANY, self.read[point])
        return self.read[point]

    def changed(self, point: int) -> NDArray[np.bool_]:
        """Tell for each place whether a point reads otherwise than the one above it."""
        above = self.above[point]
        assert above is not None
        differs: NDArray[np.bool_] = (self.own(point) & self.read[above]) == 0
        return differs

    def lineage(self, point: int) -> set[int]:
        """Return a point and all above it."""
        found: set[int] = set()
        at: int | None = point
        while at is not None:
            found.add(at)
            at = self.above[at]
        return found


def build_plain_stemma(
    collation: Collation, clues: Clues, root_is_lost: bool | None = None
) -> Stemma:
    """Return the stemma of a plain table of readings."""
    count = len(collation.witnesses)
    if count < 2:
        return Stemma()
    places = read_places(collation)
    points = find_points(places)
    root, margin = _find_root(places, points, collation, clues)
    above = dict(_rooted(points, root))
    tree = _Tree(collation, places, above, read_points(points, root), margin)
    if root < count and root_is_lost:
        lost = max(points.tree) + 1
        tree = _Tree(
            collation,
            places,
            {lost: None, **above, root: lost},
            {**tree.read, lost: tree.read[root]},
            margin,
        )
    return _tell(tree)


def _rooted(points: Points, root: int) -> list[tuple[int, int | None]]:
    order: list[tuple[int, int | None]] = [(root, None)]
    for point, above in order:
        order.extend((each, point) for each in sorted(points.neighbours[point]) if each != above)
    return order


def _find_root(
    places: Places, points: Points, collation: Collation, clues: Clues
) -> tuple[int, float]:
    """Return the point from which all others derive best, and how much better than the next."""
    some = read_points(points, 0)
    lines = {
        (one, other): _line(some[one], some[other], places)
        for one, others in points.neighbours.items()
        for other in others
    }
    middle = float(np.median([changes for changes, _ in lines.values()])) or 1.0
    known = [clues.get(sigil, NO_CLUE) for sigil in collation.witnesses]
    scores: dict[int, float] = {}
    for root in points.neighbours:
        depth: dict[int, float] = {}
        score = _TOLD if root < len(known) and known[root].is_origin else 0.0
        for point, above in _rooted(points, root):
            changes, omitted = (0.0, 0.0) if above is None else lines[above, point]
            depth[point] = changes + (0.0 if above is None else depth[above])
            score += omitted
            if above is not None and max(above, point) < len(known):
                score -= _TOO_EARLY * is_too_early(known[point], known[above])
        ends = [depth[at] for at in range(len(known))]
        scores[root] = score - _NEARNESS * sum(ends) / len(ends) / middle
    ranked = sorted(scores, key=lambda point: (-scores[point], point))
    rival = scores[ranked[1]] if len(ranked) > 1 else scores[ranked[0]]
    return ranked[0], scores[ranked[0]] - rival


def _line(one: Sets, other: Sets, places: Places) -> tuple[float, float]:
    """Return the changes on a line, and how many more omissions there are in its direction."""
    omission = np.left_shift(np.uint64(1), np.clip(places.omitted, 0, 63).astype(np.uint64))
    changed = (one & other) == 0
    lost, supplied = (changed & ((each & omission) != 0) for each in (other, one))
    return float(changed.sum()), float(lost.sum()) - float(supplied.sum())


def _tell(tree: _Tree) -> Stemma:
    sigla = _sigla(tree)
    edges = []
    for point, above in tree.above.items():
        if above is None:
            continue
        edges.append(_edge(point, above, sigla, tree))
        second = _second(point, tree)
        if second is not None:
            edges.append(_second_edge(point, *second, sigla, tree))
    nodes = tuple(
        StemmaNode(sigil, point < len(tree.collation.witnesses)) for point, sigil in sigla.items()
    )
    return Stemma(nodes, tuple(edges))


def _sigla(tree: _Tree) -> dict[int, str]:
    letters = lost_sigla()
    names = tree.collation.witnesses
    return {point: names[point] if point < len(names) else next(letters) for point in tree.above}


def _edge(point: int, above: int, sigla: Mapping[int, str], tree: _Tree) -> StemmaEdge:
    changed = tree.changed(point)
    over = tree.above[above]
    known = tree.own(point) != ANY
    same = known & ~changed
    reasons = []
    support = 0
    if over is not None:
        inherited = np.flatnonzero(((tree.read[above] & tree.read[over]) == 0) & same)
        support = len(inherited)
        if support:
            told = "; ".join(_example(int(at), over, above, tree) for at in inherited[:_EXAMPLES])
            reasons.append(
                f"has {_count(support, 'reading')} that {sigla[above]} brought in: {told}"
            )
    else:
        reasons.append(f"has no reading in common with others that {sigla[above]} lacks")
    own = int(changed.sum())
    reasons.append(f"differs in {_count(own, 'place')}" if own else "differs in no place")
    sure = 1 - exp(-(support if over is not None else tree.margin * 2) / 4)
    share = float(same.sum() / known.sum()) if known.any() else 0.0
    confidence = round(_LEAST + (_MOST - _LEAST) * sure, 2)
    return StemmaEdge(sigla[above], sigla[point], confidence, tuple(reasons), round(share, 3))


def _example(at: int, before: int, after: int, tree: _Tree) -> str:
    old, new = (_reading(at, tree.read[point][at], tree) for point in (before, after))
    if not new:
        return f"“{old}” left out"
    return f"“{new}” for “{old}”" if old else f"“{new}” added"


def _reading(at: int, one: np.uint64, tree: _Tree) -> str:
    """Return the wording of a reading given as a set of one at a place."""
    code = int(one).bit_length() - 1
    has = np.flatnonzero(tree.places.codes[:, at] == code)
    column = tree.collation.columns[tree.places.numbers[at]]
    return (column.readings[int(has[0])] or "") if len(has) else ""


def _second(point: int, tree: _Tree) -> tuple[int, Sequence[int]] | None:
    """Return another book that a witness drew on, and the places that show it."""
    if point >= len(tree.collation.witnesses):
        return None
    strayed = np.flatnonzero(tree.changed(point))
    own = tree.own(point)
    kin = {each for each in tree.above if point in tree.lineage(each)} | {tree.above[point]}
    best: tuple[int, list[int]] | None = None
    for other in sorted(set(tree.above) - kin):
        agreed = [
            int(at)
            for at in strayed
            if own[at] & tree.own(other)[at] and tree.own(other)[at] != ANY
        ]
        if best is None or len(agreed) > len(best[1]):
            best = (other, agreed)
    if best is None or len(best[1]) < max(_LEAST_DRAWN, _SHARE_DRAWN * len(strayed)):
        return None
    return best


def _second_edge(
    point: int, other: int, places: Sequence[int], sigla: Mapping[int, str], tree: _Tree
) -> StemmaEdge:
    above = tree.above[point]
    assert above is not None
    told = "; ".join(_example(at, above, point, tree) for at in places[:_EXAMPLES])
    strayed = int(tree.changed(point).sum())
    share = len(places) / strayed
    reason = (
        f"where it leaves {sigla[above]} it has {len(places)} of {strayed} readings with it: {told}"
    )
    confidence = round(min(_MOST, _LEAST + share), 2)
    return StemmaEdge(sigla[other], sigla[point], confidence, (reason,), None)


def _count(number: int, noun: str) -> str:
    return f"one {noun}" if number == 1 else f"{number} {noun}s"
