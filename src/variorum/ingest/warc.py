"""WARC files, plain or gzip: one capture a `response` record that holds a page."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import CaptureError, TruncatedRecordError
from ..model import Capture, Failure
from .limits import LARGEST_CAPTURE
from .page_file import decode_page, looks_like_markup, make_capture

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# What a crawl fetched beside pages (pictures, scripts, feeds) is passed over, not failed.
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})


def read_warc(path: Path, location: str) -> Iterator[Capture | Failure]:
    """Yield the pages that a WARC file holds; a record that cannot be read costs itself alone."""
    # Loading its reader takes a while: only where there is a WARC.
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = 0
    try:
        for record in ArchiveIterator(
            str(path), record_types=WarcRecordType.response, auto_decode="all", fsspec_args=False
        ):
            number += 1
            here = f"{location}:{number}"
            try:
                capture = read_response(record, here)
            except CaptureError as error:
                yield Failure(here, str(error))
            else:
                if capture is not None:
                    yield capture
    except (OSError, ValueError, EOFError) as error:
        reason = f"breaks off after {number} responses ({error}); what came before was read"
        yield Failure(location, str(TruncatedRecordError(location, reason)))
        return
    if number == 0:
        yield Failure(location, f"{location}: holds no responses")


def read_response(record: "WarcRecord", location: str) -> Capture | None:
    """Return the page of a `response` record, `None` where it holds something else."""
    status = getattr(record.http_headers, "status_code", None)
    if (record.http_content_type or "text/html").lower() not in _PAGES or status not in {None, 200}:
        return None
    raw = _read_payload(record, location)
    if not raw.strip():
        raise CaptureError(location, "is empty")
    content = decode_page(raw, location, record.http_charset)
    return make_capture(
        location,
        content,
        is_markup=record.http_content_type != "text/plain" or looks_like_markup(content),
        raw=raw,
        url=_header(record, "WARC-Target-URI"),
        taken_at=_header(record, "WARC-Date"),
    )


def _read_payload(record: "WarcRecord", location: str) -> bytes:
    try:
        raw = bytes(record.reader.read(LARGEST_CAPTURE + 1))
    except (OSError, ValueError, EOFError) as error:
        raise TruncatedRecordError(location, f"the record is broken ({error})") from error
    if len(raw) > LARGEST_CAPTURE:
        limit = f"{LARGEST_CAPTURE / 1e6:,.0f} MB"
        raise CaptureError(location, f"the page has more than {limit}, the most it may have")
    return raw


def _header(record: "WarcRecord", name: str) -> str | None:
    value: Any = record.headers.get(name)
    return str(value).strip("<> ") or None if value else None
