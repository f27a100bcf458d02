"""Date expressions in English: which words state a date, and in what form. Nothing is resolved here."""

import re
from dataclasses import dataclass
from typing import Literal

from .calendar import (
    DAY_PART,
    FULL_WEEKDAY,
    MONTH,
    WEEKDAY,
    month_number,
    valid_date,
    weekday_number,
)

Step = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date by month and year, month and day, all three, or a year alone; what is not said is `None`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class NamedWeekday:
    """A weekday with the word before it that tells which: last, next, this."""

    weekday: int
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many steps from the day of publication, or from the date mentioned before it."""

    amount: int
    step: Step
    from_mention: bool = False


@dataclass(frozen=True, slots=True)
class Unresolvable:
    """Words that state a date which no day, month or year expresses, and why."""

    reason: str


Form = CalendarDate | NamedWeekday | Shift | Unresolvable


@dataclass(frozen=True, slots=True)
class DateWords:
    """The span of a date expression and its form."""

    begin: int
    end: int
    form: Form


_YEAR = r"(?:1[5-9]|20)\d\d\b"
_SUFFIX = r"(?:st|nd|rd|th)?\b"
_MODIFIER = r"(?P<modifier>(?:last|next|this(?: past| coming)?|the (?:coming|past)|coming|past) )?"
_MONTH_FIRST = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY}),? )?(?P<month>{MONTH}) (?:the )?(?P<day>\d{{1,2}}){_SUFFIX}"
    rf"(?!:\d|[.]\d|,\d{{3}}\b| ?%| (?:people|million|billion))"
    rf"(?:-\d{{1,2}}\b)?(?:,? (?P<year>{_YEAR}))?"
)
_DAY_FIRST = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY}),? )?(?:the )?(?P<day>\d{{1,2}}){_SUFFIX}(?:-\d{{1,2}}\b)?(?: of)? "
    rf"(?P<month>{MONTH})(?:,? (?P<year>{_YEAR}))?"
)
_MONTH_YEAR = re.compile(rf"(?P<month>{MONTH})(?:,| of)? (?P<year>{_YEAR})(?! (?:people|troops))")
_MONTH_ALONE = re.compile(rf"{_MODIFIER}(?P<month>{MONTH})(?!\w)(?! \d)")
# "May" and "March" open names and sentences too: a month alone needs a word that leads to a time.
_LEADS_TO_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|from|through|during|early|late|mid|between|and|to|of|before|after"
    r"|for)[ -](?:early |late |mid-)?$",
    re.I,
)
_WEAK_LEAD = re.compile(r"\b(?:and|to|of|for)[ -]$", re.I)
_NAMED_WEEKDAY = re.compile(rf"{_MODIFIER}(?P<weekday>{FULL_WEEKDAY})\b{DAY_PART}")
_NAME_BEFORE = re.compile(
    r"\b(?:Black|Good|Super|Cyber|Fat|Ash|Bloody|Easter|Palm|Giving|Holy|Freaky|Whit|Shrove|Maundy"
    r"|Mail on|Ruby|Man) $"
)
_NAME_AFTER = re.compile(
    r"(?:s\b| (?:Times|Telegraph|Mirror|Express|Mail|Herald|Mercury|Independent|Night (?:Live|Football|"
    r"Lights)|Football|Night Massacre|Review)\b)"
)
# "The Sunday Courier", "the Friday Night Club": an article before and a capital after make a name.
_PAPER_BEFORE = re.compile(r"\b[Tt]he $")
_PAPER_AFTER = re.compile(rf" (?!(?:{MONTH})\b)[A-Z][a-z]+")
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b")
_SLASHED = re.compile(r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b")
_DECADE = re.compile(r"(?:early |mid-?|late )?(?:(?:1[89]|20)\d0s\b|'\d0s\b)")
_BARE_YEAR = re.compile(
    rf"(?P<year>{_YEAR})(?!-\d|\w|[.,]\d| ?%|[ -](?:percent|per cent|million|billion))"
)
_LEADS_TO_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|through|throughout|during|early|late|mid|before|after|between|"
    r"of|for|fiscal|year|around|circa|back in|and|to)[ -]|\()(?:early |late |mid-|the year )?$",
    re.I,
)
_DETERMINER_BEFORE_YEAR = re.compile(
    r"\b(?:the|a|an|his|her|its|their|our|my|that|this)(?: \w+)? $|'s $", re.I
)


def read_month_date(text: str, at: int) -> DateWords | None:
    """Read "April 29, 2023", "April 29", "April 2023", "April"."""
    found = _MONTH_FIRST.match(text, at)
    if found and 1 <= int(found["day"]) <= 31:
        return DateWords(at, found.end(), _full_date(found))
    found = _MONTH_YEAR.match(text, at)
    if found:
        form = CalendarDate(year=int(found["year"]), month=month_number(found["month"]))
        return DateWords(at, found.end(), form)
    found = _MONTH_ALONE.match(text, at)
    return _month_alone(text, at, found) if found else None


def _month_alone(text: str, at: int, found: re.Match[str]) -> DateWords | None:
    before = text[max(0, at - 24) : at]
    modifier = found["modifier"]
    ambiguous = found["month"] in {"May", "March", "Mar", "August", "April", "June"}
    if not modifier and (
        not _LEADS_TO_MONTH.search(before) or (ambiguous and _WEAK_LEAD.search(before))
    ):
        return None
    if re.match(r"(?:'s)? [A-Z]", text[found.end() : found.end() + 5]) and ambiguous:
        return None  # a name: "from May Lindqvist"
    form = CalendarDate(month=month_number(found["month"]), modifier=_bare(modifier))
    return DateWords(at, found.end(), form)


def _full_date(found: re.Match[str]) -> Form:
    year, weekday = found["year"], found["weekday"]
    month, day = month_number(found["month"]), int(found["day"])
    if valid_date(int(year) if year else 2000, month, day) is None:
        return Unresolvable("the calendar has no such day")
    return CalendarDate(
        int(year) if year else None, month, day, weekday_number(weekday) if weekday else None
    )


def _bare(modifier: str | None) -> str | None:
    return modifier.strip().lower().split()[-1] if modifier else None


def read_weekday(text: str, at: int) -> DateWords | None:
    """Read "Saturday", "this Saturday", "Saturday, April 29", "Saturday 29 April 2023"."""
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        full = pattern.match(text, at)
        if full and full["weekday"] and 1 <= int(full["day"]) <= 31:
            return DateWords(at, full.end(), _full_date(full))
    found = _NAMED_WEEKDAY.match(text, at)
    if found is None or _NAME_AFTER.match(text, found.end("weekday")):
        return None
    if _PAPER_BEFORE.search(text, max(0, at - 4), at) and _PAPER_AFTER.match(text, found.end()):
        return None
    if not found["modifier"] and _NAME_BEFORE.search(text, max(0, at - 10), at):
        return None
    form = NamedWeekday(weekday_number(found["weekday"]), _bare(found["modifier"]))
    return DateWords(at, found.end(), form)


def read_numeric_date(text: str, at: int) -> DateWords | None:
    """Read "29 April 2023", "2023-04-29", "29/04/2023", "1990s"."""
    found = _DAY_FIRST.match(text, at)
    if found and 1 <= int(found["day"]) <= 31:
        return DateWords(at, found.end(), _full_date(found))
    found = _ISO.match(text, at)
    if found and valid_date(int(found["year"]), int(found["month"]), int(found["day"])):
        form = CalendarDate(int(found["year"]), int(found["month"]), int(found["day"]))
        return DateWords(at, found.end(), form)
    found = _SLASHED.match(text, at)
    if found:
        return DateWords(at, found.end(), _slashed(found))
    if found := _DECADE.match(text, at):
        return DateWords(at, found.end(), Unresolvable("a decade"))
    return None


def _slashed(found: re.Match[str]) -> Form:
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if first > 12 >= second and valid_date(year, second, first):
        return CalendarDate(year, second, first)
    if second > 12 >= first and valid_date(year, first, second):
        return CalendarDate(year, first, second)
    if first == second and valid_date(year, first, second):
        return CalendarDate(year, first, second)
    return Unresolvable("day and month cannot be told apart")


def read_year(text: str, at: int) -> DateWords | None:
    """Read a year where the words before it lead to one: "in 2014", "the 2016 election"."""
    found = _BARE_YEAR.match(text, at)
    if found is None:
        return None
    before, after = text[max(0, at - 28) : at], text[found.end() : found.end() + 2]
    led = _LEADS_TO_YEAR.search(before) is not None
    # "the 2016 election" states a year; "the 2016 Games" is a name.
    named = _DETERMINER_BEFORE_YEAR.search(before) is not None and re.match(r" [a-z]", after)
    if not led and not named:
        return None
    return DateWords(at, found.end(), CalendarDate(year=int(found["year"])))
