"""Why a database refused, in a sentence for people."""

from sqlalchemy.exc import DBAPIError

_NOTHING_LOST = "nothing of this batch was kept, all before it was"
_FULL = f"the disk is full; {_NOTHING_LOST}"
# What SQLite says, in part, and what we say.
_SQLITE = (
    ("disk I/O error", f"the disk refused to read or write (is it full?); {_NOTHING_LOST}"),
    ("disk is full", _FULL),
    ("not a database", "is no archive (not a SQLite database)"),
    (
        "malformed",
        "is damaged (database disk image is malformed); `sqlite3 FILE .recover` may save what is whole",
    ),
    ("unable to open", "cannot be opened"),
    ("readonly", "may not be written to"),
)
# The states by which PostgreSQL tells the same whatever language it speaks.
_POSTGRESQL = {
    "53100": _FULL,
    "25006": "may not be written to",
    "42501": "does not let this user read or write it",
    "3D000": "there is no database of this name",
    "57P01": f"the server ended the connection; {_NOTHING_LOST}",
    "57P02": f"the server broke down; {_NOTHING_LOST}",
    "57P03": "the server is starting or shutting down",
}
_LOCKED = "55P03"
# What the driver says where it could not tell the state in which the server let go of it.
_BROKEN = ("closed the connection", "connection is closed", "connection is lost", "consuming input")


def reason_of(error: DBAPIError, patience: float) -> str:
    """Say why a database refused; `patience` is how long a writer waits for others, in seconds."""
    told = _first_line(str(error.orig)) if error.orig else str(error)
    state = getattr(error.orig, "sqlstate", None)
    if state == _LOCKED or "locked" in told:
        return f"is locked: another process has been writing to it for {patience:.0f} s"
    if state in _POSTGRESQL:
        return _POSTGRESQL[state]
    if error.connection_invalidated or any(each in told for each in _BROKEN):
        return f"the connection to the server broke ({told}); {_NOTHING_LOST}"
    return next((ours for theirs, ours in _SQLITE if theirs in told), told)


def _first_line(told: str) -> str:
    return next(iter(told.strip().splitlines()), "gives no reason")
