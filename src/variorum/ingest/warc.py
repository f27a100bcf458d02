"""WARC files, plain or packed: a capture for each record that holds a page or the text of one.

Pages are `response` and `resource` records of markup or plain text; `conversion` records (WET)
hold texts. Media Cloud's archives add a `metadata` record to each page.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

from ..errors import CaptureError, TruncatedRecordError
from ..model import Capture, Failure, Note, Stated
from .decoding import decode, decode_markup
from .http_body import HttpBody, read_http
from .json_lines import as_object, parse_json
from .language_codes import language_code
from .limits import LARGEST_CAPTURE, MOST_BREAKS, megabytes
from .page_file import looks_like_markup, make_capture
from .record import make_record
from .warc_recovery import next_record

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# What a crawl fetched beside pages (pictures, scripts, feeds) is passed over, not failed.
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_MEDIA_CLOUD = "application/x.mediacloud-indexer+json"
_READ = frozenset({"response", "resource", "conversion", "metadata"})


def read_warc(opened: IO[bytes], location: str) -> Iterator[Capture | Failure | Note]:
    """Yield the pages that a WARC file holds; a record that cannot be read costs itself alone."""
    archive = _Archive(opened, location)
    yield from archive.captures()
    if archive.pages == 0 and not archive.breaks:
        raise CaptureError(location, "holds no pages")


class _Archive:
    """One WARC file while it is read: its pages are numbered, its breaks counted."""

    def __init__(self, opened: IO[bytes], location: str) -> None:
        self._opened = opened
        self._location = location
        self.pages = 0
        self.breaks = 0
        self._at = 0
        # The last page waits for the metadata record that may belong to it.
        self._waiting: tuple[str | None, Capture] | None = None

    def captures(self) -> Iterator[Capture | Failure]:
        """Yield what the records hold; where the file is broken, go on at the next whole record."""
        begin: int | None = 0
        while begin is not None:
            try:
                yield from self._read_from(begin)
                break
            except (OSError, ValueError, EOFError) as error:
                if isinstance(error, OSError) and error.errno:
                    raise
                yield from self._release()
                self.breaks += 1
                yield self._failure(error)
                begin = (
                    next_record(self._opened, max(begin, self._at) + 1)
                    if self.breaks < MOST_BREAKS
                    else None
                )
        yield from self._release()

    def _read_from(self, begin: int) -> Iterator[Capture | Failure]:
        # Loading its reader takes a while: only where there is a WARC.
        from fastwarc.warc import ArchiveIterator

        self._opened.seek(begin)
        for record in ArchiveIterator(self._opened, parse_http=False, fsspec_args=False):
            self._at = max(begin, record.stream_pos)
            kind = str(record.record_type)
            if kind not in _READ or (
                kind == "metadata" and _header(record, "Content-Type") != _MEDIA_CLOUD
            ):
                continue
            yield from self._read(record, kind)

    def _read(self, record: "WarcRecord", kind: str) -> Iterator[Capture | Failure]:
        if kind != "metadata":
            self.pages += 1
        here = f"{self._location}:{max(1, self.pages)}"
        try:
            block = _block(record, here)
            if kind == "metadata":
                yield from self._complete(block, _header(record, "WARC-Refers-To"), here)
                return
            yield from self._release()
            capture = _READERS[kind](record, block, here)
        except CaptureError as error:
            yield from self._release()
            yield Failure(here, str(error))
        else:
            if capture is not None:
                self._waiting = (_header(record, "WARC-Record-ID"), capture)

    def _complete(self, block: bytes, page: str | None, here: str) -> Iterator[Capture]:
        """Yield the waiting page with what a metadata record adds, or the text that this one holds."""
        told = as_object(parse_json(block, here), here)
        if self._waiting is not None and page == self._waiting[0]:
            capture = self._waiting[1]
            content = told.get("content_metadata")
            language = content.get("language") if isinstance(content, dict) else None
            # Its headline and day were taken from the same page, which is read here in full.
            stated = replace(capture.stated, language=language_code(str(language)))
            self._waiting = None
            yield replace(capture, stated=stated)
            return
        yield from self._release()
        self.pages += 1
        yield make_record(told, f"{self._location}:{self.pages}")

    def _release(self) -> Iterator[Capture]:
        if self._waiting is not None:
            capture = self._waiting[1]
            self._waiting = None
            yield capture

    def _failure(self, error: Exception) -> Failure:
        more = "" if self.breaks < MOST_BREAKS else "; the rest was not read"
        told = f"is broken after {self.pages} pages ({error}); the others were read{more}"
        return Failure(self._location, str(TruncatedRecordError(self._location, told)))


def read_response(record: "WarcRecord", block: bytes, location: str) -> Capture | None:
    """Return the page of a `response` record, `None` where it holds something else."""
    body = read_http(block, location)
    if (body.media_type or "text/html") not in _PAGES or body.status not in {None, 200}:
        return None
    return _page(record, body, location)


def read_resource(record: "WarcRecord", block: bytes, location: str) -> Capture | None:
    """Return the page of a `resource` record, which has no HTTP headers."""
    media_type, _, rest = (_header(record, "Content-Type") or "").lower().partition(";")
    if media_type.strip() not in _PAGES:
        return None
    charset = rest.partition("charset=")[2].strip() or None
    return _page(record, HttpBody(None, media_type.strip(), charset, block), location)


def read_conversion(record: "WarcRecord", block: bytes, location: str) -> Capture | None:
    """Return the text that a `conversion` record holds (WET files: the bare text of a page)."""
    if not (_header(record, "Content-Type") or "").lower().startswith("text/plain"):
        return None
    languages = _header(record, "WARC-Identified-Content-Language") or ""
    stated = Stated(language=language_code(languages.split(",")[0]))
    return _capture(
        record, block, decode(block, location)[0], location, is_markup=False, stated=stated
    )


def _page(record: "WarcRecord", body: HttpBody, location: str) -> Capture:
    if not body.content.strip():
        raise CaptureError(location, "is empty")
    if body.media_type == "text/plain":
        content = decode(body.content, location)[0]
        is_markup = looks_like_markup(content)
    else:
        content = decode_markup(body.content, location, body.charset)[0]
        is_markup = True
    return _capture(record, body.content, content, location, is_markup=is_markup)


def _capture(
    record: "WarcRecord",
    raw: bytes,
    content: str,
    location: str,
    *,
    is_markup: bool,
    stated: Stated | None = None,
) -> Capture:
    return make_capture(
        location,
        content,
        is_markup=is_markup,
        raw=raw,
        url=_header(record, "WARC-Target-URI"),
        taken_at=_header(record, "WARC-Date"),
        stated=stated,
    )


_READERS = {"response": read_response, "resource": read_resource, "conversion": read_conversion}


def _block(record: "WarcRecord", location: str) -> bytes:
    """Return what a record holds; raise CaptureError where it is too long or breaks off."""
    size = record.content_length
    if size > LARGEST_CAPTURE:
        raise CaptureError(
            location, f"the record has {megabytes(size)}; it may have {megabytes(LARGEST_CAPTURE)}"
        )
    raw = bytes(record.reader.read(size))
    if len(raw) < size:
        raise TruncatedRecordError(
            location, f"the record breaks off after {len(raw):,} of {size:,} bytes"
        )
    return raw


def _header(record: "WarcRecord", name: str) -> str | None:
    value: Any = record.headers.get(name)
    return str(value).strip("<> ") or None if value else None
