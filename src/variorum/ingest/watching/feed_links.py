"""The feeds that a page of HTML names (link rel="alternate"), in its order."""

from ..limits import LONGEST_MARKUP, MOST_TAGS
from .targets import join_url

_FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
    }
)


def find_feed_links(markup: str, url: str) -> tuple[str, ...]:
    """Return the addresses of the feeds that a page names."""
    # A compiled parser: loaded where there is a page.
    from resiliparse.parse.html import HTMLTree

    if len(markup) > LONGEST_MARKUP or markup.count("<") > MOST_TAGS:
        return ()
    document = HTMLTree.parse(markup).document
    if document is None:
        return ()
    based = document.query_selector("base[href]")
    base = (join_url(url, based.getattr("href") or "") if based is not None else None) or url
    found: list[str] = []
    for link in document.query_selector_all("link[href]"):
        relations = (link.getattr("rel") or "").lower().split()
        media_type = (link.getattr("type") or "").partition(";")[0].strip().lower()
        if "alternate" in relations and media_type in _FEED_TYPES:
            address = join_url(base, link.getattr("href") or "")
            if address is not None:
                found.append(address)
    return tuple(dict.fromkeys(found))
