"""Times told from the time of capture: "3 hours ago", "vor 3 Stunden", "yesterday"."""

import re
from datetime import date, datetime, timedelta

from ...model import Moment
from .moments import WrittenMoment, find_moments

_SECONDS = r"s|sec(?:ond)?s?|sekunden?|secondes?|segundos?|second[oi]|秒|초"
_MINUTES = (
    r"min(?:ute)?s?|minuten|minutes?|minutos?|minut[ioy]?|minuter|minutter|"
    r"минут[ыау]?|хвилин[иу]?|menit|phút|分|분"
)
_HOURS = (
    r"h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|uur|uren|timmar|timme|timer|time|"
    r"godzin[yę]?|hodin(?:ami)?|час(?:а|ов)?|годин[иу]?|jam|saat|giờ|時間|小时|小時|시간"
)
_DAYS = (
    r"d|days?|tag(?:en)?|jours?|días?|dias?|giorn[io]|dag(?:en|ar|e)?|dni|dnem|"
    r"дн(?:я|ей|і)|день|hari|gün|ngày|日|天|일"
)
_COUNT = r"(\d{1,3}|an?|one|einer?|einem|une?|una?|uma?)"
_UNIT = rf"(?:({_SECONDS})|({_MINUTES})|({_HOURS})|({_DAYS}))"
# The word for "ago" stands before the span in some languages and behind it in others.
_AGO = (
    re.compile(
        rf"(?<!\w)(?:vor|hace|il y a|há|pred|före|for)\s{_COUNT}\s?{_UNIT}\.?(?:(?!\w)|(?=vor\s))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w){_COUNT}\s?{_UNIT}\.?\s?"
        r"(?:(?:ago|fa|geleden|sedan|siden|temu|sitten|назад|тому|yang lalu|lalu|önce|trước|atrás)\b|前|전)",
        re.IGNORECASE,
    ),
)
# "Today" opens sentences too: here a time follows it, or nothing.
_NOTHING_ELSE = r"(?=\s?(?:$|[,|•·–—-]|\d|(?:at|um|à|a las|às|alle|kl\.?|klo|om|o|в|о|ore|saat)\s))"
_TODAY = re.compile(
    r"^(?:\w{1,14}:?\s)?(?:today|heute|aujourd['’]hui|hoy|hoje|oggi|vandaag|idag|i dag|dzisiaj|dziś|dnes|"
    r"сегодня|сьогодні|hari ini|bugün|今日|今天|오늘)\b" + _NOTHING_ELSE,
    re.IGNORECASE,
)
_YESTERDAY = re.compile(
    r"^(?:\w{1,14}:?\s)?(?:yesterday|gestern|hier|ayer|ontem|ieri|gisteren|igår|i går|wczoraj|včera|"
    r"вчера|вчора|kemarin|dün|昨日|昨天|어제)\b" + _NOTHING_ELSE,
    re.IGNORECASE,
)
_DAY_AND_WORD = (
    re.compile(r"(?<!\d)\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,16}(?!\w)\.?"),
    re.compile(r"(?<!\w)[^\W\d_]{3,16}\.?\s\d{1,2}(?![\w:])"),
)
_UNITS = (timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1))


def relative_moment(line: str, taken_at: str) -> WrittenMoment | None:
    """Return what "3 hours ago" in a line means on a page captured at `taken_at`, to the day.

    >>> relative_moment("Updated 3 hours ago", "2021-03-04T01:30:00Z").moment.value
    '2021-03-03'
    """
    try:
        taken = datetime.fromisoformat(taken_at.replace("Z", "+00:00"))
    except ValueError:
        # A record's own word for a time; nothing can be counted back from it.
        return None
    for pattern in _AGO:
        ago = pattern.search(line)
        if ago:
            count, *units = ago.groups()
            length = next(each for each, unit in zip(_UNITS, units, strict=True) if unit)
            day = (taken - (int(count) if count.isdecimal() else 1) * length).date()
            return WrittenMoment(Moment(day.isoformat(), "day"), ago.start(), ago.end())
    return _named_day(line, taken) or _without_year(line, taken.date())


def _without_year(line: str, taken: date) -> WrittenMoment | None:
    """Return the moment of a date that leaves out its year: the last such day before the capture.

    Words with a number are not yet a date: a time has to follow, or nothing else stand on the line.
    """
    for pattern in _DAY_AND_WORD:
        for near in pattern.finditer(line):
            found = _in_latest_year(line, near.end(), taken)
            if found is None:
                continue
            alone = not line[: found.begin].strip() and not line[found.end :].strip()
            if found.moment.precision != "day" or alone:
                return found
    return None


def _in_latest_year(line: str, end: int, taken: date) -> WrittenMoment | None:
    """Return what a line says with the year put in at `end`: that of the capture or the one before."""
    for year in (taken.year, taken.year - 1):
        added = f" {year}"
        dated = find_moments(line[:end] + added + line[end:])
        found = next((each for each in dated if each.begin < end < each.end), None)
        if found and (found.moment.day - taken).days <= 1:
            return WrittenMoment(found.moment, found.begin, found.end - len(added))
    return None


def _named_day(line: str, taken: datetime) -> WrittenMoment | None:
    for pattern, back in ((_TODAY, 0), (_YESTERDAY, 1)):
        named = pattern.match(line)
        if named:
            day = (taken - timedelta(days=back)).date()
            return WrittenMoment(Moment(day.isoformat(), "day"), named.start(), named.end())
    return None
