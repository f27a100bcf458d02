"""What a reader of words hands back: a figure with offsets into the paragraph, before it is placed."""

from typing import NamedTuple

from ..model import DatePrecision, FigureKind
from .dates import Form
from .hedges import hedge_after, hedge_before
from .numbers import Value


class Stated(NamedTuple):
    """A figure found at `[begin, end)` of a paragraph; `form` is set for dates, which are resolved later.

    `noun_end` is where the noun counted ends if it stands before the number.
    """

    kind: FigureKind
    begin: int
    end: int
    value: Value | str | None = None
    unit: str | None = None
    hedge: str | None = None
    upper: Value | None = None
    form: Form | None = None
    precision: DatePrecision | None = None
    reasons: tuple[str, ...] = ()
    noun_end: int | None = None


def hedged(text: str, stated: Stated, floor: int, spatial: bool = True) -> Stated:
    """Take in the hedge before or after a figure, if there is one; look no further back than `floor`."""
    if before := hedge_before(text, stated.begin, floor, spatial):
        return stated._replace(begin=before[0], hedge=before[1])
    if after := hedge_after(text, stated.end):
        return stated._replace(end=after[0], hedge=after[1])
    return stated
