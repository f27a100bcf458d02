"""What the desk answers when it cannot: a page to people, problem JSON to programs."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from logging import getLogger
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ..errors import ArchiveError, OptionError
from .desk import Desk
from .refusal import Refusal, refusal_of, refuse, shield_defect, wants_json

_ADVICE = {
    400: "Something in the address or the form cannot be used.",
    404: "Nothing stands at this address. It may have been mistyped, or the page is of another archive.",
    405: "This address does not answer that.",
    503: "The archive is busy or cannot be read just now. Try again in a moment.",
    500: "The fault is here, not with you. It is in the server's log.",
}
_log = getLogger(__name__)


def failure_handlers(desk: Desk) -> Mapping[Any, Callable[[Request, Exception], Response]]:
    """Return what answers each kind of failure."""

    def answer(request: Request, error: Exception) -> Response:
        refusal = _refusal(error)
        if refusal.status == 500:
            _log.error("%s could not be answered", request.url.path, exc_info=error)
        if wants_json(request.scope):
            return refuse(request.scope, refusal)
        answered = desk.render(
            request,
            "failure",
            refusal.status,
            title=HTTPStatus(refusal.status).phrase,
            detail=refusal.detail,
            advice=_ADVICE.get(refusal.status, ""),
        )
        answered.headers.update(dict(refusal.headers))
        return shield_defect(answered)

    kinds = (HTTPException, OptionError, ArchiveError, Refusal, Exception)
    return dict.fromkeys(kinds, answer)


def _refusal(error: Exception) -> Refusal:
    if isinstance(error, HTTPException):
        plain = error.detail != HTTPStatus(error.status_code).phrase
        headers = tuple((error.headers or {}).items())
        return Refusal(error.status_code, error.detail if plain else "", headers)
    return refusal_of(error)
