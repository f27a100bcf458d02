"""Alternates: a page's own address, asked for as JSON, is answered by the API."""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from .endpoints import ENDPOINTS
from .refusal import wants_json

# Set in the scope of a request that asked for a page: what only the page understands is no mistake then.
ALTERNATE = "variorum.alternate"
# Pages whose path is not that of their data.
_ELSEWHERE = (
    (re.compile(r"/|/index|/briefing"), "/api/briefing/latest"),
    (re.compile(r"/days/([^/]+)"), r"/api/briefing/\1"),
)
# A JSON Feed, for readers of feeds; the data of the page are under /api and by its Accept.
_FEED = re.compile(r"/briefing(/[^/]+)?\.json")
_PATTERNS = tuple(
    (
        re.compile(re.sub(r"{(name)}", ".+", re.sub(r"{(?!name)\w+}", "[^/]+", each.path))),
        each.method,
    )
    for each in ENDPOINTS
)


def methods_of(path: str) -> tuple[str, ...]:
    """Return the methods that a path of the API answers."""
    return tuple(dict.fromkeys(way for pattern, way in _PATTERNS if pattern.fullmatch(path)))


def alternate_of(path: str, method: str) -> str | None:
    """Return the path of the API that has the data of a page; `None` where there is none.

    >>> alternate_of("/stories/1f.json", "GET"), alternate_of("/glossary", "GET")
    ('/api/stories/1f', None)
    """
    if path.startswith("/api") or _FEED.fullmatch(path):
        return None
    plain = path.removesuffix(".json")
    for pattern, target in _ELSEWHERE:
        if found := pattern.fullmatch(plain):
            return found.expand(target)
    asked = "GET" if method == "HEAD" else method
    return f"/api{plain}" if asked in methods_of(f"/api{plain}") else None


class Alternates:
    """Answers whoever asks for a page as JSON with its data."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, to the API if it is a program's."""
        if scope["type"] == "http" and wants_json(scope):
            path = alternate_of(scope["path"], scope["method"])
            if path is not None:
                scope = {**scope, "path": path, "raw_path": path.encode(), ALTERNATE: True}
        await self._app(scope, receive, send)
