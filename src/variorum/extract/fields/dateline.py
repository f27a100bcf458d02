"""The dateline that opens a report: "TEHRAN, April 29 (Reuters) -"."""

import re
from dataclasses import dataclass
from datetime import date

from ..agencies.directory import Agency, agencies_in_dateline, agencies_in_slot
from ..moments.months import month_numbers, month_pattern

_DASH = r"\s{0,3}(?:[-–—−]{1,2}|:|\.-|\.–)\s{0,3}"
_CAPITALS = r"(?:[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’-]{1,24})"
# One place or two joined by a stroke, in capitals, with the country in small letters or not.
_LOUD_PLACE = (
    rf"{_CAPITALS}(?:[ /]{{1,2}}(?:{_CAPITALS}|(?:DE|OF|AL|THE)\b)){{0,4}}"
    r"(?:,\s[A-ZÀ-Þ](?:[^\W\d_]|[.'’ -]){1,28}(?<![\s'’-]))?"
)
_QUIET_PLACE = (
    r"(?-i:[A-ZÀ-ÞĀ-Ž])(?:[^\W\d_]|[.'’-]){1,24}(?:[ /](?:[^\W\d_]|[.'’-]){1,24}){0,4}"
    r"(?:,\s(?-i:[A-ZÀ-Þ])(?:[^\W\d_]|[.'’ -]){1,28}(?<![\s'’-]))?"
)
_DATE = (
    rf"(?:(?P<month>{month_pattern()})\.?\s(?P<day>\d{{1,2}})|"
    rf"(?P<day2>\d{{1,2}})\.?\s(?:de\s)?(?P<month2>{month_pattern()})\.?)(?:,?\s\d{{4}})?"
)
# Some renderings lose the dash; then a sentence must open right behind the bracket.
_OPENS = r"(?=\s{0,3}(?:$|(?-i:[A-ZÀ-ÞĀ-Ž“\"‘'])))"
_SLOT = r"[(\[](?P<slot>[^()\[\]]{2,40})[)\]]"
# Written by an agency: the bracket is what tells, so the place may be in any letters.
_WITH_AGENCY = re.compile(
    rf"(?:(?P<place>{_QUIET_PLACE}),?\s?(?:{_DATE})?\s?)?{_SLOT}(?:{_DASH}|{_OPENS})", re.IGNORECASE
)
_AGENCY_FIRST = re.compile(rf"{_SLOT}{_DASH}(?P<place>{_LOUD_PLACE})(?:,\s(?i:{_DATE}))?{_DASH}")
# Whatever the bracket holds; initials in it are an agency's. A place in small letters needs them.
_BRACKETED = re.compile(
    rf"(?P<place>{_LOUD_PLACE})(?:,?\s(?i:{_DATE}))?,?\s?{_SLOT}\s?[-–—−]{{1,2}}\s{{0,3}}(?=\S)"
)
_QUIETLY_BRACKETED = re.compile(
    rf"(?P<place>{_QUIET_PLACE})(?:,?\s(?i:{_DATE}))?\s?{_SLOT}\s?[-–—−]{{1,2}}\s{{1,3}}(?=[A-ZÀ-ÞĀ-Ž“\"‘'„«])"
)
_PLAIN = re.compile(rf"(?P<place>{_LOUD_PLACE})(?:,\s(?i:{_DATE}))?\s?[-–—−]{{1,2}}\s{{0,3}}(?=\S)")
_DATED = re.compile(
    rf"(?P<place>{_QUIET_PLACE}),\s(?i:{_DATE})\s?(?:\((?P<slot>[^()]{{2,40}})\))?{_DASH}"
)
_CHINESE = re.compile(
    r"(?P<slot>新华社|中新社|中新网|中国新闻社|新華社|中央社)(?P<place>[^\d\s，。]{1,12}?)"
    r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日[电電]"
)
# A page's lead-in ("Follow us on …") may stand before the dateline on its line.
_INSIDE = re.compile(
    rf"(?P<place>{_LOUD_PLACE})?\s?[(\[](?P<slot>[^()\[\]]{{2,24}})[)\]]\s?[-–—−]{{1,2}}\s"
)
_INSIDE_REACH = 160
# "US - ", "EU - " open lists, no reports.
_SHORTEST_PLACE = 3
_SENTENCE = 80
_PICTURE = re.compile(r"(?:FILE|PHOTO|VIDEO|WATCH|LIVE|UPDATED?|BREAKING|CORRECTION|EXCLUSIVE)\b")


