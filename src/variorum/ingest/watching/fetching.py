"""One request to one host: checked, bounded, and answered by a value whatever happens."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import httpcore

from ... import __version__
from ...errors import BreakdownError, RefusedError
from .answers import Answer, Bound, Conditions, Purpose, Unanswered
from .bodies import ACCEPTED, read_body
from .guard import Bounds, Dial, GuardedBackend, Resolve, dial_address, resolve_name
from .targets import Target, read_target

AGENT = "Variorum"
USER_AGENT = f"{AGENT}/{__version__} (reads feeds for comparison; obeys robots.txt)"
_FOUND = 200


def wall_clock() -> datetime:
    """Return the time of day."""
    return datetime.now(UTC)


class Fetcher:
    """Asks hosts of the public internet; it keeps nothing between two requests but its limits.

    Each request has a connection of its own, made to an address that was judged for it. Proxies
    that the environment names are not used: behind one, nobody could judge addresses.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        bound: Bound | None = None,
        resolve: Resolve = resolve_name,
        dial: Dial = dial_address,
        now: Callable[[], datetime] = wall_clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.allow_private = allow_private
        self._bound = bound or Bound()
        self._resolve, self._dial = resolve, dial
        self._now, self._monotonic = now, monotonic
        self._lock = threading.Lock()
        self._encryption: Any = None
        self._open: list[Bounds] = []
        self._closed = False

    def read_target(self, url: str) -> Target:
        """Return what a URL asks for; raise RefusedError where it may not be asked."""
        return read_target(url, allow_private=self.allow_private)

    def ask(
        self, target: Target, purpose: Purpose, conditions: Conditions | None = None
    ) -> Answer | Unanswered:
        """Return what a host answers to one request; a redirect is an answer and not followed."""
        bounds = Bounds(
            target.url,
            self._monotonic() + self._bound.whole,
            self._bound.transfer,
            self._monotonic,
        )
        backend = GuardedBackend(bounds, self.allow_private, self._resolve, self._dial)
        try:
            with self._connection(target, backend) as connection:
                request = self._request(target, purpose, conditions)
                with _handled(connection, request) as response:
                    return self._answer(target, purpose, response, backend.connected)
        except RefusedError as error:
            return Unanswered(target.url, str(error), refused=True)
        except (BreakdownError, httpcore.TimeoutException) as error:
            return Unanswered(target.url, _told(target, error), refused=False)
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError, ValueError) as error:
            return Unanswered(target.url, _told(target, error), refused=False)

    def close(self) -> None:
        """End the requests under way, and answer no more."""
        with self._lock:
            self._closed = True
            for bounds in self._open:
                bounds.cut()

    @contextmanager
    def _connection(
        self, target: Target, backend: GuardedBackend
    ) -> Iterator[httpcore.HTTPConnection]:
        connection = httpcore.HTTPConnection(
            httpcore.Origin(target.scheme.encode(), target.host.encode(), target.port),
            ssl_context=self._encrypted() if target.scheme == "https" else None,
            network_backend=backend,
        )
        with self._lock:
            if self._closed:
                raise BreakdownError(target.url, "was not asked: the watcher is ending")
            self._open.append(backend.bounds)
        try:
            yield connection
        finally:
            connection.close()
            with self._lock:
                self._open.remove(backend.bounds)

    def _encrypted(self) -> Any:
        # The certificates of all authorities are read, 30 ms: once, and where they are needed.
        import httpx

        with self._lock:
            if self._encryption is None:
                self._encryption = httpx.create_ssl_context()
            return self._encryption

    def _request(
        self, target: Target, purpose: Purpose, conditions: Conditions | None
    ) -> httpcore.Request:
        headers = [
            ("Host", target.netloc),
            ("User-Agent", USER_AGENT),
            ("Accept", purpose.accept),
            ("Accept-Encoding", ACCEPTED),
            ("Connection", "close"),
        ]
        # They are what one address gave: to another that it leads to they mean nothing.
        known = conditions if conditions is not None and conditions.url == target.url else None
        if known is not None and known.etag:
            headers.append(("If-None-Match", known.etag))
        if known is not None and known.last_modified:
            headers.append(("If-Modified-Since", known.last_modified))
        url = httpcore.URL(
            scheme=target.scheme.encode(),
            host=target.host.encode(),
            port=target.port,
            target=target.path.encode(),
        )
        step = self._bound.step
        timeout = {"connect": self._bound.connect, "read": step, "write": step, "pool": step}
        sent = [(name.encode(), value.encode("latin-1")) for name, value in headers]
        return httpcore.Request("GET", url, headers=sent, extensions={"timeout": timeout})

    def _answer(
        self,
        target: Target,
        purpose: Purpose,
        response: httpcore.Response,
        address: str | None,
    ) -> Answer:
        told = tuple(
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers
        )
        answer = Answer(target.url, response.status, told, b"", self._now(), address)
        if response.status != _FOUND:
            return answer
        media_type = answer.media_type
        if purpose.media_types is not None and (media_type or "text/html") not in (
            purpose.media_types
        ):
            raise RefusedError(target.url, f"is {media_type}, not {purpose.name}")
        body = read_body(
            response.iter_stream(),
            answer.header("content-encoding"),
            purpose.largest,
            target.url,
            cuts=purpose.cuts,
        )
        return Answer(target.url, response.status, told, body, answer.taken_at, address)


@contextmanager
def _handled(
    connection: httpcore.HTTPConnection, request: httpcore.Request
) -> Iterator[httpcore.Response]:
    response = connection.handle_request(request)
    try:
        yield response
    finally:
        response.close()


def _told(target: Target, error: Exception) -> str:
    """Return what went wrong in a sentence that names the page."""
    if isinstance(error, BreakdownError):
        return f"{target.url}: {error.reason}"
    if isinstance(error, httpcore.TimeoutException):
        return f"{target.url}: did not answer in time"
    if isinstance(error, httpcore.ProtocolError):
        return f"{target.url}: does not answer as HTTP has it ({error})"
    return f"{target.url}: cannot be reached ({error})"
