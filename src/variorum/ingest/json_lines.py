"""JSON lines: one capture a line, whatever program wrote them."""

import json
from collections.abc import Iterator
from typing import Any

from ..errors import CaptureError
from ..model import Capture, Failure, Note
from .decoding import refuse_binary
from .json_feed import is_json_feed, read_json_feed
from .limits import LARGEST_CAPTURE, megabytes
from .lines import Line, read_lines
from .record import make_record
from .unpacking import Ahead

_NAMES: dict[type, str] = {
    list: "a list",
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}


def read_json_lines(stream: Ahead, location: str) -> Iterator[Capture | Failure | Note]:
    """Yield a capture for every line that holds one, a failure for every line that does not."""
    refuse_binary(stream.peek(), location)
    line = None
    for line in read_lines(stream, location):
        yield from _read_line(line, f"{location}:{line.number}")
    if line is None:
        raise CaptureError(location, "is empty")


def read_record(line: bytes, location: str) -> Capture:
    """Return the capture that one line holds; raise CaptureError where it holds none."""
    return make_record(as_object(parse_json(line, location), location), location)


def parse_json(raw: bytes, location: str) -> Any:
    """Return the value of some JSON; raise CaptureError where it is none."""
    try:
        return json.loads(raw)
    except UnicodeDecodeError as error:
        raise CaptureError(location, f"is not UTF-8 (byte {error.start})") from error
    except json.JSONDecodeError as error:
        told = error.msg.removesuffix(" at")
        raise CaptureError(location, f"is not JSON: {told} at column {error.colno}") from error
    except RecursionError as error:
        raise CaptureError(location, "is nested too deeply") from error
    except ValueError as error:
        raise CaptureError(location, f"is not JSON that can be read: {error}") from error


def _read_line(line: Line, here: str) -> Iterator[Capture | Failure | Note]:
    if line.length > LARGEST_CAPTURE:
        reason = (
            f"the line has {megabytes(line.length)}; a record may have {megabytes(LARGEST_CAPTURE)}"
        )
        yield Failure(here, f"{here}: {reason}")
        return
    try:
        record = as_object(parse_json(line.text, here), here)
        if is_json_feed(record):
            yield from read_json_feed(record, here)
        else:
            yield make_record(record, here)
    except CaptureError as error:
        yield Failure(here, str(error))


def as_object(value: Any, location: str) -> dict[str, Any]:
    """Return a parsed value that is an object; raise CaptureError for any other."""
    if not isinstance(value, dict):
        raise CaptureError(location, f"holds {_NAMES[type(value)]}, not an object")
    return value
