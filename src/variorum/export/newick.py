"""Newick: the stemma as a tree on one line, as tools of phylogeny read it."""

from ..model import Account, StemmaEdge
from .family import Family, read_family
from .writable import one_line


def render_newick(account: Account) -> str:
    """Return the stemma in Newick format, quoted labels, extant inner nodes labelled like leaves.

    A branch is as long as the share of its exemplar's text that a witness did not take, where
    that is known. Newick holds trees alone: of a contaminated witness the first exemplar is its
    parent, and the others stand in a comment behind its label. Without one root for all, the
    trees hang on a node without a label.
    """
    family = read_family(account)
    trees = [_subtree(root, family) for root in family.roots]
    return f"{trees[0] if len(trees) == 1 else '(' + ','.join(trees) + ')'};\n"


def _subtree(sigil: str, family: Family) -> str:
    """Return the tree below a node; a loop instead of recursion, since a chain of copies may be long."""
    told: dict[str, str] = {}
    waiting = [sigil]
    while waiting:
        at = waiting[-1]
        untold = [child for child in family.children[at] if child not in told]
        if untold:
            waiting += untold
            continue
        below = ",".join(told.pop(child) for child in family.children[at])
        told[waiting.pop()] = f"({below})" * bool(below) + _node(at, family)
    return told[sigil]


def _node(sigil: str, family: Family) -> str:
    edges = family.exemplars.get(sigil, ())
    text = _quote(sigil)
    if sigil in family.roots:
        return text
    first, *others = edges
    if others:
        text += f"[also from {', '.join(map(_contaminator, others))}]"
    return text if first.shared is None else f"{text}:{1 - first.shared:.3f}"


def _contaminator(edge: StemmaEdge) -> str:
    # A comment ends at the first bracket; there is no escape for it.
    return one_line(edge.origin).replace("[", "(").replace("]", ")")


def _quote(label: str) -> str:
    doubled = one_line(label).replace("'", "''")
    return f"'{doubled}'"
