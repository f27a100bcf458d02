"""The key sets of JSON-lines records: passim, trafilatura, news-please, datatrove, Event Registry, ours.

Each name of ours lists the keys under which those programs put the same thing; the first that a
record fills wins. A dotted key goes into a nested object.
"""

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ..model import Stated

_KEYS: dict[str, tuple[str, ...]] = {
    "key": ("id", "doc_id", "uri", "filename"),
    "markup": ("html",),
    "text": ("text", "maintext", "body", "raw_text"),
    "headline": ("title", "headline", "metadata.title"),
    "byline": ("authors", "author", "byline", "metadata.author"),
    "outlet": ("outlet", "source.title", "source.uri", "sitename", "source_domain", "hostname"),
    "series": ("series",),
    "url": ("url", "metadata.url"),
    "published": ("dateTime", "date_publish", "date", "published", "metadata.date"),
    "modified": ("date_modify", "modified"),
    "taken_at": ("captured", "taken_at", "date_download"),
    "language": ("language", "lang", "metadata.language"),
}
# Keys that only programs write which have already taken the article out of its page.
_RECOVERED = frozenset(
    {"maintext", "raw_text", "fingerprint", "sitename", "isDuplicate", "eventUri"}
)
# A record with a title whose text is nearly all prose is an article already recovered, too: in the
# labelled sets such texts have .97 to 1.0 of their characters in lines of eight words or more, full
# page texts .35 to .9. Under the bound the text is treated as a page with its chrome.
_PROSE_SHARE = 0.93
_PROSE_WORDS = 8


def pick(record: Mapping[str, Any], name: str) -> Any:
    """Return what a record gives for one of our names, or `None`."""
    for key in _KEYS[name]:
        value: Any = record
        for step in key.split("."):
            value = value.get(step) if isinstance(value, Mapping) else None
        if value not in (None, "", [], {}):
            return value
    return None


def pick_text(record: Mapping[str, Any], name: str) -> str | None:
    """Return what a record gives for one of our names as text; numbers are written out."""
    value = pick(record, name)
    if value is None or isinstance(value, (Mapping, list, bool)):
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return str(value)


def pick_time(record: Mapping[str, Any], name: str) -> str | None:
    """Return what a record gives for one of our names where it is a time in ISO 8601, else `None`."""
    text = pick_text(record, name)
    try:
        datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return text


def read_stated(record: Mapping[str, Any], text: str | None) -> Stated:
    """Return what a record says of its page beside the text."""
    headline = pick_text(record, "headline")
    return Stated(
        headline=headline,
        byline=_names(pick(record, "byline")),
        outlet=pick_text(record, "outlet"),
        published=pick_text(record, "published"),
        modified=pick_text(record, "modified"),
        language=pick_text(record, "language"),
        recovered=_is_recovered(record, headline, text),
    )


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, list):
        names = [each.get("name") if isinstance(each, Mapping) else each for each in value]
        return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())
    return ()


def _is_recovered(record: Mapping[str, Any], headline: str | None, text: str | None) -> bool:
    if not text:
        return False
    if _RECOVERED & record.keys() or ("body" in record and "text" not in record):
        return True
    if headline is None and not isinstance(record.get("metadata"), Mapping):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    prose = sum(len(line) for line in lines if len(line.split()) >= _PROSE_WORDS)
    return prose >= _PROSE_SHARE * sum(map(len, lines))
