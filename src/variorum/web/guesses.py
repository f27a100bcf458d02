"""Guesses: whoever tries wrong tokens has to wait, longer after each."""

import hashlib
import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

# Wrong tokens that nobody has to wait for: typed, pasted with a piece missing, one of another desk.
FREE = 5
# Seconds to wait after the next one, twice as many after each further one, and the most. A day then has
# time for 1,500 guesses from one address, where a token of 16 letters takes more than 10**24.
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
# Seconds after which wrong tokens are forgotten.
_FORGOTTEN = 3600.0
# Addresses that are remembered, some 600 bytes each. Whoever commands more than that is not held up.
_PEERS = 4096
# The same wrong token again teaches nobody anything: a program that was not told of a new one asks
# with the old one each minute. So many different ones are known again.
_KNOWN = 8


@dataclass(slots=True)
class _Peer:
    wrong: int = 0
    last: float = 0.0
    until: float = 0.0
    tried: list[bytes] = field(default_factory=list)


class Guesses:
    """Counts the wrong tokens of each address, and says how long it has to wait before the next."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._peers: OrderedDict[str, _Peer] = OrderedDict()

    def wait(self, address: str) -> int:
        """Return for how many seconds an address may try no token; 0 if it may now."""
        peer = self._peers.get(peer_of(address))
        return max(0, math.ceil(peer.until - self._clock())) if peer else 0

    def wrong(self, address: str, token: str) -> None:
        """Note that an address has tried a wrong token."""
        now, name = self._clock(), peer_of(address)
        peer = self._peers.pop(name, None)
        if peer is None or now - peer.last > _FORGOTTEN:
            peer = _Peer()
        self._peers[name] = peer
        while len(self._peers) > _PEERS:
            self._peers.popitem(last=False)
        tried = hashlib.sha256(token.encode("utf-8", "replace")).digest()
        peer.last = now
        if tried in peer.tried:
            return
        peer.tried = [*peer.tried[1 - _KNOWN :], tried]
        peer.wrong += 1
        if peer.wrong > FREE:
            # Not to the power of anything: a patient guesser would overflow it.
            doubled = min(peer.wrong - FREE - 1, 30)
            peer.until = now + min(LONGEST_WAIT, FIRST_WAIT * 2**doubled)

    def right(self, address: str) -> None:
        """Note that an address has the token."""
        self._peers.pop(peer_of(address), None)


def peer_of(address: str) -> str:
    """Return what counts as one address: of version 6 the network, in which everybody has many.

    >>> peer_of("192.0.2.7"), peer_of("2001:db8::1:2:3:4"), peer_of("::ffff:192.0.2.7")
    ('192.0.2.7', '2001:db8::/64', '192.0.2.7')
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:100]
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, 64), strict=False))
