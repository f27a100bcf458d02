"""Work begun ahead: the same answers as `map` gives, in order, whatever becomes of the workers."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.engine.test_limits import LIMIT, REASONS, name, read
from variorum.engine import Limit, LocalEngine
from variorum.model import Failure

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all limits")
GOOD = [f"page {number}" for number in range(40)]


def told(answers: Iterator[str | Failure]) -> list[str]:
    return [each.error if isinstance(each, Failure) else each for each in answers]


def expected(records: list[str]) -> list[str]:
    return [REASONS.get(record, record.upper()) for record in records]


def children() -> int:
    tasks = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return len(tasks.read_text(encoding="ascii").split())


@pytest.mark.parametrize("workers", [1, 2, 3, 7])
@pytest.mark.parametrize("size", [0, 1, 3, 4, 5, 40])
def test_answers_stand_in_order(workers: int, size: int) -> None:
    engine = LocalEngine(workers)
    assert told(engine.ahead(read, GOOD[:size], name=name, limit=LIMIT)) == expected(GOOD[:size])


def test_records_may_come_from_anywhere() -> None:
    found = LocalEngine(2).ahead(read, (each for each in GOOD), name=name)
    assert told(found) == expected(GOOD)


@LINUX
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("bad", ["slow", "large", "crash", "exit", "raise"])
def test_a_bad_record_costs_its_share_a_second_try_and_nothing_else(workers: int, bad: str) -> None:
    records = [*GOOD[:3], bad, *GOOD[3:12], bad]
    found = LocalEngine(workers).ahead(read, records, name=name, limit=LIMIT)
    assert told(found) == expected(records)


@LINUX
def test_a_record_that_waits_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    # What a share may take beyond one record's limit would be seconds here.
    monkeypatch.setattr("variorum.engine.local._SHARE_SECONDS", 0.001)

    def wait(record: str) -> str:
        if record == "for ever":
            threading.Event().wait()
        return record.upper()

    records = [*GOOD[:5], "for ever", *GOOD[5:9]]
    limit = Limit(0.03, 60_000_000)
    found = told(LocalEngine(2).ahead(wait, records, name=name, limit=limit))
    assert found[5] == "for ever.txt: gave no result within 0.3 s"
    assert found[:5] + found[6:] == expected(GOOD[:9])


@LINUX
def test_a_killed_worker_loses_nothing() -> None:
    def work(record: int) -> tuple[int, int]:
        time.sleep(0.02)
        return record, os.getpid()

    found = LocalEngine(2).ahead(work, range(20), name=str, limit=LIMIT)
    tasks = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    begun = [int(each) for each in tasks.read_text(encoding="ascii").split()]
    os.kill(begun[-1], signal.SIGKILL)
    answers = [each for each in found if not isinstance(each, Failure)]
    assert [record for record, _ in answers] == list(range(20))
    assert begun[-1] not in {process for _, process in answers}


@LINUX
def test_work_goes_on_while_nobody_asks(tmp_path: Path) -> None:
    def note(record: int) -> int:
        (tmp_path / str(record)).touch()
        return record

    found = LocalEngine(2).ahead(note, range(8), name=str, limit=LIMIT)
    deadline = time.monotonic() + 20
    while len(list(tmp_path.iterdir())) < 8 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(list(tmp_path.iterdir())) == 8
    assert list(found) == list(range(8))


@LINUX
def test_who_comes_late_for_the_answers_still_gets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.engine.crew._PATIENCE_AT_START", 0.2)
    monkeypatch.setattr("variorum.engine.local._SHARE_SECONDS", 0.0)
    # More than a pipe holds, so that the workers wait, too.
    found = LocalEngine(2).ahead(_long, range(8), name=str, limit=Limit(0.02, 60_000_000))
    time.sleep(0.6)
    assert [len(each) for each in found if not isinstance(each, Failure)] == [200_000] * 8


def _long(record: int) -> str:
    return str(record) * 200_000


@LINUX
@pytest.mark.parametrize("asked", [0, 1, 15])
def test_answers_that_nobody_wants_any_more_end_the_workers(asked: int) -> None:
    def work(record: int) -> int:
        time.sleep(0.0 if record < 15 else 60)
        return record

    before = children()
    found = LocalEngine(2).ahead(work, range(30), name=str, limit=Limit(1, 60_000_000))
    assert children() > before
    # The second share takes minutes; the first is asked for at most.
    for number in range(asked):
        assert next(found) == number
    del found
    assert children() == before


def test_what_cannot_be_loaded_is_raised_at_once() -> None:
    def load() -> None:
        raise OSError("the weights are gone")

    before = children() if sys.platform == "linux" else 0
    with pytest.raises(OSError, match="the weights are gone"):
        list(LocalEngine(2).ahead(read, GOOD, name=name, limit=LIMIT, prepare=load))
    assert not before or children() == before


@LINUX
def test_what_is_loaded_is_loaded_once_and_here() -> None:
    loaded: list[int] = []

    def first(record: int) -> int:
        return loaded[0] + record - record

    found = LocalEngine(2).ahead(
        first, range(9), name=str, limit=LIMIT, prepare=lambda: loaded.append(os.getpid())
    )
    assert list(found) == [os.getpid()] * 9
    assert len(loaded) == 1


@LINUX
def test_several_may_be_under_way_and_be_asked_in_any_order() -> None:
    engine = LocalEngine(2)
    one = engine.ahead(read, GOOD, name=name, limit=LIMIT)
    other = engine.ahead(read, [*GOOD[:9], "crash"], name=name, limit=LIMIT)
    third = engine.map(read, ["slow", *GOOD[:5]], name=name, limit=LIMIT)
    assert told(other) == expected([*GOOD[:9], "crash"])
    assert next(one) == "PAGE 0"
    assert told(third) == expected(["slow", *GOOD[:5]])
    assert told(one) == expected(GOOD[1:])


def _again(record: str) -> list[str]:
    return told(LocalEngine(3).ahead(read, [record] * 5, name=name))


@pytest.mark.parametrize("by", ["map", "ahead"])
def test_workers_that_work_ahead_do_it_themselves(by: str) -> None:
    run: Callable[..., Iterator[list[str] | Failure]] = getattr(LocalEngine(2), by)
    assert list(run(_again, GOOD[:9], name=name)) == [[each] * 5 for each in expected(GOOD[:9])]
