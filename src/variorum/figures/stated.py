"""What a reader of words hands back: a figure with offsets into the paragraph, before it is placed."""

from dataclasses import dataclass

from ..model import DatePrecision, FigureKind
from .dates import Form
from .numbers import Value


@dataclass(frozen=True, slots=True)
class Stated:
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
