"""The calendar date that a date expression means, seen from the day on which the article was published."""

from datetime import date, timedelta
from typing import NamedTuple

from ..model import DatePrecision
from .calendar import (
    iso_week,
    shift_months,
    valid_date,
    weekday_on_or_after,
    weekday_on_or_before,
)
from .dates import CalendarDate, Form, NamedWeekday, Shift, Unresolvable
from .tense import Tense

# A day and month without a year: newspapers leave the year out within about the current one. With
# no verb to tell, a day up to this many days back is past, one further back is the coming one. These
# three numbers are held by our own cases (tests/cases/figures) alone: no labelled dates are at hand.
_FURTHEST_PAST = 250
# The verb beside a date need not be its own: against it, a day that is nearly certain by nearness
# (a week back, or two months ahead when the other reading is most of a year away) is kept.
_JUST_PAST = 7
_SOON = 60
# With no verb to tell, a weekday this few days ahead is the coming one: a paper of Sunday that means
# the Monday before says so. Not measured on labelled dates.
_AHEAD = 2
_WEEK = timedelta(days=7)


class Resolved(NamedTuple):
    """A date in ISO 8601 as precise as `precision` says, or none, and why."""

    value: str | None
    precision: DatePrecision | None
    reason: str


def resolve(
    form: Form, published: date | None, tense: Tense | None, mentioned: date | None
) -> Resolved:
    """Return the date that `form` means; `mentioned` is the last day that the article named before it."""
    if isinstance(form, Unresolvable):
        return Resolved(None, None, form.reason)
    if isinstance(form, CalendarDate):
        return _calendar_date(form, published, tense)
    if isinstance(form, Shift) and form.from_mention:
        if mentioned is None:
            return Resolved(None, None, "counted from a date that the article does not name")
        return _shift(form, mentioned, f"counted from {mentioned}, named before it")
    if published is None:
        return Resolved(None, None, "the page tells no date to count from")
    if isinstance(form, NamedWeekday):
        return _weekday(form, published, tense)
    return _shift(form, published, f"counted from {published}")


def _calendar_date(form: CalendarDate, published: date | None, tense: Tense | None) -> Resolved:
    if form.year is not None:
        return _with_year(form.year, form.month, form.day)
    if published is None:
        return Resolved(None, None, "the page tells no date to take the year from")
    if form.month is None:
        return Resolved(None, None, "neither year nor month")
    if form.day is None:
        return _month_without_year(form.month, form.modifier, published, tense)
    return _day_without_year(form, published, tense)


def _with_year(year: int, month: int | None, day: int | None) -> Resolved:
    if month is None:
        return Resolved(f"{year:04}", "year", "year as stated")
    if day is None:
        return Resolved(f"{year:04}-{month:02}", "month", "month as stated")
    return Resolved(f"{year:04}-{month:02}-{day:02}", "day", "date as stated")


def _month_without_year(
    month: int, modifier: str | None, published: date, tense: Tense | None
) -> Resolved:
    year = published.year
    if modifier in {"last", "past"}:
        year -= month >= published.month
    elif modifier in {"next", "coming"}:
        year += month <= published.month
    elif modifier != "this":
        ahead = (month - published.month) % 12
        back = (published.month - month) % 12
        future = tense == "future" or (tense is None and ahead <= 4)
        year, _ = shift_months(published.replace(day=1), ahead if future else -back)
    return Resolved(f"{year:04}-{month:02}", "month", f"year from {published}")


def _day_without_year(form: CalendarDate, published: date, tense: Tense | None) -> Resolved:
    assert form.month is not None and form.day is not None
    years = (
        range(published.year - 8, published.year + 9)
        if form.weekday is not None
        else (range(published.year - 4, published.year + 5))
    )
    days = [day for year in years if (day := valid_date(year, form.month, form.day))]
    if form.weekday is not None:
        fitting = [day for day in days if day.weekday() == form.weekday]
        if not fitting:
            return Resolved(None, None, "the weekday does not fit the date")
        nearest = min(fitting, key=lambda day: abs((day - published).days))
        return Resolved(nearest.isoformat(), "day", "the year in which the weekday fits")
    past = max((day for day in days if day <= published), default=None)
    coming = min((day for day in days if day >= published), default=None)
    if past is None or coming is None:
        return Resolved(None, None, "no such day near the date of the page")
    chosen = coming if _is_coming(past, coming, published, tense) else past
    return Resolved(chosen.isoformat(), "day", f"year from {published}, {tense or 'no'} tense")


def _is_coming(past: date, coming: date, published: date, tense: Tense | None) -> bool:
    back, ahead = (published - past).days, (coming - published).days
    if tense == "future":
        return back > _JUST_PAST or ahead < _FURTHEST_PAST
    if tense == "past":
        return back > _FURTHEST_PAST and past.year != published.year and ahead <= _SOON
    return back > _FURTHEST_PAST


def _weekday(form: NamedWeekday, published: date, tense: Tense | None) -> Resolved:
    today = published.weekday() == form.weekday
    day = timedelta(days=1)
    if form.modifier in {"last", "past"}:
        chosen, why = weekday_on_or_before(published - day, form.weekday), f"“{form.modifier}”"
    elif form.modifier in {"next", "coming"}:
        chosen, why = weekday_on_or_after(published + day, form.weekday), f"“{form.modifier}”"
    elif today:
        chosen, why = published, "the day of publication"
    elif (
        tense == "future"
        or (form.modifier == "this" and tense is None)
        or (tense is None and (form.weekday - published.weekday()) % 7 <= _AHEAD)
    ):
        chosen, why = weekday_on_or_after(published, form.weekday), "spoken of as to come"
    else:
        chosen, why = weekday_on_or_before(published, form.weekday), "the last one"
    return Resolved(chosen.isoformat(), "day", f"{why}, seen from {published}")


def _shift(form: Shift, start: date, reason: str) -> Resolved:
    try:
        if form.step == "day":
            return Resolved((start + timedelta(days=form.amount)).isoformat(), "day", reason)
        if form.step == "week":
            return Resolved(iso_week(start + form.amount * _WEEK), "week", reason)
        if form.step == "month":
            year, month = shift_months(start, form.amount)
            return Resolved(f"{year:04}-{month:02}", "month", reason)
    except OverflowError:
        return Resolved(None, None, "beyond the calendar")
    return Resolved(f"{start.year + form.amount:04}", "year", reason)
