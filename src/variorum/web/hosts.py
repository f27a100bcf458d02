"""Hosts: by which names the desk answers, and whether a request came from its own pages.

A page of a hostile site can point its own name at 127.0.0.1 (DNS rebinding) and would then read the
desk as its own; the `Host` header still bears that name, and only known names are answered.
"""

import ipaddress
import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from .refusal import Refusal, refuse

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
# Every name, for a desk that listens on all addresses; what guards it then is the token.
ANY = "*"
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^\[\]:@/?#\s]+)(?::\d{1,5})?")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def is_loopback(host: str) -> bool:
    """Return whether only programs of this machine reach a server bound to `host`.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def hosts_for(host: str) -> frozenset[str]:
    """Return the names by which a desk bound to `host` may be asked."""
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return LOOPBACK | {host.lower()}
    if address.is_unspecified:
        return frozenset({ANY})
    return LOOPBACK | {f"[{address}]" if address.version == 6 else str(address)}


def name_of(host: str) -> str | None:
    """Return the name in a Host header, without its port; `None` where that is malformed.

    >>> name_of("LocalHost:8000"), name_of("[::1]:8000"), name_of("a@b")
    ('localhost', '[::1]', None)
    """
    found = _HOST.fullmatch(host)
    return found[1].lower() if found else None


class HostGuard:
    """Answers only requests that name a host by which the desk is known."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str] = LOOPBACK) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        named = Headers(scope=scope).getlist("host")
        name = name_of(named[0]) if len(named) == 1 else None
        if name is None or not (ANY in self._hosts or name in self._hosts):
            refusal = Refusal(421, "the desk does not answer by that name; ask for localhost")
            return await refuse(scope, refusal)(scope, receive, send)
        return await self._app(scope, receive, send)


class OriginGuard:
    """Refuses what pages of other sites send here: a browser says where a form comes from."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "http" and scope["method"] not in _SAFE and not _is_own(scope):
            refusal = Refusal(403, "a page of another site sent this")
            return await refuse(scope, refusal)(scope, receive, send)
        return await self._app(scope, receive, send)


def _is_own(scope: Scope) -> bool:
    """Return whether a request was sent by a page of the desk, or by a program that is no browser.

    All browsers send `Origin` with what a page of another site posts; a program sends none of the
    three headers, and no page can make it do anything.
    """
    headers = Headers(scope=scope)
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    stated = headers.get("origin") or headers.get("referer")
    if stated is None:
        return True
    try:
        parts = urlsplit(stated)
    except ValueError:
        return False
    return (parts.scheme, parts.netloc.lower()) == (
        scope["scheme"],
        headers.get("host", "").lower(),
    )
