"""Times written in a line of a page: what each says, how precisely, and where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ...model import Moment, Precision
from .months import month_numbers
from .zones import ZONE, zone_suffix

_EARLIEST_YEAR = 1990
_LATEST_YEAR = 2099
_HALF_DAY = 12
# A stamp stands near the beginning of its line; a longer one is prose, or an attack.
_LONGEST = 1000
# How far a time may stand from its date: "April 30, 2023 at 2:21 pm", "2:21 pm, April 30, 2023".
_TIME_GAP = 14
_BEFORE_DATE = 34
_GAP = re.compile(
    r"[\s,;|·•@–—-]{0,8}(?:at|um|à|a las|às|alle|kl\.?|klo|om|o|в|о|ore|saat|lúc|pukul|jam)?"
    r"[\s,;|·•–—-]{0,8}",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.:/-])(?:(?P<hour>\d{1,2})(?:[:h.](?P<minute>\d{2})(?!\d)(?::(?P<second>\d{2}))?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?|\s?(?P<halfhour>[ap]\.?m\b\.?)))"
    rf"(?:\s?(?:Uhr|Hrs?|hrs?|Uhr\.|h)\b)?(?:\s?\(?(?P<zone>{ZONE}))?",
    re.IGNORECASE,
)
_WELDED_TIME = re.compile(_TIME.pattern.replace(r"(?<![\d.:/-])", "", 1), re.IGNORECASE)
_EASTERN_TIME = re.compile(
    r"\s?(?:\([^()]{1,6}\)\s?)?(?P<halfday>午前|午後|上午|下午|오전|오후)?\s?(?P<hour>\d{1,2})\s?[時时点시]"
    r"(?:\s?(?P<minute>\d{1,2})\s?[分분])?"
)
_AFTERNOON = frozenset(("午後", "下午", "오후"))
_ZONE_BEHIND = re.compile(rf"\s?(?:{ZONE})")
_ALONE = re.compile(r"\s{0,4}(?:$|[|·•,;)–—])")
_BETWEEN_TIME_AND_DATE = re.compile(r"\d|[^\W\d_]{11}")
# "2.50" alone may be a price or a version.
_POINTED = re.compile(r"\d{1,2}\.\d{2}")
_YEAR = re.compile(r"[12][90]\d\d")
# Cheap, where the full expression looks behind every letter.
_MARKED_FIGURES = re.compile(r"\d\s?[./-]\s?\d")
_WORD = r"(?P<month>[^\s\d.,;:!?/|()\[\]<>\"“”„«»–—·•-]{3,16})"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?"
# What stands before a year: "March 4, ", "4. März ", "12 de julio de ".
_MONTH_DAY = re.compile(rf"(?<![^\W\d_]){_WORD}\.?\s?{_DAY},?\s?(?:de\s)?$", re.IGNORECASE)
_DAY_MONTH = re.compile(
    rf"{_DAY}[.,]?\s?(?:[-/]|of\s|de\s|d’|d')?\s?{_WORD}\.?[,/-]?\s?(?:de\s|del\s|năm\s)?$",
    re.IGNORECASE,
)
_DAY_OF_NUMBERED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s(?:tháng|thg)\s(?P<month>\d{1,2}),?\s(?:năm\s)?$", re.IGNORECASE
)
# "Roe NewsMarch 4, 2021": renderings weld what stands beside each other.
_SEAM = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
# What stands behind one: "年1月13日", "-01-13T08:15", "/1/13", " m. sausio 13".
_EASTERN = re.compile(r"\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?"
    r"\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_YEAR_FIRST = re.compile(r"(?P<mark>[./])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})(?!\d)")
_YEAR_MONTH_DAY = re.compile(
    rf"[.,]?\s?(?:m\.\s?|gada\s|\.\s?gada\s)?{_WORD}\s?(?P<day>\d{{1,2}})(?!\d)"
)
_FIGURES = re.compile(
    r"(?<![\d./])(?<!\d-)(?P<one>\d{1,2})\s?(?P<mark>[./-])\s?(?P<two>\d{1,2})\s?(?P=mark)\s?"
    r"(?P<year>\d{4}|\d{2}(?=[\s,|]|$))(?!\d)"
)
_BEFORE_YEAR = 36


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


@dataclass(frozen=True, slots=True)
class _Dated:
    day: date
    begin: int
    end: int
    other: date | None = None
    clock: re.Match[str] | None = None


def find_moments(line: str) -> tuple[WrittenMoment, ...]:
    """Return the dates (with their times) that a line writes out, in order.

    >>> [found.moment.value for found in find_moments("Published : 30 April 2023, 02:07 AM")]
    ['2023-04-30T02:07']
    """
    if len(line) > _LONGEST:
        line = line[:_LONGEST]
    if _YEAR.search(line) is None and _MARKED_FIGURES.search(line) is None:
        return ()
    return _read(line)


# The finders of headline, byline, captions and days ask about the same few lines of a page.
@lru_cache(maxsize=1 << 8)
def _read(line: str) -> tuple[WrittenMoment, ...]:
    found: list[WrittenMoment] = []
    end = 0
    for dated in _dates(line):
        if dated.begin >= end:
            end = dated.end
            found.append(_with_time(line, dated))
    return tuple(found)


def parse_moment(value: str) -> Moment | None:
    """Return the moment that a record or a tag states in ISO 8601 or a like form, else `None`."""
    stated = value.strip()[:_LONGEST]
    whole = _ISO.match(stated) or _ISO.search(stated)
    if whole is None:
        found = find_moments(stated)
        return found[0].moment if found and found[0].other is None else None
    day = _day(whole["year"], whole["month"], whole["day"])
    return None if day is None else _moment(day, whole)


def _dates(line: str) -> list[_Dated]:
    found = [dated for year in _YEAR.finditer(line) if (dated := _beside_year(line, year))]
    if _MARKED_FIGURES.search(line):
        found += _figured(line)
    return sorted(found, key=lambda dated: (dated.begin, -dated.end)) if len(found) > 1 else found


def _beside_year(line: str, year: re.Match[str]) -> _Dated | None:
    """Return the date that a year belongs to: what stands before it, else what stands behind."""
    begin, end = year.span()
    if begin and line[begin - 1].isdigit():
        return None
    least = max(0, begin - _BEFORE_YEAR)
    for pattern in (_DAY_MONTH, _MONTH_DAY, _DAY_OF_NUMBERED):
        found = pattern.search(line, least, begin)
        day = _worded(found, year.group()) if found else None
        if found and day:
            return _Dated(day, found.start() + _welded(found), end)
    # Behind a month the time or a count may be welded to the year: "April 10, 20232:26 PM".
    if line[end : end + 1].isdigit():
        return None
    iso = _ISO.match(line, begin)
    if iso:
        day = _day(year.group(), iso["month"], iso["day"])
        clock = iso if iso["hour"] else None
        return _Dated(day, begin, iso.end(), clock=clock) if day else None
    for pattern in (_EASTERN, _YEAR_FIRST, _YEAR_MONTH_DAY):
        found = pattern.match(line, end)
        day = _worded(found, year.group()) if found else None
        if found and day:
            return _Dated(day, begin, found.end())
    return None


def _worded(found: re.Match[str], year: str) -> date | None:
    month = found["month"][_welded(found) :]
    number = int(month) if month.isdecimal() else month_numbers().get(month.casefold())
    return _day(year, number, found["day"]) if number else None


def _welded(found: re.Match[str]) -> int:
    """Return how many letters of another word are welded to the month that a date opens with."""
    if found.start() != found.start("month"):
        return 0
    seams = [seam.start() for seam in _SEAM.finditer(found["month"])]
    return seams[-1] if seams else 0


def _figured(line: str) -> Iterator[_Dated]:
    for figures in _FIGURES.finditer(line):
        year = figures["year"] if len(figures["year"]) == 4 else "20" + figures["year"]
        day_first = _day(year, figures["two"], figures["one"])
        month_first = _day(year, figures["one"], figures["two"])
        if figures["mark"] == ".":
            month_first = None
        first, other = (day_first, month_first) if day_first else (month_first, None)
        if first:
            other = other if other != first else None
            yield _Dated(first, figures.start(), figures.end(), other)


def _with_time(line: str, dated: _Dated) -> WrittenMoment:
    begin, end, clock = dated.begin, dated.end, dated.clock
    if clock is None:
        clock, begin, end = _nearby_time(line, begin, end)
    elif clock["zone"] is None:
        zone = _ZONE_BEHIND.match(line, end)
        end = zone.end() if zone else end
    second = None if dated.other is None else _moment(dated.other, clock)
    return WrittenMoment(_moment(dated.day, clock), begin, end, second)


def _nearby_time(line: str, begin: int, end: int) -> tuple[re.Match[str] | None, int, int]:
    gap = _GAP.match(line, end)
    after = _TIME.match(line, gap.end()) if gap and gap.end() - end <= _TIME_GAP else None
    after = after or _WELDED_TIME.match(line, end)
    if after and _hour(after) is not None and (_is_time(after) or _ALONE.match(line, after.end())):
        return after, begin, after.end()
    eastern = _EASTERN_TIME.match(line, end)
    if eastern and _hour(eastern) is not None:
        return eastern, begin, eastern.end()
    for before in _TIME.finditer(line, max(0, begin - _BEFORE_DATE), begin):
        between = line[before.end() : begin]
        if (
            len(between) <= _TIME_GAP + 10
            and not _BETWEEN_TIME_AND_DATE.search(between)
            and _hour(before) is not None
            and _is_time(before)
        ):
            return before, before.start(), end
    return None, begin, end


def _is_time(found: re.Match[str]) -> bool:
    # A point is a time only with a word that says so, or right behind a date with nothing else following.
    return not _POINTED.fullmatch(found.group().strip())


def _moment(day: date, clock: re.Match[str] | None) -> Moment:
    hour = _hour(clock) if clock else None
    if clock is None or hour is None:
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
    if not clock["hour"]:
        return None
    hour = int(clock["hour"])
    half = (_group(clock, "half") or _group(clock, "halfhour") or "")[:1].lower()
    if half and 1 <= hour <= _HALF_DAY:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    if hour < _HALF_DAY and _group(clock, "halfday") in _AFTERNOON:
        hour += _HALF_DAY
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
        # The thirty-first of February, and figures that are no date at all.
        return None
