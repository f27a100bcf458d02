"""Captures in: files, folders and standard input, read into captures one page at a time.

What cannot be read comes out as a `Failure` beside the captures, so that it costs itself alone.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from ..errors import CaptureError
from ..model import Capture, CaptureId, Failure, Note
from .feed_file import read_feed
from .formats import tell_format
from .json_file import read_json
from .json_lines import read_json_lines, read_record
from .limits import MOST_FRUITLESS
from .page_file import make_capture, read_page_stream
from .parquet_file import read_parquet
from .paths import ENDINGS, list_files, location_of
from .rendering import rendered_by
from .unpacking import Ahead, packing_of, unpack, unpacked_start
from .warc import read_warc

__all__ = ["ENDINGS", "make_capture", "read_captures", "read_record", "rendered_by"]

STANDARD_INPUT = "-"
Read = Capture | Failure | Note


def read_captures(
    paths: Iterable[str], *, standard_input: IO[bytes] | None = None
) -> Iterator[Read]:
    """Yield every capture that `paths` hold, each once; failures and notes come between them.

    `paths` are files, folders or `-` for `standard_input`.
    """
    given = list(paths)
    seen: dict[CaptureId, str] = {}
    if STANDARD_INPUT in given:
        yield from _each_once(_read_standard_input(standard_input), STANDARD_INPUT, seen)
    for found in list_files(path for path in given if path != STANDARD_INPUT):
        if isinstance(found, Path):
            yield from _each_once(_read_file(found), location_of(found), seen)
        else:
            yield found


def _each_once(read: Iterator[Read], location: str, seen: dict[CaptureId, str]) -> Iterator[Read]:
    """Yield what one file holds without captures that were seen; give up a file of nothing else."""
    fruitful = fruitless = 0
    for found in read:
        if not isinstance(found, Capture):
            fruitless += 1
        elif found.id in seen:
            fruitless += 1
            told = f"is the same capture as {seen[found.id]}; counted once"
            found = Note(found.location, told)
        else:
            fruitful += 1
            seen[found.id] = found.location
        yield found
        if fruitless > max(MOST_FRUITLESS, fruitful):
            told = f"{fruitless:,} of its records failed or came again; the rest was not read"
            yield Failure(location, f"{location}: {told}")
            return


def _read_file(path: Path) -> Iterator[Read]:
    location = location_of(path)
    try:
        with path.open("rb") as opened:
            yield from _read(opened, location, path.name)
    except CaptureError as error:
        yield Failure(location, str(error))
    except OSError as error:
        yield Failure(location, f"{location}: cannot be read: {error.strerror or error}")


def _read_standard_input(stream: IO[bytes] | None) -> Iterator[Read]:
    location = STANDARD_INPUT
    if stream is None:
        yield Failure(location, f"{location}: there is no standard input to read")
        return
    try:
        ahead = Ahead(stream)
        start = ahead.peek()
        form = None if packing_of(start) else tell_format(start, None, location)
        if form in {None, "parquet", "warc"}:
            # Two of the formats need to go back and forth, and what is packed may be one of them.
            with tempfile.TemporaryFile() as kept:
                shutil.copyfileobj(ahead, kept)
                kept.seek(0)
                yield from _read(kept, location, None)
        else:
            yield from _read_as(form, ahead, location, None)
    except CaptureError as error:
        yield Failure(location, str(error))
    except OSError as error:
        yield Failure(location, f"{location}: cannot be read: {error.strerror or error}")


def _read(opened: IO[bytes], location: str, name: str | None) -> Iterator[Read]:
    """Yield what an open file holds, which can go back to its beginning."""
    form = tell_format(unpacked_start(opened), name, location)
    if form == "parquet":
        yield from read_parquet(opened, location)
    elif form == "warc":
        yield from read_warc(opened, location)
    else:
        yield from _read_as(form, unpack(opened, location, named=name or ""), location, name)


def _read_as(form: str, stream: Ahead, location: str, name: str | None) -> Iterator[Read]:
    """Yield what a stream holds, which only runs forward."""
    if form == "feed":
        yield from read_feed(stream, location)
    elif form == "json":
        yield from read_json(stream, location)
    elif form == "records":
        yield from read_json_lines(stream, location)
    else:
        capture, note = read_page_stream(stream, location, name)
        if note is not None:
            yield note
        yield capture
