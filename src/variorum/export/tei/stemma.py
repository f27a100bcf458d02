"""The stemma in a TEI edition: nested eTrees, as the Guidelines show for textual transmission.

TEI P5 Guidelines, chapter "Graphs, Networks, and Trees", section "Representing Textual Transmission":
lost witnesses are of type hypothetical, and a pointer names what else a witness drew on.
"""

from collections.abc import Mapping

from ..family import Family
from .element import Element, add, certainty

Names = Mapping[str, str]


def add_stemma(back: Element, family: Family, names: Names) -> None:
    """Add a tree for each witness that derives from no other, its copies inside it."""
    part = add(back, "div", type="stemma")
    add(part, "head", "Stemma")
    waiting = [(part, root) for root in reversed(family.roots)]
    while waiting:
        parent, sigil = waiting.pop()
        tree = _add_tree(parent, sigil, family, names)
        waiting += [(tree, child) for child in reversed(family.children[sigil])]


def _add_tree(parent: Element, sigil: str, family: Family, names: Names) -> Element:
    edges = family.exemplars.get(sigil, ())
    first = edges[0] if edges and sigil not in family.roots else None
    tree = add(
        parent,
        "eTree",
        type="extant" if family.is_extant(sigil) else "hypothetical",
        corresp=f"#{names[sigil]}",
        n=sigil,
        cert=certainty(first.confidence) if first else None,
    )
    add(tree, "label", sigil)
    for edge in edges[1:] if first else edges:
        add(
            tree,
            "ptr",
            type="contamination",
            target=f"#{names[edge.origin]}",
            cert=certainty(edge.confidence),
        )
    return tree
