"""JSON files: a JSON Feed, a list of records, one record, or JSON lines under another name."""

import io
import json
from collections.abc import Iterator
from typing import Any

from ..errors import CaptureError
from ..model import Capture, Failure, Note
from .decoding import refuse_binary
from .json_feed import is_json_feed, read_json_feed
from .json_lines import as_object, parse_json, read_json_lines
from .limits import LARGEST_CAPTURE, LARGEST_COLLECTION, megabytes
from .record import make_record, records_in
from .unpacking import START, Ahead, read_bounded

_MARK = b"\xef\xbb\xbf"
# Where the first line is broken, so many of the next ones are tried before JSON lines are given up.
_TRIED = 20


def read_json(stream: Ahead, location: str) -> Iterator[Capture | Failure | Note]:
    """Yield what a JSON file holds."""
    refuse_binary(stream.peek(), location)
    first, more = _first_line(stream)
    if more and _is_object(first):
        yield from read_json_lines(stream, location)
        return
    raw = read_bounded(stream, LARGEST_COLLECTION)
    if len(raw) > LARGEST_COLLECTION:
        reason = f"is longer than {megabytes(LARGEST_COLLECTION)}, the most that is read as one; "
        raise CaptureError(location, reason + "give it as JSON lines")
    if not raw.strip():
        raise CaptureError(location, "is empty")
    if _is_lines(raw):
        yield from read_json_lines(Ahead(io.BytesIO(raw)), location)
    else:
        yield from _read_value(parse_json(raw, location), location)


def _first_line(stream: Ahead) -> tuple[bytes, bool]:
    """Return the first line of a stream, left unread, and whether there are more."""
    size = START
    while True:
        start = stream.peek(size)
        line, end, rest = start.removeprefix(_MARK).lstrip().partition(b"\n")
        if rest.strip() or len(start) < size or size > LARGEST_CAPTURE:
            return line, bool(end and rest.strip())
        size *= 4


def _is_lines(raw: bytes) -> bool:
    """Whether JSON that was read as a whole is a single line, or lines of which the first is broken."""
    lines = raw.removeprefix(_MARK).strip().split(b"\n", _TRIED)
    if len(lines) == 1 and lines[0].startswith(b"{"):
        value = _parsed(lines[0])
        return value is None or not (
            is_json_feed(value) or next(records_in(value), None) is not value
        )
    return lines[0].startswith(b"{") and any(_is_object(line) for line in lines[1:_TRIED])


def _read_value(value: Any, location: str) -> Iterator[Capture | Failure | Note]:
    if is_json_feed(value):
        yield from read_json_feed(value, location)
        return
    number = 0
    for number, record in enumerate(records_in(value), start=1):
        here = f"{location}#{number}"
        try:
            yield make_record(as_object(record, here), here)
        except CaptureError as error:
            yield Failure(here, str(error))
    if number == 0:
        raise CaptureError(location, "holds no records")


def _is_object(line: bytes) -> bool:
    return isinstance(_parsed(line), dict)


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
