"""Refusals: what cannot be answered, told as RFC 9457 problem JSON to programs, as text to people."""

import json
from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Scope

from ..errors import ArchiveError, NotFoundError, OptionError
from .shield import HEADERS

PROBLEM = "application/problem+json"


class Refusal(Exception):  # noqa: N818 - a request refused is no defect of the program
    """A request that is not answered: the status, and why, in a sentence for whoever asked."""

    def __init__(self, status: int, detail: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers


def problem_record(status: int, detail: str) -> dict[str, Any]:
    """Return the members of a problem: `type` says that the status tells all there is of its kind."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }


def problem(status: int, detail: str, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    """Return a refusal for programs."""
    return JSONResponse(problem_record(status, detail), status, dict(headers), media_type=PROBLEM)


def refuse(scope: Scope, refusal: Refusal) -> Response:
    """Return a refusal as whoever asked can read it: JSON where that is asked for, else a line of text."""
    if wants_json(scope):
        answer = problem(refusal.status, refusal.detail, refusal.headers)
        return shield_defect(answer)
    phrase = HTTPStatus(refusal.status).phrase
    return PlainTextResponse(f"{phrase}: {refusal.detail}\n", refusal.status, dict(refusal.headers))


def shield_defect(answer: Response) -> Response:
    """Return an answer to what nobody expected with the headers that all others get on their way out.

    Starlette makes that answer outside of all middleware.
    """
    if answer.status_code == 500:
        answer.headers.update(HEADERS)
    return answer


def wants_json(scope: Scope) -> bool:
    """Return whether a request is a program's: under /api, a path with .json, or by its Accept."""
    path: str = scope["path"]
    if path == "/api" or path.startswith("/api/") or path.endswith(".json"):
        return True
    accept = b",".join(value for name, value in scope["headers"] if name == b"accept")
    return prefers_json(accept.decode("latin-1"))


def prefers_json(accept: str) -> bool:
    """Return whether JSON is asked for by name, and no less than a page is.

    >>> prefers_json("application/json"), prefers_json("*/*")
    (True, False)
    >>> prefers_json("text/html, application/json;q=0.5")
    False
    """
    weights = {"application/json": 0.0, "text/html": 0.0}
    for part in accept.split(","):
        kind, *options = (piece.strip().lower() for piece in part.split(";"))
        if kind in weights:
            weights[kind] = max(weights[kind], _weight(options))
    return weights["application/json"] > 0 and weights["application/json"] >= weights["text/html"]


def _weight(options: list[str]) -> float:
    for option in options:
        if option.startswith("q="):
            try:
                return float(option[2:])
            except ValueError:
                return 0.0
    return 1.0


def refusal_of(error: Exception) -> Refusal:
    """Return what an error means to whoever asked; nothing of the machine's inside is told."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, NotFoundError):
        return Refusal(404, f"the archive holds no {error.noun} {error.id}")
    if isinstance(error, OptionError):
        return Refusal(400, str(error))
    if isinstance(error, ArchiveError):
        return Refusal(503, "the archive cannot be read just now", (("Retry-After", "2"),))
    return Refusal(500, "something went wrong here; it is in the server's log")


def as_bytes(record: Any) -> bytes:
    """Return a record as JSON; half a character, which UTF-8 cannot hold, is a question mark."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")
