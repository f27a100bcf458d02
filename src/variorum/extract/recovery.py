"""The body of any capture: of page text, of markup, of an already recovered text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import ArticleKind, Capture, Paragraph, Stated
from .body.roles import LineLabel
from .body.text_body import Body, find_roles, recover_body
from .body.wrapping import Block, join_wrapped
from .claims import Claims
from .lines import Line, split_lines
from .page import folded_line
from .site.context import Context

_TITLE_WORDS = 4
# A fast reading calls a page an article by the words of its body alone: 98 of 100 labelled articles
# have more than 60; where the metadata says that it is one, half of that will do.
_ARTICLE, _SHORT_ARTICLE = 60, 30
_GLANCED = 0.5
# Summaries in metadata break off: so many letters of them tell.
_OPENING = 80
_TEASER = "the record gives only a summary or the beginning of the article"


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


def recover(capture: Capture, context: Context, *, fast: bool = False) -> Recovery:
    """Return the body of a capture by the way that suits what it is; `fast` spares structure."""
    stated = _claims_of(capture.stated)
    if capture.stated.teaser:
        return Recovery((), (), (), kind="none", reasons=(_TEASER,), stated=stated)
    if capture.stated.recovered:
        return _already_recovered(capture.text, stated)
    if capture.markup is not None:
        if fast:
            return _at_a_glance(capture, context, stated)
        return _from_markup(capture, capture.markup, context, stated)
    lines = split_lines(capture.text)
    body = recover_body(lines, capture.text, context.site(capture), context.agreement)
    return _recovered(join_wrapped(lines), body, stated)


def _claims_of(stated: Stated) -> Claims:
    supplier = (stated.supplier,) if stated.supplier else ()
    return Claims(
        stated.headline,
        stated.byline,
        stated.outlet,
        stated.published,
        stated.modified,
        stated.standfirst,
        tags=stated.tags,
        suppliers=(*stated.credit, *supplier),
    )


def _from_markup(capture: Capture, markup: str, context: Context, stated: Claims) -> Recovery:
    # Reading markup loads a parser: only where there is markup.
    from .markup.markup_body import recover_marked_body
    from .markup.page_claims import claims_of_page

    stated = claims_of_page(capture, stated)
    blocks = join_wrapped(split_lines(capture.text))
    marked = recover_marked_body(
        blocks,
        capture.text,
        markup,
        context.site(capture),
        context.agreement,
        says_article=stated.article,
    )
    body = marked.body
    if marked.opens_alike and _opens_with(body.paragraphs[0], stated.standfirst):
        stated = replace(stated, standfirst=None)
    shown = tuple(block.text for block in _labelled(blocks, body, "caption"))
    recovery = _recovered(
        blocks, body, replace(stated, captions=tuple(dict.fromkeys((*stated.captions, *shown))))
    )
    related = tuple(block.paragraph for block in _labelled(blocks, body, "related"))
    return replace(recovery, related=related)


def _at_a_glance(capture: Capture, context: Context, stated: Claims) -> Recovery:
    """Return the body of a page of markup by the look of its lines alone, and call it what that is."""
    from .markup.page_claims import claims_of_page

    stated = claims_of_page(capture, stated, fast=True)
    blocks = join_wrapped(split_lines(capture.text))
    roles: list[LineLabel] = []
    if blocks:
        roles, _ = find_roles(blocks, context.site(capture), context.agreement)
    body = tuple(number for number, role in enumerate(roles) if role == "body")
    words = sum(len(blocks[number].text.split()) for number in body)
    is_article = words >= (_SHORT_ARTICLE if stated.article else _ARTICLE)
    return Recovery(
        (),
        body if is_article else (),
        tuple(blocks[number].paragraph for number in body) if is_article else (),
        kind="article" if is_article else "none",
        confidence=_GLANCED,
        reasons=(f"{words} words look like the text of an article (read fast)",),
        stated=stated,
    )


def _opens_with(paragraph: Paragraph, standfirst: str | None) -> bool:
    """Whether what the metadata gives as a summary is the opening of a paragraph."""
    opening = folded_line((standfirst or "")[:_OPENING])
    return bool(opening) and folded_line(paragraph.text).startswith(opening[: _OPENING // 2])


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
