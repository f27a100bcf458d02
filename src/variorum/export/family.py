"""A stemma as the formats of trees and graphs need it: every witness in it, one exemplar first.

A stemma is a network where a witness is contaminated. A format that can only hold a tree takes the
first exemplar of each witness and names the others beside.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Account, StemmaEdge, StemmaNode


@dataclass(frozen=True, slots=True)
class Family:
    """The nodes of an account in order, for each derived one the edges to it, the first exemplar first.

    `roots` and `children` are the tree of first exemplars alone.
    """

    nodes: tuple[StemmaNode, ...]
    exemplars: Mapping[str, tuple[StemmaEdge, ...]]
    roots: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]

    def is_extant(self, sigil: str) -> bool:
        """Tell whether a node is a page that was read, not a lost version."""
        return any(node.extant for node in self.nodes if node.sigil == sigil)


def read_family(account: Account) -> Family:
    """Return the family of an account; witnesses that its stemma does not know stand alone."""
    known = {node.sigil for node in account.stemma.nodes}
    ends = {end for edge in account.stemma.edges for end in (edge.origin, edge.target)}
    witnesses = {witness.sigil for witness in account.witnesses}
    missing = sorted((witnesses | ends) - known, key=lambda sigil: (len(sigil), sigil))
    nodes = (
        *account.stemma.nodes,
        *(StemmaNode(sigil, sigil in witnesses) for sigil in missing),
    )
    exemplars = _exemplars(account)
    order = [node.sigil for node in nodes]
    parents = _first_exemplars(order, exemplars)
    children: dict[str, list[str]] = {sigil: [] for sigil in order}
    for sigil in order:
        if sigil in parents:
            children[parents[sigil]].append(sigil)
    return Family(
        nodes,
        exemplars,
        tuple(sigil for sigil in order if sigil not in parents),
        {sigil: tuple(each) for sigil, each in children.items()},
    )


def _exemplars(account: Account) -> dict[str, tuple[StemmaEdge, ...]]:
    """Return the edges to each node: what the witness says it was copied from, then by share."""
    said = {witness.sigil: witness.copied_from for witness in account.witnesses}
    edges: dict[str, list[StemmaEdge]] = {}
    for edge in account.stemma.edges:
        edges.setdefault(edge.target, []).append(edge)
    return {
        target: tuple(
            sorted(
                each,
                key=lambda edge: (
                    edge.origin != said.get(target),
                    -(edge.shared or 0.0),
                    -edge.confidence,
                    edge.origin,
                ),
            )
        )
        for target, each in edges.items()
    }


def _first_exemplars(
    order: list[str], exemplars: Mapping[str, tuple[StemmaEdge, ...]]
) -> dict[str, str]:
    """Return the first exemplar of each node that closes no circle."""
    parents: dict[str, str] = {}
    for sigil in order:
        for edge in exemplars.get(sigil, ()):
            if not _descends(edge.origin, sigil, parents):
                parents[sigil] = edge.origin
                break
    return parents


def _descends(sigil: str, ancestor: str, parents: Mapping[str, str]) -> bool:
    at: str | None = sigil
    while at is not None:
        if at == ancestor:
            return True
        at = parents.get(at)
    return False
