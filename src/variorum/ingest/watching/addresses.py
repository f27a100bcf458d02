"""Which addresses of the network may be connected to: those of the public internet, by default.

What a page refers to is chosen by strangers: without this, a feed could have the watcher read the
interfaces of the machine it runs on, of its neighbours, and of the cloud it is rented from
(server-side request forgery, CWE-918).
"""

from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

# The special-purpose registries of IANA (RFC 6890 and its updates), written out: what the standard
# library calls private or global differs from one patch release of Python to the next, and calls
# the translated forms of private addresses global.
_RANGES = (
    ("0.0.0.0/8", "of this network"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "shared by a carrier's customers"),
    ("127.0.0.0/8", "loopback"),
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved for protocols"),
    ("192.0.2.0/24", "reserved for documentation"),
    ("192.31.196.0/24", "reserved for protocols"),
    ("192.52.193.0/24", "reserved for protocols"),
    ("192.88.99.0/24", "a relay of 6to4"),
    ("192.168.0.0/16", "private"),
    ("192.175.48.0/24", "reserved for protocols"),
    ("198.18.0.0/15", "reserved for benchmarks"),
    ("198.51.100.0/24", "reserved for documentation"),
    ("203.0.113.0/24", "reserved for documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    ("::/128", "unspecified"),
    ("::1/128", "loopback"),
    ("::ffff:0:0/96", "an IPv4 address in disguise"),
    ("64:ff9b:1::/48", "a private translation to IPv4"),
    ("2001::/23", "reserved for protocols (Teredo among them)"),
    ("2001:db8::/32", "reserved for documentation"),
    ("2002::/16", "an IPv4 address in disguise (6to4)"),
    ("3fff::/20", "reserved for documentation"),
    ("fc00::/7", "private"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "private"),
    ("ff00::/8", "multicast"),
)
_REFUSED = tuple((ip_network(each), what) for each, what in _RANGES)
# Only this part of IPv6 has been given out as global unicast.
_GLOBAL = IPv6Network("2000::/3")
# Networks of IPv6 alone reach all of IPv4 through this prefix (RFC 6052): the address within decides.
_TRANSLATED = IPv6Network("64:ff9b::/96")
# What an intranet is made of; opened on request only.
_INTRANET = frozenset({"private", "loopback", "shared by a carrier's customers"})
# Where clouds hand keys to the machines in them; no page is read there, whatever was opened.
_METADATA = frozenset(
    ip_address(each)
    for each in ("100.100.100.200", "169.254.169.254", "192.0.0.192", "fd00:ec2::254")
)


def refuse_address(text: str, *, allow_private: bool = False) -> str | None:
    """Return why an address may not be connected to, `None` where it may.

    >>> refuse_address("127.0.0.1"), refuse_address("::ffff:8.8.8.8")
    ('is loopback', 'is an IPv4 address in disguise')
    """
    try:
        address = ip_address(text)
    except ValueError:
        return "is no address"
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return "is bound to one interface"
        if address in _TRANSLATED:
            within = IPv4Address(int(address) & 0xFFFFFFFF)
            refused = _refuse(within, allow_private=False)
            return f"translates to {within}, which {refused}" if refused else None
    return _refuse(address, allow_private=allow_private)


def _refuse(address: IPv4Address | IPv6Address, *, allow_private: bool) -> str | None:
    if address in _METADATA:
        return "is where a cloud hands out keys"
    for network, what in _REFUSED:
        if _is_within(address, network):
            return None if allow_private and what in _INTRANET else f"is {what}"
    if isinstance(address, IPv6Address) and address not in _GLOBAL:
        return "is in no range that has been given out"
    return None


def _is_within(address: IPv4Address | IPv6Address, network: IPv4Network | IPv6Network) -> bool:
    return address.version == network.version and address in network
