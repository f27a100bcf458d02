"""The body of any capture: of page text, of markup, of an already recovered text."""

from dataclasses import dataclass

from ..model import ArticleKind, Capture, Paragraph
from .body.set_apart import SetApart
from .body.text_body import recover_body
from .body.wrapping import join_wrapped
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
        # Reading markup loads a parser: only where there is markup.
        from .markup.markup_body import claims_of_page, find_set_apart

        stated = claims_of_page(capture, stated)
        apart = find_set_apart(capture.markup, capture.text)
        return _from_text(capture, context, stated, apart)
    return _from_text(capture, context, stated)


def _from_text(
    capture: Capture, context: Context, stated: Claims, apart: SetApart | None = None
) -> Recovery:
    lines = split_lines(capture.text)
    site, agreement = context.site(capture), context.agreement
    body = recover_body(lines, capture.text, site, agreement, apart, says_article=stated.article)
    blocks = join_wrapped(lines)
    whole = tuple(
        Line(number, block.text, block.begin, block.end, block.blank_before, block.indent)
        for number, block in enumerate(blocks)
    )
    carrying = tuple(
        number for number, block in enumerate(blocks) if body.labels[block.first] == "body"
    )
    return Recovery(
        whole,
        carrying,
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
