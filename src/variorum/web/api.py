"""The API: every data page of the desk as JSON, for programs."""

import json
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from ..archive import Archive
from ..archive.shelves.desk import Sections
from ..errors import OptionError, VariorumError
from .alternates import ALTERNATE, methods_of
from .answers import Asking
from .bounds import PASTED_LENGTH, bounded
from .endpoints import ENDPOINTS, Endpoint
from .openapi import description
from .paging import Cursors
from .parameters import read_parameters
from .refusal import Refusal, as_bytes, problem, refusal_of

OPENAPI = "/api/openapi.json"
_ALL = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
# How the words of a path are matched: a name may hold a slash.
_CONVERTED = {"{name}": "{name:path}", "{begin}": "{begin:int}", "{end}": "{end:int}"}


def api_routes(archive: Archive, *, sections: Sections | None = None) -> list[BaseRoute]:
    """Return the routes of the API; `sections` are those of the pages, which need not be read twice."""
    cursors = Cursors(archive.sealing_key)
    sections = sections or Sections(archive)
    return [
        Route(OPENAPI, _answering(description), methods=["GET"]),
        Route("/api", _answering(_index), methods=["GET"]),
        *(_route(archive, each, cursors, sections) for each in ENDPOINTS),
        Route("/api/{rest:path}", _nothing, methods=_ALL),
    ]


def _route(archive: Archive, endpoint: Endpoint, cursors: Cursors, sections: Sections) -> Route:
    path = endpoint.path
    for plain, converted in _CONVERTED.items():
        path = path.replace(plain, converted)

    async def answer(request: Request) -> Response:
        try:
            asking = await _asking(request, endpoint, cursors, sections)
            body = await run_in_threadpool(lambda: as_bytes(endpoint.answer(archive, asking)))
        except (Refusal, VariorumError) as error:
            refusal = refusal_of(error)
            return problem(refusal.status, refusal.detail, refusal.headers)
        return Response(body, media_type="application/json")

    return Route(path, answer, methods=[endpoint.method], name=f"api {endpoint.name}")


async def _asking(
    request: Request, endpoint: Endpoint, cursors: Cursors, sections: Sections
) -> Asking:
    given = _query(request)
    values = read_parameters(endpoint.parameters, given, strict=ALTERNATE not in request.scope)
    filters = {name: value for name, value in values.items() if name not in ("after", "limit")}
    words = {name: str(value) for name, value in request.path_params.items()}
    kind = urlencode(
        [("list", endpoint.path), *words.items(), *sorted(filters.items())], doseq=True
    )
    text = await _text(request) if endpoint.method == "POST" else ""
    return Asking(words, values, cursors, kind, sections, text)


def _query(request: Request) -> list[tuple[str, str]]:
    try:
        asked = request.scope["query_string"].decode("ascii")
        return parse_qsl(asked, keep_blank_values=True, errors="strict", max_num_fields=50)
    except ValueError as error:
        raise Refusal(400, "what follows the ? is not percent-encoded UTF-8") from error


async def _text(request: Request) -> str:
    """Return the text that was sent, in JSON, in a form or as it stands."""
    body = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        decoded = body.decode("utf-8")
        if kind == "application/json":
            sent = json.loads(decoded)
            text = sent.get("text") if isinstance(sent, dict) else None
        elif kind == "application/x-www-form-urlencoded":
            text = parse_qs(decoded, errors="strict", max_num_fields=50).get("text", [""])[0]
        elif kind == "text/plain":
            text = decoded
        else:
            told = "send text/plain, application/json or application/x-www-form-urlencoded"
            raise Refusal(415, told)
    except (ValueError, RecursionError) as error:
        raise Refusal(400, f"what was sent is not {kind} in UTF-8") from error
    if not isinstance(text, str) or not text.strip():
        raise OptionError("text", "is missing")
    # JSON can name half a character, which no database takes.
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
    return bounded(whole, PASTED_LENGTH, "text")


def _answering(told: Callable[[], Mapping[str, object]]) -> Callable[[Request], Response]:
    """Return what answers with a record that is always the same."""

    def answer(_: Request) -> Response:
        return Response(as_bytes(told()), media_type="application/json")

    return answer


async def _nothing(request: Request) -> Response:
    """Answer what no endpoint answers: 405 where another method would do, else 404."""
    path = request.url.path
    methods = methods_of(path)
    if methods:
        told = " or ".join(sorted(methods))
        return problem(405, f"{path[:100]} answers {told}", (("Allow", ", ".join(methods)),))
    return problem(404, f"there is nothing at {path[:100]}; /api tells what there is")


def _index() -> dict[str, object]:
    return {"openapi": OPENAPI, "paths": [each.path for each in ENDPOINTS]}
