"""DOT: the stemma as Graphviz draws it, lost witnesses dashed, lines as wide as the share taken."""

from collections.abc import Iterable, Mapping

from ..model import Account, Article, ArticleId, StemmaEdge, StemmaNode, Witness
from .family import read_family
from .writable import one_line, web_address, writable

# A line is between one and four points wide; Graphviz wants whole numbers for the weight of an edge.
_THINNEST, _WIDENING = 1.0, 3.0
_FULL_WEIGHT = 100


def render_dot(account: Account, articles: Mapping[ArticleId, Article]) -> str:
    """Return the stemma as a directed graph in Graphviz's language.

    The passages that a witness carries of other accounts are dotted lines from a node for each.
    """
    family = read_family(account)
    witnesses = {witness.sigil: witness for witness in account.witnesses}
    lines = [f"digraph {_quote(account.id)} {{"]
    lines.append(f"  graph [rankdir=LR, label={_quote(one_line(account.headline or ''))}];")
    lines.append("  node [shape=box, style=rounded];")
    lines += [_node(node, witnesses.get(node.sigil), articles) for node in family.nodes]
    lines += [
        _edge(edge, number)
        for edges in family.exemplars.values()
        for number, edge in enumerate(edges)
    ]
    lines += _others(account)
    return "\n".join([*lines, "}"]) + "\n"


def _node(node: StemmaNode, witness: Witness | None, articles: Mapping[ArticleId, Article]) -> str:
    if witness is None:
        style = [] if node.extant else ['style="rounded,dashed"', 'color="gray40"']
        return _statement(_quote(node.sigil), [f"label={_quote(node.sigil)}", *style])
    article = articles[witness.article]
    told = [node.sigil, article.outlet or article.host or "an unnamed outlet"]
    if article.published:
        told.append(article.published.value)
    if witness.relation != "undecided":
        told.append(witness.relation)
    attributes = [f"label={_quote(chr(10).join(map(one_line, told)))}"]
    if article.headline:
        attributes.append(f"tooltip={_quote(one_line(article.headline))}")
    link = web_address(article.capture.url)
    if link:
        attributes.append(f"URL={_quote(link)}")
    return _statement(_quote(node.sigil), attributes)


def _edge(edge: StemmaEdge, number: int) -> str:
    """Return an edge; those to the exemplars of a contaminated witness but the first are dashed."""
    attributes = [f'label="{edge.confidence:.2f}"']
    if edge.shared is not None:
        attributes.append(f"weight={round(edge.shared * _FULL_WEIGHT)}")
        attributes.append(f"penwidth={_THINNEST + _WIDENING * edge.shared:.2f}")
    if number:
        attributes.append("style=dashed")
    if edge.reasons:
        attributes.append(f"tooltip={_quote('; '.join(map(one_line, edge.reasons)))}")
    return _statement(f"{_quote(edge.origin)} -> {_quote(edge.target)}", attributes)


def _others(account: Account) -> list[str]:
    """Return a node for every other account of which a witness carries passages, and the lines from it."""
    carried = [(each, witness.sigil) for witness in account.witnesses for each in witness.also]
    nodes = {each.account: _quote(f"account {each.account}") for each, _ in carried}
    return [
        *(_statement(node, ["shape=note", "style=dotted"]) for node in nodes.values()),
        *(
            _statement(
                f"{nodes[each.account]} -> {_quote(sigil)}",
                [
                    "style=dotted",
                    f"weight={round(each.shared * _FULL_WEIGHT)}",
                    f'tooltip="{each.shared:.2f} of its narrated words"',
                ],
            )
            for each, sigil in carried
        ),
    ]


def _statement(subject: str, attributes: Iterable[str]) -> str:
    return f"  {subject} [{', '.join(attributes)}];"


def _quote(text: str) -> str:
    r"""Return a quoted string, in which Graphviz reads `\n` as a new line and `\\` as a backslash."""
    escaped = writable(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
