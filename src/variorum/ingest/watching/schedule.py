"""When an address is asked next: decided from what it answered, with time and chance passed in."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from random import Random

# The first wait after a failure; each further failure doubles it, up to a day.
FIRST_BACK_OFF = timedelta(minutes=1)
LONGEST_BACK_OFF = timedelta(days=1)
_MOST_DOUBLINGS = 11
# Feeds polled at one moment would be polled at one moment for ever: spread by a tenth.
_SPREAD = 0.1
# A page that fails so often is given up.
MOST_TRIES = 5
_LATER = frozenset({408, 425, 429})


def is_for_later(status: int) -> bool:
    """Tell whether a status speaks of the moment only: the same request may do later."""
    return status >= 500 or status in _LATER


def back_off(failures: int, random: Random) -> timedelta:
    """Return how long to leave an address alone that failed so many times in a row.

    The wait is drawn between half of it and all of it, so that what failed together does not come
    back together.
    """
    longest = min(FIRST_BACK_OFF * (1 << min(failures - 1, _MOST_DOUBLINGS)), LONGEST_BACK_OFF)
    return longest * (0.5 + 0.5 * random.random())


def retry_after(value: str | None, now: datetime) -> datetime | None:
    """Return the moment that a Retry-After header names, at most a day away.

    >>> retry_after("120", datetime(2030, 1, 1, tzinfo=UTC)).isoformat()
    '2030-01-01T00:02:00+00:00'
    """
    told = (value or "").strip()
    try:
        if told.isascii() and told.isdigit():
            # Longer ones are beyond the bound, and beyond what a number may be.
            seconds = int(told[:9]) if len(told) <= 9 else 10**9
            return min(now + timedelta(seconds=seconds), now + LONGEST_BACK_OFF)
        moment = parsedate_to_datetime(told)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(moment, now), now + LONGEST_BACK_OFF)


def next_poll(every: timedelta, now: datetime, random: Random) -> datetime:
    """Return when a feed is asked again that answered."""
    return now + every * (1 + _SPREAD * random.random())


def next_try(failures: int, not_before: datetime | None, now: datetime, random: Random) -> datetime:
    """Return when an address is asked again that failed; `not_before` is what its host asked for."""
    moment = now + back_off(failures, random)
    return max(moment, not_before) if not_before else moment
