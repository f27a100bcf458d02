"""The stemma in the terminal: an indented tree, pages that cannot be told apart on one line."""

from collections.abc import Iterator, Mapping

from rich.padding import Padding
from rich.text import Text

from ..model import Account, Article, ArticleId, Witness
from ..text import printable
from .stemma_marks import Mark, stemma_marks
from .wording import (
    count,
    join_names,
    likelihood,
    origin_name,
    outlet_name,
    relation_phrase,
)

_NAMED = 3


def tree_lines(account: Account, articles: Mapping[ArticleId, Article]) -> Iterator[Padding]:
    """Yield the stemma line by line; marks whose exemplar is unknown stand at the margin."""
    marks = stemma_marks(account, articles)
    known = {mark.sigil for mark in marks}
    children: dict[str | None, list[Mark]] = {}
    for mark in marks:
        origin = next((edge.origin for edge in mark.edges if edge.origin in known), None)
        children.setdefault(origin, []).append(mark)
    stack = [(mark, 0) for mark in reversed(children.get(None, []))]
    while stack:
        mark, depth = stack.pop()
        line = _lost_line(mark, account, depth) if mark.lost else _line(mark, articles)
        yield Padding(line, (0, 0, 0, 2 + 2 * depth), expand=False)
        stack += [(each, depth + 1) for each in reversed(children.get(mark.sigil, []))]


def _lost_line(mark: Mark, account: Account, depth: int) -> Text:
    name = origin_name(account) if depth == 0 else None
    told = "the lost original" if depth == 0 else "a lost version"
    told = f"{mark.sigil}  {told}" + (f" ({name})" if name else "") + _branch(mark, "behind")
    return Text(printable(told), style="italic dim")


def _line(mark: Mark, articles: Mapping[ArticleId, Article]) -> Text:
    if len(mark.witnesses) > 1:
        return _folded_line(mark, articles)
    witness = mark.witnesses[0]
    line = _witness_line(witness, articles[witness.article])
    return line.append(_branch(mark, "and", " copied from it"))


def _folded_line(mark: Mark, articles: Mapping[ArticleId, Article]) -> Text:
    pages = [articles[each.article] for each in mark.witnesses]
    names = list(dict.fromkeys(outlet_name(page) for page in pages))
    shown = names[:_NAMED] if len(names) > _NAMED + 1 else names
    rest = len(names) - len(shown)
    listed = join_names([*shown, *([count(rest, "other")] if rest else [])])
    line = Text()
    line.append(f"{len(pages)}×  ", style="bold")
    line.append(printable(listed), style="cyan")
    told = [mark.alike or relation_phrase(mark.witnesses[0], several=True)]
    told.append(likelihood(min(each.confidence for each in mark.witnesses)))
    return line.append(": " + ", ".join(told) + _branch(mark, "and", " copied from them"))


def _branch(mark: Mark, word: str, tail: str = "") -> str:
    return f", {word} {count(len(mark.branch), 'page')}{tail}" if mark.branch else ""


def _witness_line(witness: Witness, article: Article) -> Text:
    line = Text()
    line.append(f"{witness.sigil}  ", style="bold")
    line.append(printable(outlet_name(article)), style="cyan")
    told = [relation_phrase(witness)]
    if witness.relation == "excerpt":
        told.append(f"{witness.dropped:.0%} left out")
    elif witness.relation not in {"original", "verbatim", "undecided"}:
        told.append(f"{witness.shared:.0%} shared")
    told += [f"also {each.shared:.0%} of another text" for each in witness.also]
    if witness.relation not in {"original", "undecided"}:
        told.append(likelihood(witness.confidence))
    if article.published:
        told.append(article.published.value.replace("T", " "))
    line.append(": " + ", ".join(told))
    if article.outlet is None and article.host is None:
        line.append(printable(f" [{article.capture.location}]"), style="dim")
    return line
