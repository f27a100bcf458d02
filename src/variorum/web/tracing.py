"""Tracing: where else does a pasted text stand? The oldest page first."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from ..errors import OptionError
from ..export.html.phrases import moment_worded, outlet_heading, share_carried
from ..export.trace_report import headcount, oldest_sentence
from ..export.wording import change_phrase
from ..model import Article, CarriedPassage, Carrier, Trace
from .bounds import PASTED_LENGTH, bounded
from .desk import Desk, span_address

_CARRIERS = 60
_PASSAGES = 4
_CHANGES = 6


@dataclass(frozen=True, slots=True)
class PassageView:
    """A run of the pasted words as a page has it, and what it changed."""

    text: str
    address: str | None
    verbatim: bool
    kind: str
    changes: tuple[str, ...]
    left: int


@dataclass(frozen=True, slots=True)
class CarrierView:
    """A page that carries some of the text."""

    article: str
    name: str
    headline: str | None
    published: str
    place: str
    share: str
    verbatim: bool
    passages: tuple[PassageView, ...]
    left: int


def trace_form(desk: Desk, request: Request) -> Response:
    """Answer with the empty form."""
    return desk.render(request, "trace", text="", trace=None, most=PASTED_LENGTH)


def trace_page(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    """Return what answers the form."""

    async def answer(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=4, max_part_size=1_000_000)
        text = form.get("text", "")
        if not isinstance(text, str):
            raise OptionError("text", "is no text")
        return await run_in_threadpool(_traced, desk, request, text)

    return answer


def _traced(desk: Desk, request: Request, text: str) -> Response:
    bounded(text, PASTED_LENGTH, "text")
    if not text.strip():
        return trace_form(desk, request)
    trace = desk.archive.trace(text)
    articles = {article.id: article for article in trace.articles}
    return desk.render(
        request,
        "trace",
        text=text,
        most=PASTED_LENGTH,
        trace=trace,
        headcount=headcount(trace),
        oldest=oldest_sentence(trace.carriers, articles) if trace.carriers else "",
        carriers=_carriers(trace),
        left=max(0, len(trace.carriers) - _CARRIERS),
    )


def _carriers(trace: Trace) -> tuple[CarrierView, ...]:
    articles = {article.id: article for article in trace.articles}
    return tuple(_carrier(each, articles[each.article]) for each in trace.carriers[:_CARRIERS])


def _carrier(carrier: Carrier, article: Article) -> CarrierView:
    return CarrierView(
        article=article.id,
        name=outlet_heading(article),
        headline=article.headline,
        published=moment_worded(article.published) or "undated",
        place=_place(carrier.places),
        share=share_carried(carrier.text_share, "the text"),
        verbatim=carrier.is_verbatim,
        passages=tuple(_passage(each, article) for each in carrier.passages[:_PASSAGES]),
        left=max(0, len(carrier.passages) - _PASSAGES),
    )


def _place(places: tuple[int, int] | None) -> str:
    if places is None:
        return "–"
    return str(places[0]) if places[0] == places[1] else f"{places[0]}–{places[1]}"


def _passage(passage: CarriedPassage, article: Article) -> PassageView:
    at = passage.carried
    return PassageView(
        text=passage.text,
        address=span_address(article.id, at.begin, at.end) if at else None,
        verbatim=passage.is_verbatim,
        kind=passage.field if passage.field != "body" else passage.kind,
        changes=tuple(change_phrase(each) for each in passage.changes[:_CHANGES]),
        left=max(0, len(passage.changes) - _CHANGES),
    )
