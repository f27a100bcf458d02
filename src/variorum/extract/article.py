"""The article of a capture, put together from its body and its fields."""

from collections.abc import Sequence

from ..model import Article, Capture, Paragraph, content_id
from ..model.ids import ArticleId
from ..text import detect_language
from .fields.fields import Fields, read_fields
from .markup.quick_fields import quick_fields
from .page import folded_line
from .recovery import Recovery, recover
from .site.context import Context, build_context, host_of


def extract_article(
    capture: Capture, context: Context | None = None, *, fast: bool = False
) -> Article:
    """Return what one capture publishes; `context` is what other captures tell about its page.

    `fast` is for bulk: of a page of markup only the look of the lines and the metadata are read.
    """
    recovery = recover(capture, context or Context(), fast=fast)
    if fast and capture.markup is not None and not capture.stated.recovered:
        return _assemble(capture, recovery, quick_fields(recovery, capture))
    fields = read_fields(recovery, capture)
    return _assemble(capture, recovery, fields)


def extract_articles(captures: Sequence[Capture], *, fast: bool = False) -> tuple[Article, ...]:
    """Return the articles of captures in their order, each page read in the light of the others.

    `fast` reads each page by itself, and of markup only what `extract_article` says.
    """
    context = Context() if fast else build_context(captures)
    return tuple(extract_article(capture, context, fast=fast) for capture in captures)


def _assemble(capture: Capture, recovery: Recovery, fields: Fields) -> Article:
    none = recovery.kind == "none"
    taken = fields.taken
    paragraphs = (
        () if none else tuple(each for each in recovery.paragraphs if each.begin not in taken)
    )
    return Article(
        id=ArticleId(content_id("article", capture.id)),
        capture=capture,
        kind=recovery.kind if paragraphs else "none",
        paragraphs=paragraphs,
        outlet=fields.outlet,
        host=host_of(capture.url)
        or host_of(capture.stated.outlet)
        or host_of(recovery.stated.canonical),
        language=capture.stated.language
        or detect_language(" ".join(each.text for each in paragraphs[:3]) or fields.headline or ""),
        headline=fields.headline,
        standfirst=fields.standfirst,
        byline=fields.byline,
        credit=fields.credit,
        contributed=fields.contributed,
        dateline=fields.dateline,
        published=fields.published,
        modified=fields.modified,
        captions=fields.captions,
        subheadings=() if none else _subheadings(recovery, fields),
        tags=fields.tags,
        sections=fields.sections,
        image_credits=fields.image_credits,
        canonical=recovery.stated.canonical,
        evidence=tuple(each for each in fields.evidence if getattr(fields, each.field)),
        confidence=recovery.confidence,
        reasons=recovery.reasons,
        related=() if none else recovery.related,
    )


def _subheadings(recovery: Recovery, fields: Fields) -> tuple[Paragraph, ...]:
    # Markup marks the headline as a heading like the others.
    title = folded_line(fields.headline or "")
    return tuple(
        each
        for each in recovery.subheadings
        if each.begin not in fields.taken and folded_line(each.text) != title
    )
