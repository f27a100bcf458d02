"""`variorum watch` as a person runs it, against a host on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.ingest.reading import read
from tests.ingest.watching.serving import Host, TestClock, serving
from variorum.archive import open_archive
from variorum.cli.watch import watch

PROSE = "The harbour council of Marn voted on Tuesday to close the old ferry pier. " * 9


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    monkeypatch.setattr("variorum.ingest.watching.SystemClock", TestClock)
    with serving() as served:
        site = f"http://127.0.0.1:{served.port}"
        entries = (
            f"<item><title>Pier</title><link>{site}/a</link><description>Short.</description></item>"
            f"<item><title>Whole</title><link>{site}/b</link><description>{PROSE}</description></item>"
        )
        served.say("/feed", f'<rss version="2.0"><channel>{entries}</channel></rss>')
        served.say("/a", f"<html><h1>Pier</h1><p>{PROSE}")
        yield served


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(watch, [str(each) for each in arguments])


def test_new_pages_are_written_and_nothing_twice(host: Host, tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        f'<opml><body><outline xmlUrl="http://127.0.0.1:{host.port}/feed"/></body></opml>'
    )
    into = tmp_path / "captured"
    done = run(opml, "--once", "--allow-private", "--into", into)
    assert done.exit_code == 0, done.output
    assert "2 new pages and entries" in done.stderr
    assert len(read(into)[0]) == 2
    again = run(opml, "--once", "--allow-private", "--into", into)
    assert "0 new pages and entries" in again.stderr
    assert {each.suffix for each in into.iterdir()} == {".gz", ".db"}


def test_this_machine_is_not_asked_unless_wanted(host: Host, tmp_path: Path) -> None:
    done = run(f"http://127.0.0.1:{host.port}/feed", "--once", "--into", tmp_path / "captured")
    assert done.exit_code == 1 and host.asked == []
    done = run("http://127.0.0.1:8080/feed", "--once", "--into", tmp_path / "captured")
    assert done.exit_code == 1 and "is loopback" in done.stderr


def test_what_cannot_be_read_is_named(host: Host, tmp_path: Path) -> None:
    empty = tmp_path / "empty.opml"
    empty.write_text("<opml/>")
    done = run(empty, tmp_path / "none.opml", "--once", "--into", tmp_path / "captured")
    assert done.exit_code == 1
    assert "lists no feeds" in done.stderr and "none.opml: cannot be read" in done.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("x.opml", "--into", "y", "--every", "soon"),
                  ("x.opml", "--into", "y", "--every", "10s")]
)  # fmt: skip
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    done = run("http://courier.example/", "--once", "--into", tmp_path / "file" / "below")
    assert done.exit_code == 1 and "below" in done.stderr


def test_a_state_file_that_is_none_is_named(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    state.write_bytes(b"no database " * 1000)
    done = run("http://courier.example/", "--once", "--into", tmp_path, "--state", state)
    assert done.exit_code == 1 and "state.db" in done.stderr


def test_new_pages_go_into_the_archive(host: Host, tmp_path: Path) -> None:
    feed, archive = f"http://127.0.0.1:{host.port}/feed", tmp_path / "pages.db"
    done = run(feed, "--once", "--allow-private", "--archive", archive)
    assert done.exit_code == 0, done.output
    held = open_archive(archive).search("harbour council")
    assert len(held.rows) == 2
    host.say("/a", f"<html><h1>Pier</h1><p>Corrected. {PROSE}")
    again = run(feed, "--once", "--allow-private", "--archive", archive)
    assert "0 new pages and entries" in again.stderr
    assert (tmp_path / "pages.db.watch.db").exists()


def test_pages_go_into_folder_and_archive_where_both_are_named(host: Host, tmp_path: Path) -> None:
    feed, into = f"http://127.0.0.1:{host.port}/feed", tmp_path / "captured"
    archive = tmp_path / "pages.db"
    done = run(feed, "--once", "--allow-private", "--archive", archive, "--into", into)
    assert done.exit_code == 0, done.output
    assert len(read(into)[0]) == 2
    assert len(open_archive(archive).search("harbour council").rows) == 2


def test_the_archive_of_the_environment_is_left_where_a_folder_is_named(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIORUM_ARCHIVE", str(tmp_path / "pages.db"))
    feed = f"http://127.0.0.1:{host.port}/feed"
    assert run(feed, "--once", "--allow-private", "--into", tmp_path / "captured").exit_code == 0
    assert not (tmp_path / "pages.db").exists()


def test_help_ends_in_an_example() -> None:
    assert "variorum watch feeds.opml" in run("--help").stdout
