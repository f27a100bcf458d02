"""The long lists of a story, of which its own page shows the beginnings."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ..errors import OptionError
from ..export.html.ledger_view import view_ledger
from ..export.html.register import Register
from ..model import Comparison
from .alone import view_alone
from .desk import Desk, with_query
from .pending import pending_of
from .stories import list_pages, register_of, tell, view_utterances

# Entries on one page: of what is read closely, and of plain rows.
_CLOSE, _PLAIN = 30, 100
_LONGEST = 100_000


def story_accounts(desk: Desk, request: Request) -> Response:
    """Answer with all accounts of a story, and what each of them alone has."""
    comparison, register = _opened(desk, request)
    begin = _begin(request)
    accounts = register.accounts[begin : begin + _CLOSE]
    alone = {each.id: each for each in view_alone(comparison.stories[0], register)}
    rows = [(tell(each, register), alone.get(each.id)) for each in accounts]
    return _listed(desk, request, comparison, "accounts", rows, len(register.accounts), _CLOSE)


def story_quotations(desk: Desk, request: Request) -> Response:
    """Answer with all that was said, what is worded differently first."""
    comparison, register = _opened(desk, request)
    begin = _begin(request)
    view = view_utterances(comparison.stories[0], register, range(begin, begin + _CLOSE))
    return _listed(desk, request, comparison, "quotations", view, view.total, _CLOSE)


def story_figures(desk: Desk, request: Request) -> Response:
    """Answer with all that is stated, conflicts first."""
    comparison, register = _opened(desk, request)
    begin = _begin(request)
    ledger = view_ledger(comparison.stories[0], register)
    lines = (*ledger.lines, *ledger.folded)
    shown = replace(ledger, lines=lines[begin : begin + _PLAIN], folded=())
    return _listed(desk, request, comparison, "figures", shown, len(lines), _PLAIN)


def story_pages(desk: Desk, request: Request) -> Response:
    """Answer with all pages of a story, the earliest first."""
    comparison, register = _opened(desk, request)
    begin = _begin(request)
    pages = list_pages(register)
    shown = pages[begin : begin + _PLAIN]
    return _listed(desk, request, comparison, "pages", shown, len(pages), _PLAIN)


def _opened(desk: Desk, request: Request) -> tuple[Comparison, Register]:
    comparison = desk.archive.story(request.path_params["id"], wait=False)
    return comparison, register_of(comparison)


def _begin(request: Request) -> int:
    asked = request.query_params.get("from", "0")
    if not asked.isascii() or not asked.isdigit() or int(asked) > _LONGEST:
        raise OptionError("from", "is no place in this list")
    return int(asked)


def _listed(
    desk: Desk,
    request: Request,
    comparison: Comparison,
    part: str,
    rows: Sequence[Any] | object,
    total: int,
    step: int,
) -> Response:
    story, begin = comparison.stories[0], _begin(request)
    here = f"/stories/{story.id}/{part}"
    before = max(0, begin - step)
    return desk.render(
        request,
        "story_list",
        part=part,
        story=story,
        rows=rows,
        begin=begin,
        end=min(total, begin + step),
        total=total,
        next=with_query(here, **{"from": str(begin + step)}) if begin + step < total else None,
        previous=with_query(here, **{"from": str(before or "")}) if begin else None,
        pending=pending_of(comparison),
    )
