"""Bounds: how long an address, how large a body, how slow a client the desk puts up with."""

import asyncio
import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..errors import OptionError
from .refusal import Refusal, refuse

# One megabyte, about 150,000 words: a book chapter can be pasted, and a hundred bodies at once are no
# more than 100 MB. More is refused before it is read.
BODY_BYTES = 1_000_000
# A pasted text, in code points. Tracing takes time in proportion to it.
PASTED_LENGTH = 100_000
# The longest link of the desk's own (all filters of a search with long names) is under 1,000.
QUERY_BYTES = 4_096
PATH_BYTES = 2_048
# What can be sought, in code points; beyond it a text is better traced.
SOUGHT_LENGTH = 500
# Seconds in which a client must have sent its body, and in which it must take a piece of the answer. A
# slow telephone takes one to ten; a client that holds connections open on purpose takes for ever.
BODY_SECONDS = 20.0
SEND_SECONDS = 60.0
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def bounded(text: str, most: int, what: str) -> str:
    """Return a text that is no longer than it may be; OptionError for any other."""
    if len(text) > most:
        raise OptionError(what, f"may have {most:,} characters, not {len(text):,}")
    return text


class Bounds:
    """Refuses what is too long or too large, and lets go of clients that take too long."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        body_bytes: int = BODY_BYTES,
        body_seconds: float = BODY_SECONDS,
        send_seconds: float = SEND_SECONDS,
    ) -> None:
        self._app = app
        self._body_bytes = body_bytes
        self._body_seconds = body_seconds
        self._send_seconds = send_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its whole body, or refuse it."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def patiently(message: Message) -> None:
            await asyncio.wait_for(send(message), self._send_seconds)

        try:
            self._measure(scope)
            body = await asyncio.wait_for(self._body(receive), self._body_seconds)
        except TimeoutError:
            answer = refuse(scope, Refusal(408, "the request took too long to arrive", _CLOSE))
        except Refusal as refusal:
            answer = refuse(scope, refusal)
        else:
            if body is None:
                return None  # the client has gone
            return await self._app(scope, _given(body, receive), patiently)
        return await answer(scope, receive, patiently)

    def _measure(self, scope: Scope) -> None:
        if len(scope.get("raw_path") or scope["path"].encode()) > PATH_BYTES:
            raise Refusal(414, f"a path may have {PATH_BYTES:,} bytes")
        if len(scope["query_string"]) > QUERY_BYTES:
            raise Refusal(414, f"what follows the ? may have {QUERY_BYTES:,} bytes")
        # PostgreSQL refuses any text with a NUL, and no name or word has a control character.
        if _CONTROLS.search(scope["path"]) or b"%00" in scope["query_string"]:
            raise Refusal(400, "the address holds a control character")
        for name, value in scope["headers"]:
            # Digits only: int() takes signs, spaces and underscores, too.
            if name == b"content-length" and (not value.isdigit() or int(value) > self._body_bytes):
                raise self._too_large()

    async def _body(self, receive: Receive) -> bytes | None:
        pieces: list[bytes] = []
        size, goes_on = 0, True
        while goes_on:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            pieces.append(message.get("body", b""))
            size += len(pieces[-1])
            if size > self._body_bytes:
                raise self._too_large()
            goes_on = message.get("more_body", False)
        return b"".join(pieces)

    def _too_large(self) -> Refusal:
        return Refusal(413, f"a request may have {self._body_bytes:,} bytes", _CLOSE)


# The rest of a body that is not read would be taken for the next request.
_CLOSE = (("Connection", "close"),)


def _given(body: bytes, receive: Receive) -> Receive:
    """Return what gives a body that was read, and then what the connection has to tell."""
    is_given = False

    async def give() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return give
