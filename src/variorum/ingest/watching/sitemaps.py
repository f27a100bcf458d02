"""Site maps (https://www.sitemaps.org/protocol.html), their indexes, and the extension for news."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .markup_parsing import child_text, children_named, local_name, parse_xml
from .targets import join_url

if TYPE_CHECKING:
    from lxml.etree import _Element

# What the protocol allows in one map.
MOST_ENTRIES = 50_000


@dataclass(frozen=True, slots=True)
class MappedPage:
    """One address of a site map; `changed` is when its page was changed or published, as told."""

    url: str
    changed: str | None = None
    title: str | None = None

    @property
    def moment(self) -> datetime | None:
        """When its page was changed, `None` where that is not told; a day without zone is UTC's."""
        try:
            moment = datetime.fromisoformat(self.changed or "")
        except ValueError:
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class SiteMap:
    """The pages that a site map lists, and the maps that an index lists; newest first."""

    pages: tuple[MappedPage, ...]
    maps: tuple[MappedPage, ...]


def read_sitemap(raw: bytes, url: str) -> SiteMap:
    """Return what a site map or an index of them lists, the newest first."""
    root = parse_xml(raw, url)
    pages: list[MappedPage] = []
    maps: list[MappedPage] = []
    for element in root.iterchildren("*"):
        name = local_name(element)
        entry = _entry(element, url) if name in {"url", "sitemap"} else None
        if entry is not None:
            (pages if name == "url" else maps).append(entry)
        if len(pages) + len(maps) >= MOST_ENTRIES:
            break
    return SiteMap(_newest_first(pages), _newest_first(maps))


def _entry(element: "_Element", base: str) -> MappedPage | None:
    address = child_text(element, "loc")
    url = join_url(base, address) if address else None
    if url is None:
        return None
    news = next(children_named(element, "news"), None)
    published = child_text(news, "publication_date") if news is not None else None
    title = child_text(news, "title") if news is not None else None
    return MappedPage(url, child_text(element, "lastmod") or published, title)


def _newest_first(entries: list[MappedPage]) -> tuple[MappedPage, ...]:
    """Return entries in order of change, each address once; those that tell none come last."""
    once: dict[str, MappedPage] = {}
    for entry in entries:
        once.setdefault(entry.url, entry)
    undated = datetime.min.replace(tzinfo=UTC)
    return tuple(sorted(once.values(), key=lambda entry: entry.moment or undated, reverse=True))
