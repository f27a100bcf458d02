"""Serving: how the desk listens: to whom, how many at once, and how long it waits for the slow."""

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from ..errors import OptionError
from .entry import checked_token
from .hosts import hosts_for, is_loopback

# Connections at once; one more is told to come back. A browser opens six, so that a newsroom of twenty
# fits, and each connection costs some 100 kB at the most.
CONNECTIONS = 128
# Seconds in which a client must have sent the head of its request: a slow telephone needs two. uvicorn
# itself waits for ever, and some hundred clients that send a letter a minute would keep all others out.
HEAD_SECONDS = 10.0
# Seconds for which a connection is kept open for a next request.
_IDLE_SECONDS = 15
# Bytes of a request's head: the longest address, cookies, and what browsers say of themselves.
_HEAD_BYTES = 32_768
_STOP_SECONDS = 5
# New objects before a look at the newest, and how many such looks go before one at older and at all.
_COLLECTING = (10_000, 20, 200)


def checked_door(host: str, token: str | None) -> frozenset[str]:
    """Return the names by which a desk bound to `host` is asked; OptionError where it needs a token."""
    if token is not None:
        checked_token(token)
    elif not is_loopback(host):
        raise OptionError(
            "host", f"{host} can be reached from other machines, which needs a --token"
        )
    return hosts_for(host)


def server(app: ASGIApp, host: str, port: int) -> uvicorn.Server:
    """Return a server of the desk; it logs no request, since addresses tell what people look for."""
    return uvicorn.Server(uvicorn.Config(app, **server_settings(host, port)))


def server_settings(host: str, port: int) -> dict[str, Any]:
    """Return the settings with which uvicorn serves the desk."""
    return {
        "host": host.strip("[]"),
        "port": port,
        "http": PatientProtocol,
        "ws": "none",
        "lifespan": "off",
        "loop": "asyncio",
        "access_log": False,
        "log_level": "warning",
        "server_header": False,
        # A header that anybody can send must not say from where a request came, or by which scheme.
        "proxy_headers": False,
        "limit_concurrency": CONNECTIONS,
        "timeout_keep_alive": _IDLE_SECONDS,
        "timeout_graceful_shutdown": _STOP_SECONDS,
        "h11_max_incomplete_event_size": _HEAD_BYTES,
    }


@contextmanager
def sparing_readers() -> Iterator[None]:
    """Have Python look through all that a desk keeps for cycles seldom, and not at what it has loaded.

    A look stopped all readers for 100 to 190 ms with 64 stories kept ready, and one reader in a
    hundred met it. What the desk keeps has no cycles: it goes when it is let go.
    """
    gc.collect()
    gc.freeze()
    before = gc.get_threshold()
    gc.set_threshold(*_COLLECTING)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


class PatientProtocol(H11Protocol):
    """A connection that is closed when the head of a request takes too long to arrive."""

    head_seconds = HEAD_SECONDS
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take some bytes, and wait on only if a head is still incomplete."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._waiting is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(self.head_seconds, self._give_up)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _give_up(self) -> None:
        if self.conn.their_state is h11.IDLE:
            self.transport.close()
