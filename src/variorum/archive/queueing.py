"""Queueing: stories that readers opened and that are judged aside, one after the other, each once."""

from collections.abc import Callable, Sequence
from logging import getLogger
from threading import Event, Lock, Thread

from ..errors import EngineError

_log = getLogger(__name__)


class Queue:
    """Stories by number that wait to be judged; `judge` does that to one, and takes its time."""

    def __init__(self, judge: Callable[[int], None]) -> None:
        self._judge = judge
        self._waiting: dict[int, Event] = {}
        self._refused: set[int] = set()
        self._lock = Lock()
        self._is_working = False

    def judged(self, number: int, seconds: float | None) -> bool:
        """Have a story judged; return whether that was done within so many seconds, or wait for it."""
        with self._lock:
            done = self._waiting.setdefault(number, Event())
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

    def _work(self) -> None:
        while True:
            with self._lock:
                number = next(iter(self._waiting), None)
                if number is None:
                    self._is_working = False
                    return
            try:
                self._judge(number)
            except EngineError as error:
                _log.warning("%s", error)
                self._refused.add(number)
            with self._lock:
                self._waiting.pop(number).set()
