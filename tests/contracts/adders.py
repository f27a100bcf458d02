"""Processes that add pages to an archive, to be killed or to get into each other's way."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.contracts.test_order import told
from variorum.archive import Archive, open_archive
from variorum.model import Capture

# Pages of one batch: a run of some dozens of pages has many moments at which it may be killed.
BATCH = 7
_ADD = f"""
import sys
from variorum.archive import open_archive
from variorum.archive.adding import adding
adding.BATCH = {BATCH}
print("begins", flush=True)
open_archive(sys.argv[1]).add(sys.argv[2:])
"""


def write_records(path: Path, captures: Sequence[Capture]) -> str:
    """Write captures as JSON lines; return the path."""
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


def start(url: str, *paths: str, before: str = "") -> "subprocess.Popen[bytes]":
    """Start a process that adds some files, once it has run the code `before`."""
    return subprocess.Popen(
        [sys.executable, "-c", before + _ADD, url, *paths],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def await_begin(running: "subprocess.Popen[bytes]") -> None:
    """Wait until a process has loaded what it needs and begins to add."""
    assert running.stdout is not None
    assert running.stdout.readline() == b"begins\n"


def in_one_go(*paths: str) -> dict[str, object]:
    """Return what is told of files that one process adds in one batch."""
    whole = open_archive()
    whole.add(paths)
    return told(whole)


def stories_of(archive: Archive) -> dict[str, object]:
    """Return the stories alone: where a page was read first depends on who came first."""
    return {each.id: archive.story(each.id).stories for each in archive.stories(limit=500).rows}
