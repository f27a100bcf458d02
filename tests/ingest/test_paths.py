"""Paths that hold no pages: pipes, links that lead nowhere, odd names; none of them hangs."""

import os
import socket
from pathlib import Path

import pytest

from variorum.ingest.paths import list_files
from variorum.model import Failure

from .reading import read, write

GOOD = "The harbour of Port Ansel was closed on Monday after a storm, the mayor said."


def test_pipes_sockets_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(tmp_path / "socket.txt"))
    write(tmp_path / "good.txt", GOOD)
    captures, failures, _ = read(tmp_path, "/dev/zero")
    assert len(captures) == 1
    assert len(failures) == 3
    assert all("is no regular file" in each.error for each in failures)


def test_links(tmp_path: Path) -> None:
    write(tmp_path / "good.txt", GOOD)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "again.txt").symlink_to(tmp_path / "good.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    captures, failures, notes = read(tmp_path)
    assert len(captures) == 1
    assert "is given more than once" in notes[0].text
    assert "broken.txt: is a link that leads nowhere" in failures[0].error
    assert "circle.txt: cannot be read: " in failures[1].error


@pytest.mark.parametrize("name", ["x" * 300, "a\x00b", ""])
def test_names_that_no_file_can_have(name: str) -> None:
    (found,) = list_files([name]) if name else [Failure("", "")]
    assert isinstance(found, Failure)


@pytest.mark.parametrize(
    "name", [b"na\xefve.txt", b"new\nline.txt", b" spaces .txt", "größe.txt".encode()]
)
def test_files_with_odd_names(tmp_path: Path, name: bytes) -> None:
    folder = os.fsencode(tmp_path / "fol der")
    Path(os.fsdecode(folder)).mkdir()
    path = Path(os.fsdecode(os.path.join(folder, name)))  # noqa: PTH118
    path.write_text(GOOD)
    (capture,), failures, _ = read(Path(os.fsdecode(folder)))
    assert not failures
    capture.location.encode("utf-8")


def test_a_folder_named_like_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    write(tmp_path / "page.html" / "good.txt", GOOD)
    captures, failures, _ = read(tmp_path)
    assert len(captures) == 1
    assert not failures


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path / "secret.txt", GOOD).chmod(0)
    folder = tmp_path / "folder"
    folder.mkdir()
    folder.chmod(0)
    _, failures, _ = read(tmp_path)
    folder.chmod(0o700)
    assert ["cannot be read: Permission denied" in each.error for each in failures] == [True, True]


def test_packed_files_are_found_in_folders(tmp_path: Path) -> None:
    for name in ("a.TXT", "b.HTML.GZ", "c.jsonl.zst", "d.Rss", "e.warc.wet.gz", "f.pdf", "g.gz"):
        write(tmp_path / name, GOOD)
    found = [each.name for each in list_files([str(tmp_path)]) if isinstance(each, Path)]
    assert found == ["a.TXT", "b.HTML.GZ", "c.jsonl.zst", "d.Rss", "e.warc.wet.gz"]
