"""The guard: what stands between the desk and whoever asks, in the order in which a request meets it.

Captured pages are hostile, and so may be the page in the next tab of the browser. Nothing captured can
run (Content-Security-Policy, on top of escaping), nothing is loaded from elsewhere, no other site can
read the desk (`hosts`), send to it (`hosts.OriginGuard`) or frame it, and nobody without the token gets
in where one is asked for (`entry`).
"""

import secrets
from collections.abc import Callable, Collection

from starlette.middleware import Middleware

from ..errors import OptionError
from .bounds import Bounds
from .entry import TokenGuard
from .etag import Conditional
from .hosts import LOOPBACK, HostGuard, OriginGuard
from .shield import Shielded


def guards(
    *,
    token: str | None = None,
    hosts: Collection[str] = LOOPBACK,
    key: Callable[[], bytes] | None = None,
) -> list[Middleware]:
    """Return the middleware of a desk that answers by the names of `hosts`, outermost first.

    `key` makes what a browser keeps of the token; without it that is good until the desk stops.
    """
    if token is None and not LOOPBACK.issuperset(hosts):
        raise OptionError("token", "a desk that other machines can reach needs one")
    made = secrets.token_bytes(32)
    key = key or (lambda: made)
    asked = [Middleware(TokenGuard, token=token, key=key)] if token is not None else []
    return [
        Middleware(Shielded),
        Middleware(HostGuard, hosts=hosts),
        Middleware(OriginGuard),
        Middleware(Bounds),
        *asked,
        Middleware(Conditional),
    ]
