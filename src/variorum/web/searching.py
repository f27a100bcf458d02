"""Searching: words and phrases, narrowed down by outlet, agency, days, and to own text only."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from ..model import Span
from ..model.holding import Hit
from .bounds import SOUGHT_LENGTH, bounded
from .desk import Desk, span_address

_HITS = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a hit, found or beside what was found."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit with what was found marked, and the address of those very words."""

    hit: Hit
    headline: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    address: str
    starts: bool


def search_page(desk: Desk, request: Request) -> Response:
    """Answer with what was found, or with what can be asked."""
    asked = request.query_params
    words = bounded(asked.get("q", "").strip(), SOUGHT_LENGTH, "q")
    filters = {name: asked.get(name, "").strip() or None for name in _FILTERS}
    own = asked.get("own") in {"1", "on", "true"}
    after = asked.get("after") or None
    page = None
    if words:
        page = desk.archive.search(
            words,
            outlet=filters["outlet"],
            agency=filters["agency"],
            date_from=filters["from"],
            date_to=filters["to"],
            own_text_only=own,
            after=after,
            limit=_HITS,
        )
    return desk.render(
        request,
        "search",
        words=words,
        filters=filters,
        own=own,
        after=after,
        hits=[view_hit(each) for each in page.rows] if page else None,
        next=page.next if page else None,
        names=desk.names(),
    )


_FILTERS = ("outlet", "agency", "from", "to")


def view_hit(hit: Hit) -> HitView:
    """Return a hit as a page shows it."""
    first = hit.marks[0] if hit.marks else None
    address = f"/articles/{hit.article}"
    if first:
        address = span_address(hit.article, first.begin, first.end)
    local = [Span(mark.begin - hit.begin, mark.end - hit.begin) for mark in hit.marks]
    return HitView(
        hit,
        _cut(hit.headline or "An article without a headline", hit.headline_marks),
        _cut(hit.snippet, local),
        address,
        hit.begin == 0,
    )


def _cut(text: str, marks: tuple[Span, ...] | list[Span]) -> tuple[Piece, ...]:
    """Cut a text at what was found in it."""
    pieces, at = [], 0
    for begin, end in sorted(marks):
        if begin < at or end > len(text):
            continue
        pieces += [Piece(text[at:begin], False), Piece(text[begin:end], True)]
        at = end
    return tuple(each for each in (*pieces, Piece(text[at:], False)) if each.text)
