"""URLs taken apart once, and refused where no page can be meant by them.

The parts that were checked are the parts that are asked for: no second parser reads the URL.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urljoin

from ...errors import RefusedError

_PORTS = {"http": 80, "https": 443}
# Ports that pages are served at. Others belong to mail, databases and the like, which a request can
# be made to speak to (protocol smuggling).
_WEB_PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443, 8888})
_FIRST_USER_PORT = 1024
# The longest URL of the labelled pages has 310 characters; servers commonly end at 8,000.
LONGEST_URL = 4096
_NAME = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_-]{1,63}")
# Such hosts are addresses to every resolver: decimal, octal, hexadecimal, shortened (WHATWG URL).
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")


@dataclass(frozen=True, slots=True)
class Target:
    """What a request needs to know of a URL; `path` includes the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        """The host as headers have it, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def url(self) -> str:
        """The URL in one spelling, without its fragment."""
        return self.origin + self.path


def read_target(url: str, *, allow_private: bool = False) -> Target:
    """Return what a URL asks for; raise RefusedError where it may not be asked.

    >>> read_target("HTTPS://Courier.example:443/a b#c").url
    'https://courier.example/a%20b'
    """
    # A compiled library is loaded with it: only where the network is used.
    import httpx

    shown = url if len(url) <= 200 else url[:200] + "…"
    if len(url) > LONGEST_URL:
        raise RefusedError(shown, f"is longer than a URL may be ({LONGEST_URL:,} characters)")
    try:
        parsed = httpx.URL(url.strip())
        port = parsed.port
        host = parsed.raw_host.decode("ascii").removesuffix(".")
    except (httpx.InvalidURL, ValueError) as error:
        raise RefusedError(shown, f"is no URL ({error})") from error
    if parsed.scheme not in _PORTS:
        raise RefusedError(shown, "is no http or https URL")
    if parsed.userinfo:
        raise RefusedError(shown, "holds a name or a password")
    _check_host(host, shown)
    port = _PORTS[parsed.scheme] if port is None else port
    open_port = port in _WEB_PORTS or (allow_private and port >= _FIRST_USER_PORT)
    if not open_port:
        raise RefusedError(shown, f"asks for port {port}, where no pages are served")
    return Target(parsed.scheme, host, port, parsed.raw_path.decode("ascii"))


def join_url(base: str, reference: str) -> str | None:
    """Return the URL that a reference on a page means, `None` where it means none."""
    try:
        return urljoin(base, reference.strip()) or None
    except ValueError:
        return None


def _check_host(host: str, shown: str) -> None:
    try:
        if ":" in host:
            if IPv6Address(host).scope_id is not None:
                raise ValueError(host)
        elif _NUMBER.fullmatch(host):
            IPv4Address(host)
        elif not _NAME.fullmatch(host):
            raise ValueError(host)
    except ValueError as error:
        raise RefusedError(shown, "names no host in the usual way") from error
