"""Ahead: while the desk is served, stories are judged that readers are likely to open next."""

from collections.abc import Iterator
from contextlib import contextmanager
from logging import getLogger
from threading import Event, Thread

from ..archive import Archive
from ..errors import ArchiveError
from .serving import sparing_readers

_log = getLogger(__name__)
# Seconds between two looks at an archive in which nothing was left to be judged. One look takes a
# few milliseconds; what is added is judged within them, and as fast as one core goes.
_PAUSE = 5.0


@contextmanager
def judging_ahead(archive: Archive, *, pause: float = _PAUSE) -> Iterator[None]:
    """Have the widest stories of an archive judged one after the other, in a process beside this one."""
    ends = Event()

    def judge() -> None:
        archive.load()
        with sparing_readers():
            while not ends.is_set():
                if not _judge_one(archive):
                    ends.wait(pause)

    Thread(target=judge, name="ahead", daemon=True).start()
    try:
        yield
    finally:
        ends.set()


def _judge_one(archive: Archive) -> bool:
    try:
        return archive.judge_ahead()
    except ArchiveError as error:
        _log.warning("stories are not judged ahead: %s", error)
        return False
