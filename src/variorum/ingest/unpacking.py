"""Packed bytes, a piece at a time: gzip and Zstandard, never more in memory than was asked for."""

import gzip
import io
import zlib
from typing import IO, Protocol

from ..errors import CaptureError, TruncatedRecordError

_GZIP, _ZSTD, _SKIPPABLE = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"\x2a\x4d\x18"
PACKED_ENDINGS = (".gz", ".zst")
# So much of a file is looked at to tell what it holds.
START = 65536
_PIECE = 65536


class Readable(Protocol):
    """What can be read a piece at a time."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; none at the end."""
        ...


class Ahead:
    """A stream that can be looked into before it is read; it need not be able to go back."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._ahead = bytearray()
        self._broken: CaptureError | None = None
        self._at = 0

    def peek(self, size: int = START) -> bytes:
        """Return the next bytes, `size` of them where there are so many, and leave them unread.

        Where the stream breaks within them, what came before is returned; reading raises.
        """
        while len(self._ahead) < size and self._broken is None:
            try:
                piece = self._stream.read(size - len(self._ahead))
            except CaptureError as error:
                self._broken = error
                break
            if not piece:
                break
            self._ahead += piece
        return bytes(self._ahead[:size])

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, fewer only before the end or before bytes not yet there."""
        if self._ahead:
            piece = bytes(self._ahead[: len(self._ahead) if size < 0 else size])
            del self._ahead[: len(piece)]
        elif self._broken is not None:
            raise self._broken
        else:
            piece = self._stream.read(size)
        self._at += len(piece)
        return piece

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._at

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Refuse: this stream only runs forward."""
        raise io.UnsupportedOperation("seek")

    def close(self) -> None:
        """Do nothing: who opened the stream closes it."""


class _Unpacked:
    """An unpacking stream whose errors are told as those of the file."""

    def __init__(self, stream: Readable, location: str) -> None:
        self._stream = stream
        self._location = location

    def read(self, size: int, /) -> bytes:
        # One long read that breaks would lose all that it had unpacked before.
        size = _PIECE if size < 0 else min(size, _PIECE)
        try:
            return bytes(self._stream.read(size))
        except gzip.BadGzipFile as error:
            raise self._error("is not gzip") from error
        except (EOFError, OSError, ValueError, zlib.error) as error:
            # The reader of Zstandard raises OSError for what is wrong with the stream; what is
            # wrong with the disk has a number.
            if isinstance(error, OSError) and error.errno:
                raise
            raise self._error("breaks off") from error

    def _error(self, how: str) -> TruncatedRecordError:
        reason = f"the compressed stream {how}; what came before was read"
        return TruncatedRecordError(self._location, reason)


def packing_of(start: bytes) -> str | None:
    """Return how bytes are packed that begin with `start`: "gzip", "zstd", or `None`."""
    if start.startswith(_GZIP):
        return "gzip"
    skippable = start[1:4] == _SKIPPABLE and start[0] >> 4 == 5 if len(start) >= 4 else False
    return "zstd" if skippable or start.startswith(_ZSTD) else None


def unpack(stream: Readable, location: str, *, named: str = "") -> Ahead:
    """Return a stream of what `stream` holds unpacked, whether or not it is packed.

    `named` is the file's name: one that promises packed bytes must hold them. Reading raises
    CaptureError where the packed bytes are broken.
    """
    ahead = Ahead(stream)
    start = ahead.peek(4)
    packing = packing_of(start)
    if packing == "gzip":
        return Ahead(_Unpacked(gzip.GzipFile(fileobj=ahead, mode="rb"), location))
    if packing == "zstd":
        # A compiled reader: loaded where there is something to unpack. It refuses frames that
        # want more than 128 MB for themselves.
        from fastwarc.stream_io import ZstdReader

        return Ahead(_Unpacked(ZstdReader(ahead), location))
    for ending, told in ((".gz", "gzip"), (".zst", "Zstandard")):
        if named.lower().endswith(ending) and start:
            reason = f"the compressed stream is not {told}; nothing was read"
            raise TruncatedRecordError(location, reason)
    return ahead


def read_bounded(stream: Readable, limit: int) -> bytes:
    """Return what is left of a stream, one byte more than `limit` where it holds more."""
    pieces: list[bytes] = []
    left = limit + 1
    while left > 0 and (piece := stream.read(min(left, _PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def unpacked_start(opened: IO[bytes]) -> bytes:
    """Return how a file begins once unpacked, and go back to where it stood."""
    at = opened.tell()
    try:
        return unpack(opened, "").peek()
    finally:
        opened.seek(at)
