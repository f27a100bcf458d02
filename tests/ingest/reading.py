"""What the tests of ingestion share: read paths or bytes, and sort what comes out."""

import io
from pathlib import Path

from variorum.ingest import read_captures
from variorum.model import Capture, Failure, Note

Sorted = tuple[list[Capture], list[Failure], list[Note]]


def read(*paths: Path | str) -> Sorted:
    """Return the captures, failures and notes that paths give."""
    return _sort(read_captures([str(path) for path in paths]))


def read_input(raw: bytes) -> Sorted:
    """Return the captures, failures and notes that standard input gives."""
    return _sort(read_captures(["-"], standard_input=io.BytesIO(raw)))


def write(path: Path, raw: bytes | str) -> Path:
    """Write a file and return its path."""
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return path


def _sort(found: object) -> Sorted:
    each = list(found)  # type: ignore[call-overload]
    return (
        [one for one in each if isinstance(one, Capture)],
        [one for one in each if isinstance(one, Failure)],
        [one for one in each if isinstance(one, Note)],
    )
