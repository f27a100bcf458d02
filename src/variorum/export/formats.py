"""The formats in which one account is written, and those that hold whatever was found, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..model import Account, Article, ArticleId, Comparison
from .atom import render_atom
from .collatex import render_collatex
from .dot import render_dot
from .graphml import render_graphml
from .jsonld import render_jsonld
from .newick import render_newick
from .ninjs import render_ninjs
from .tei import render_tei

Articles = Mapping[ArticleId, Article]


@dataclass(frozen=True, slots=True)
class Format:
    """How one account is written, how its file's name ends, whether one file may hold several.

    Graphs of Graphviz, trees of Newick and lines of JSON may follow each other; XML has one root.
    """

    render: Callable[[Account, Articles], str]
    suffix: str
    may_follow: bool


FORMATS: Mapping[str, Format] = {
    "tei": Format(render_tei, ".tei.xml", may_follow=False),
    "dot": Format(render_dot, ".dot", may_follow=True),
    "graphml": Format(render_graphml, ".graphml", may_follow=False),
    "newick": Format(lambda account, _: render_newick(account), ".nwk", may_follow=True),
    "collatex": Format(render_collatex, ".collatex.json", may_follow=True),
}


@dataclass(frozen=True, slots=True)
class WholeFormat:
    """How all that was found is written: texts, each by the beginning of its file's name.

    `suffix` is how that name ends; lines of JSON may follow each other in one file.
    """

    render: Callable[[Comparison], Mapping[str, str]]
    suffix: str
    may_follow: bool


def _page(comparison: Comparison) -> Mapping[str, str]:
    # Loaded late: templates are nothing that the other formats need.
    from .html import render_html

    return {"report": render_html(comparison)}


WHOLE_FORMATS: Mapping[str, WholeFormat] = {
    "html": WholeFormat(_page, ".html", may_follow=False),
    "ninjs": WholeFormat(render_ninjs, ".ninjs.json", may_follow=True),
    "jsonld": WholeFormat(
        lambda found: {"stories": render_jsonld(found)}, ".jsonld", may_follow=False
    ),
    "atom": WholeFormat(lambda found: {"stories": render_atom(found)}, ".atom", may_follow=False),
}
