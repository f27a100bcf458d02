"""What the pages of one run tell about each other: repetition within outlets, agreement across them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ...model import Capture
from .agreement import Agreement, find_agreement
from .repetition import SiteRepetition, find_repetition


@dataclass(frozen=True, slots=True)
class Context:
    """What repeats on the pages of each outlet, and what the pages of several outlets share."""

    sites: Mapping[str, SiteRepetition] = field(default_factory=dict)
    agreement: Agreement | None = None

    def site(self, capture: Capture) -> SiteRepetition | None:
        """Return what repeats on the pages of a capture's outlet."""
        return self.sites.get(site_of(capture) or "")


def build_context(captures: Sequence[Capture]) -> Context:
    """Return what captures tell about each other; their order makes no difference."""
    texts: dict[str, list[str]] = defaultdict(list)
    pages: list[tuple[str, str]] = []
    for capture in sorted(captures, key=lambda each: each.id):
        if capture.stated.recovered:
            continue
        site = site_of(capture)
        if site is not None:
            texts[site].append(capture.text)
        # A page of an unknown outlet counts as an outlet of its own: it can't repeat chrome.
        pages.append((site or capture.id, capture.text))
    sites = {site: find_repetition(each) for site, each in texts.items() if len(each) > 1}
    return Context(sites, find_agreement(pages) if len(pages) > 1 else None)


def site_of(capture: Capture) -> str | None:
    """Return the outlet that a capture's record or address names, `None` where neither does."""
    return capture.stated.outlet or host_of(capture.url)


def host_of(url: str | None) -> str | None:
    """Return the host of an address, without "www." and in small letters."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None
