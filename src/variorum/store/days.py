"""Days as numbers, which sort and compare alike in every database."""

from datetime import date

from ..errors import OptionError


def ordinal(day: str) -> int:
    """Return a day as a number; raise OptionError where it is none."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError as error:
        raise OptionError("day", f"{day} is no day (give it as 2031-05-02)") from error
