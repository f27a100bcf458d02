"""DOT, GraphML and Newick: what is written can be read again and says what the stemma says."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.many_witnesses import Articles, contaminated, many_witnesses, single_witness
from tests.export.sample import sample_comparison, wire_account
from variorum.export.dot import render_dot
from variorum.export.graphml import render_graphml
from variorum.export.newick import render_newick
from variorum.model import Account, AccountId, Stemma, StemmaEdge, StemmaNode

SAMPLE = {each.id: each for each in sample_comparison().articles}
CASES: dict[str, tuple[Account, Articles]] = {
    "wire": (wire_account(), SAMPLE),
    "sixty": many_witnesses(60),
    "single": single_witness(),
    "contaminated": contaminated(),
}
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
TREE_PART = re.compile(r"'(?:[^']|'')*'|\[[^]]*\]|:[0-9.]+|[(),;]")
DOT_PART = re.compile(r'\s*("(?:[^"\\]|\\.)*"|->|[\w.]+|[{}\[\]=,;])', re.S)
LABELS = st.text(st.characters(codec=None), min_size=1, max_size=12).filter(str.strip)
Edges = set[tuple[str, str]]


def first_edges(account: Account) -> Edges:
    """Return the edges of a stemma in which nobody is contaminated."""
    return {(edge.origin, edge.target) for edge in account.stemma.edges}


def read_newick(written: str) -> tuple[list[str], Edges, dict[str, float]]:
    """Return the labels, edges and branch lengths of one tree; fail on whatever is none."""
    parts = TREE_PART.findall(written)
    assert "".join(parts) == written.strip()
    assert parts.pop() == ";"
    labels: list[str] = []
    edges: Edges = set()
    lengths: dict[str, float] = {}
    open_lists: list[list[str]] = [[]]
    below: list[str] = []
    for part in parts:
        if part == "(":
            open_lists.append([])
        elif part == ")":
            below = open_lists.pop()
        elif part.startswith("'"):
            label = part[1:-1].replace("''", "'")
            labels.append(label)
            open_lists[-1].append(label)
            edges |= {(label, each) for each in below}
            below = []
        elif part.startswith(":"):
            lengths[labels[-1]] = float(part[1:])
    return labels, edges, lengths


def read_dot(
    written: str,
) -> tuple[dict[str, dict[str, str]], dict[tuple[str, str], dict[str, str]]]:
    """Return nodes and edges with their attributes; fail on what Graphviz could not read."""
    parts = DOT_PART.findall(written)
    assert "".join(parts) == re.sub(r"\s+(?=(?:[^\"\\]|\\.|\"(?:[^\"\\]|\\.)*\")*$)", "", written)
    assert parts[0] == "digraph" and parts[2] == "{" and parts[-1] == "}"
    nodes, edges = {}, {}
    statement: list[str] = []
    for part in parts[3:-1]:
        if part != ";":
            statement.append(part)
            continue
        at = statement.index("[")
        inside = statement[at + 1 : -1]
        given = {
            name: unquoted(value) for name, value in zip(inside[::4], inside[2::4], strict=True)
        }
        if at == 3:
            edges[unquoted(statement[0]), unquoted(statement[2])] = given
        elif statement[0] not in ("graph", "node"):
            nodes[unquoted(statement[0])] = given
        statement = []
    return nodes, edges


def unquoted(text: str) -> str:
    if not text.startswith('"'):
        return text
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text[1:-1])


def cast(kind: str, text: str) -> str:
    """Return a value as its type prints it; fail where it is not of that type."""
    if kind == "double":
        return str(float(text))
    assert kind == "string" or (kind == "boolean" and text in ("true", "false"))
    return text


def read_graphml(
    written: str,
) -> tuple[dict[str, dict[str, str]], dict[tuple[str, str], dict[str, str]]]:
    """Return nodes and edges with their attributes, by sigil; every attribute must be declared."""
    root = Xml.fromstring(written.encode())
    keys = root.iter(f"{GRAPHML}key")
    declared = {(each.get("for"), each.get("id")): each.get("attr.type", "") for each in keys}

    def values(element: Xml.Element, bearer: str) -> dict[str, str]:
        return {
            (name := each.get("key", "")): cast(declared[bearer, name], each.text or "")
            for each in element
        }

    nodes = {each.get("id"): values(each, "node") for each in root.iter(f"{GRAPHML}node")}
    edges = {
        (nodes[each.get("source")]["sigil"], nodes[each.get("target")]["sigil"]): values(
            each, "edge"
        )
        for each in root.iter(f"{GRAPHML}edge")
    }
    return {each["sigil"]: each for each in nodes.values()}, edges


@pytest.mark.parametrize("name", ["wire", "sixty", "single"])
def test_newick_is_the_tree(name: str) -> None:
    account, _ = CASES[name]
    labels, edges, lengths = read_newick(render_newick(account))
    assert sorted(labels) == sorted(
        {node.sigil for node in account.stemma.nodes} | {each.sigil for each in account.witnesses}
    )
    assert edges == first_edges(account)
    for edge in account.stemma.edges:
        assert lengths[edge.target] == pytest.approx(1 - (edge.shared or 0), abs=0.001)


def test_newick_names_further_exemplars_in_a_comment() -> None:
    written = render_newick(CASES["contaminated"][0])
    assert "'C\"\\'[also from A']:0.300" in written
    _, edges, _ = read_newick(written)
    assert edges == {("2", 'C"\\'), ("A'", "2")}


def test_trees_without_one_root_hang_together() -> None:
    nodes = tuple(StemmaNode(each, True) for each in "ABC")
    account = Account(AccountId("x"), (), stemma=Stemma(nodes, (StemmaEdge("A", "B", 0.5, ()),)))
    assert render_newick(account) == "(('B')'A','C');\n"


def test_a_circle_ends() -> None:
    nodes = tuple(StemmaNode(each, True) for each in "AB")
    edges = (StemmaEdge("A", "B", 0.5, ()), StemmaEdge("B", "A", 0.5, ()))
    account = Account(AccountId("x"), (), stemma=Stemma(nodes, edges))
    labels, tree, _ = read_newick(render_newick(account))
    assert sorted(labels) == ["A", "B"]
    assert len(tree) == 1


def test_a_chain_of_thousands_is_written() -> None:
    sigla = [f"W{number}" for number in range(3000)]
    account = Account(
        AccountId("x"),
        (),
        stemma=Stemma(
            tuple(StemmaNode(each, True) for each in sigla),
            tuple(StemmaEdge(one, other, 0.5, ()) for one, other in pairwise(sigla)),
        ),
    )
    assert len(read_newick(render_newick(account))[0]) == len(sigla)


@pytest.mark.parametrize("name", CASES)
def test_dot_has_every_node_and_edge(name: str) -> None:
    account, articles = CASES[name]
    nodes, edges = read_dot(render_dot(account, articles))
    sigla = {node.sigil for node in account.stemma.nodes} | {
        each.sigil for each in account.witnesses
    }
    others = {f"account {also.account}" for each in account.witnesses for also in each.also}
    assert nodes.keys() == sigla | others
    carried = {
        (f"account {also.account}", each.sigil) for each in account.witnesses for also in each.also
    }
    assert edges.keys() == first_edges(account) | carried
    for edge in account.stemma.edges:
        given = edges[edge.origin, edge.target]
        assert given["label"] == f"{edge.confidence:.2f}"
        assert given.get("weight") == (
            None if edge.shared is None else f"{round(100 * edge.shared)}"
        )
    for node in account.stemma.nodes:
        assert ("dashed" in nodes[node.sigil].get("style", "")) is not node.extant


def test_dot_links_only_to_pages_of_the_web() -> None:
    account, articles = many_witnesses(1)
    (key,) = articles
    nodes, _ = read_dot(render_dot(account, articles))
    assert nodes["A"]["URL"] == "https://outlet-0.example/lock?page=0&part=2"
    page = articles[key]
    capture = replace(page.capture, url="javascript:alert(1)")
    nodes, _ = read_dot(render_dot(account, {key: replace(page, capture=capture)}))
    assert "URL" not in nodes["A"]


@pytest.mark.parametrize("name", CASES)
def test_graphml_has_every_node_and_edge_with_types(name: str) -> None:
    account, articles = CASES[name]
    nodes, edges = read_graphml(render_graphml(account, articles))
    assert edges.keys() == first_edges(account)
    for witness in account.witnesses:
        given = nodes[witness.sigil]
        assert given["article"] == witness.article
        assert given["relation"] == witness.relation
        assert given.get("also", "").split() == [
            f"{a.account}:{a.shared:.3f}" for a in witness.also
        ]
    for edge in account.stemma.edges:
        given = edges[edge.origin, edge.target]
        assert float(given["confidence"]) == edge.confidence
        assert given.get("shared") == (None if edge.shared is None else str(edge.shared))
    assert {each: given["extant"] == "true" for each, given in nodes.items()} == {
        **{each.sigil: True for each in account.witnesses},
        **{node.sigil: node.extant for node in account.stemma.nodes},
    }


def test_graphml_tells_the_first_exemplar_of_a_contaminated_witness() -> None:
    _, edges = read_graphml(render_graphml(*CASES["contaminated"]))
    assert {ends: given["first"] for ends, given in edges.items() if ends[1] == 'C"\\'} == {
        ("2", 'C"\\'): "true",
        ("A'", 'C"\\'): "false",
    }


@given(LABELS, LABELS, LABELS)
def test_any_sigla_and_reasons_are_escaped(one: str, other: str, reason: str) -> None:
    other = f"{other}x"
    nodes = (StemmaNode(one, False), StemmaNode(other, False))
    edge = StemmaEdge(one, other, 0.5, (reason,), 0.5)
    account = Account(AccountId("x"), (), stemma=Stemma(nodes, (edge,)), headline=reason)
    if " ".join(one.split()) == " ".join(other.split()):
        return
    assert len(read_newick(render_newick(account))[0]) == 2
    assert len(read_dot(render_dot(account, {}))[1]) == 1
    drawn, edges = read_graphml(render_graphml(account, {}))
    assert len(drawn) == 2
    assert len(edges) == 1
