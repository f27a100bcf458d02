"""The look of a page: what the features say of each of its blocks, by name, for judging its kind."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .features import COLUMN, OWN_FEATURES, Matrix, own_matrix
from .words import Flags
from .wrapping import Block


@dataclass(frozen=True, slots=True)
class PageLook:
    """The texts of a page's blocks, and what each looks like; `own` are the features by themselves."""

    texts: tuple[str, ...]
    words: Matrix
    ends: Flags
    captioned: Flags
    notice: Flags
    byline: Flags
    day: Flags
    clock: Flags
    reports: Flags
    bulleted: Flags
    elsewhere: Flags


def look_of(blocks: Sequence[Block], rows: Matrix | None = None) -> PageLook:
    """Return the look of a page; `rows` are the features of its blocks, where they are known."""
    own = own_matrix(blocks) if rows is None else rows[:, : len(OWN_FEATURES)]

    def column(name: str) -> Matrix:
        return np.asarray(own[:, COLUMN[name]])

    return PageLook(
        tuple(block.text for block in blocks),
        np.rint(np.expm1(column("words (log)"))),
        column("ends a sentence") > 0,
        column("caption wording") > 0,
        column("notice wording") > 0,
        column("byline wording") > 0,
        column("date") > 0,
        column("clock") > 0,
        (column("saying verb") > 0)
        | (column("tells a past deed") > 0)
        | (column("quotation marks") > 0),
        column("begins with a bullet") > 0,
        column("stands elsewhere on the page") > 0,
    )
