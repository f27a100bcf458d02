"""The body of any capture: of page text, of markup, of an already recovered text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import ArticleKind, Capture, Paragraph
from .body.roles import LineLabel
from .body.text_body import Body, recover_body
from .body.wrapping import Block, join_wrapped
from .claims import Claims
from .lines import Line, split_lines
from .page import folded_line
from .site.context import Context

_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Recovery:
    """The lines of a capture, its paragraphs, which lines carry them, and what is stated beside."""

    lines: tuple[Line, ...]
    body: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    subheadings: tuple[Paragraph, ...] = ()
    kind: ArticleKind = "article"
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    stated: Claims = Claims()
    related: tuple[Paragraph, ...] = ()


def recover(capture: Capture, context: Context) -> Recovery:
    """Return the body of a capture by the way that suits what it is."""
    stated = Claims(
        capture.stated.headline,
        capture.stated.byline,
        capture.stated.outlet,
        capture.stated.published,
        capture.stated.modified,
    )
    if capture.stated.recovered:
        return _already_recovered(capture.text, stated)
    if capture.markup is not None:
        return _from_markup(capture, capture.markup, context, stated)
    lines = split_lines(capture.text)
    body = recover_body(lines, capture.text, context.site(capture), context.agreement)
    return _recovered(join_wrapped(lines), body, stated)


def _from_markup(capture: Capture, markup: str, context: Context, stated: Claims) -> Recovery:
    # Reading markup loads a parser: only where there is markup.
    from .markup.markup_body import recover_marked_body
    from .markup.page_claims import claims_of_page

    stated = claims_of_page(capture, stated)
    blocks = join_wrapped(split_lines(capture.text))
    body = recover_marked_body(
        blocks,
        capture.text,
        markup,
        context.site(capture),
        context.agreement,
        says_article=stated.article,
    )
    shown = tuple(block.text for block in _labelled(blocks, body, "caption"))
    recovery = _recovered(
        blocks, body, replace(stated, captions=tuple(dict.fromkeys((*stated.captions, *shown))))
    )
    related = tuple(block.paragraph for block in _labelled(blocks, body, "related"))
    return replace(recovery, related=related)


def _labelled(blocks: Sequence[Block], body: Body, label: LineLabel) -> list[Block]:
    return [block for block in blocks if body.labels[block.first] == label]


def _recovered(blocks: Sequence[Block], body: Body, stated: Claims) -> Recovery:
    whole = tuple(
        Line(number, block.text, block.begin, block.end, block.blank_before, block.indent)
        for number, block in enumerate(blocks)
    )
    return Recovery(
        whole,
        tuple(number for number, block in enumerate(blocks) if body.labels[block.first] == "body"),
        body.paragraphs,
        body.subheadings,
        body.kind,
        body.confidence,
        body.reasons,
        stated,
    )


def _already_recovered(text: str, stated: Claims) -> Recovery:
    lines = split_lines(text)
    # Some programs put the title before the text.
    title = folded_line(stated.headline) if stated.headline else ""
    repeats = (
        bool(lines) and len(title.split()) >= _TITLE_WORDS and folded_line(lines[0].text) == title
    )
    kept = lines[1:] if repeats else lines
    paragraphs = tuple(Paragraph(line.text, line.begin, line.end) for line in kept)
    return Recovery(
        lines,
        tuple(line.number for line in kept),
        paragraphs,
        kind="article" if paragraphs else "none",
        reasons=("the record holds an article that another program recovered",),
        stated=stated,
    )
