"""Outlets: how much of what each prints is its own, whose text it uses, what it does to quotations."""

from starlette.requests import Request
from starlette.responses import Response

from ..export.html.phrases import percent, share_carried
from ..export.wording import count
from ..model.holding import OutletHolding
from .desk import Desk

_SHOWN = 200


def outlets_page(desk: Desk, request: Request) -> Response:
    """Answer with all outlets, the one with most pages first."""
    outlets = desk.outlets()
    return desk.render(request, "outlets", outlets=outlets[:_SHOWN], total=len(outlets))


def outlet_page(desk: Desk, request: Request) -> Response:
    """Answer with one outlet."""
    holding = desk.archive.outlet(request.path_params["name"])
    return desk.render(
        request,
        "outlet",
        outlet=holding.summary,
        holding=holding,
        own=share_carried(holding.summary.own, "what it prints").capitalize(),
        fidelity=_fidelity(holding),
    )


def _fidelity(holding: OutletHolding) -> str:
    """Say what an outlet did to the quotations that it took over."""
    if not holding.taken:
        return "No quotation that it shares with another page has been compared yet."
    it = "it" if holding.kept == 1 else "them"
    kept = f"{count(holding.kept, 'stands', 'stand')} as the fullest page has {it}"
    share = percent(holding.kept / holding.taken)
    told = f"{count(holding.taken, 'quotation')} taken over; {kept} ({share})"
    if holding.altered:
        told += f"; in {count(holding.altered, 'of them', 'of them')} the meaning alters"
    return told[:1].upper() + told[1:] + "."
