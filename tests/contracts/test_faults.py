"""Faults: a full disk, a locked archive, files that are damaged or none of ours; each says so."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.contracts.adders import in_one_go, start, write_records
from tests.contracts.pages import simulated
from tests.contracts.test_order import told
from variorum.archive import Archive, open_archive
from variorum.archive.adding import adding
from variorum.errors import ArchiveError, SchemaError
from variorum.extract import extract_article
from variorum.model import Article, Capture
from variorum.store import Database, connecting

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


def test_a_locked_archive_says_so(
    new_url: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "PATIENCE", 0.2)
    url = new_url()
    archive = open_archive(url)
    archive.add_captures(simulated(1, 1))
    other = Database(url)
    with other.writing():
        with pytest.raises(ArchiveError, match="is locked: another process"):
            archive.add_captures(simulated(2, 2))
        # Readers are not kept out, even where what they find out cannot be kept.
        (story,) = archive.stories().rows
        assert archive.story(story.id).stories[0].ledger is not None
        assert not archive.summary(story.id).judged
    other.close()
    # What was found out meanwhile is kept as soon as nobody is writing.
    archive.close()
    assert open_archive(url).summary(story.id).judged
    assert open_archive(url).add_captures(simulated(2, 2)).captures


# How much a file may grow beyond what the archive has: nothing at all, less than one batch, several.
@POSIX
@pytest.mark.parametrize("room", [-100_000, 0, 40_000, 200_000])
def test_a_file_that_may_not_grow_says_so_and_loses_nothing(tmp_path: Path, room: int) -> None:
    first = write_records(tmp_path / "first.jsonl", simulated(2, 1))
    path = write_records(tmp_path / "pages.jsonl", simulated(12, 2))
    url = str(tmp_path / "variorum.db")
    open_archive(url).add([first])
    before = told(open_archive(url))
    limit = Path(url).stat().st_size + room
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    _see_full(url, start(url, path, before=limited))
    archive = open_archive(url)
    assert not archive.check().problems
    assert before.keys() <= told(archive).keys()
    archive.add([first, path])
    assert told(archive) == in_one_go(first, path)


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """Give a folder on a disk of its own that holds so many bytes."""
    folder.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={size}", "none", folder], check=False
    )
    if not made or made.returncode:
        pytest.skip("no small disk can be made here (mount is refused)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@POSIX
@pytest.mark.parametrize("size", [300_000, 600_000])
def test_a_full_disk_says_so_and_loses_nothing(tmp_path: Path, size: int) -> None:
    path = write_records(tmp_path / "pages.jsonl", simulated(12, 2))
    with small_disk(tmp_path / "disk", size) as folder:
        url = str(folder / "variorum.db")
        _see_full(url, start(url, path))
        kept = str(tmp_path / "variorum.db")
        for each in folder.iterdir():
            shutil.copy(each, tmp_path / each.name)
    archive = open_archive(kept)
    assert not archive.check().problems
    archive.add([path])
    assert told(archive) == in_one_go(path)


def _see_full(url: str, running: "subprocess.Popen[bytes]") -> None:
    _, said = running.communicate()
    assert running.returncode
    assert f"ArchiveError: {url}: the disk".encode() in said
    assert b"nothing of this batch was kept" in said


@pytest.mark.skipif(sys.platform != "linux", reason="needs forked workers")
def test_a_page_whose_worker_was_killed_is_tried_again(
    new_url: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    captures = simulated(4, 7)
    ill_fated = captures[3].id

    def killed(capture: Capture, *context: object, **options: object) -> Article:
        if capture.id == ill_fated:
            os.kill(os.getpid(), signal.SIGKILL)
        return extract_article(capture, *context, **options)  # type: ignore[arg-type]

    archive = open_archive(new_url())
    with monkeypatch.context() as patch:
        patch.setattr(adding, "extract_article", killed)
        added = archive.add_captures(captures)
    assert [each.location for each in added.failures] == [captures[3].location]
    assert not archive.check().problems
    again = archive.add_captures(captures)
    assert (again.captures, again.known, again.failures) == (1, len(captures) - 1, ())
    assert not archive.check().problems
    whole = open_archive()
    whole.add_captures(captures)
    assert told(archive) == told(whole)
    archive.close()


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Give a small archive, closed, in a folder in which everybody may read and write."""
    path = tmp_path / "variorum.db"
    archive = open_archive(path)
    archive.add_captures(simulated(2, 3))
    archive.close()
    for each in (tmp_path, *tmp_path.parents[:2]):
        each.chmod(0o777)
    return path


@contextmanager
def no_longer_root() -> Iterator[None]:
    """Be somebody to whom permissions apply: they do not to the superuser."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def refused(path: Path, begin: Callable[[Archive], object] = Archive.stories) -> str:
    """Return why something cannot be done with an archive."""
    with pytest.raises(ArchiveError) as caught:
        begin(open_archive(path))
    assert str(caught.value).startswith(f"{path}: ")
    return caught.value.reason


@POSIX
def test_permissions_that_are_missing_are_named(made: Path) -> None:
    made.chmod(0o444)
    with no_longer_root():
        archive = open_archive(made)
        # What may only be read can be read, stories that nobody has judged included.
        assert archive.story(archive.stories().rows[0].id).stories
        with pytest.raises(ArchiveError, match=r"variorum\.db: may not be written to"):
            archive.add_captures(simulated(1, 1))
        archive.close()
    made.with_name("variorum.db-shm").unlink(missing_ok=True)
    made.with_name("variorum.db-wal").unlink(missing_ok=True)
    made.parent.chmod(0o555)
    with no_longer_root():
        assert "its folder may not be written to by this user" in refused(made)
    made.parent.chmod(0o777)
    made.chmod(0o000)
    with no_longer_root():
        assert refused(made) == "may not be read by this user"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_an_archive_that_was_cut_off_is_refused(made: Path, share: float) -> None:
    raw = made.read_bytes()
    made.write_bytes(raw[: int(len(raw) * share)])
    assert "is damaged" in refused(made)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("nothing of the kind " * 200, encoding="utf-8")
    assert refused(notes) == "is no archive (not a SQLite database)"
    assert refused(tmp_path) == "is a folder; an archive is a file"
    assert refused(tmp_path / "absent" / "variorum.db") == "its folder does not exist"
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("create table cooks (name text)")
    connection.commit()
    connection.close()
    assert refused(other) == "is a database, but no archive"


def test_an_archive_of_a_newer_version_is_refused(new_url: Callable[[], str]) -> None:
    url = new_url()
    open_archive(url).close()
    database = Database(url)
    with database.writing() as connection:
        connection.execute(text("update meta set value = '999' where name = 'schema'"))
    database.close()
    with pytest.raises(SchemaError, match="has schema 999, made by a newer version"):
        open_archive(url)


def test_a_server_that_cannot_be_reached_is_named(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(ArchiveError) as caught:
        open_archive(f"postgresql://somebody:secret@/news?host={tmp_path}")
    assert str(caught.value).startswith("postgresql://somebody:***@/news")
    assert "connection" in caught.value.reason
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("table", ["capture", "article", "story"])
def test_a_part_that_cannot_be_read_is_told_with_the_rest(made: Path, table: str) -> None:
    connection = sqlite3.connect(made)
    (page,) = connection.execute(
        "select rootpage from sqlite_master where name = ?", (table,)
    ).fetchone()
    (size,) = connection.execute("pragma page_size").fetchone()
    connection.close()
    with made.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    found = open_archive(made).check()
    problems = " ".join(found.problems)
    assert "part of the file cannot be read" in problems
    if table == "story":
        assert found.captures == found.articles == 7


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
