"""Where a WARC file is broken: the next record that can be read."""

import re
from typing import IO

from .unpacking import packing_of, unpack

# A gzip member or a Zstandard frame, or a record that is not packed.
_BEGINNING = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|WARC/1\.[01]\r\n")
_PIECE = 1024 * 1024
_LONGEST = 10


def next_record(opened: IO[bytes], begin: int) -> int | None:
    """Return where the next record from `begin` on begins in a file, `None` where there is none.

    Bytes that only look like a beginning are passed over: what they unpack to tells.
    """
    tail = b""
    at = begin
    while True:
        opened.seek(at)
        piece = opened.read(_PIECE)
        if not piece:
            return None
        window = tail + piece
        offset = at - len(tail)
        for found in _BEGINNING.finditer(window):
            if _begins_record(opened, offset + found.start()):
                return offset + found.start()
        tail = window[-_LONGEST:]
        at += len(piece)


def _begins_record(opened: IO[bytes], at: int) -> bool:
    opened.seek(at)
    if packing_of(opened.read(4)) is None:
        return True
    opened.seek(at)
    return unpack(opened, "").peek(16).startswith(b"WARC/")
