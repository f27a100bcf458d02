"""OPML: lists of feeds as readers export them, folders within folders."""

from dataclasses import dataclass

from ...errors import CaptureError
from .markup_parsing import local_name, parse_xml

# Readers' lists have up to some thousands.
MOST_SUBSCRIPTIONS = 50_000


@dataclass(frozen=True, slots=True)
class Subscription:
    """One address to be followed, with what the list calls it."""

    url: str
    title: str | None = None


def read_opml(raw: bytes, location: str) -> tuple[Subscription, ...]:
    """Return the feeds that an OPML file lists, each once, in their order."""
    root = parse_xml(raw, location)
    found: dict[str, Subscription] = {}
    for outline in root.iter("*"):
        if local_name(outline) != "outline":
            continue
        # Attributes are spelled as each program likes: xmlUrl, xmlurl, XMLURL.
        told = {str(name).lower(): str(value).strip() for name, value in outline.attrib.items()}
        url = told.get("xmlurl") or _linked(told)
        if url:
            title = told.get("title") or told.get("text") or None
            found.setdefault(url, Subscription(url, title))
        if len(found) >= MOST_SUBSCRIPTIONS:
            break
    if not found:
        raise CaptureError(location, "lists no feeds")
    return tuple(found.values())


def _linked(told: dict[str, str]) -> str | None:
    """Return the address of an outline that is no feed but links one (`type="link"`, `"rss"`)."""
    return told.get("url") if told.get("type", "").lower() in {"rss", "atom", "link"} else None
