"""A worker process: takes records, answers each, and ends with its parent."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from .limit import OUT_OF_MEMORY, Limit, held_to


@dataclass(frozen=True, slots=True)
class Task:
    """A function for records, what it loads before its first, and what one record may cost.

    One that keeps to limits `alone` needs only its parent's patience.
    """

    function: Callable[[Any], Any]
    prepare: Callable[[], object] | None = None
    limit: Limit | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """The answer to a record on which the function failed: why, in words."""

    reason: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The first word of a worker: it has loaded what it needs."""


def apply(task: Task, record: Any, fatal: tuple[type[Exception], ...] = ()) -> Any:
    """Return what the function of a task gives for a record; the reason where it raises."""
    # One page that trips a defect must not stop a million others: its failure is shown and counted.
    try:
        return task.function(record)
    except Exception as error:
        if isinstance(error, fatal):
            raise
        return Undone(f"{type(error).__name__}: {error}")


def serve(connection: Connection, task: Task) -> None:
    """Answer the records that come through a connection, one by one, until the parent is gone."""
    # An interrupt from the keyboard reaches every process; the parent sees to the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if task.prepare is not None:
        task.prepare()
    connection.send(Ready())
    with suppress(EOFError, BrokenPipeError):
        while True:
            for record in connection.recv():
                connection.send(_answer(task, record))


def answer_share(task: Task, records: Sequence[Any]) -> list[Any]:
    """Return the answers to many records at once; one that costs too much ends this worker."""
    return [_answer(task, record) for record in records]


def _end_with_parent() -> None:
    # A parent that is killed cannot end its workers, and a long account keeps one busy for minutes.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _answer(task: Task, record: Any) -> Any:
    try:
        with held_to(None if task.alone else task.limit):
            return apply(task, record, fatal=(MemoryError,))
    except MemoryError:
        # Libraries in C that were refused memory halfway are not to be trusted with the next record.
        os._exit(OUT_OF_MEMORY)
