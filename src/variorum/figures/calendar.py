"""The calendar in English words: months, weekdays, parts of the day."""

from datetime import date, timedelta

_MONTH_NAMES = (
    "january february march april may june july august september october november december".split()
)
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}

_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES)}
WEEKDAYS |= {name[:3]: number for name, number in WEEKDAYS.items()}
WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3}

# Capitals are required: "may" is a verb, "march" another, "sun" and "sat" are words.
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
)
FULL_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
DAY_PART = r"(?: (?:morning|afternoon|evening|night|midday|noon|lunchtime)\b)?"


def month_number(written: str) -> int:
    """Return 1 to 12 for a month as written ("Sept.")."""
    return MONTHS[written.rstrip(".").lower()]


def weekday_number(written: str) -> int:
    """Return 0 (Monday) to 6 for a weekday as written."""
    return WEEKDAYS[written.rstrip(".").lower()]


def valid_date(year: int, month: int, day: int) -> date | None:
    """Return the date, `None` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_months(day: date, months: int) -> tuple[int, int]:
    """Return year and month so many months from `day`."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def iso_week(day: date) -> str:
    """Return the ISO 8601 week of a day ("2023-W17")."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def weekday_on_or_before(day: date, weekday: int) -> date:
    """Return the latest such weekday that is not after `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_on_or_after(day: date, weekday: int) -> date:
    """Return the earliest such weekday that is not before `day`."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
