"""Entity tags: an answer that a client has already is not sent again.

The tag is a digest of what is answered, so that it is right however the answer came to be.
"""

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What an answer is compared by may not be kept in memory without end; a longer one is sent untagged.
_LONGEST = 16_000_000
# Of an answer that has not changed, only these are told again (RFC 9110, 15.4.5).
_KEPT = {"cache-control", "content-location", "date", "etag", "expires", "vary"}


def tag_of(body: bytes) -> str:
    """Return the entity tag of an answer."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def is_known(asked: str | None, tag: str) -> bool:
    """Return whether an If-None-Match header names a tag; weak ones count (RFC 9110, 13.1.2).

    >>> is_known('W/"a", "b"', '"a"'), is_known("*", '"a"'), is_known('"b"', '"a"')
    (True, True, False)
    """
    if asked is None:
        return False
    named = [each.strip().removeprefix("W/") for each in asked.split(",")]
    return "*" in named or tag in named


class Conditional:
    """Tags each whole answer to GET and HEAD, and answers 304 to those who have it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            return await self._app(scope, receive, send)
        asked = Headers(scope=scope).get("if-none-match")
        return await self._app(scope, receive, _Tagging(send, asked))


class _Tagging:
    """Holds an answer back until it is whole, and sends it with its tag, or 304 in its place."""

    def __init__(self, send: Send, asked: str | None) -> None:
        self._send = send
        self._asked = asked
        self._start: Message | None = None
        self._body: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        """Take a piece of an answer."""
        if message["type"] == "http.response.start":
            if message["status"] == 200 and "etag" not in Headers(raw=message["headers"]):
                self._start = message
                return None
        elif message["type"] == "http.response.body" and self._start is not None:
            self._body.append(message.get("body", b""))
            if message.get("more_body") and sum(map(len, self._body)) <= _LONGEST:
                return None
            return await self._give(self._start, goes_on=message.get("more_body", False))
        return await self._send(message)

    async def _give(self, start: Message, *, goes_on: bool) -> None:
        body, self._start = b"".join(self._body), None
        if goes_on:  # too long to be held back
            await self._send(start)
            return await self._send({"type": "http.response.body", "body": body, "more_body": True})
        headers = MutableHeaders(raw=list(start["headers"]))
        headers["ETag"] = tag_of(body)
        if is_known(self._asked, headers["ETag"]):
            kept = [(name, value) for name, value in headers.raw if name.decode() in _KEPT]
            await self._send({"type": "http.response.start", "status": 304, "headers": kept})
            return await self._send({"type": "http.response.body", "body": b""})
        await self._send({**start, "headers": headers.raw})
        return await self._send({"type": "http.response.body", "body": body})
