"""The last answer: each page, the recovered article beside the capture as it came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import AccountId, Article, Span
from ..wording import RELATION_PHRASES, likelihood
from .capture_pieces import CaptureBlock, cut_capture
from .palette import Sign
from .phrases import moment_worded, outlet_heading, rounded
from .register import Register, page_reference
from .safe_text import web_link

_KINDS = {"article": None, "aggregate": "a page of many articles", "none": "no article found"}
_OPENING_WORDS = 9


@dataclass(frozen=True, slots=True)
class FieldView:
    """A recovered field: its name, what it says, and the anchor of the span that proves it."""

    name: str
    values: tuple[str, ...]
    anchor: str | None


@dataclass(frozen=True, slots=True)
class ParagraphLink:
    """A recovered paragraph and the anchor of its place in the capture."""

    text: str
    anchor: str
    subheading: bool = False


@dataclass(frozen=True, slots=True)
class PageView:
    """One page of the report's last part."""

    anchor: str
    sign: Sign | None
    sigil: str | None
    name: str
    reference: str
    headline: str | None
    kind: str | None
    relation: str | None
    url: str | None
    link: str | None
    taken_at: str | None
    fields: tuple[FieldView, ...]
    paragraphs: tuple[ParagraphLink, ...]
    whole: bool
    blocks: tuple[CaptureBlock, ...]
    chrome_share: str
    sure: str
    reasons: tuple[str, ...]


def view_page(
    article: Article,
    tints: Mapping[AccountId, Sequence[Span]],
    register: Register,
    *,
    whole: bool,
) -> PageView:
    """Return the view of a page; unless `whole`, its paragraphs are named by their opening words."""
    anchor = register.anchors[article.id]
    account = register.account_of.get(article.id)
    witness = next(
        (
            each
            for every in register.accounts
            if every.id == account
            for each in every.witnesses
            if each.article == article.id
        ),
        None,
    )
    several = witness is not None and witness.relation != "original"
    return PageView(
        anchor=anchor,
        sign=register.signs.get(account) if account else None,
        sigil=witness.sigil if witness else None,
        name=outlet_heading(article),
        reference=page_reference(article),
        headline=article.headline,
        kind=_KINDS[article.kind],
        relation=RELATION_PHRASES[witness.relation] if witness and several else None,
        url=article.capture.url,
        link=web_link(article.capture.url),
        taken_at=article.capture.taken_at,
        fields=_fields(article, anchor),
        paragraphs=_paragraphs(article, anchor, whole=whole),
        whole=whole,
        blocks=cut_capture(article, tints, register, anchor),
        chrome_share=_chrome_share(article),
        sure=f"{likelihood(article.confidence)} (confidence {rounded(article.confidence)})",
        reasons=article.reasons,
    )


def _fields(article: Article, anchor: str) -> tuple[FieldView, ...]:
    dateline = article.dateline
    told: list[tuple[str, str, Sequence[str | None]]] = [
        ("Outlet", "outlet", [article.outlet]),
        ("Headline", "headline", [article.headline]),
        ("Standfirst", "standfirst", [article.standfirst]),
        ("Byline", "byline", article.byline),
        ("Credit", "credit", article.credit),
        ("Contributed", "contributed", article.contributed),
        (
            "Dateline",
            "dateline",
            [dateline.place, dateline.date, dateline.agency] if dateline else [],
        ),
        ("Published", "published", [moment_worded(article.published)]),
        ("Modified", "modified", [moment_worded(article.modified)]),
        ("Captions", "captions", article.captions),
        ("Tags", "tags", article.tags),
        ("Language", "language", [article.language]),
    ]
    return tuple(
        FieldView(name, values, f"{anchor}-{field}" if article.spans_of(field) else None)
        for name, field, all_values in told
        if (values := tuple(value for value in all_values if value))
    )


def _paragraphs(article: Article, anchor: str, *, whole: bool) -> tuple[ParagraphLink, ...]:
    placed = [
        (
            paragraph.begin,
            ParagraphLink(_told(paragraph.text, whole=whole), f"{anchor}-p{n}"),
        )
        for n, paragraph in enumerate(article.paragraphs, start=1)
    ]
    placed += [
        (heading.begin, ParagraphLink(heading.text, f"{anchor}-subheadings", subheading=True))
        for heading in article.subheadings
    ]
    return tuple(link for _, link in sorted(placed, key=lambda each: each[0]))


def _told(text: str, *, whole: bool) -> str:
    words = text.split()
    if whole or len(words) <= _OPENING_WORDS + 3:
        return text
    return " ".join(words[:_OPENING_WORDS]) + " …"


def _chrome_share(article: Article) -> str:
    length = len(article.capture.text)
    body = sum(paragraph.end - paragraph.begin for paragraph in article.paragraphs)
    return f"{round(100 * body / length)}%" if length else "0%"
