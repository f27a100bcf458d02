"""Kills, broken connections, crashed servers, four writers at once: nothing is lost, no page is twice."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.contracts.adders import await_begin, in_one_go, start, stories_of, write_records
from tests.contracts.pages import simulated
from tests.contracts.postgresql import Server, find_programs
from tests.contracts.test_order import told
from variorum.archive import open_archive
from variorum.errors import ArchiveError

# A long run asks for more: VARIORUM_KILLS=200.
KILLS = int(os.environ.get("VARIORUM_KILLS", "3"))
Urls = Callable[[], str]

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals of POSIX")


@pytest.fixture
def own_server() -> Iterator[Server]:
    """Give a server that a test may crash."""
    missing = find_programs()
    if missing:
        pytest.skip(missing)
    with Server() as running:
        yield running


def timed(url: str, path: str) -> float:
    """Return how long adding takes without a kill."""
    running = start(url, path)
    await_begin(running)
    began = time.monotonic()
    _, said = running.communicate()
    assert running.returncode == 0, said
    return time.monotonic() - began


def verify(url: str, path: str, pages: int, expected: object) -> None:
    """See that an archive, once its pages are added again, holds all of them, and each once."""
    archive = open_archive(url)
    archive.add([path])
    found = archive.check()
    assert not found.problems
    assert found.captures == found.articles == pages
    assert told(archive) == expected
    archive.close()


def test_a_killed_run_leaves_an_archive_that_goes_on(tmp_path: Path, new_url: Urls) -> None:
    captures = simulated(12, 4)
    path = write_records(tmp_path / "pages.jsonl", captures)
    expected, whole = in_one_go(path), timed(new_url(), path)
    chance = random.Random(9)
    url, kills = new_url(), 0
    while kills < KILLS:
        running = start(url, path)
        await_begin(running)
        time.sleep(chance.random() * whole)
        running.kill()
        _, said = running.communicate()
        if running.returncode == -signal.SIGKILL:
            kills += 1
            archive = open_archive(url)
            assert not archive.check().problems
            archive.close()
        else:
            # It was done before the kill: the next ones go to another archive.
            assert running.returncode == 0, said
            verify(url, path, len(captures), expected)
            url = new_url()
    verify(url, path, len(captures), expected)


def test_four_writers_come_to_what_one_comes_to(tmp_path: Path, new_url: Urls) -> None:
    captures = simulated(12, 8)
    parts = [
        write_records(tmp_path / f"{at}.jsonl", captures[at::4] + captures[(at + 1) % 4 :: 4])
        for at in range(4)
    ]
    # Each page comes from two of them, and all of them make the archive.
    url = new_url()
    writers = [start(url, part) for part in parts]
    for writer in writers:
        _, said = writer.communicate()
        assert writer.returncode == 0, said
    archive = open_archive(url)
    found = archive.check()
    assert not found.problems
    assert found.captures == found.articles == len(captures)
    whole = open_archive()
    whole.add([write_records(tmp_path / "all.jsonl", captures)])
    assert stories_of(archive) == stories_of(whole)
    archive.close()


def test_ended_sessions_are_told_and_lose_nothing(tmp_path: Path, server: Server) -> None:
    captures = simulated(12, 5)
    path = write_records(tmp_path / "pages.jsonl", captures)
    expected, url = in_one_go(path), server.new_database()
    chance = random.Random(3)
    whole, ended = timed(server.new_database(), path), 0
    while ended < KILLS:
        running = start(url, path)
        await_begin(running)
        time.sleep(chance.random() * whole)
        while running.poll() is None and not server.end_sessions(url):
            time.sleep(0.001)
        _, said = running.communicate()
        if running.returncode:
            ended += 1
            assert b"variorum.errors.ArchiveError: postgresql://tester@" in said
            assert b"the server ended the connection" in said or b"broke" in said, said
        else:
            # It was done before, or lost a connection that it needed no more.
            verify(url, path, len(captures), expected)
            url = server.new_database()
    verify(url, path, len(captures), expected)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["stopped", "crashed"])
def test_a_server_that_ends_and_comes_back_has_lost_nothing(
    tmp_path: Path, own_server: Server, how: signal.Signals
) -> None:
    captures = simulated(12, 6)
    path = write_records(tmp_path / "pages.jsonl", captures)
    url = own_server.new_database()
    archive = open_archive(url)
    running = start(url, path)
    await_begin(running)
    while not archive.check().articles:
        time.sleep(0.01)
    own_server.stop(how)
    _, said = running.communicate()
    assert running.returncode
    assert b"variorum.errors.ArchiveError: postgresql://tester@" in said
    with pytest.raises(ArchiveError, match="postgresql://tester@"):
        archive.stories()
    own_server.start()
    # Who had it open before goes on.
    assert archive.stories().rows
    assert not archive.check().problems
    archive.close()
    verify(url, path, len(captures), in_one_go(path))
