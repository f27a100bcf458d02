"""An article's page: what was recovered beside the capture as it came, every field led to its place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from ..errors import NotFoundError, OptionError
from ..export.html.accounts_view import account_title
from ..export.html.article_view import PageView, view_page
from ..export.html.capture_pieces import tints_of
from ..export.html.palette import Sign
from ..export.html.phrases import moment_worded
from ..export.html.register import Register
from ..model import AccountId, Article, Comparison, Evidence, Quotation, Span
from ..model.holding import Holding, PageState
from .desk import Desk, anchor_of
from .pending import pending_of
from .stories import register_of

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_SHOWN_WORDS = 300


@dataclass(frozen=True, slots=True)
class Pointed:
    """A stretch of the capture that an address points at."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Shared:
    """An account whose words stand on a page."""

    sign: Sign
    id: str
    title: str
    own: bool


def article_page(desk: Desk, request: Request) -> Response:
    """Answer with one article; `?span=120-180` points at a stretch of its capture."""
    holding = desk.archive.article(request.path_params["id"])
    article = holding.article
    pointed = _pointed(request.query_params.get("span"), article)
    if pointed:
        spans = (Span(pointed.begin, pointed.end),)
        article = replace(article, evidence=(*article.evidence, Evidence("span", spans)))
    comparison = desk.archive.story(holding.story, wait=False) if holding.story else None
    register, tints = _neighbours(article, comparison)
    states = desk.archive.captures_of(article.capture.url) if article.capture.url else ()
    return desk.render(
        request,
        "article",
        page=_view(article, tints, register),
        article=article,
        holding=holding,
        published=moment_worded(article.published),
        story=comparison.stories[0] if comparison else None,
        sign=register.sign(register.account_of.get(article.id)),
        shared=_shared(article, tints, register),
        pointed=pointed,
        quotations=_quotations(holding),
        states=states if len(states) > 1 else (),
        changed=_changed(states),
        pending=pending_of(comparison),
    )


def _view(
    article: Article, tints: Mapping[AccountId, Sequence[Span]], register: Register
) -> PageView:
    return view_page(article, tints, register, whole=True)


def _pointed(asked: str | None, article: Article) -> Pointed | None:
    if not asked:
        return None
    found = _SPAN.fullmatch(asked)
    begin, end = (int(found[1]), int(found[2])) if found else (0, 0)
    if not begin < end <= len(article.capture.text):
        length = f"{len(article.capture.text):,}"
        reason = f"is no stretch of this capture of {length} characters (as in span=120-180)"
        raise OptionError("span", reason)
    words = " ".join(article.capture.text[begin:end].split())
    cut = words if len(words) <= _SHOWN_WORDS else f"{words[:_SHOWN_WORDS]} …"
    return Pointed(begin, end, cut)


def _neighbours(
    article: Article, comparison: Comparison | None
) -> tuple[Register, Mapping[AccountId, Sequence[Span]]]:
    """Return who is who around an article, and what of it stands elsewhere."""
    if comparison is None:
        return Register({article.id: article}, (), {}, {}, {article.id: anchor_of(article.id)}), {}
    register = register_of(comparison)
    own = [a for a in comparison.alignments if article.id in (a.left, a.right)]
    if article.id not in register.articles:
        raise NotFoundError("the archive", "article", article.id)
    return register, tints_of(own, register.account_of).get(article.id, {})


def _shared(
    article: Article, tints: Mapping[AccountId, Sequence[Span]], register: Register
) -> tuple[Shared, ...]:
    own = register.account_of.get(article.id)
    found = [each for each in register.accounts if each.id in tints]
    return tuple(
        Shared(register.sign(each.id), each.id, account_title(each), each.id == own)
        for each in sorted(found, key=lambda each: each.id != own)
    )


def _quotations(holding: Holding) -> tuple[Quotation, ...]:
    return tuple(each for each in holding.quotations if each.kind != "indirect")


def _changed(states: Sequence[PageState]) -> int:
    return sum(len(each.changes) for each in states)
