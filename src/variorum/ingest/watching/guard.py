"""Connections to addresses that were checked, bounded in time and bytes.

A name is resolved once, every address is judged, and the connection is made to the very address
that was judged: there is no second look-up that could answer otherwise (DNS rebinding). The host
keeps its name in the Host header and in the certificate that it must show.
"""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore

from ...errors import BreakdownError, RefusedError
from .addresses import refuse_address

Resolve = Callable[[str, int, float], Sequence[str]]
Dial = Callable[[str, int, float], httpcore.NetworkStream]

# Hosts have one to eight addresses; of an answer with more, so many are tried.
_MOST_DIALLED = 4


def resolve_name(host: str, port: int, seconds: float) -> Sequence[str]:
    """Return the addresses of a host; raise BreakdownError where none are told in time."""
    told: list[tuple[str, ...] | Exception] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            told.append(tuple(dict.fromkeys(str(each[4][0]) for each in found)))
        except (OSError, ValueError) as error:
            told.append(error)

    # The system's resolver cannot be told a time limit: it is left behind where it takes longer.
    thread = threading.Thread(target=ask, name="resolving", daemon=True)
    thread.start()
    thread.join(seconds)
    if not told:
        raise BreakdownError(host, "its name was not resolved in time")
    if isinstance(told[0], Exception):
        raise BreakdownError(host, f"its name cannot be resolved ({told[0]})") from told[0]
    return told[0]


def dial_address(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
    """Return a connection to an address."""
    return httpcore.SyncBackend().connect_tcp(address, port, timeout=seconds)


@dataclass(slots=True, eq=False)
class Bounds:
    """What is left of one request's time and bytes; a slow drip of bytes wins no time."""

    location: str
    ends_at: float
    bytes_left: int
    monotonic: Callable[[], float]
    connection: Any = None

    def seconds(self, most: float | None) -> float:
        """Return how long the next step may wait."""
        left = self.ends_at - self.monotonic()
        if left <= 0:
            raise BreakdownError(self.location, "did not answer completely in time")
        return left if most is None else min(most, left)

    def count(self, size: int) -> None:
        """Count what was received."""
        self.bytes_left -= size
        if self.bytes_left < 0:
            raise RefusedError(self.location, "sends more than may be received at once")

    def cut(self) -> None:
        """Cut the connection, from whatever thread: a read that waits ends at once."""
        if self.connection is not None:
            with contextlib.suppress(OSError):
                # The encrypted kind would first let go of what the reading thread still uses.
                socket.socket.shutdown(self.connection, socket.SHUT_RDWR)


class BoundedStream(httpcore.NetworkStream):
    """A connection whose every step keeps to the bounds of its request."""

    def __init__(self, stream: httpcore.NetworkStream, bounds: Bounds) -> None:
        self._stream = stream
        self._bounds = bounds
        bounds.connection = stream.get_extra_info("socket")

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes."""
        piece = self._stream.read(max_bytes, self._bounds.seconds(timeout))
        self._bounds.count(len(piece))
        return piece

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._stream.write(buffer, self._bounds.seconds(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: Any,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Return the connection encrypted; the host must show a certificate for its name."""
        seconds = self._bounds.seconds(timeout)
        return BoundedStream(
            self._stream.start_tls(ssl_context, server_hostname, seconds), self._bounds
        )

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection beneath knows of itself."""
        return self._stream.get_extra_info(info)


@dataclass(slots=True)
class GuardedBackend(httpcore.NetworkBackend):
    """Where httpcore gets its connections from; `connected` is the address of the last one."""

    bounds: Bounds
    allow_private: bool = False
    resolve: Resolve = resolve_name
    dial: Dial = dial_address
    connected: str | None = field(default=None, init=False)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to one of the host's addresses, all of which were judged."""
        addresses = self.resolve(host, port, self.bounds.seconds(timeout))
        if not addresses:
            raise BreakdownError(self.bounds.location, "its host has no address")
        for address in addresses:
            # One bad address condemns the name: an honest host has no use for it.
            refused = refuse_address(address, allow_private=self.allow_private)
            if refused:
                raise RefusedError(self.bounds.location, f"its address {address} {refused}")
        return self._dial(addresses[:_MOST_DIALLED], port, timeout)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: no page is behind a socket of the system."""
        raise RefusedError(self.bounds.location, "is no host of the network")

    def _dial(
        self, addresses: Sequence[str], port: int, timeout: float | None
    ) -> httpcore.NetworkStream:
        failed: Exception | None = None
        for address in addresses:
            try:
                stream = self.dial(address, port, self.bounds.seconds(timeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                self.connected = address
                return BoundedStream(stream, self.bounds)
        assert failed is not None
        raise failed
