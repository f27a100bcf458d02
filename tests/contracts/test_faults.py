"""Faults: a killed process, a full disk, a locked file, four writers at once; nothing is lost by any."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.contracts.pages import simulated
from tests.contracts.test_order import told
from variorum.archive import Archive, open_archive
from variorum.errors import ArchiveError, SchemaError
from variorum.model import Capture
from variorum.store import database

# A long run asks for more: VARIORUM_KILLS=200.
KILLS = int(os.environ.get("VARIORUM_KILLS", "4"))
_ADD = "import sys; from variorum.archive import open_archive; open_archive(sys.argv[1]).add(sys.argv[2:])"


def write_records(path: Path, captures: Sequence[Capture]) -> str:
    with path.open("w", encoding="utf-8") as file:
        for capture in captures:
            record = {
                "id": capture.key,
                "text": capture.text,
                "url": capture.url,
                "title": capture.stated.headline,
                "outlet": capture.stated.outlet,
                "date": capture.stated.published,
            }
            file.write(json.dumps(record) + "\n")
    return str(path)


def start(url: str, *paths: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", _ADD, url, *paths], stderr=subprocess.PIPE)


def in_one_go(path: str) -> dict[str, object]:
    whole = open_archive()
    whole.add([path])
    return told(whole)


def stories_of(archive: Archive) -> dict[str, object]:
    """Return the stories alone: where a page was read first depends on who came first."""
    return {each.id: archive.story(each.id).stories for each in archive.stories(limit=500).rows}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals of POSIX")
def test_a_killed_run_leaves_an_archive_that_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = write_records(tmp_path / "pages.jsonl", simulated(12, 4))
    url = str(tmp_path / "variorum.db")
    chance = random.Random(9)
    began = time.monotonic()
    assert start(str(tmp_path / "timed.db"), path).wait() == 0
    whole = time.monotonic() - began
    for _ in range(KILLS):
        running = start(url, path)
        time.sleep(chance.uniform(0.2, 1.1) * whole)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        assert not open_archive(url).check().problems
    archive = open_archive(url)
    archive.add([path])
    assert told(archive) == in_one_go(path)
    assert not archive.check().problems


def test_four_writers_come_to_what_one_comes_to(tmp_path: Path) -> None:
    captures = simulated(12, 8)
    parts = [
        write_records(tmp_path / f"{at}.jsonl", captures[at::4] + captures[(at + 1) % 4 :: 4])
        for at in range(4)
    ]
    url = str(tmp_path / "variorum.db")
    writers = [start(url, part) for part in parts]
    for writer in writers:
        _, said = writer.communicate()
        assert writer.returncode == 0, said
    archive = open_archive(url)
    assert not archive.check().problems
    whole = open_archive()
    whole.add([write_records(tmp_path / "all.jsonl", captures)])
    assert stories_of(archive) == stories_of(whole)


def test_a_locked_archive_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    url = str(tmp_path / "variorum.db")
    archive = open_archive(url)
    archive.add_captures(simulated(1, 1))
    other = sqlite3.connect(url, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(ArchiveError, match=r"variorum\.db: is locked"):
        archive.add_captures(simulated(2, 2))
    # Readers are not kept out.
    assert archive.stories().rows
    other.execute("rollback")
    other.close()
    assert archive.add_captures(simulated(2, 2)).captures


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")
def test_a_full_disk_says_so_and_loses_nothing(tmp_path: Path) -> None:
    first = write_records(tmp_path / "first.jsonl", simulated(2, 1))
    path = write_records(tmp_path / "pages.jsonl", simulated(12, 2))
    url = str(tmp_path / "variorum.db")
    open_archive(url).add([first])
    before = told(open_archive(url))
    limit = (tmp_path / "variorum.db").stat().st_size + 40_000
    limited = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); {_ADD}"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, url, path], stderr=subprocess.PIPE, check=False
    )
    assert done.returncode != 0
    assert b"variorum.db: the disk" in done.stderr
    archive = open_archive(url)
    assert not archive.check().problems
    assert before.keys() <= told(archive).keys()
    archive.add([first, path])
    both = open_archive()
    both.add([first, path])
    assert told(archive) == told(both)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("nothing of the kind " * 200, encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"notes\.txt: is no archive"):
        open_archive(text)
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("create table cooks (name text)")
    connection.commit()
    connection.close()
    with pytest.raises(SchemaError, match="no archive"):
        open_archive(other)
    with pytest.raises(ArchiveError, match="folder does not exist"):
        open_archive(tmp_path / "absent" / "variorum.db")
    newer = tmp_path / "newer.db"
    open_archive(newer).close()
    connection = sqlite3.connect(newer)
    connection.execute("update meta set value = '999' where name = 'schema'")
    connection.commit()
    connection.close()
    with pytest.raises(SchemaError, match="newer version"):
        open_archive(newer)


def test_damage_is_found(tmp_path: Path) -> None:
    url = str(tmp_path / "variorum.db")
    archive = open_archive(url)
    archive.add_captures(simulated(2, 3))
    archive.close()
    connection = sqlite3.connect(url)
    connection.execute("update capture set url = 'https://elsewhere.example/' where number = 1")
    connection.execute("update article set story = 9999 where number = 2")
    connection.execute("update article set record = x'00' where number = 3")
    connection.commit()
    connection.close()
    problems = " ".join(open_archive(url).check().problems)
    assert "is not what its id says" in problems
    assert "story that is not there" in problems
    assert "cannot be read" in problems