@dataclass(frozen=True, slots=True)
class WrittenDateline:
    """A dateline as a paragraph opens with it, `[begin, end)` relative to the paragraph.

    `slot` is what its bracket holds.
    """

    place: str | None
    month: int | None
    day: int | None
    agencies: tuple[Agency, ...]
    begin: int
    end: int
    slot: str | None = None

    def date_near(self, published: date | None) -> str | None:
        """Return the day as ISO 8601: the year is that of the publication the dateline precedes."""
        if published is None or self.month is None or self.day is None:
            return None
        try:
            same_year = date(published.year, self.month, self.day)
            # Written in December, published in January.
            late = (same_year - published).days > 180
            return (same_year.replace(year=published.year - 1) if late else same_year).isoformat()
        except ValueError:
            return None


def read_dateline(paragraph: str) -> WrittenDateline | None:
    """Return the dateline that `paragraph` opens with, `None` where it opens with none.

    >>> read_dateline("TEHRAN, April 29 (Reuters) - Iran said").place
    'TEHRAN'
    """
    opening = paragraph[:_INSIDE_REACH]
    return (
        _agency_dateline(opening)
        or _bracketed_dateline(paragraph, opening)
        or _plain_dateline(opening)
        or _inside_dateline(opening)
    )


def _agency_dateline(opening: str) -> WrittenDateline | None:
    if not opening[:1].isascii() and opening[:1].isalpha():
        patterns: tuple[re.Pattern[str], ...] = (_CHINESE, _AGENCY_FIRST, _WITH_AGENCY)
    else:
        patterns = (_AGENCY_FIRST, _WITH_AGENCY)
    bracketed = "(" in opening or "[" in opening
    for pattern in patterns:
        # The patterns are long; without a bracket only one of them can match.
        found = pattern.match(opening) if bracketed or pattern is _CHINESE else None
        agencies = agencies_in_slot(found["slot"]) if found else ()
        if found and agencies:
            return _written(found, agencies)
    return None


def _bracketed_dateline(paragraph: str, opening: str) -> WrittenDateline | None:
    if "(" not in opening and "[" not in opening:
        return None
    found = _BRACKETED.match(opening)
    if found and len(found["place"]) > _SHORTEST_PLACE and not _PICTURE.match(found["place"]):
        return _written(found, agencies_in_dateline(found["slot"]))
    # "Anna Roe (XYZ) - 1,204" stands in lists of candidates, which run to no sentence.
    found = _QUIETLY_BRACKETED.match(opening) if len(paragraph) >= _SENTENCE else None
    agencies = agencies_in_dateline(found["slot"]) if found else ()
    return _written(found, agencies) if found and agencies else None


def _plain_dateline(opening: str) -> WrittenDateline | None:
    found = _DATED.match(opening) if any(map(str.isdigit, opening[:60])) else None
    if found:
        return _written(found, agencies_in_slot(found["slot"] or ""))
    found = _PLAIN.match(opening) if opening[:2].isupper() else None
    return _written(found, ()) if found and len(found["place"]) > _SHORTEST_PLACE else None


def _inside_dateline(opening: str) -> WrittenDateline | None:
    for found in _INSIDE.finditer(opening):
        agencies = agencies_in_slot(found["slot"])
        if agencies:
            return _written(found, agencies)
    return None


def _written(found: re.Match[str], agencies: tuple[Agency, ...]) -> WrittenDateline:
    groups = found.groupdict()
    month = groups.get("month") or groups.get("month2")
    day = groups.get("day") or groups.get("day2")
    number = None
    if month:
        number = int(month) if month.isdigit() else month_numbers()[month.casefold()]
    place = (groups["place"] or "").strip(" ,") or None
    return WrittenDateline(
        place,
        number,
        int(day) if day else None,
        agencies,
        found.start(),
        found.end(),
        groups.get("slot"),
    )
