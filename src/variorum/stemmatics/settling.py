"""Settling a tree of groups: needless lost nodes go, and witnesses take the place of lost ones."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from .grouping import SIGNIFICANT
from .tree import Matrix, Node, States, Table, reconstruct, subtree_costs

# What setting a witness into the place of a lost exemplar may cost: its descendants would have to
# undo so much of what is its own. Two commas are undone by chance; a cut end (.7) is not.
_UNDONE = 0.65
# A lost copy is one more thing to believe in.
LOST_COPY = 1.0
# Copies are made from the common text so many times as often as from other copies.
_FROM_COMMON = 3.0


@dataclass(frozen=True, slots=True)
class Terms:
    """What a tree must respect: which root is possible, which witness cannot derive from another.

    `too_early` holds pairs of a witness and one that was not out when its text was finished;
    `signed` are pages that name their writer and credit nobody;
    `order` ranks witnesses among equals; `copies` says for how many each one stands; `named`
    gives the witness that a page itself names as where it has the text from.
    """

    root_is_lost: bool
    origins: frozenset[int]
    too_early: Collection[tuple[int, int]]
    signed: frozenset[int]
    order: Sequence[int]
    copies: Mapping[int, Sequence[int]]
    named: Mapping[int, int]

    @property
    def copy_of_copy(self) -> float:
        """What it costs to say that a witness was copied from a certain other one.

        The more witnesses, the more pairs there are to agree by chance.
        """
        return log(_FROM_COMMON * max(1, len(self.order) - 1))

    def forbids(self, exemplar: int, below: Node) -> bool:
        """Tell whether something below was finished before the exemplar was out."""
        return bool(self.too_early) and any(
            (witness, exemplar) in self.too_early for witness in below.witnesses()
        )

    def lost_copy(self, branches: int) -> float:
        """What it costs to believe in a lost copy from which so many derive."""
        return LOST_COPY + self.copy_of_copy * branches


def settle(root: Node, table: Table, terms: Terms, origin: int | None) -> Node:
    """Return the tree with lost nodes only where the witnesses need one, `origin` at its root."""
    states = reconstruct(root, table)
    _contract(root, table, states)
    for node in list(root.walk()):
        if node.witness is None and node is not root:
            above = next(each for each in root.walk() if node in each.children)
            _promote(node, table, terms, states[above])
    _dissolve(root, table, states, terms)
    if origin is not None:
        _enthrone(root, origin)
    return root


def _enthrone(root: Node, origin: int) -> None:
    """Set a witness at the root; what derived from it stays below it."""
    node = next(each for each in root.walk() if each.witness == origin)
    above = next(each for each in root.walk() if node in each.children)
    above.children = [each for each in above.children if each is not node]
    root.children = root.children + node.children
    root.witness = origin


def _contract(root: Node, table: Table, states: dict[Node, States]) -> None:
    """Take out lost nodes that hardly differ from what they derive from."""
    for node in list(root.walk()):
        kept: list[Node] = []
        for child in node.children:
            change = table.change(states[node], states[child]).sum()
            if child.witness is None and change < SIGNIFICANT:
                kept.extend(child.children)
            else:
                kept.append(child)
        node.children = kept


def _dissolve(root: Node, table: Table, states: dict[Node, States], terms: Terms) -> None:
    """Take out lost nodes that explain less than it costs to believe in them."""
    for node in list(root.walk()):
        kept: list[Node] = []
        for child in node.children:
            saved = float(table.change(states[node], states[child]).sum())
            branches = len(child.children)
            if child.witness is None and saved * (branches - 1) < terms.lost_copy(branches):
                kept.extend(child.children)
            else:
                kept.append(child)
        node.children = kept


def _promote(node: Node, table: Table, terms: Terms, above: States) -> None:
    """Set the best fitting witness below a lost node in its place, if one fits."""
    upward: dict[Node, Matrix] = {}
    for each in node.walk():
        upward[each] = subtree_costs(each, table, upward)
    # What each branch adds is the same in every trial; adding it up anew, in the order of the
    # branches, keeps even the last digit.
    added = {
        below: np.min(table.costs + upward[below][:, None, :], axis=2)
        for child in node.children
        for below in (child, *child.children)
    }
    free = _cost_under(node, table, above, added)
    best: tuple[float, int, Node] | None = None
    for child in node.children:
        if child.witness is None:
            continue
        others = [each for each in node.children if each is not child]
        trial = Node(child.witness, [*others, *child.children])
        undone = _cost_under(trial, table, above, added) - free
        if undone > _UNDONE or any(terms.forbids(child.witness, each) for each in others):
            continue
        rank = (undone, terms.order[child.witness], child)
        if best is None or rank[:2] < best[:2]:
            best = rank
    if best is not None:
        chosen = best[2]
        node.witness = chosen.witness
        node.children = [each for each in node.children if each is not chosen] + chosen.children


def _cost_under(node: Node, table: Table, above: States, added: Mapping[Node, Matrix]) -> float:
    """Return the cost of a node and all below it, what each of its branches adds being known."""
    costs = subtree_costs(Node(node.witness), table, {})
    for child in node.children:
        costs += added[child]
    costs += table.costs[np.arange(table.width), above]
    return float(np.min(costs, axis=1).sum())
