"""Trees of witnesses while they are looked for: nodes, their states, the cost of all changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .characters import Character
from .passages import UNKNOWN

States = NDArray[np.int64]
Matrix = NDArray[np.float64]
# Stands for "impossible"; finite, so that sums stay numbers.
_NEVER = 1e6


@dataclass(eq=False, slots=True)
class Node:
    """A witness (by its number) or a lost one, and what derives from it."""

    witness: int | None = None
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """Yield the nodes below and this one, children first."""
        for child in self.children:
            yield from child.walk()
        yield self

    def witnesses(self) -> tuple[int, ...]:
        """Return the witnesses here and below, ascending."""
        return tuple(sorted(n.witness for n in self.walk() if n.witness is not None))


@dataclass(frozen=True, slots=True)
class Table:
    """The characters as arrays.

    `states` by witness and character; `costs` by character, state before and state after: event
    and coincidence together; `firsts` by character and state of the root: the coincidences in
    them that are not paid, each wording having to arise once; `revising` what a change costs more,
    or less, if the supplier of the text made it himself; `pinned` by witness, all states but its
    own forbidden.
    """

    states: States
    costs: Matrix
    firsts: Matrix
    revising: Matrix
    pinned: tuple[Matrix, ...]

    @property
    def width(self) -> int:
        """How many characters there are."""
        return int(self.states.shape[1])

    def change(self, before: States, after: States) -> Matrix:
        """Return the cost, character by character, of one row of states turning into another."""
        at = np.arange(self.width)
        known = (before != UNKNOWN) & (after != UNKNOWN)
        costs: Matrix = np.where(known, self.costs[at, before, after], 0.0)
        return costs

    def revision(self, before: States, after: States) -> float:
        """Return how much more it costs that one row turned into another by its supplier's hand."""
        known = (before != UNKNOWN) & (after != UNKNOWN)
        return float(self.revising[np.arange(self.width), before, after][known].sum())


def make_table(characters: Sequence[Character], witnesses: int) -> Table:
    """Return the table of characters."""
    most = max((len(each.readings) for each in characters), default=1)
    costs = np.full((len(characters), most, most), _NEVER)
    firsts = np.zeros((len(characters), most))
    revising = np.zeros((len(characters), most, most))
    for at, character in enumerate(characters):
        size = len(character.readings)
        coincidences = np.array(character.costs.coincidences)
        if character.revised is not None:
            copied, revised = character.costs.events, character.revised.events
            revising[at, :size, :size] = np.array(revised) - np.array(copied)
        costs[at, :size, :size] = np.array(character.costs.events) + coincidences
        costs[at, range(size), range(size)] = 0.0
        firsts[at, :size] = coincidences.sum() - coincidences
    rows = [character.states for character in characters]
    states = np.array(rows, dtype=np.int64).reshape(len(characters), witnesses).T
    pinned = tuple(_pinned(row, most) for row in states)
    return Table(states, costs, firsts, revising, pinned)


def reconstruct(root: Node, table: Table, fixed: States | None = None) -> dict[Node, States]:
    """Return the cheapest states of all nodes (Sankoff 1975); those of the root may be fixed.

    An extant node has the states of its witness; where the witness lacks the passage, what its
    descendants need.
    """
    upward: dict[Node, Matrix] = {}
    for node in root.walk():
        upward[node] = subtree_costs(node, table, upward)
    best: States = np.argmin(upward[root] - table.firsts, axis=1)
    states = {root: best if fixed is None else fixed}
    at = np.arange(table.width)
    for node in reversed(list(root.walk())):
        for child in node.children:
            states[child] = np.argmin(table.costs[at, states[node]] + upward[child], axis=1)
    return states


def subtree_costs(node: Node, table: Table, upward: dict[Node, Matrix]) -> Matrix:
    """Return the least cost below a node for each state it may have, that of its children given."""
    costs: Matrix = np.zeros((table.width, table.costs.shape[1]))
    costs[table.costs[:, 0, :] >= _NEVER] = _NEVER
    if node.witness is not None:
        costs = costs + table.pinned[node.witness]
    for child in node.children:
        costs = costs + np.min(table.costs + upward[child][:, None, :], axis=2)
    return costs


def _pinned(states: States, most: int) -> Matrix:
    """Forbid all states but the known ones."""
    costs: Matrix = np.full((len(states), most), _NEVER)
    costs[states == UNKNOWN] = 0.0
    known = np.flatnonzero(states != UNKNOWN)
    costs[known, states[known]] = 0.0
    return costs


def tree_cost(root: Node, table: Table, states: dict[Node, States]) -> float:
    """Return the cost of all changes on all edges."""
    changes = sum(
        float(table.change(states[node], states[child]).sum())
        for node in root.walk()
        for child in node.children
    )
    return changes - float(table.firsts[np.arange(table.width), states[root]].sum())
