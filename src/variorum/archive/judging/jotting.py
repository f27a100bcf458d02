"""Jotting: what reading has found out is kept for the next reader, when nobody else is writing."""

from collections.abc import Callable
from logging import getLogger
from threading import Lock

from sqlalchemy import Connection

from ...errors import ArchiveError
from ...store import Database
from ...store.revision import renew

Jot = Callable[[Connection], None]

_log = getLogger(__name__)
# Jots that wait while others write; what is beyond is found out again by the next reader.
_MOST = 1000
# Jots that one reader does at the most, its own among them: one keeps 20 to 50 ms busy, and whoever came
# first after a writer of 96,000 articles was done kept all of them, for 53 s.
_FOR_ONE = 3


class Jotter:
    """Keeps what readers have found out without ever letting one wait for a writer."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._left: list[Jot] = []
        self._lock = Lock()
        self._writing = Lock()

    def keep(self, jot: Jot) -> None:
        """Have `jot` done to the archive, now if nobody is writing, else with the next one."""
        with self._lock:
            if len(self._left) < _MOST:
                self._left.append(jot)
        self.write(_FOR_ONE)

    def write(self, most: int = _MOST) -> None:
        """Do what is left to be kept, the latest first, if nobody is writing."""
        # One reader at a time: a second one would find the archive locked by the first.
        if not self._left or not self._writing.acquire(blocking=False):
            return
        try:
            with self._lock:
                jots, self._left = self._left[-most:], self._left[:-most]
            if not self._done(jots):
                with self._lock:
                    self._left = [*jots, *self._left][:_MOST]
        finally:
            self._writing.release()

    def _done(self, jots: list[Jot]) -> bool:
        """Do some jots, all or none; return whether nobody else was writing."""
        try:
            with self._database.writing_now() as connection:
                if connection is None:
                    return False
                for jot in jots:
                    jot(connection)
                renew(connection)
        except ArchiveError as error:
            # An archive that may only be read can still be read.
            _log.warning("what was read could not be kept: %s", error)
        return True
