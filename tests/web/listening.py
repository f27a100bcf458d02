"""A real desk on loopback, and raw connections to it: attacks need bytes that no client would send."""

import socket
import threading
import time
from types import TracebackType

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from variorum.archive import Archive
from variorum.web.alternates import Alternates
from variorum.web.api import api_routes
from variorum.web.guard import guards
from variorum.web.serving import server_settings


def app_of(archive: Archive, token: str | None = None) -> Starlette:
    """Return the API, a page and a form, all guarded."""

    async def page(_: Request) -> PlainTextResponse:
        return PlainTextResponse("the desk")

    routes = [Route("/", page), Route("/send", page, methods=["POST"]), *api_routes(archive)]
    return Starlette(routes=routes, middleware=[*guards(token=token), Middleware(Alternates)])


class Listening:
    """A server in a thread of its own, on a port that the system chose."""

    def __init__(self, app: ASGIApp) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        settings = server_settings("127.0.0.1", self.port)
        self._server = uvicorn.Server(uvicorn.Config(app, **settings))
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],))

    def __enter__(self) -> "Listening":
        self._thread.start()
        until = time.monotonic() + 10
        while not self._server.started and time.monotonic() < until:
            time.sleep(0.01)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()

    @property
    def host(self) -> str:
        """What a Host header names."""
        return f"127.0.0.1:{self.port}"

    def connect(self) -> socket.socket:
        """Return a connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def send(
        self, method: str, path: str, *headers: str, body: bytes = b""
    ) -> tuple[int, str, bytes]:
        """Return status, head and body of the answer to a request sent byte for byte as given.

        Headers are lines; a Host header is put in where there is none.
        """
        lines = [f"{method} {path} HTTP/1.1"]
        if not any(line.lower().startswith("host:") for line in headers):
            lines.append(f"Host: {self.host}")
        lines += [*headers, "Connection: close"]
        if body:
            lines.append(f"Content-Length: {len(body)}")
        with self.connect() as connection:
            connection.sendall("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)
            return self.answer(connection)

    @staticmethod
    def answer(connection: socket.socket) -> tuple[int, str, bytes]:
        """Return status, head and body of an answer, once the connection is closed."""
        received = b""
        while piece := connection.recv(65_536):
            received += piece
        head, _, body = received.partition(b"\r\n\r\n")
        return int(head.split(b" ", 2)[1]) if head else 0, head.decode("latin-1"), body
