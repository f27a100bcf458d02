"""Clues beside the readings: dates, credits, whose page a witness is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..model import Moment

# Pages that name no zone may stand in any: two clocks of such pages disagree by up to 14 hours
# against UTC. A page that gives the day alone is good to that day and its neighbours.
_ZONES = timedelta(hours=14)
_DAY = timedelta(hours=24)
_CLOCKS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Clue:
    """What is known of one witness beside its text.

    `credits` is the agency that it credits; `is_origin` tells that the page is that agency's or
    outlet's own; `names` the sigil of another witness that it names as where it has the text from.
    """

    published: Moment | None = None
    credits: str | None = None
    is_origin: bool = False
    names: str | None = None


Clues = Mapping[str, Clue]


def is_surely_later(one: Moment | None, other: Moment | None) -> bool:
    """Tell whether `one` is after `other` whatever zones the two pages meant."""
    if one is None or other is None:
        return False
    slack = _slack(one, other)
    return _instant(one) - _instant(other) > slack


def _slack(one: Moment, other: Moment) -> timedelta:
    if "day" in (one.precision, other.precision):
        return _DAY
    return _CLOCKS if one.has_zone and other.has_zone else _ZONES


def _instant(moment: Moment) -> datetime:
    """Return a naive instant: UTC where a zone is named."""
    parsed = datetime.fromisoformat(moment.value)
    offset = parsed.utcoffset()
    return parsed.replace(tzinfo=None) - (offset or timedelta())
