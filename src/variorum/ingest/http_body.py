"""An HTTP response out of a WARC record: its page, unchunked and unpacked within bounds."""

import io
import zlib
from dataclasses import dataclass
from typing import Any

from ..errors import CaptureError
from .limits import LARGEST_CAPTURE, megabytes
from .unpacking import Readable

# A read that breaks loses all of itself: small ones lose little.
_PIECE = 2048


@dataclass(frozen=True, slots=True)
class HttpBody:
    """What a server answered: its status, what it said of its content, and the content."""

    status: int | None
    media_type: str | None
    charset: str | None
    content: bytes


def read_http(block: bytes, location: str) -> HttpBody:
    """Return the answer that a record's block holds.

    Where the content is not packed as its headers say, it is taken as it stands: crawlers unpack
    pages and keep the headers. Raises CaptureError where it unpacks to more than a page may have.
    """
    from fastwarc.warc import WarcRecord

    parsed = WarcRecord()
    parsed.set_bytes_content(block)
    parsed.is_http = True
    try:
        # The library can unpack, too, but unpacks the whole of it: two gigabytes from two megabytes.
        parsed.parse_http(auto_decode="none")
    except (OSError, ValueError) as error:
        raise CaptureError(location, f"the HTTP headers cannot be read ({error})") from error
    headers = parsed.http_headers
    content = bytes(parsed.reader.read(len(block)))
    if "chunked" in _told(headers, "Transfer-Encoding"):
        content = _unchunked(content)
    for packing in reversed(_told(headers, "Content-Encoding").split(",")):
        content = _unpacked(content, packing.strip(), location)
    media_type, charset = _content_type(_told(headers, "Content-Type"))
    return HttpBody(headers.status_code, media_type, charset, content)


def _content_type(told: str) -> tuple[str | None, str | None]:
    media_type, *parameters = told.split(";")
    charset = None
    for each in parameters:
        name, _, value = each.partition("=")
        # Media Cloud's archives say "encoding" for it.
        if name.strip() in {"charset", "encoding"}:
            charset = charset or value.strip("\"' ")
    return media_type.strip() or None, charset


def _told(headers: Any, name: str) -> str:
    return (headers.get(name) or "").lower()


def _unchunked(content: bytes) -> bytes:
    from fastwarc.stream_io import ChunkedReader

    try:
        return _read(ChunkedReader(io.BytesIO(content))) or content
    except (OSError, ValueError):
        return content


def _unpacked(content: bytes, packing: str, location: str) -> bytes:
    try:
        if packing in {"gzip", "x-gzip"}:
            unpacked = _inflated(content, zlib.MAX_WBITS | 16)
        elif packing == "deflate":
            try:
                unpacked = _inflated(content, zlib.MAX_WBITS)
            except zlib.error:
                # Some servers leave out the wrapping that the standard asks for.
                unpacked = _inflated(content, -zlib.MAX_WBITS)
        elif packing in {"br", "zstd"}:
            from fastwarc.stream_io import BrotliReader, ZstdReader

            reader = BrotliReader if packing == "br" else ZstdReader
            unpacked = _read(reader(io.BytesIO(content)))
        else:
            return content
    except (OSError, ValueError, zlib.error):
        return content
    if len(unpacked) > LARGEST_CAPTURE:
        most = megabytes(LARGEST_CAPTURE)
        raise CaptureError(location, f"the page unpacks to more than {most}, the most it may have")
    return unpacked


def _inflated(content: bytes, window: int) -> bytes:
    """Return content unpacked, as far as it goes, and not beyond what a page may have."""
    unpacking = zlib.decompressobj(window)
    return unpacking.decompress(content, LARGEST_CAPTURE + 1)


def _read(stream: Readable) -> bytes:
    """Return what a stream holds up to the limit; where it breaks off, what came before."""
    pieces: list[bytes] = []
    size = 0
    while size <= LARGEST_CAPTURE:
        try:
            piece = bytes(stream.read(_PIECE))
        except OSError:
            if not pieces:
                raise
            break
        if not piece:
            break
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)
