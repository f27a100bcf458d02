"""A record that costs too much, or takes its process down, fails alone; the others are done."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from variorum.engine import Engine, Limit, LocalEngine
from variorum.errors import EngineError
from variorum.model import Failure

LIMIT = Limit(seconds=0.3, memory=60_000_000)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all limits")
# An expression in C that would take years, and that no exception can interrupt.
ENDLESS = re.compile(r"(?:a|aa)*b")


def read(record: str) -> str:
    if record == "slow":
        ENDLESS.match("a" * 200)
    elif record == "large":
        return str(len(bytearray(200_000_000)))
    elif record == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    elif record == "exit":
        os._exit(3)
    elif record == "raise":
        raise ValueError("an odd page")
    return record.upper()


def name(record: str) -> str:
    return f"{record}.txt"


def run(engine: Engine, records: list[str]) -> list[str]:
    found = engine.map(read, records, name=name, limit=LIMIT)
    return [each.error if isinstance(each, Failure) else each for each in found]


REASONS = {
    "slow": "slow.txt: took longer than the 0.3 s that it may take",
    "large": "large.txt: needed more memory than the 60 MB that it may take",
    "crash": "crash.txt: crashed the process that read it (SIGKILL)",
    "exit": "exit.txt: ended the process that read it (status 3)",
    "raise": "raise.txt: ValueError: an odd page",
}


@LINUX
@pytest.mark.parametrize("workers", [1, 2])
def test_each_bad_record_fails_alone_and_says_why(workers: int) -> None:
    good = [f"page {number}" for number in range(30)]
    records = [
        "slow",
        *good[:7],
        "large",
        "crash",
        *good[7:20],
        "exit",
        "raise",
        *good[20:],
        "slow",
    ]
    expected = [REASONS.get(record, record.upper()) for record in records]
    assert run(LocalEngine(workers), records) == expected


@LINUX
def test_time_asleep_is_not_counted() -> None:
    def sleep(record: int) -> int:
        time.sleep(0.5)
        return record

    assert list(LocalEngine().map(sleep, [1], name=str, limit=LIMIT)) == [1]


@LINUX
def test_a_record_that_waits_for_ever_is_given_up() -> None:
    def wait(record: int) -> int:
        threading.Event().wait()
        return record

    (failure,) = LocalEngine().map(wait, [1], name=str, limit=Limit(0.03, 60_000_000))
    assert isinstance(failure, Failure)
    assert failure.error == "1: gave no result within 0.3 s"


@LINUX
def test_time_and_memory_are_those_of_one_record() -> None:
    def work(record: int) -> int:
        begun = time.process_time()
        while time.process_time() < begun + 0.02:
            pass
        return len(bytearray(30_000_000))

    assert list(LocalEngine().map(work, range(30), name=str, limit=LIMIT)) == [30_000_000] * 30


@LINUX
def test_what_is_loaded_first_counts_for_no_record() -> None:
    loaded: list[bytearray] = []

    def load() -> None:
        loaded.append(bytearray(100_000_000))

    def size(record: int) -> int:
        return len(loaded[0]) + record

    found = LocalEngine().map(size, range(3), name=str, limit=LIMIT, prepare=load)
    assert list(found) == [100_000_000, 100_000_001, 100_000_002]


def test_nothing_is_loaded_for_nothing() -> None:
    def load() -> None:
        raise AssertionError

    assert list(LocalEngine().map(read, [], name=name, limit=LIMIT, prepare=load)) == []


@pytest.fixture
def thread() -> Iterator[None]:
    """Have a thread beside the test: a process with threads is not forked."""
    done = threading.Event()
    beside = threading.Thread(target=done.wait)
    beside.start()
    yield
    done.set()
    beside.join()


@LINUX
@pytest.mark.usefixtures("thread")
def test_fresh_workers_keep_to_the_limit_too() -> None:
    good = [f"page {number}" for number in range(70)]
    expected = [REASONS["slow"], *(each.upper() for each in good), REASONS["crash"]]
    assert run(LocalEngine(2), ["slow", *good, "crash"]) == expected


@pytest.mark.usefixtures("thread")
def test_without_workers_failures_are_values_all_the_same() -> None:
    assert run(LocalEngine(), ["a", "raise", "b"]) == ["A", REASONS["raise"], "B"]


def test_ordinary_results_are_the_same_by_every_route() -> None:
    records = [f"page {number}" for number in range(9)]
    assert run(LocalEngine(1), records) == run(LocalEngine(2), records)
    assert run(LocalEngine(1), records) == list(LocalEngine(1).map(read, records, name=name))


@LINUX
@pytest.mark.parametrize("record", ["slow", "large", "crash", "raise"])
def test_a_guarded_function_raises_and_goes_on(record: str) -> None:
    with LocalEngine().guard(read, limit=LIMIT) as guarded:
        assert guarded("one") == "ONE"
        with pytest.raises(EngineError) as caught:
            guarded(record)
        assert f"{name(record)}: {caught.value.reason}" == REASONS[record]
        assert guarded("two") == "TWO"


@LINUX
def test_no_worker_is_left_behind() -> None:
    def children() -> int:
        tasks = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
        return len(tasks.read_text(encoding="ascii").split())

    before = children()
    found: Callable[[], object] = iter(
        LocalEngine(2).map(read, ["a"] * 100, name=name, limit=LIMIT)
    ).__next__
    found()
    assert children() > before
    del found
    assert children() == before


@LINUX
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    program = (
        "import os, pathlib, sys, time\n"
        "from variorum.engine import LocalEngine\n"
        "def work(path):\n"
        "    pathlib.Path(path, str(os.getpid())).touch()\n"
        "    os.kill(os.getppid(), 9)\n"
        "    time.sleep(60)\n"
        "list(LocalEngine(2).map(work, [sys.argv[1]] * 8, name=str))\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False, timeout=30)
    workers = [Path("/proc", noted.name, "stat") for noted in tmp_path.iterdir()]
    assert workers
    deadline = time.monotonic() + 20
    while any(map(runs, workers)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(runs, workers))


def runs(status: Path) -> bool:
    # What has ended stands there as Z until somebody asks how.
    return status.exists() and ") Z " not in status.read_text(encoding="ascii")
