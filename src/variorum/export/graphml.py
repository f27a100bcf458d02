"""GraphML: the stemma as a graph with typed attributes, as Gephi, yEd and networkx read it."""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as Xml

from ..model import Account, Article, ArticleId, StemmaEdge, StemmaNode, Witness
from .family import read_family
from .writable import one_line, xml_names

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
Value = str | bool | float | None
# Each attribute with the element that bears it and its type in GraphML's words.
_KEYS = {
    "sigil": ("node", "string"),
    "extant": ("node", "boolean"),
    "article": ("node", "string"),
    "outlet": ("node", "string"),
    "headline": ("node", "string"),
    "published": ("node", "string"),
    "url": ("node", "string"),
    "relation": ("node", "string"),
    "own": ("node", "double"),
    "dropped": ("node", "double"),
    "also": ("node", "string"),
    "confidence": ("edge", "double"),
    "shared": ("edge", "double"),
    "weight": ("edge", "double"),
    "first": ("edge", "boolean"),
    "reasons": ("edge", "string"),
}


def render_graphml(account: Account, articles: Mapping[ArticleId, Article]) -> str:
    """Return the stemma in GraphML: a node a witness, an edge from exemplar to copy.

    `weight` is the share taken, 1 where it is not known; `first` is false for the further
    exemplars of a contaminated witness.
    """
    family = read_family(account)
    names = xml_names(tuple(node.sigil for node in family.nodes))
    witnesses = {witness.sigil: witness for witness in account.witnesses}
    root = Xml.Element("graphml", {"xmlns": _NAMESPACE})
    for name, (bearer, kind) in _KEYS.items():
        declared = {"id": name, "for": bearer, "attr.name": name, "attr.type": kind}
        Xml.SubElement(root, "key", declared)
    # An id of XML begins with a letter; that of an account may begin with a digit.
    graph = Xml.SubElement(root, "graph", {"id": f"a{account.id}", "edgedefault": "directed"})
    for node in family.nodes:
        element = Xml.SubElement(graph, "node", {"id": names[node.sigil]})
        _add(element, _node_values(node, witnesses.get(node.sigil), articles))
    for edges in family.exemplars.values():
        for number, edge in enumerate(edges):
            ends = {"source": names[edge.origin], "target": names[edge.target]}
            _add(Xml.SubElement(graph, "edge", ends), _edge_values(edge, is_first=number == 0))
    Xml.indent(root)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"
    )


def _node_values(
    node: StemmaNode, witness: Witness | None, articles: Mapping[ArticleId, Article]
) -> Iterable[tuple[str, Value]]:
    yield "sigil", node.sigil
    yield "extant", node.extant
    if witness is None:
        return
    article = articles[witness.article]
    yield "article", article.id
    yield "outlet", article.outlet
    yield "headline", article.headline
    yield "published", article.published.value if article.published else None
    yield "url", article.capture.url
    yield "relation", witness.relation
    yield "own", witness.own
    yield "dropped", witness.dropped
    yield "also", " ".join(f"{each.account}:{each.shared:.3f}" for each in witness.also) or None


def _edge_values(edge: StemmaEdge, *, is_first: bool) -> Iterable[tuple[str, Value]]:
    yield "confidence", edge.confidence
    yield "shared", edge.shared
    yield "weight", 1.0 if edge.shared is None else edge.shared
    yield "first", is_first
    yield "reasons", "; ".join(edge.reasons) or None


def _add(element: Xml.Element, values: Iterable[tuple[str, Value]]) -> None:
    for key, value in values:
        if value is None:
            continue
        written = str(value).lower() if isinstance(value, bool) else str(value)
        if isinstance(value, float):
            written = str(round(value, 3))
        Xml.SubElement(element, "data", {"key": key}).text = one_line(written)
