"""Times written in a line of a page: what each says, how precisely, and where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from ...model import Moment, Precision
from .months import month_numbers, month_pattern
from .zones import ZONE, zone_suffix

_EARLIEST_YEAR = 1990
_LATEST_YEAR = 2099
_HALF_DAY = 12
# How far a time may stand from its date: "April 30, 2023 at 2:21 pm", "2:21 pm, April 30, 2023".
_TIME_GAP = 14
_GAP = r"[\s,;|·•@–—-]*(?:at|um|à|a las|às|alle|kl\.?|klo|om|o|в|ore|saat)?[\s,;|·•–—-]*"
_TIME = re.compile(
    r"(?<![\d.:/-])(?:(?P<hour>\d{1,2})(?:[:h.](?P<minute>\d{2})(?!\d)(?::(?P<second>\d{2}))?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?|\s?(?P<halfhour>[ap]\.?m\b\.?)))"
    rf"(?:\s*(?:Uhr|Hrs?|hrs?|Uhr\.|h)\b)?(?:\s*\(?(?P<zone>{ZONE}))?",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s*(?:$|[|·•,;)–—])")
_ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_EASTERN = re.compile(
    r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<year>\d{4})[./](?P<month>\d{1,2})[./](?P<day>\d{1,2})(?!\d)"
)
_FIGURES = re.compile(
    r"(?<![\d./])(?<!\d-)(?P<one>\d{1,2})\s?(?P<mark>[./-])\s?(?P<two>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}|\d{2}(?=[\s,|]|$))(?!\d)"
)
_QUICK = re.compile(
    r"\d{1,2}.{0,20}(?:19|20)\d\d|(?:19|20)\d\d.{1,4}\d|\d{1,2}[./]\d{1,2}[./]\d\d\b"
)


@dataclass(frozen=True, slots=True)
class WrittenMoment:
    """A moment and its half-open place in the line it was read from.

    `other` is the day that the same figures mean when the order of day and month is the other
    one ("04/05/2023"); `None` where the writing leaves no doubt.
    """

    moment: Moment
    begin: int
    end: int
    other: Moment | None = None


# Several finders ask about the same lines of a page; the answer depends on the line alone.
@lru_cache(maxsize=1 << 12)
def find_moments(line: str) -> tuple[WrittenMoment, ...]:
    """Return the dates (with their times) that a line writes out, in order.

    >>> [found.moment.value for found in find_moments("Published : 30 April 2023, 02:07 AM")]
    ['2023-04-30T02:07']
    """
    if not _QUICK.search(line):
        return ()
    found: list[WrittenMoment] = []
    taken: list[tuple[int, int]] = []
    for day, other, begin, end, clock in _dates(line):
        if any(begin < stop and start < end for start, stop in taken):
            continue
        taken.append((begin, end))
        found.append(_with_time(line, day, other, begin, end, clock))
    return tuple(sorted(found, key=lambda each: each.begin))


def parse_moment(value: str) -> Moment | None:
    """Return the moment that a record or a tag states in ISO 8601 or a like form, else `None`."""
    stated = value.strip()
    whole = _ISO.match(stated) or _ISO.search(stated)
    if whole is None:
        found = find_moments(stated)
        return found[0].moment if found and found[0].other is None else None
    day = _day(whole["year"], whole["month"], whole["day"])
    return None if day is None else _moment(day, whole)


_Dated = tuple[date, date | None, int, int, re.Match[str] | None]


def _dates(line: str) -> Iterator[_Dated]:
    for iso in _ISO.finditer(line):
        day = _day(iso["year"], iso["month"], iso["day"])
        if day:
            yield day, None, iso.start(), iso.end(), iso if iso["hour"] else None
    for pattern in _worded():
        for worded in pattern.finditer(line):
            month = month_numbers()[worded["month"].casefold()]
            day = _day(worded["year"], month, worded["day"])
            if day:
                yield day, None, worded.start(), worded.end(), None
    for pattern in (_EASTERN, _YEAR_FIRST):
        for figures in pattern.finditer(line):
            day = _day(figures["year"], figures["month"], figures["day"])
            if day:
                yield day, None, figures.start(), figures.end(), None
    yield from _figured(line)


def _figured(line: str) -> Iterator[_Dated]:
    for figures in _FIGURES.finditer(line):
        year = figures["year"] if len(figures["year"]) == 4 else "20" + figures["year"]
        day_first = _day(year, figures["two"], figures["one"])
        month_first = _day(year, figures["one"], figures["two"])
        if figures["mark"] == ".":
            month_first = None
        first, other = (day_first, month_first) if day_first else (month_first, None)
        if first:
            yield first, other if other != first else None, figures.start(), figures.end(), None


@cache
def _worded() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{month_pattern()})(?!\w)\.?"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?"
    return tuple(
        re.compile(each, re.IGNORECASE)
        for each in (
            rf"(?<!\w){month}\s*{day},?\s*(?:de\s+)?{year}",
            rf"{day}[.,]?\s?(?:[-/]|of\s|de\s|d’|d')?\s?{month}[,/-]?\s?(?:de\s|del\s)?{year}",
            rf"{year}[.,]?\s?(?:m\.\s?|gada\s|\.\s?gada\s)?{month}\s?{day}(?!\d)",
        )
    )


def _with_time(
    line: str, day: date, other: date | None, begin: int, end: int, clock: re.Match[str] | None
) -> WrittenMoment:
    if clock is None:
        clock, begin, end = _nearby_time(line, begin, end)
    else:
        zone = re.compile(rf"\s*(?:{ZONE})").match(line, end) if clock["zone"] is None else None
        end = zone.end() if zone else end
    second = None if other is None else _moment(other, clock)
    return WrittenMoment(_moment(day, clock), begin, end, second)


def _nearby_time(line: str, begin: int, end: int) -> tuple[re.Match[str] | None, int, int]:
    gap = re.compile(_GAP, re.IGNORECASE).match(line, end)
    after = _TIME.match(line, gap.end()) if gap and gap.end() - end <= _TIME_GAP else None
    if after and _hour(after) is not None and (_is_time(after) or _ALONE.match(line, after.end())):
        return after, begin, after.end()
    for before in _TIME.finditer(line, 0, begin):
        between = line[before.end() : begin]
        if (
            len(between) <= _TIME_GAP + 10
            and not re.search(r"\d|[^\W\d_]{11}", between)
            and _hour(before) is not None
            and _is_time(before)
        ):
            return before, before.start(), end
    return None, begin, end


def _is_time(found: re.Match[str]) -> bool:
    # "2.50" alone may be a price or a version: a point is a time only with a word that says so,
    # or right behind a date with nothing else following.
    plain = found.group().strip()
    return not re.fullmatch(r"\d{1,2}\.\d{2}", plain)


def _moment(day: date, clock: re.Match[str] | None) -> Moment:
    if clock is None or (not clock["hour"] and not _group(clock, "halfhour")):
        return Moment(day.isoformat(), "day")
    hour = _hour(clock)
    if hour is None:
        return Moment(day.isoformat(), "day")
    minute = int(_group(clock, "minute") or 0)
    second = _group(clock, "second")
    value = f"{day.isoformat()}T{hour:02}:{minute:02}"
    precision: Precision = "minute"
    if second is not None:
        value, precision = f"{value}:{second}", "second"
    zone = _group(clock, "zone")
    return Moment(value + (zone_suffix(zone.upper(), day) if zone else ""), precision)


def _hour(clock: re.Match[str]) -> int | None:
    hour = int(clock["hour"])
    half = (_group(clock, "half") or _group(clock, "halfhour") or "")[:1].lower()
    if half and 1 <= hour <= _HALF_DAY:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    minute = int(_group(clock, "minute") or 0)
    return hour if hour < 24 and minute < 60 else None


def _group(found: re.Match[str], name: str) -> str | None:
    return found[name] if name in found.re.groupindex else None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    if not _EARLIEST_YEAR <= int(year) <= _LATEST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


_AGO = re.compile(
    r"(?<!\w)(?P<count>\d{1,3}|an?|one)\s?(?P<unit>min(?:ute)?s?|h(?:ou)?rs?|h|days?)\s+ago\b",
    re.IGNORECASE,
)
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


def relative_moment(line: str, taken_at: str) -> WrittenMoment | None:
    """Return what "3 hours ago" in a line means on a page captured at `taken_at`, to the day."""
    ago = _AGO.search(line)
    if ago is None:
        return None
    try:
        taken = datetime.fromisoformat(taken_at.replace("Z", "+00:00"))
    except ValueError:
        return None
    count = int(ago["count"]) if ago["count"].isdigit() else 1
    day = (taken - count * _UNITS[ago["unit"][0].lower()]).date()
    return WrittenMoment(Moment(day.isoformat(), "day"), ago.start(), ago.end())
