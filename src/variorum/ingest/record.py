"""One record of any program, made into a capture; objects that hold many are taken apart."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import CaptureError
from ..model import Capture
from .page_file import looks_like_markup, make_capture
from .record_keys import pick, pick_text, read_stated, taken_at

# Where interfaces of programs put the records that they answer with.
_HOLDERS = ("articles", "results", "stories", "items", "documents", "docs", "records")
_MOST_DEEP = 3


def make_record(record: Mapping[str, Any], location: str) -> Capture:
    """Return the capture that one record holds; raise CaptureError where it holds none."""
    record = _flat(record)
    markup, text = record.get("html") or record.get("body_html"), pick(record, "text")
    if text is not None and not isinstance(text, str):
        raise CaptureError(location, "the record's text is not a string")
    if not isinstance(markup, str) or not markup.strip():
        markup = text if text is not None and looks_like_markup(text) else None
    content = markup if markup is not None else text
    if content is None:
        raise CaptureError(location, "the record has neither text nor html")
    return make_capture(
        location,
        content,
        is_markup=markup is not None,
        key=pick_text(record, "key"),
        url=pick_text(record, "url"),
        taken_at=taken_at(record),
        series=pick_text(record, "series"),
        stated=read_stated(record, None if markup is not None else text),
    )


def records_in(value: Any) -> Iterator[Any]:
    """Yield the records of a parsed JSON file: of a list, of an object that holds a list, or itself.

    >>> list(records_in({"articles": {"results": [{"body": "…"}]}}))
    [{'body': '…'}]
    """
    if isinstance(value, list):
        yield from value
        return
    below = value
    for _ in range(_MOST_DEEP):
        if not isinstance(below, Mapping) or pick(below, "text") is not None or "html" in below:
            break
        held = next(
            (below[key] for key in _HOLDERS if isinstance(below.get(key), list | dict)), None
        )
        if isinstance(held, list):
            yield from held
            return
        below = held
    yield value


def _flat(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a record with what Media Cloud's archives nest brought to the surface."""
    content, entry = record.get("content_metadata"), record.get("rss_entry")
    if not isinstance(content, Mapping):
        return record
    entry = entry if isinstance(entry, Mapping) else {}
    found = {key: entry[key] for key in ("pub_date", "link", "title") if entry.get(key)}
    return {**found, **{key: value for key, value in content.items() if value is not None}}
