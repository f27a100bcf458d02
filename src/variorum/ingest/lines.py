"""The lines of a stream, none of them longer than a capture may be, nor more than can be borne."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import CaptureError
from .limits import LARGEST_CAPTURE, MOST_SKIPPED, megabytes
from .unpacking import Readable

_PIECE = 262_144


@dataclass(frozen=True, slots=True)
class Line:
    """One line, counted from 1; `length` is more than that of `text` where it was too long to keep."""

    number: int
    text: bytes
    length: int


def read_lines(stream: Readable, location: str) -> Iterator[Line]:
    """Yield the lines of a stream that are not blank; one that is too long comes without its text.

    Raises CaptureError where more than MOST_SKIPPED bytes had to be passed over.
    """
    number, length, skipped = 1, 0, 0
    kept = bytearray()
    while piece := stream.read(_PIECE):
        if not length and not piece.strip():
            # Blank lines by the million: counted without cutting them apart.
            number += piece.count(b"\n")
            skipped += len(piece)
            _refuse(skipped, location)
            continue
        for part in _parts(piece):
            length += len(part)
            if length <= LARGEST_CAPTURE:
                kept += part
            else:
                kept.clear()
                skipped += len(part)
                _refuse(skipped, location)
            if not part.endswith(b"\n"):
                continue
            if length > LARGEST_CAPTURE or kept.strip():
                yield Line(number, bytes(kept), length)
            else:
                skipped += length
                _refuse(skipped, location)
            number, length = number + 1, 0
            kept.clear()
    if length > LARGEST_CAPTURE or kept.strip():
        yield Line(number, bytes(kept), length)


def _parts(piece: bytes) -> Iterator[bytes]:
    """Yield a piece cut behind each line feed; other ends of lines may stand inside a record."""
    begin = 0
    while begin < len(piece):
        end = piece.find(b"\n", begin) + 1 or len(piece)
        yield piece[begin:end]
        begin = end


def _refuse(skipped: int, location: str) -> None:
    if skipped > MOST_SKIPPED:
        reason = (
            f"more than {megabytes(MOST_SKIPPED)} of it are blank or in lines too long to be "
            "records; the rest was not read"
        )
        raise CaptureError(location, reason)
