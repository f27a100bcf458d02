"""The key sets of records: passim, trafilatura, news-please, datatrove, Event Registry, Media Cloud, ours.

Each name of ours lists the keys under which programs put the same thing; the first that a record
fills wins. A dotted key goes into a nested object.
"""

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ..model import Stated
from .language_codes import language_code
from .teaser import breaks_off

_KEYS: dict[str, tuple[str, ...]] = {
    "key": ("id", "doc_id", "docno", "uri", "stories_id", "filename"),
    "markup": ("html", "body_html"),
    # A program that gives its own text beside another's puts the better one under the longer name.
    "text": ("maintext", "text", "text_content", "story_text", "body", "body_text", "content", "raw_text"),
    "headline": ("title", "headline", "article_title", "metadata.title", "metadata.headline"),
    "standfirst": ("standfirst", "excerpt", "description", "metadata.description"),
    "byline": ("authors", "author", "byline", "metadata.authors", "metadata.author"),
    "outlet": ("outlet", "source.title", "source.name", "source.uri", "media_name", "sitename",
               "source-hostname", "source_domain", "canonical_domain", "hostname", "domain",
               "metadata.sitename", "metadata.domain", "media_url"),
    "series": ("series",),
    "url": ("url", "original_url", "link", "metadata.url", "source"),
    "published": ("dateTimePub", "published", "date_publish", "publication_date", "publish_date",
                  "publishedAt", "pub_date", "dateTime", "date", "metadata.published",
                  "metadata.date_publish", "metadata.date"),
    "modified": ("date_modify", "modified", "updated", "metadata.modified"),
    "taken_at": ("captured", "taken_at", "date_download", "seendate", "collect_date", "indexed_date",
                 "filedate"),
    "language": ("language", "lang", "full_language", "metadata.language"),
    "tags": ("tags", "categories", "keywords", "metadata.tags"),
    # As we write it ourselves: other programs mean other things by this key.
    "supplier": ("stated.supplier",),
}  # fmt: skip
KNOWN_KEYS = frozenset(key.split(".")[0] for keys in _KEYS.values() for key in keys) | {
    "html", "metadata", "fingerprint", "isDuplicate", "eventUri", "dump", "ap_syndicated", "is_syndicated",
    "content_metadata", "rss_entry", "stated",
}  # fmt: skip
TEXT_KEYS = ("html", *_KEYS["text"], "content_metadata")
# Keys that only programs write which have already taken the article out of its page.
_RECOVERED = frozenset(
    {"maintext", "raw_text", "text_content", "story_text", "fingerprint", "sitename",
     "source-hostname", "isDuplicate", "eventUri", "dateTimePub"}
)  # fmt: skip
# A record with a title whose text is nearly all prose is an article already recovered, too: in the
# labelled sets such texts have .97 to 1.0 of their characters in lines of eight words or more, full
# page texts .35 to .9. Under the bound the text is treated as a page with its chrome.
_PROSE_SHARE = 0.93
_PROSE_WORDS = 8
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.I)


def pick(record: Mapping[str, Any], name: str) -> Any:
    """Return what a record gives for one of our names, or `None`."""
    for key in _KEYS[name]:
        value: Any = record
        for step in key.split("."):
            value = value.get(step) if isinstance(value, Mapping) else None
        if value not in (None, "", [], {}) and (name != "url" or _is_address(value)):
            return value
    return None


def pick_text(record: Mapping[str, Any], name: str) -> str | None:
    """Return what a record gives for one of our names as text; numbers are written out."""
    value = pick(record, name)
    if value is None or isinstance(value, (Mapping, list, tuple, bool, bytes)):
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def pick_time(record: Mapping[str, Any], name: str) -> str | None:
    """Return what a record gives for one of our names where it is a time in ISO 8601, else `None`."""
    text = pick_text(record, name)
    try:
        datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return text


def taken_at(record: Mapping[str, Any]) -> str | None:
    """Return when a record's page was taken; of a crawl, what is called its date is that."""
    return pick_time(record, "taken_at") or (
        pick_time(record, "published") if _is_crawled(record) else None
    )


def read_stated(record: Mapping[str, Any], text: str | None) -> Stated:
    """Return what a record says of its page beside the text."""
    headline = pick_text(record, "headline")
    # A text that was cut by its program is no article, however clean.
    cut = bool(text) and text is not None and breaks_off(text[-400:]) and "content" in record
    ours = record.get("stated")
    ours = ours if isinstance(ours, Mapping) else {}
    return Stated(
        headline=headline,
        byline=_names(pick(record, "byline")),
        outlet=pick_text(record, "outlet"),
        published=None if _is_crawled(record) else pick_text(record, "published"),
        modified=pick_text(record, "modified"),
        language=language_code(pick_text(record, "language")),
        recovered=_said(ours, "recovered", not cut and _is_recovered(record, headline, text)),
        teaser=_said(ours, "teaser", cut),
        standfirst=pick_text(record, "standfirst"),
        tags=_tags(pick(record, "tags")),
        credit=_names(ours.get("credit")) or _credit(record),
        supplier=pick_text(record, "supplier"),
        image_credit=_names(ours.get("image_credit")),
    )


def _said(ours: Mapping[str, Any], name: str, judged: bool) -> bool:
    """Return what we said of a record when we wrote it, else what is judged from what it holds."""
    said = ours.get(name)
    return said if isinstance(said, bool) else judged


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and _ADDRESS.match(value) is not None


def _is_crawled(record: Mapping[str, Any]) -> bool:
    """Whether a record comes from a web crawl by datatrove, whose date is that of the crawl."""
    below = record.get("metadata")
    return "dump" in record or (isinstance(below, Mapping) and "dump" in below)


def _credit(record: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the agency that Media Cloud's flag for texts of the Associated Press names."""
    return ("Associated Press",) if record.get("ap_syndicated") in (True, 1, "true", "1") else ()


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        # trafilatura joins authors so; no name has a semicolon.
        return tuple(name.strip() for name in value.split(";") if name.strip())
    if isinstance(value, (list, tuple)):
        names = [each.get("name") if isinstance(each, Mapping) else each for each in value]
        return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())
    return ()


def _tags(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = re.split(r"[;,]", value)
    if not isinstance(value, (list, tuple)):
        return ()
    labels = [each.get("label") if isinstance(each, Mapping) else each for each in value]
    told = (label.strip() for label in labels if isinstance(label, str))
    return tuple(dict.fromkeys(label for label in told if label))


def _is_recovered(record: Mapping[str, Any], headline: str | None, text: str | None) -> bool:
    if not text:
        return False
    if _RECOVERED & record.keys() or ("body" in record and "text" not in record):
        return True
    if (
        headline is None
        and not isinstance(record.get("metadata"), Mapping)
        and "dump" not in record
    ):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    prose = sum(len(line) for line in lines if len(line.split()) >= _PROSE_WORDS)
    return prose >= _PROSE_SHARE * sum(map(len, lines))
