"""JSON lines, plain or gzip: one capture a line, whatever program wrote them."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from ..errors import CaptureError, TruncatedRecordError
from ..model import Capture, Failure
from .decoding import refuse_binary
from .limits import LARGEST_CAPTURE
from .page_file import looks_like_markup, make_capture
from .record_keys import pick, pick_text, pick_time, read_stated

_SAMPLE = 65536
_JSON_NAMES = {
    list: "a list",
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}


class Lines(Protocol):
    """A stream of bytes that is read line by line."""

    def readline(self, size: int = -1, /) -> bytes:
        """Return the next line, or as much of it as `size` allows."""
        ...


def read_json_lines(path: Path, location: str) -> Iterator[Capture | Failure]:
    """Yield a capture for every line that holds one, a failure for every line that does not."""
    try:
        with _open(path) as opened:
            start = opened.read(_SAMPLE)
        if not start.strip():
            raise CaptureError(location, "is empty")
        refuse_binary(start, location)
        with _open(path) as opened:
            yield from read_records(opened, location)
    except CaptureError as error:
        yield Failure(location, str(error))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        broken = "is not gzip" if isinstance(error, gzip.BadGzipFile) else "breaks off"
        reason = f"the compressed stream {broken}; what came before was read"
        yield Failure(location, str(TruncatedRecordError(location, reason)))


def _open(path: Path) -> gzip.GzipFile | BinaryIO:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")


def read_records(opened: Lines, location: str) -> Iterator[Capture | Failure]:
    """Yield what each line of an open JSON-lines stream holds; blank lines are passed over."""
    number = 0
    while True:
        line = opened.readline(LARGEST_CAPTURE + 1)
        if not line:
            return
        number += 1
        here = f"{location}:{number}"
        if len(line) > LARGEST_CAPTURE:
            length = len(line) + _skip_line(opened, line)
            reason = f"the line has {length / 1e6:,.0f} MB; a record may have {LARGEST_CAPTURE / 1e6:,.0f} MB"
            yield Failure(here, f"{here}: {reason}")
            continue
        if line.strip():
            try:
                yield read_record(line, here)
            except CaptureError as error:
                yield Failure(here, str(error))


def read_record(line: bytes, location: str) -> Capture:
    """Return the capture that one line holds; raise CaptureError where it holds none."""
    record = _parse(line, location)
    markup, text = record.get("html"), pick(record, "text")
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
        taken_at=pick_time(record, "taken_at"),
        series=pick_text(record, "series"),
        stated=read_stated(record, None if markup is not None else text),
    )


def _parse(line: bytes, location: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except UnicodeDecodeError as error:
        raise CaptureError(location, f"is not UTF-8 (byte {error.start})") from error
    except json.JSONDecodeError as error:
        told = error.msg.removesuffix(" at")
        raise CaptureError(location, f"is not JSON: {told} at column {error.colno}") from error
    except RecursionError as error:
        raise CaptureError(location, "is nested too deeply") from error
    except ValueError as error:
        raise CaptureError(location, f"is not JSON that can be read: {error}") from error
    if not isinstance(record, dict):
        raise CaptureError(location, f"holds {_JSON_NAMES[type(record)]}, not an object")
    return record


def _skip_line(opened: Lines, begun: bytes) -> int:
    """Read on to the end of an overlong line, a piece at a time; return how much that was."""
    skipped = 0
    piece = begun
    while not piece.endswith(b"\n"):
        piece = opened.readline(1024 * 1024)
        if not piece:
            break
        skipped += len(piece)
    return skipped
