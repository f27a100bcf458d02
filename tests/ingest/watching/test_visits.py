"""Visits kept in memory and in a file: one contract."""

import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.ingest.watching.serving import START
from variorum.errors import CaptureError
from variorum.ingest.watching import (
    HeldVisits,
    MemoryVisits,
    Visit,
    Visits,
    VisitsFile,
    visits_file,
)
from variorum.ingest.watching.robots import KeptRobots, Robots, Rule

PAGE = Visit("http://courier.example/a", "page", START)


@pytest.fixture(params=["memory", "file", "held"])
def again(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Visits]]:
    """Give the same visits each time, those of the file by opening it anew."""
    memory = MemoryVisits()
    held = HeldVisits(memory)
    opened: list[VisitsFile] = []

    def open_again() -> Visits:
        if request.param == "memory":
            return memory
        if request.param == "held":
            return held
        opened.append(VisitsFile(tmp_path / "watch.db"))
        return opened[-1]

    yield open_again
    for each in opened:
        each.close()


def test_a_visit_is_found_as_it_was_kept(again: Callable[[], Visits]) -> None:
    full = Visit(
        PAGE.url, "page", START, settled=True, asked_at=START + timedelta(microseconds=5),
        answered_by="http://courier.example/b", etag='W/"é\\"', last_modified="Sat", digest="sha256:0",
        failures=3, listed_by="http://courier.example/feed", listed_as="mark",
        listed_at=START + timedelta(1),
    )  # fmt: skip
    again().keep(full)
    assert again().load(PAGE.url) == full
    assert again().load("http://courier.example/other") is None


def test_a_later_visit_takes_the_place_of_an_earlier(again: Callable[[], Visits]) -> None:
    again().keep(PAGE)
    again().keep(replace(PAGE, failures=1))
    assert again().load(PAGE.url) == replace(PAGE, failures=1)


def test_pages_wait_in_order_until_they_are_settled(again: Callable[[], Visits]) -> None:
    for number in (3, 1, 2):
        again().keep(Visit(f"http://x.example/{number}", "page", START + timedelta(number)))
    again().keep(Visit("http://x.example/feed", "listing", START))
    again().keep(Visit("http://x.example/entry", "entry", START, settled=True))
    again().keep(Visit("http://x.example/2", "page", START, settled=True))
    assert [each.url[-1] for each in again().waiting()] == ["1", "3"]


def test_what_is_listed_no_more_is_forgotten(again: Callable[[], Visits]) -> None:
    feed = "http://x.example/feed"
    day = timedelta(1)
    read = Visit("", "page", START, settled=True, asked_at=START, listed_by=feed)
    again().keep(replace(read, url="http://x.example/gone", listed_at=START + day))
    again().keep(replace(read, url="http://x.example/older"))
    again().keep(replace(read, url="http://x.example/listed", listed_at=START + 9 * day))
    again().keep(replace(read, url="http://x.example/waiting", settled=False))
    again().keep(replace(read, url="http://x.example/other", listed_by="http://x.example/map"))
    again().keep(replace(read, url="http://x.example/list", kind="listing"))
    again().forget(feed, START + 5 * day)
    held = again()
    if isinstance(held, HeldVisits):
        held.release()
    left = ["gone", "older", "listed", "waiting", "other", "list"]
    left = [each for each in left if again().load(f"http://x.example/{each}")]
    assert left == ["listed", "waiting", "other", "list"]


def test_robots_are_kept(again: Callable[[], Visits]) -> None:
    robots = Robots((Rule(False, "/pier*"), Rule(True, "/pier/é$")), 2.5)
    kept = KeptRobots("http://courier.example", START, robots)
    again().keep_robots(KeptRobots("http://courier.example", START - timedelta(1), Robots()))
    again().keep_robots(kept)
    assert list(again().robots()) == [kept]


def test_a_file_of_the_first_version_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "watch.db"
    connection = sqlite3.connect(path)
    for statement in visits_file._SCHEMA_1:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 1")
    connection.execute(
        "INSERT INTO visit (url, kind, next_at, settled, failures) VALUES (?, 'page', ?, 0, 0)",
        (PAGE.url, START.isoformat()),
    )
    connection.commit()
    connection.close()
    visits = VisitsFile(path)
    assert visits.waiting() == (PAGE,)
    visits.keep(replace(PAGE, listed_at=START))
    visits.close()


def test_a_file_of_another_kind_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "watch.db"
    path.write_bytes(b"no database " * 1000)
    with pytest.raises(CaptureError, match=r"watch\.db"):
        VisitsFile(path)
    with pytest.raises(CaptureError, match="cannot be kept there"):
        VisitsFile(path / "below" / "watch.db")


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "watch.db"
    VisitsFile(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(CaptureError, match="later version"):
        VisitsFile(path)


def test_a_killed_run_keeps_what_it_kept(tmp_path: Path) -> None:
    path = tmp_path / "watch.db"
    script = f"""
        import os, signal
        from datetime import UTC, datetime
        from pathlib import Path
        from variorum.ingest.watching import Visit, VisitsFile
        visits = VisitsFile(Path({str(path)!r}))
        for number in range(50):
            visits.keep(Visit(f"http://x.example/{{number}}", "page", datetime.now(UTC)))
        os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)
    assert done.returncode == -signal.SIGKILL
    visits = VisitsFile(path)
    assert len(visits.waiting()) == 50
    visits.close()
