"""Grouping by shared innovations: witnesses that err together go back to one exemplar.

The common-error method of textual criticism (Maas 1927), done greedily: the two witnesses or
groups that share the weightiest innovations against the root are joined first. What one of the
two lacks says nothing against their kinship.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .passages import UNKNOWN
from .tree import Matrix, Node, States, Table

Flags = NDArray[np.bool_]

# Weight of shared innovations from which a common exemplar is assumed: one swapped word (1.6) or
# four commas. Under it coincidence is as good an explanation.
SIGNIFICANT = 1.3


def group(table: Table, root: States, witnesses: Sequence[int]) -> Node:
    """Return the tree that shared innovations against the states of a root give."""
    nodes = [Node(witness) for witness in witnesses]
    has, known, weights = _innovations(table, root, witnesses)
    shared = (has * weights) @ has.T.astype(float)
    np.fill_diagonal(shared, 0.0)
    alive = list(range(len(nodes)))
    while len(alive) > 1:
        one, other = divmod(int(np.argmax(shared)), len(shared))
        if shared[one, other] < SIGNIFICANT:
            break
        nodes[one] = Node(None, [nodes[one], nodes[other]])
        alive.remove(other)
        has[one], known[one] = _common(has, known, one, other)
        shared[other, :] = shared[:, other] = 0.0
        row = (has[one] * weights) @ has.T
        dead = np.ones(len(shared), dtype=bool)
        dead[alive] = False
        row[dead] = row[one] = 0.0
        shared[one, :] = shared[:, one] = row
    return Node(None, [nodes[at] for at in alive])


def _innovations(
    table: Table, root: States, witnesses: Sequence[int]
) -> tuple[Flags, Flags, Matrix]:
    """Return for each witness which innovations it has, and of which it can tell; and their weights."""
    columns, states, weights = [], [], []
    rows = table.states[list(witnesses)]
    for at in range(table.width):
        for state in np.unique(rows[:, at]):
            if state not in (UNKNOWN, root[at]):
                columns.append(at)
                states.append(state)
                weights.append(table.costs[at, root[at], state])
    has: Flags = rows[:, columns] == np.array(states, dtype=np.int64)
    known: Flags = rows[:, columns] != UNKNOWN
    return has, known, np.array(weights, dtype=float)


def _common(has: Flags, known: Flags, one: int, other: int) -> tuple[Flags, Flags]:
    both = has[one] & has[other]
    alone = (has[one] & ~known[other]) | (has[other] & ~known[one])
    return both | alone, known[one] | known[other]
