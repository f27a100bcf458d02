"""The formats in which one account is written, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..model import Account, Article, ArticleId
from .collatex import render_collatex
from .dot import render_dot
from .graphml import render_graphml
from .newick import render_newick
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
