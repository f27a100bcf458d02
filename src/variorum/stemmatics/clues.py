"""Clues beside the readings: dates, credits, whose page a witness is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..model import Moment

# A page that names no zone may stand in any: so many hours behind or ahead of UTC, beyond which
# hardly a newsroom lies. Clocks of pages that name one are trusted to five minutes.
_EAST, _WEST = timedelta(hours=13), timedelta(hours=10)
_CLOCKS = timedelta(minutes=5)
_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Clue:
    """What is known of one witness beside its text.

    `credits` is the agency that it credits; `is_origin` tells that the page is that agency's or
    outlet's own; `names` the sigil of another witness that it names as where it has the text from,
    `by_address` that its canonical address does so; `is_signed` that the page names its writer and
    credits nobody.
    """

    published: Moment | None = None
    credits: str | None = None
    is_origin: bool = False
    names: str | None = None
    modified: Moment | None = None
    is_signed: bool = False
    by_address: bool = False


Clues = Mapping[str, Clue]
NO_CLUE = Clue()


def is_surely_later(one: Moment | None, other: Moment | None) -> bool:
    """Tell whether `one` is after `other` whatever zones the two pages meant.

    >>> is_surely_later(Moment("2031-05-03T21:00", "minute"), Moment("2031-05-03", "day"))
    False
    """
    if one is None or other is None:
        return False
    return _interval(one)[0] > _interval(other)[1]


def is_too_early(copy: Clue, exemplar: Clue) -> bool:
    """Tell whether a text was finished before the page was out from which it would be copied."""
    return is_surely_later(exemplar.published, copy.modified or copy.published)


def earliest(moment: Moment | None) -> datetime:
    """Return the earliest instant that a page may mean; undated pages come last."""
    return _interval(moment)[0] if moment else datetime.max


def _interval(moment: Moment) -> tuple[datetime, datetime]:
    """Return the earliest and the latest instant that a page may mean, as naive UTC."""
    stated = datetime.fromisoformat(moment.value)
    offset = stated.utcoffset()
    plain = stated.replace(tzinfo=None)
    length = _DAY if moment.precision == "day" else timedelta()
    if offset is not None:
        return plain - offset - _CLOCKS, plain - offset + length + _CLOCKS
    return plain - _EAST, plain + length + _WEST
