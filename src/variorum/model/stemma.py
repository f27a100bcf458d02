"""A stemma: the family tree of an account, extant and lost witnesses, who derives from whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StemmaNode:
    """A witness in the tree; a lost one (α, β, …) is not extant.

    `state` names the state of its supplier's text that a node is, where the readings show several:
    "first version", "update 1", …
    """

    sigil: str
    extant: bool
    state: str | None = None


@dataclass(frozen=True, slots=True)
class StemmaEdge:
    """`target` derives from `origin`, with the share of its text that it took and why we say so."""

    origin: str
    target: str
    confidence: float
    reasons: tuple[str, ...]
    shared: float | None = None


@dataclass(frozen=True, slots=True)
class Stemma:
    """Nodes and edges; a contaminated witness has more than one incoming edge. Empty for one witness."""

    nodes: tuple[StemmaNode, ...] = ()
    edges: tuple[StemmaEdge, ...] = ()

    @property
    def root(self) -> str | None:
        """The node from which all others descend, if there is one."""
        derived = {edge.target for edge in self.edges}
        roots = [node.sigil for node in self.nodes if node.sigil not in derived]
        return roots[0] if len(roots) == 1 else None


@dataclass(frozen=True, slots=True)
class ArchetypeParagraph:
    """A paragraph of the reconstructed text and the sigla of the witnesses that carry it."""

    text: str
    witnesses: tuple[str, ...]
