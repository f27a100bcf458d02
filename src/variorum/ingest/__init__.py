"""Captures in: files, folders and standard input, read into captures one page at a time.

What cannot be read comes out as a `Failure` beside the captures, so that it costs itself alone.
"""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from ..errors import CaptureError, UnknownFormatError
from ..model import Capture, CaptureId, Failure, Note
from .json_lines import read_json_lines, read_record, read_records
from .page_file import make_capture, read_page, read_page_bytes
from .paths import ENDINGS, PAGE_ENDINGS, RECORD_ENDINGS, WARC_ENDINGS, list_files
from .warc import read_warc

__all__ = ["ENDINGS", "make_capture", "read_captures", "read_record"]

STANDARD_INPUT = "-"


def read_captures(
    paths: Iterable[str], *, standard_input: IO[bytes] | None = None
) -> Iterator[Capture | Failure | Note]:
    """Yield every capture that `paths` hold, each once; failures and notes come between them.

    `paths` are files, folders or `-` for `standard_input`.
    """
    seen: dict[CaptureId, str] = {}
    for found in _read_all(list(paths), standard_input):
        if isinstance(found, Capture):
            if found.id in seen:
                yield Note(found.location, f"is the same capture as {seen[found.id]}; counted once")
                continue
            seen[found.id] = found.location
        yield found


def _read_all(
    paths: list[str], standard_input: IO[bytes] | None
) -> Iterator[Capture | Failure | Note]:
    if STANDARD_INPUT in paths:
        if standard_input is None:
            yield Failure("-", "-: there is no standard input to read")
        else:
            yield from _read_stream(standard_input)
    for found in list_files(path for path in paths if path != STANDARD_INPUT):
        if isinstance(found, Path):
            yield from _read_file(found)
        else:
            yield found


def _read_file(path: Path) -> Iterator[Capture | Failure | Note]:
    location = str(path)
    try:
        if location.lower().endswith(RECORD_ENDINGS):
            yield from read_json_lines(path, location)
        elif location.lower().endswith(WARC_ENDINGS):
            yield from read_warc(path, location)
        elif location.lower().endswith(PAGE_ENDINGS):
            yield from _both(read_page(path, location))
        else:
            raise UnknownFormatError(location, f"is in no format read here ({', '.join(ENDINGS)})")
    except CaptureError as error:
        yield Failure(location, str(error))
    except OSError as error:
        yield Failure(location, f"{location}: cannot be read: {error.strerror or error}")


def _read_stream(stream: IO[bytes]) -> Iterator[Capture | Failure | Note]:
    """Standard input holds JSON lines where its first character is a brace, else one page."""
    raw = stream.read()
    if raw.lstrip()[:1] == b"{":
        yield from read_records(io.BytesIO(raw), "-")
        return
    try:
        yield from _both(read_page_bytes(raw, "-"))
    except CaptureError as error:
        yield Failure("-", str(error))


def _both(read: tuple[Capture, Note | None]) -> Iterator[Capture | Note]:
    capture, note = read
    if note is not None:
        yield note
    yield capture
