"""Which witness a page itself names as where it has its text from: by its canonical address or a credit."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..model import Article


@dataclass(frozen=True, slots=True)
class Named:
    """The sigil of the witness that a page names, and whether its canonical address does so."""

    sigil: str
    by_address: bool = False


def find_named(known: Mapping[str, Article]) -> dict[str, Named]:
    """Return for each witness that names another one which it names; an address before a credit.

    A canonical address on the page's own host says nothing of other outlets.
    """
    outlets = {
        article.outlet.casefold(): sigil for sigil, article in known.items() if article.outlet
    }
    addresses = {_address(article.capture.url): sigil for sigil, article in known.items()}
    hosts: dict[str, list[str]] = {}
    for sigil, article in known.items():
        hosts.setdefault(article.host or "", []).append(sigil)
    found: dict[str, Named] = {}
    for sigil, article in known.items():
        taken_from = _by_address(article, addresses, hosts)
        credited = (outlets.get(credit.casefold()) for credit in article.credit)
        if taken_from and taken_from != sigil:
            found[sigil] = Named(taken_from, by_address=True)
        elif named := next((each for each in credited if each and each != sigil), None):
            found[sigil] = Named(named)
    return found


def _by_address(
    article: Article, addresses: Mapping[str, str], hosts: Mapping[str, list[str]]
) -> str | None:
    """Return the witness at a page's canonical address, or else the only one of that host."""
    address = _address(article.canonical)
    host = address.partition("/")[0]
    if not host or not article.host or _is_one_site(host, article.host):
        return None
    if address in addresses:
        return addresses[address]
    same_host = hosts.get(host, [])
    return same_host[0] if len(same_host) == 1 else None


def _is_one_site(one: str, other: str) -> bool:
    """Tell whether one host is the other or a part of it, such as its pages for phones."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _address(url: str | None) -> str:
    """Return host and path: what is left of an address when how and by whom it was reached is cut off."""
    if not url:
        return ""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = parts.hostname
    except ValueError:
        return ""
    return f"{host.removeprefix('www.')}{parts.path.rstrip('/')}" if host else ""
