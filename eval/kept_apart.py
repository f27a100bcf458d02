"""The pages of `summit` that are kept apart: nobody reads them while rules and traits are written.

A third of the outlets, by a digest of their names: what is measured there tells how well credits
and kinds hold on layouts that prompted no rule. They are measured, never looked at.
"""

from functools import cache
from zlib import crc32

from .labelled import read_rows

_PARTS = 3
_APART = 2


def is_kept_apart(outlet: str) -> bool:
    """Whether the pages of an outlet are kept apart."""
    return crc32(outlet.encode()) % _PARTS == _APART


@cache
def kept_apart() -> frozenset[str]:
    """Return the ids of the pages of `summit` that are kept apart."""
    return frozenset(row["id"] for row in read_rows("summit") if is_kept_apart(row["outlet"]))
