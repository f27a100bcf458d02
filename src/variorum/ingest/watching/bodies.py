"""The body of an answer, unpacked as it arrives and never beyond its bound."""

import zlib
from collections.abc import Iterable

from ...errors import BreakdownError, RefusedError
from ..limits import megabytes

ACCEPTED = "gzip, deflate"
# A gzip stream may hold several parts one after another; a server's holds one.
_MOST_PARTS = 16


def read_body(
    pieces: Iterable[bytes],
    packing: str | None,
    largest: int,
    location: str,
    *,
    cuts: bool = False,
) -> bytes:
    """Return a body from its pieces as they were sent.

    Where it is too long, its beginning is returned with `cuts`, else RefusedError is raised.
    """
    told = (packing or "").strip().lower()
    if told in {"", "identity"}:
        unpacked: Iterable[bytes] = pieces
    elif told in {"gzip", "x-gzip", "deflate"}:
        unpacked = _Unpacking(told, largest, location).unpack(pieces)
    else:
        # Packed several times over, a page of zeros shrinks to nothing: one packing is enough.
        raise RefusedError(location, f"is packed as {told[:40]}, which was not asked for")
    body = bytearray()
    for piece in unpacked:
        body += piece
        if len(body) > largest:
            if cuts:
                return bytes(body[:largest])
            raise RefusedError(location, f"is longer than {megabytes(largest)}, the most allowed")
    return bytes(body)


class _Unpacking:
    """One packed body while it arrives."""

    def __init__(self, packing: str, largest: int, location: str) -> None:
        self._packing = packing
        self._left = largest + 1
        self._location = location
        self._parts = 1
        self._ended = False
        self._stream = self._open(zlib.MAX_WBITS | 16 if packing != "deflate" else zlib.MAX_WBITS)
        self._begun = False

    def unpack(self, pieces: Iterable[bytes]) -> Iterable[bytes]:
        for piece in pieces:
            yield from self._piece(piece)
            if self._left <= 0:
                return
        if self._begun and not (self._ended or self._stream.eof):
            raise BreakdownError(self._location, "its packed content breaks off")

    def _piece(self, piece: bytes) -> Iterable[bytes]:
        while piece and self._left > 0 and not self._ended:
            try:
                found = self._inflate(piece)
            except zlib.error as error:
                if self._parts > 1:
                    # Padding behind the end of a stream is passed over, as browsers do.
                    self._ended = True
                    return
                raise BreakdownError(
                    self._location, f"is not packed as it says ({error})"
                ) from error
            self._left -= len(found)
            if found:
                yield found
            piece = self._stream.unconsumed_tail
            if self._stream.eof:
                piece = self._next_part()

    def _inflate(self, piece: bytes) -> bytes:
        first, self._begun = not self._begun, True
        try:
            return self._stream.decompress(piece, self._left)
        except zlib.error:
            if not (first and self._packing == "deflate"):
                raise
            # Some servers leave out the wrapping that the standard asks for.
            self._stream = self._open(-zlib.MAX_WBITS)
            return self._stream.decompress(piece, self._left)

    def _next_part(self) -> bytes:
        rest = self._stream.unused_data
        if not rest:
            return b""
        if self._packing == "deflate" or not rest.startswith(b"\x1f\x8b"):
            self._ended = True
            return b""
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise RefusedError(self._location, f"is packed in more than {_MOST_PARTS} parts")
        self._stream = self._open(zlib.MAX_WBITS | 16)
        return rest

    def _open(self, window: int) -> "zlib._Decompress":
        return zlib.decompressobj(window)
