"""One page in one file or record: plain text or HTML, made into a capture."""

import hashlib
import re
from dataclasses import fields, replace
from typing import Any

from ..errors import CaptureError
from ..model import Capture, CaptureId, Note, Stated, content_id
from ..text.mending import mend
from .decoding import decode, decode_markup
from .limits import LARGEST_CAPTURE, LONGEST_MARKUP, LONGEST_TEXT, MOST_TAGS, megabytes
from .rendering import render_page
from .unpacking import Readable, read_bounded

_LOOKS_LIKE_MARKUP = re.compile(
    r"\s*(?:<!doctype\s+html|<html|<\?xml[^>]*>\s*<(?:!doctype\s+)?html)", re.I
)


def looks_like_markup(text: str) -> bool:
    """Tell whether a text is an HTML page."""
    return _LOOKS_LIKE_MARKUP.match(text[:2000]) is not None


def make_capture(
    location: str,
    content: str,
    *,
    is_markup: bool,
    raw: bytes | None = None,
    key: str | None = None,
    url: str | None = None,
    taken_at: str | None = None,
    series: str | None = None,
    stated: Stated | None = None,
) -> Capture:
    """Return the capture of one page; raise CaptureError where there is nothing to read in it."""
    stated = _mended(stated) if stated else Stated()
    # A file's name need not be UTF-8, and an address or an id of a record may hold anything.
    location = mend(location)
    key, url, taken_at, series = (each and mend(each) for each in (key, url, taken_at, series))
    digest = (
        "sha256:"
        + hashlib.sha256(
            raw if raw is not None else content.encode("utf-8", "surrogatepass")
        ).hexdigest()
    )
    content = mend(content)
    text = render(content, location) if is_markup else content
    if not text.strip():
        what = "the page has no text" if is_markup else "is empty"
        raise CaptureError(location, what)
    if len(text) > LONGEST_TEXT:
        raise CaptureError(
            location, f"has {len(text):,} characters of text; a page may have {LONGEST_TEXT:,}"
        )
    return Capture(
        id=CaptureId(content_id("capture", digest, url, key, stated.outlet)),
        location=location,
        text=text,
        media_type="text/html" if is_markup else "text/plain",
        digest=digest,
        key=key,
        url=url,
        taken_at=taken_at,
        series=series,
        markup=content if is_markup else None,
        stated=stated,
    )


def render(markup: str, location: str) -> str:
    """Return the text of some markup; raise CaptureError where rendering it would cost too much."""
    if len(markup) > LONGEST_MARKUP:
        told = f"{len(markup):,} characters of markup; a page may have {LONGEST_MARKUP:,}"
        raise CaptureError(location, f"has {told}")
    tags = markup.count("<")
    if tags > MOST_TAGS:
        raise CaptureError(location, f"has {tags:,} tags; a page may have {MOST_TAGS:,}")
    return render_page(markup, location)


def _mended(stated: Stated) -> Stated:
    """Return what a record says with each of its strings mended: JSON can name half a character."""
    held = {each.name: getattr(stated, each.name) for each in fields(stated)}
    changes: dict[str, Any] = {
        name: tuple(map(mend, value)) if isinstance(value, tuple) else mend(value)
        for name, value in held.items()
        if isinstance(value, (str, tuple))
    }
    return replace(stated, **changes)


def read_page_stream(
    stream: Readable, location: str, name: str | None
) -> tuple[Capture, Note | None]:
    """Return the capture of one page from a stream; `name` is its file's."""
    raw = read_bounded(stream, LARGEST_CAPTURE)
    if len(raw) > LARGEST_CAPTURE:
        raise CaptureError(location, f"is too long: a page may have {megabytes(LARGEST_CAPTURE)}")
    return read_page_bytes(raw, location, is_markup=names_markup(name or ""))


def names_markup(name: str) -> bool:
    """Tell whether a file's name promises markup."""
    name = name.lower().removesuffix(".gz").removesuffix(".zst")
    return name.endswith((".html", ".htm", ".xhtml", ".xml"))


def read_page_bytes(
    raw: bytes, location: str, *, is_markup: bool = False, url: str | None = None
) -> tuple[Capture, Note | None]:
    """Return the capture of one page's bytes, and a note where its encoding had to be guessed."""
    if not raw.strip():
        raise CaptureError(location, "is empty")
    if is_markup:
        content, encoding = decode_markup(raw, location)
    else:
        content, encoding = decode(raw, location)
    if not is_markup and looks_like_markup(content):
        is_markup = True
        content, encoding = decode_markup(raw, location)
    note = None
    if encoding is not None:
        told = "is UTF-8 with broken bytes" if encoding == "utf-8" else "is not UTF-8"
        note = Note(location, f"{told}; read as {encoding}")
    return make_capture(location, content, is_markup=is_markup, raw=raw, url=url), note
