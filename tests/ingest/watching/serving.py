"""A host that says what a test wants, byte for byte, and a network in which names lead to it."""

import socketserver
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import httpcore

from variorum.ingest.watching import Bound, Fetcher

# An address of the public internet, which the tests' network leads to the host of the test.
PUBLIC = "93.184.215.14"
START = datetime(2031, 3, 1, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]


Says = Callable[[Asked], Iterable[bytes]]


@dataclass
class Host:
    """What is said at each path, and what was asked."""

    port: int = 0
    says: dict[str, Says] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def say(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """Have a path answered with a body, and with headers (`content_type`)."""
        self.says[path] = lambda asked: [response(body, status, **headers)]

    def paths(self) -> list[str]:
        """Return what was asked for but robots.txt."""
        return [each.path for each in self.asked if each.path != "/robots.txt"]


def response(body: bytes | str = b"", status: int = 200, **headers: str) -> bytes:
    """Return the bytes of an answer."""
    raw = body.encode() if isinstance(body, str) else body
    told = {"content-type": "text/html; charset=utf-8", "content-length": str(len(raw))}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {value}" for name, value in told.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + raw


def nothing(asked: Asked) -> Iterable[bytes]:
    """Say that there is nothing at a path."""
    return [response("none", 404)]


@contextmanager
def serving() -> Iterator[Host]:
    """Serve a host on a port of this machine."""
    host = Host()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = self.request.recv(65536)
                if not piece:
                    return
                head += piece
            first, *lines = head.decode("latin-1").split("\r\n")
            pairs = (line.partition(":") for line in lines if line)
            asked = Asked(
                first.split()[1], {name.lower(): value.strip() for name, _, value in pairs}
            )
            host.asked.append(asked)
            says = host.says.get(asked.path, nothing)
            try:
                for piece in says(asked):
                    self.request.sendall(piece)
            except OSError:
                return

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

    with Server(("127.0.0.1", 0), Handler) as server:
        host.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()


@dataclass
class Network:
    """Names and what they resolve to, one answer after another; connections are written down."""

    host: Host
    names: dict[str, list[Sequence[str]]] = field(default_factory=dict)
    dialled: list[str] = field(default_factory=list)
    resolved: list[str] = field(default_factory=list)

    def resolve(self, name: str, port: int, seconds: float) -> Sequence[str]:
        """Return the addresses of a name: the next ones told, the last ones for ever."""
        self.resolved.append(name)
        told = self.names.get(name, [[PUBLIC]])
        return told.pop(0) if len(told) > 1 else told[0]

    def dial(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        """Connect to the host of the test, whatever the address."""
        self.dialled.append(address)
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.host.port, timeout=seconds)


class TestClock:
    """A clock that runs when somebody sleeps."""

    __test__ = False

    def __init__(self) -> None:
        self.moment = START
        self.slept: list[float] = []
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Return the time of day."""
        return self.moment

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        with self._lock:
            self.slept.append(seconds)
            self.moment += timedelta(seconds=seconds)


def fetcher_on(network: Network, clock: TestClock | None = None, **bound: float) -> Fetcher:
    """Return a fetcher in a network of the tests; `bound` shortens its limits."""
    return Fetcher(
        bound=Bound(**{"connect": 2.0, "step": 2.0, "whole": 5.0} | bound),  # type: ignore[arg-type]
        resolve=network.resolve,
        dial=network.dial,
        now=(clock or TestClock()).now,
    )
