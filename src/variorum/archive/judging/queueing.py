"""Queueing: stories that readers opened and that are judged aside, one after the other, each once."""

from collections.abc import Callable, Sequence
from logging import getLogger
from threading import Event, Lock, Thread

from ...errors import EngineError

_log = getLogger(__name__)


class Queue:
    """Stories by number that wait to be judged; `judge` does that to one, and takes its time."""

    def __init__(self, judge: Callable[[int], None]) -> None:
        self._judge = judge
        self._waiting: dict[int, Event] = {}
        self._refused: set[int] = set()
        self._lock = Lock()
        self._is_working = False
        self._is_closed = False

    def judged(self, number: int, seconds: float | None) -> bool:
        """Have a story judged; return whether that was done within so many seconds, or wait for it.

        Nobody waits some seconds for a story that others stand before.
        """
        with self._lock:
            if self._is_closed:
                return False
            done = self._waiting.setdefault(number, Event())
            if seconds is not None and next(iter(self._waiting)) != number:
                seconds = 0.0
            begins = not self._is_working
            self._is_working = True
        if begins:
            # A thread that ends when nothing is left: a process without threads can be forked.
            Thread(target=self._work, name="judging", daemon=True).start()
        return done.wait(seconds)

    def judge_one_of(self, numbers: Sequence[int]) -> bool:
        """Wait until the first story that was not refused before is judged; return whether there was one."""
        number = next((each for each in numbers if each not in self._refused), None)
        if number is None:
            return False
        self.judged(number, None)
        return True

    def close(self) -> None:
        """Let go of all stories that wait; whoever waits for one goes on."""
        with self._lock:
            self._is_closed = True
            for done in self._waiting.values():
                done.set()

    def _work(self) -> None:
        while True:
            with self._lock:
                number = next(iter(self._waiting), None)
                if number is None or self._is_closed:
                    self._is_working = False
                    return
            try:
                self._judge(number)
            except EngineError as error:
                if not self._is_closed:
                    _log.warning("%s", error)
                    self._refused.add(number)
            with self._lock:
                self._waiting.pop(number).set()
