"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import CaptureError
from ..model import Capture, Failure
from .feed_entry import Entry, Feed, as_part, capture_entry, plain


def is_json_feed(value: Any) -> bool:
    """Tell whether a parsed JSON value is a JSON Feed."""
    return (
        isinstance(value, Mapping)
        and "jsonfeed.org" in str(value.get("version"))
        and isinstance(value.get("items"), list)
    )


def read_json_feed(value: Mapping[str, Any], location: str) -> Iterator[Capture | Failure]:
    """Yield the captures of the entries of a JSON Feed."""
    feed = Feed(
        title=plain(_text(value, "title")),
        url=_text(value, "home_page_url") or _text(value, "feed_url"),
        language=_text(value, "language"),
        authors=_authors(value),
    )
    if not value["items"]:
        raise CaptureError(location, "the feed has no entries")
    for number, each in enumerate(value["items"], start=1):
        here = f"{location}#{number}"
        try:
            if not isinstance(each, Mapping):
                raise CaptureError(here, "the entry is not an object")
            yield capture_entry(_entry(each), feed, here)
        except CaptureError as error:
            yield Failure(here, str(error))


def _entry(each: Mapping[str, Any]) -> Entry:
    markup, text = _text(each, "content_html"), _text(each, "content_text")
    tags = each.get("tags")
    key = each.get("id")
    return Entry(
        title=plain(_text(each, "title")),
        key=str(key) if isinstance(key, str | int | float) and key != "" else None,
        url=_text(each, "url") or _text(each, "external_url"),
        content=as_part(markup, is_markup=True) or as_part(text, is_markup=False),
        summary=as_part(_text(each, "summary"), is_markup=False),
        authors=_authors(each),
        published=_text(each, "date_published"),
        modified=_text(each, "date_modified"),
        language=_text(each, "language"),
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def _authors(value: Mapping[str, Any]) -> tuple[str, ...]:
    # Version 1 has one author, version 1.1 a list.
    several = value.get("authors")
    listed = several if isinstance(several, list) and several else [value.get("author")]
    names = (plain(_text(each, "name")) for each in listed if isinstance(each, Mapping))
    return tuple(name for name in names if name)


def _text(value: Mapping[str, Any], key: str) -> str | None:
    found = value.get(key)
    return found if isinstance(found, str) and found.strip() else None
