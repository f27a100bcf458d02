"""The search for the cheapest tree: each possible root is tried, and each guess improved."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .grouping import group
from .passages import UNKNOWN
from .settling import LOST_COPY, Terms, settle
from .tree import Node, States, Table, reconstruct, tree_cost

# Regrouping against the reconstructed root settles in two or three rounds.
_ROUNDS = 4
# Beyond so many witnesses those with the fewest innovations stand for all as guesses at the root.
_MOST_STARTS = 16
# What a lost origin costs where nothing but the text says that there was one: less than one
# dropped passage and one swapped word that it saves.
_LOST_ROOT = 1.5
# Of pages that credit nobody, the one that names its writer is more likely the writer's.
_UNSIGNED = 1.0
# A page that names another as where it has the text from is believed over two swapped words.
_NAMED = 6.0
# A page may be redated, but hardly is: what was finished before another page was out derives from
# that only if five swapped words say so.
_TOO_EARLY = 8.0
# What it costs for each copy of a lost text that all came out after copies of a text that would
# derive from it: half of the copies of a state are made before the next is there. On grown
# accounts .7 to 2.0 give the same exemplars.
_LATE_COPY = 0.7
# What it costs to say that others' exemplar is a revision by the agency itself, which grows, and no
# desk's copy: as much as a lost copy.
_REVISED = 1.0
# How many of the cheapest trees are worked on further; the best is nearly always among them.
_LIFTED = 4
# A move must save this much, so that rounding never makes two trees take turns.
_GAIN = 1e-6


@dataclass(frozen=True, slots=True)
class Found:
    """A tree, the states of its nodes, its cost, and how much worse the best other root is."""

    root: Node
    states: dict[Node, States]
    cost: float
    margin: float


def search(table: Table, witnesses: Sequence[int], terms: Terms) -> Found:
    """Return the cheapest tree over all starts, ties to the first start."""
    every = [each for witness in witnesses for each in (witness, *terms.copies[witness])]
    star = Node(None, [Node(witness) for witness in every])
    middle = reconstruct(star, table)[star]
    tried = []
    for start, witness in _starts(table, witnesses, middle, terms):
        origin = None if terms.root_is_lost else witness
        tried.append(_improve(table, witnesses, start, terms, origin))
    nearest = sorted(tried, key=lambda each: each[2])[:_LIFTED]
    best = min((_lift(*each, table, terms) for each in nearest), key=lambda each: each[2])
    rivals = [cost for root, _, cost in tried if root.witness != best[0].witness]
    return Found(*best, min(rivals, default=best[2] + 2 * _LOST_ROOT) - best[2])


def _starts(
    table: Table, witnesses: Sequence[int], middle: States, terms: Terms
) -> list[tuple[States, int | None]]:
    """Return guesses at what the root read, and which witness it would be."""
    distance = {w: float(table.change(middle, table.states[w]).sum()) for w in witnesses}
    nearest = sorted(witnesses, key=lambda w: (distance[w], terms.order[w]))[:_MOST_STARTS]
    possible = sorted(terms.origins & set(witnesses)) or nearest
    starts: list[tuple[States, int | None]] = [] if terms.origins else [(middle, None)]
    for witness in possible:
        row = table.states[witness]
        starts.append((np.where(row == UNKNOWN, middle, row), witness))
    return starts


def _improve(
    table: Table, witnesses: Sequence[int], start: States, terms: Terms, origin: int | None
) -> tuple[Node, dict[Node, States], float]:
    best: tuple[Node, dict[Node, States], float] | None = None
    guess = start
    for _ in range(_ROUNDS):
        root = settle(group(table, guess, witnesses), table, terms, origin)
        readings = (reconstruct(root, table), reconstruct(root, table, guess))
        cost, states = _cheaper(root, table, terms, readings)
        if best is not None and cost >= best[2]:
            break
        best = (root, states, cost)
        if np.array_equal(states[root], guess):
            break
        guess = states[root]
    assert best is not None
    return best


def _lift(
    root: Node, states: dict[Node, States], cost: float, table: Table, terms: Terms
) -> tuple[Node, dict[Node, States], float]:
    """Hang branches higher where that is cheaper: greedy grouping takes in chance agreements."""
    better = True
    while better:
        better = False
        for node, above in _movable(root, terms):
            for target in _targets(node, above, root, terms):
                above.children.remove(node)
                target.children.append(node)
                readings = (reconstruct(root, table), reconstruct(root, table, states[root]))
                trial, found = _cheaper(root, table, terms, readings)
                if trial < cost - _GAIN:
                    cost, states, better = trial, found, True
                    break
                target.children.remove(node)
                above.children.append(node)
            if better:
                break
    return root, states, cost


def _movable(root: Node, terms: Terms) -> list[tuple[Node, Node]]:
    """Return the nodes that may hang elsewhere, with what they hang on; a lost copy keeps two."""
    return [
        (child, node)
        for node in root.walk()
        for child in node.children
        if child.witness in terms.named
        or (node is not root and (node.witness is not None or len(node.children) > 2))
    ]


def _targets(node: Node, above: Node, root: Node, terms: Terms) -> list[Node]:
    """Return where a node may hang instead: the root, one higher, the witness that it names."""
    grandparent = next((each for each in root.walk() if above in each.children), root)
    found = [root, grandparent]
    if node.witness is not None and node.witness in terms.named:
        below = set(node.walk())
        named = terms.named[node.witness]
        found += [each for each in root.walk() if each.witness == named and each not in below]
    return [each for each in dict.fromkeys(found) if each is not above]


def _cheaper(
    root: Node, table: Table, terms: Terms, readings: Sequence[dict[Node, States]]
) -> tuple[float, dict[Node, States]]:
    """Return the better of two readings of a tree: what is best by character may need more copies."""
    costs = [
        tree_cost(root, table, states) + _prior(root, table, states, terms) for states in readings
    ]
    at = costs.index(min(costs))
    return costs[at], readings[at]


def _prior(root: Node, table: Table, states: dict[Node, States], terms: Terms) -> float:
    """Return the cost of a tree's shape: lost copies, copies of copies, the same text twice."""
    cost = _LOST_ROOT * (root.witness is None and not terms.root_is_lost)
    cost += _UNSIGNED * (bool(terms.signed) and root.witness not in terms.signed)
    for node in root.walk():
        cost += _untimely(node, terms) if terms.too_early else 0.0
        for child in node.children:
            if terms.root_is_lost and child.children:
                cost += min(0.0, _REVISED + table.revision(states[node], states[child]))
            cost += LOST_COPY * (child.witness is None)
            cost += terms.copy_of_copy * (node is not root and child.witness is not None)
            if child.witness is not None:
                named = terms.named.get(child.witness, node.witness)
                cost += _NAMED * (node.witness != named)
                changed = float(table.change(states[node], states[child]).sum())
                cost += len(terms.copies[child.witness]) * min(changed, terms.copy_of_copy)
    return cost


def _untimely(node: Node, terms: Terms) -> float:
    """Return what it costs that texts below a node were out before it, or before its copies."""
    if node.witness is not None:
        return _TOO_EARLY * sum(
            (below, node.witness) in terms.too_early for below in node.witnesses()
        )
    cost = 0.0
    for child in node.children:
        if not child.children:
            continue
        copies = [each.witness for each in node.children if each is not child]
        extant = [each for each in copies if each is not None]
        if extant and all(terms.forbids(copy, child) for copy in extant):
            cost += _LATE_COPY * len(extant)
    return cost
