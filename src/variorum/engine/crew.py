"""A crew of worker processes: a record that ends its worker fails alone, a new worker does the others."""

import time
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from ..errors import EngineError
from .limit import why_ended
from .worker import Task, Undone, serve

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

# Records that a worker is given at once: enough that it hardly waits for the next, few enough
# that the last ones are shared evenly.
_CHUNK = 8
# How long a worker may take to load what it needs: a fresh process takes 0.5 to 1.5 s.
_PATIENCE_AT_START = 120.0


class Worker:
    """One process beside this one, and the numbers of the records that it has yet to answer."""

    def __init__(self, context: "ForkContext | SpawnContext", task: Task) -> None:
        self.connection, far_end = context.Pipe()
        self._process = context.Process(target=serve, args=(far_end, task), daemon=True)
        self._process.start()
        far_end.close()
        self._limit = task.limit
        self._forked = context.get_start_method() == "fork"
        self._ready = False
        self._asked = time.monotonic()
        self.pending: deque[int] = deque()

    def give(self, numbers: Sequence[int], records: Sequence[Any]) -> None:
        """Have the records of these numbers answered, in this order."""
        self._asked = time.monotonic()
        self.pending.extend(numbers)
        try:
            self.connection.send(records)
        except OSError:
            return  # the process has ended: `take` says so

    def take(self) -> tuple[int, Any] | None:
        """Return the next answer with its number, `None` for the word that the worker is ready.

        Raises EOFError where the process has ended.
        """
        try:
            answer = self.connection.recv()
        except OSError as error:
            raise EOFError from error
        self._asked = time.monotonic()
        if self._ready:
            return self.pending.popleft(), answer
        self._ready = True
        return None

    def remaining(self) -> float | None:
        """Return for how many seconds the next answer may be waited for; `None`: without end."""
        if not self._ready:
            patience = _PATIENCE_AT_START
        elif self._limit is None:
            return None
        else:
            patience = self._limit.patience
        return max(0.0, patience - (time.monotonic() - self._asked))

    def end(self, *, stuck: bool) -> str:
        """See the process end, or end it where it is stuck; return why its record is not done."""
        if stuck:
            self._process.kill()
        self._process.join()
        self.connection.close()
        # A fresh process that cannot load what it needs would fail with every record; a forked one has it.
        if not self._ready and not self._forked:
            raise EngineError("start", "a worker process", why_ended(None, self._process.exitcode))
        return why_ended(self._limit, None if stuck else self._process.exitcode)

    def dismiss(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.connection.close()


class Crew:
    """Up to `size` workers for one task, started when first needed, until it is closed."""

    def __init__(self, context: "ForkContext | SpawnContext", task: Task, size: int) -> None:
        self._context = context
        self._task = task
        self._size = size
        self._workers: list[Worker] = []

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.dismiss()
        self._workers.clear()

    def answer(self, records: Sequence[Any]) -> Iterator[Any]:
        """Yield the answer to each record, in order; `Undone` for one that ended its worker.

        The first are handed out at once, before anybody asks for their answers.
        """
        step = max(1, min(_CHUNK, len(records) // (4 * self._size)))
        waiting = deque(
            range(begin, min(begin + step, len(records))) for begin in range(0, len(records), step)
        )
        self._hand_out(waiting, records)
        return self._answers(waiting, records)

    def _answers(self, waiting: deque[range], records: Sequence[Any]) -> Iterator[Any]:
        answers: dict[int, Any] = {}
        for number in range(len(records)):
            while number not in answers:
                self._hand_out(waiting, records)
                self._collect(waiting, answers)
            yield answers.pop(number)

    def _hand_out(self, waiting: deque[range], records: Sequence[Any]) -> None:
        """Give every idle worker work, starting workers where there are fewer than may be."""
        idle = [worker for worker in self._workers if not worker.pending]
        while waiting and (idle or len(self._workers) < self._size):
            if not idle:
                idle.append(Worker(self._context, self._task))
                self._workers.append(idle[0])
            numbers = waiting.popleft()
            idle.pop().give(numbers, records[numbers.start : numbers.stop])

    def _collect(self, waiting: deque[range], answers: dict[int, Any]) -> None:
        """Wait for answers; have what an ended worker leaves behind done by others."""
        busy = [worker for worker in self._workers if worker.pending]
        patience = [each for worker in busy if (each := worker.remaining()) is not None]
        spoken = wait([worker.connection for worker in busy], min(patience, default=None))
        for worker in busy:
            try:
                if worker.connection in spoken:
                    answer = worker.take()
                    if answer is not None:
                        answers[answer[0]] = answer[1]
                elif worker.remaining() == 0:
                    self._lose(worker, waiting, answers, stuck=True)
            except EOFError:
                self._lose(worker, waiting, answers, stuck=False)

    def _lose(
        self, worker: Worker, waiting: deque[range], answers: dict[int, Any], *, stuck: bool
    ) -> None:
        self._workers.remove(worker)
        guilty = worker.pending[0]
        last = worker.pending[-1]
        answers[guilty] = Undone(worker.end(stuck=stuck))
        if last > guilty:
            waiting.appendleft(range(guilty + 1, last + 1))
