"""One page in one file or record: plain text or HTML, made into a capture."""

import hashlib
import re
from pathlib import Path

from ..errors import CaptureError
from ..extract import render_markup
from ..model import Capture, CaptureId, Note, Stated, content_id
from .decoding import decode, guess_encoding, has_mark, is_damaged_utf8, refuse_binary
from .limits import LARGEST_CAPTURE, LONGEST_TEXT

_LOOKS_LIKE_MARKUP = re.compile(
    r"\s*(?:<!doctype\s+html|<html|<\?xml[^>]*>\s*<(?:!doctype\s+)?html)", re.I
)
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)


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
    stated = stated or Stated()
    digest = (
        "sha256:"
        + hashlib.sha256(
            raw if raw is not None else content.encode("utf-8", "surrogatepass")
        ).hexdigest()
    )
    # Lone surrogates and NULs cannot be stored, printed or searched; both are one code point, so
    # that offsets stay those of the text as it came.
    content = _mend(content)
    text = render_markup(content) if is_markup else content
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


def _mend(text: str) -> str:
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text


def read_page(path: Path, location: str, url: str | None = None) -> tuple[Capture, Note | None]:
    """Return the capture of one text or HTML file, and a note where its encoding had to be guessed."""
    size = path.stat().st_size
    if size > LARGEST_CAPTURE:
        raise CaptureError(
            location, f"has {size / 1e6:,.0f} MB; a page may have {LARGEST_CAPTURE / 1e6:,.0f} MB"
        )
    raw = path.read_bytes()
    return read_page_bytes(
        raw, location, is_markup=path.suffix.lower() in {".html", ".htm"}, url=url
    )


def read_page_bytes(
    raw: bytes, location: str, *, is_markup: bool = False, url: str | None = None
) -> tuple[Capture, Note | None]:
    """Return the capture of one page's bytes, and a note where its encoding had to be guessed."""
    if not raw.strip():
        raise CaptureError(location, "is empty")
    note = None
    if is_markup:
        content = decode_page(raw, location)
    else:
        content, encoding = decode(raw, location)
        if encoding is not None:
            told = "is UTF-8 with broken bytes" if encoding == "utf-8" else "is not UTF-8"
            note = Note(location, f"{told}; read as {encoding}")
    capture = make_capture(
        location, content, is_markup=is_markup or looks_like_markup(content), raw=raw, url=url
    )
    return capture, note


def decode_page(raw: bytes, location: str, charset: str | None = None) -> str:
    """Return the text of an HTML page, which says its encoding itself (or its server does).

    Where that proves wrong, the bytes decide. Raises UnknownFormatError for bytes that are no text.
    """
    if has_mark(raw):
        return decode(raw, location)[0]
    refuse_binary(raw, location)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(raw[:4096])
        named = declared.group(1).decode("ascii", "replace") if declared else ""
        if is_damaged_utf8(raw):
            return raw.decode("utf-8", "replace")
        for encoding in (charset or "", named, guess_encoding(raw)):
            try:
                return raw.decode(encoding)
            except (LookupError, UnicodeDecodeError):
                continue
        return raw.decode("windows-1252", "replace")
