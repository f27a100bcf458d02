"""Stories that wait to be judged: each once, in turn, and one that cannot be holds up no other."""

import threading
import time

from variorum.archive.queueing import Queue
from variorum.errors import EngineError


def test_a_story_is_judged_once_however_many_ask() -> None:
    judged: list[int] = []
    goes_on = threading.Event()

    def judge(number: int) -> None:
        goes_on.wait(5)
        judged.append(number)

    queue = Queue(judge)
    assert [queue.judged(7, 0.0) for _ in range(3)] == [False, False, False]
    goes_on.set()
    assert queue.judged(8, 5)
    assert judged == [7, 8]


def test_one_that_fails_holds_up_no_other() -> None:
    asked: list[int] = []

    def judge(number: int) -> None:
        asked.append(number)
        if number == 1:
            raise EngineError("judging", "story 1", "its process has ended")

    queue = Queue(judge)
    assert queue.judge_one_of([1, 2]) and queue.judge_one_of([1, 2])
    assert asked == [1, 2]
    assert queue.judged(1, 5), "a reader may try again"
    assert not queue.judge_one_of([1]) and not queue.judge_one_of([])


def test_no_thread_is_left_when_nothing_waits() -> None:
    before = threading.active_count()
    queue = Queue(lambda number: None)
    assert queue.judged(3, 5)
    until = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.01)
    assert threading.active_count() == before
