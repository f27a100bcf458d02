"""The local engine: this process, or a few beside it where there is work for them or a limit to keep."""

import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import EngineError
from ..model import Failure
from .crew import Crew
from .limit import Limit
from .protocol import Record, Result
from .worker import Task, Undone, answer_share, apply

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

# A forked worker costs some 5 ms, a page 1 to 25 ms: each should have this many records to do.
_FEWEST_FORKED = 4
# A fresh worker costs 0.5 to 1.5 s of imports: under this many records in all, one process is done
# before the workers are warm.
_FEWEST_FRESH = 64
# What a record of a share that is answered ahead may take on average before the share is given up
# and its records are answered one by one: the slowest pages that we know take a fifth of it.
_SHARE_SECONDS = 0.25


class LocalEngine:
    """Runs on this machine, with up to `workers` processes beside this one.

    Where this process can be forked (on Linux, while it has no threads) a record with a limit is
    never worked on in it, so that one that costs too much ends a worker and nothing else.
    Elsewhere workers are fresh processes, started where more than one is asked for and there is
    work enough; what is done without them has no limit.
    """

    def __init__(self, workers: int = 1) -> None:
        self._workers = max(1, workers)

    def map(
        self,
        function: Callable[[Record], Result],
        records: Iterable[Record],
        *,
        name: Callable[[Record], str],
        limit: Limit | None = None,
        prepare: Callable[[], object] | None = None,
    ) -> Iterator[Result | Failure]:
        """Yield `function` of each record in order; a failure for one that raises or costs too much."""
        listed = list(records)
        task = Task(function, prepare, limit)
        yield from _told(listed, self._answers(task, listed), name)

    def ahead(
        self,
        function: Callable[[Record], Result],
        records: Iterable[Record],
        *,
        name: Callable[[Record], str],
        limit: Limit | None = None,
        prepare: Callable[[], object] | None = None,
    ) -> Iterator[Result | Failure]:
        """Yield the same, but begin at once and go on while the caller does something else.

        Where this process cannot be forked nothing is begun before it is asked for.
        """
        listed = list(records)
        again = partial(self.map, function, name=name, limit=limit, prepare=prepare)
        if not _can_fork() or len(listed) < _FEWEST_FORKED:
            return again(listed)
        if prepare is not None:
            prepare()
        step = -(-len(listed) // self._workers)
        shares = [listed[begin : begin + step] for begin in range(0, len(listed), step)]
        whole = limit and Limit(limit.seconds + _SHARE_SECONDS * step, limit.memory)
        task = Task(partial(answer_share, Task(function, limit=limit)), limit=whole, alone=True)
        crew = Crew(multiprocessing.get_context("fork"), task, len(shares))

        def answers() -> Iterator[Any]:
            with closing(crew):
                begun = crew.answer(shares)
                yield None
                for share, found in zip(shares, begun, strict=True):
                    # One record has ended the worker that had the share: which, they tell one by one.
                    done = None if isinstance(found, Undone) else found
                    yield from again(share) if done is None else _told(share, done, name)

        told = answers()
        # So that who drops the answers without asking for one ends the workers, too.
        next(told)
        return told

    @contextmanager
    def guard(
        self, function: Callable[[Record], Result], *, limit: Limit
    ) -> Iterator[Callable[[Record], Result]]:
        """Give a form of `function` that raises EngineError for a record that costs too much."""
        if not _can_fork():
            yield function
            return
        task = Task(function, limit=limit)
        with closing(Crew(multiprocessing.get_context("fork"), task, 1)) as crew:

            def guarded(record: Record) -> Result:
                answer: Any = next(crew.answer([record]))
                if isinstance(answer, Undone):
                    raise EngineError(
                        getattr(function, "__name__", "work"), "a record", answer.reason
                    )
                result: Result = answer
                return result

            yield guarded

    def _answers(self, task: Task, records: list[Any]) -> Iterator[Any]:
        context, size = self._means(task, len(records))
        if context is None or context.get_start_method() == "fork":
            # What is loaded here, forked workers have from the start.
            if task.prepare is not None and records:
                task.prepare()
            task = Task(task.function, limit=task.limit)
        if context is None:
            yield from (apply(task, record) for record in records)
            return
        with closing(Crew(context, task, size)) as crew:
            yield from crew.answer(records)

    def _means(self, task: Task, count: int) -> "tuple[ForkContext | SpawnContext | None, int]":
        """Return how to start how many workers; none where this process had better do the work."""
        if _can_fork():
            size = min(self._workers, max(1, count // _FEWEST_FORKED))
            needed = size > 1 or (task.limit is not None and count > 0)
            return (multiprocessing.get_context("fork"), size) if needed else (None, 0)
        if self._workers > 1 and count >= _FEWEST_FRESH and not _is_worker():
            return multiprocessing.get_context("spawn"), self._workers
        return None, 0


def _told(
    records: Sequence[Record], answers: Iterable[Any], name: Callable[[Record], str]
) -> Iterator[Any]:
    """Yield answers, a failure for each record that is not done."""
    for record, answer in zip(records, answers, strict=True):
        if isinstance(answer, Undone):
            location = name(record)
            yield Failure(location, f"{location}: {answer.reason}")
        else:
            yield answer


def _can_fork() -> bool:
    # The copy of a process has one thread: a lock that another thread held would stay shut in it.
    # (The threads of numpy's libraries end before a fork and come back after.)
    return sys.platform == "linux" and threading.active_count() == 1 and not _is_worker()


def _is_worker() -> bool:
    # A worker of somebody's pool may not have processes of its own.
    return multiprocessing.current_process().daemon
