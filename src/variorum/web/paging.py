"""Paging: where a list goes on, sealed so that only what the desk gave out is taken back."""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ..errors import OptionError
from ..model.holding import Page

LIMIT = 50
MOST = 200
_SEAL = 12
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a list of the archive: behind the cursor `after`, and `skip` rows further."""

    after: str | None = None
    skip: int = 0


class Cursors:
    """Makes cursors and reads them; a cursor is good for the list, and the filters, it was made for."""

    def __init__(self, key: bytes | None = None) -> None:
        self._key = key or secrets.token_bytes(32)

    def seal(self, kind: str, position: Position) -> str:
        """Return a position in the list `kind` as words that an address can carry."""
        told = json.dumps([position.after, position.skip], separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(self._sign(kind, told) + told).decode().rstrip("=")

    def open(self, kind: str, cursor: str | None) -> Position:
        """Return the position of a cursor, the beginning for none; OptionError for any other."""
        if cursor is None:
            return Position()
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        except ValueError as error:
            raise OptionError("after", _WRONG) from error
        told = raw[_SEAL:]
        if not hmac.compare_digest(raw[:_SEAL], self._sign(kind, told)):
            raise OptionError("after", _WRONG)
        after, skip = json.loads(told)
        return Position(after, skip)

    def _sign(self, kind: str, told: bytes) -> bytes:
        whole = len(kind).to_bytes(4, "big") + kind.encode("utf-8", "replace") + told
        return hmac.new(self._key, whole, hashlib.sha256).digest()[:_SEAL]


_WRONG = (
    "is no cursor of this list with these filters, or the desk was started anew since; "
    "begin without one"
)


def walk(
    fetch: Callable[[str | None], Page[Row]],
    keep: Callable[[Row], bool],
    begin: Position,
    limit: int,
    most: int,
) -> tuple[list[Row], Position | None]:
    """Return up to `limit` rows that are to be kept, and where to go on; `None` at the end.

    No more than about `most` rows are looked at: a filter that hardly any row passes gives short,
    even empty pages, each with the cursor of the next, and no request takes long.
    """
    found: list[Row] = []
    after, skip, seen = begin.after, begin.skip, 0
    while True:
        page = fetch(after)
        for at, row in enumerate(page.rows[skip:], start=skip):
            if keep(row):
                if len(found) == limit:
                    return found, Position(after, at)
                found.append(row)
            seen += 1
        if page.next is None:
            return found, None
        after, skip = page.next, 0
        if len(found) == limit or seen >= most:
            return found, Position(after)
