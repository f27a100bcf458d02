"""Paging: where a list goes on, sealed so that only what the desk gave out is taken back."""

import base64
import hashlib
import hmac
from collections.abc import Callable

from ..errors import OptionError

LIMIT = 50
MOST = 200
_SEAL = 12


class Cursors:
    """Makes cursors and reads them; a cursor is good for the list, and the filters, it was made for."""

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key = key

    def seal(self, kind: str, after: str) -> str:
        """Return a place in the list `kind` as words that an address can carry."""
        told = after.encode()
        return base64.urlsafe_b64encode(self._sign(kind, told) + told).decode().rstrip("=")

    def open(self, kind: str, cursor: str | None) -> str | None:
        """Return the place of a cursor, `None`, the beginning, for none; OptionError for any other."""
        if cursor is None:
            return None
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        except ValueError as error:
            raise OptionError("after", _WRONG) from error
        told = raw[_SEAL:]
        if not hmac.compare_digest(raw[:_SEAL], self._sign(kind, told)):
            raise OptionError("after", _WRONG)
        return told.decode()

    def _sign(self, kind: str, told: bytes) -> bytes:
        whole = len(kind).to_bytes(4, "big") + kind.encode("utf-8", "replace") + told
        # The same key makes what a browser keeps of a token: what is signed says what it is for.
        return hmac.new(self._key(), b"cursor" + whole, hashlib.sha256).digest()[:_SEAL]


_WRONG = "is no cursor of this list with these filters; begin without one"
