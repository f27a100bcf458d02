"""Manuscript traditions: how near a stemma from a plain table of readings comes to the true one.

Average sign similarity (Roos and Heikkilä 2009): over all triples of preserved books, whether the
stemma says rightly which of two stands nearer to the third. Neighbour joining on the same tables in
the same run is the rival. Even seeds are for development; odd ones are held apart for measuring.
"""

import os
import random
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

import numpy as np

from eval.copying import Tradition, copy_out
from variorum.model import Stemma
from variorum.stemmatics import build_stemma, table_of_readings
from variorum.stemmatics.joining import join_neighbours

DATA: tuple[str, ...] = ()
UNPINNED = ("rival",)
_TRADITIONS = int(os.environ.get("TRADITIONS", "24"))
_BOOKS = (6, 10, 14, 20, 30, 45)
_PLACES = (250, 600, 1200)

Links = Mapping[str, Iterable[str]]
Scores = dict[str, list[float]]


def measure() -> dict[str, float]:
    """Return the scores over the traditions held apart."""
    return measure_traditions(1)


def measure_traditions(offset: int) -> dict[str, float]:
    """Return all scores, 0 to 1, of every other seed from an offset."""
    scores: Scores = defaultdict(list)
    for number in range(_TRADITIONS):
        chance = random.Random(2 * number + offset)
        size = _BOOKS[number % len(_BOOKS)]
        tradition = copy_out(size, _PLACES[number // 2 % len(_PLACES)], chance)
        _score(tradition, scores)
    told, true, right = (sum(scores.pop(f"_mixed, {each}")) for each in ("told", "true", "right"))
    scores["contamination F1, tables"].append(2 * right / (told + true) if told + true else 1.0)
    return {name: sum(values) / len(values) for name, values in sorted(scores.items())}


def _score(tradition: Tradition, scores: Scores) -> None:
    names = [book.name for book in tradition.extant]
    rows = list(zip(*(book.row for book in tradition.extant), strict=True))
    stemma = build_stemma(table_of_readings(names, rows))
    truth = tradition.links()
    is_mixed = any(len(book.exemplars) > 1 for book in tradition.books.values())
    ours = sign_similarity(truth, links_of(stemma), names)
    rival = sign_similarity(truth, joined_links(names, rows), names)
    label = "contaminated" if is_mixed else "pure"
    for kind in ("all", label):
        scores[f"sign similarity, tables, {kind}"].append(ours)
        scores[f"rival, neighbour joining: sign similarity, {kind}"].append(rival)
    books = tradition.books
    mixed = {book.name for book in tradition.extant if len(book.exemplars) > 1}
    targets = [edge.target for edge in stemma.edges]
    told = {name for name in names if targets.count(name) > 1}
    scores["_mixed, told"].append(len(told))
    scores["_mixed, true"].append(len(mixed))
    scores["_mixed, right"].append(len(told & mixed))
    for book in tradition.extant:
        extant = [name for name in book.exemplars if not books[name].lost]
        if extant:
            given = {edge.origin for edge in stemma.edges if edge.target == book.name}
            scores["exemplar right, tables, where it is preserved"].append(
                bool(given & set(extant))
            )
    if not books["00"].lost:
        scores["root right, tables, where it is preserved"].append(stemma.root == "00")


def links_of(stemma: Stemma) -> dict[str, set[str]]:
    """Return the lines of a stemma in both directions."""
    found: dict[str, set[str]] = {node.sigil: set() for node in stemma.nodes}
    for edge in stemma.edges:
        found[edge.origin].add(edge.target)
        found[edge.target].add(edge.origin)
    return found


def joined_links(names: list[str], rows: list[tuple[str | None, ...]]) -> dict[str, set[str]]:
    """Return the lines of the tree that neighbour joining gives on shares of differing places."""
    joined = join_neighbours(_distances(rows)).neighbours
    label = dict(enumerate(names))
    return {
        label.get(one, f"*{one}"): {label.get(each, f"*{each}") for each in others}
        for one, others in joined.items()
    }


def _distances(
    rows: list[tuple[str | None, ...]],
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    columns = list(zip(*rows, strict=True))
    count = len(columns)
    found = np.zeros((count, count))
    for one in range(count):
        for other in range(one):
            both = [
                (a, b)
                for a, b in zip(columns[one], columns[other], strict=True)
                if None not in (a, b)
            ]
            differing = sum(a != b for a, b in both)
            found[one, other] = found[other, one] = differing / len(both) if both else 1.0
    return found


def sign_similarity(truth: Links, said: Links, names: list[str]) -> float:
    """Return the average sign similarity of two trees or networks over all triples of names."""
    true, ours = (_paths(links, names) for links in (truth, said))
    total = 0.0
    count = len(names)
    for first in range(count):
        rest = [at for at in range(count) if at != first]
        signs = [np.sign(d[first, rest][:, None] - d[first, rest][None, :]) for d in (true, ours)]
        total += float((1 - np.abs(signs[0] - signs[1]) / 2).sum()) - len(rest)
    triples = count * (count - 1) * (count - 2)
    return total / triples if triples else 1.0


def _paths(links: Links, names: list[str]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Return the number of lines between all pairs of names."""
    found = np.zeros((len(names), len(names)))
    for at, name in enumerate(names):
        steps = {name: 0}
        waiting = deque([name])
        while waiting:
            here = waiting.popleft()
            for there in links.get(here, ()):
                if there not in steps:
                    steps[there] = steps[here] + 1
                    waiting.append(there)
        found[at] = [steps.get(other, len(links)) for other in names]
    return found
