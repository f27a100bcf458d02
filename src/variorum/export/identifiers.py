"""Identifiers: how other formats name what Variorum found, and when it was."""

from datetime import datetime
from urllib.parse import quote


def urn(noun: str, *ids: str) -> str:
    """Return the name of something by its noun and its id; a sigil may follow.

    >>> urn("account", "4dc30590982156bc", "α")
    'urn:variorum:account:4dc30590982156bc:%CE%B1'
    """
    return ":".join(["urn:variorum", noun, *(quote(each, safe="") for each in ids)])


def rfc3339(time: str | None) -> str | None:
    """Return a time as RFC 3339 wants it, to the second and with its zone; `None` if it names no zone.

    A zone is never guessed, and a day is no time.

    >>> rfc3339("2031-05-02T11:42+02:00"), rfc3339("2031-05-02T11:42"), rfc3339("2031-05-02")
    ('2031-05-02T11:42:00+02:00', None, None)
    """
    moment = _read(time)
    return moment.isoformat() if moment and moment.tzinfo else None


def stated_time(time: str | None) -> str | None:
    """Return a time in the form of RFC 3339 even if it names no zone.

    It then stands as it is given, with the offset -00:00, which says that none is known.

    >>> stated_time("2031-05-02T11:42"), stated_time("2031-05-02")
    ('2031-05-02T11:42:00-00:00', '2031-05-02T00:00:00-00:00')
    """
    moment = _read(time)
    if moment is None or moment.tzinfo:
        return moment.isoformat() if moment else None
    return f"{moment.isoformat()}-00:00"


def _read(time: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(time) if time else None
    except ValueError:
        # A record may state anything.
        return None
