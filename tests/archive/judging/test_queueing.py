"""Stories that wait to be judged: each once, in turn, and one that cannot be holds up no other."""

import threading
import time

from variorum.archive.judging.queueing import Queue
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
    assert queue.judged(8, None)
    assert judged == [7, 8]


def test_nobody_waits_behind_others() -> None:
    goes_on = threading.Event()

    def judge(_: int) -> None:
        goes_on.wait(10)

    queue = Queue(judge)
    assert not queue.judged(1, 0.0)
    begun = time.monotonic()
    assert not queue.judged(2, 5.0)
    assert time.monotonic() - begun < 4
    goes_on.set()
    assert queue.judged(2, None)


def test_a_closed_queue_keeps_nobody_waiting() -> None:
    begun, goes_on = threading.Event(), threading.Event()
    judged: list[int] = []

    def judge(number: int) -> None:
        begun.set()
        goes_on.wait(10)
        judged.append(number)

    queue = Queue(judge)
    queue.judged(1, 0.0)
    queue.judged(2, 0.0)
    assert begun.wait(10)
    waiting = threading.Thread(target=queue.judged, args=(2, None))
    waiting.start()
    queue.close()
    waiting.join(10)
    assert not waiting.is_alive() and not queue.judged(3, None)
    goes_on.set()
    time.sleep(0.1)
    assert judged == [1]


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
