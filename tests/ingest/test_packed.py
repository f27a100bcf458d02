"""Packed files: gzip and Zstandard of any format, broken ones, and bombs."""

import gzip
import io
import json
import os
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc.stream_io import ZstdWriter

from variorum.ingest.limits import LARGEST_CAPTURE, MOST_SKIPPED

from .reading import read, read_input, write

GOOD = "The harbour of Port Ansel was closed on Monday after a storm, the mayor said."
PAGE = f"<html><head><title>Harbour</title></head><body><p>{GOOD}</p></body></html>"
RECORD = json.dumps({"id": "1", "text": GOOD}).encode()
MEGABYTE = 1024 * 1024


def zstd(raw: bytes) -> bytes:
    packed = io.BytesIO()
    writer = ZstdWriter(packed)
    writer.write(raw)
    writer.finish()
    writer.close()
    return packed.getvalue()


PACKINGS = pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".zst", zstd)])
Pack = Callable[[bytes], bytes]


@PACKINGS
@pytest.mark.parametrize(
    ("name", "raw"),
    [("rows.jsonl", RECORD), ("rows.ndjson", RECORD), ("row.json", RECORD), ("page.html", PAGE.encode()),
     ("page.txt", GOOD.encode())],
)  # fmt: skip
def test_every_format_may_be_packed(
    tmp_path: Path, ending: str, pack: Pack, name: str, raw: bytes
) -> None:
    path = write(tmp_path / (name + ending), pack(raw))
    for paths in ([path], [tmp_path]):
        (capture,), failures, _ = read(*paths)
        assert not failures
        assert capture.text.strip().endswith("the mayor said.")
    (capture,), failures, _ = read_input(pack(raw))
    assert not failures
    assert capture.text.strip().endswith("the mayor said.")


@PACKINGS
def test_several_members(tmp_path: Path, ending: str, pack: Pack) -> None:
    raw = b"".join(
        pack(json.dumps({"id": n, "text": f"{GOOD} {n}"}).encode() + b"\n") for n in range(3)
    )
    captures, failures, _ = read(write(tmp_path / f"rows.jsonl{ending}", raw))
    assert [each.key for each in captures] == ["0", "1", "2"]
    assert not failures


@PACKINGS
def test_what_breaks_off_keeps_what_came_before(tmp_path: Path, ending: str, pack: Pack) -> None:
    rows = "".join(
        json.dumps({"id": n, "text": f"{GOOD} {os.urandom(64).hex()}"}) + "\n" for n in range(4000)
    )
    packed = pack(rows.encode())
    captures, failures, _ = read(
        write(tmp_path / f"rows.jsonl{ending}", packed[: len(packed) // 2])
    )
    assert len(captures) > 1000
    assert "the compressed stream breaks off; what came before was read" in failures[-1].error


@PACKINGS
def test_what_is_broken_from_the_start(tmp_path: Path, ending: str, pack: Pack) -> None:
    _, failures, _ = read(write(tmp_path / f"rows.jsonl{ending}", pack(RECORD)[:12]))
    assert "the compressed stream breaks off" in failures[0].error
    _, failures, _ = read(write(tmp_path / f"page.html{ending}", PAGE))
    assert "the compressed stream is not" in failures[0].error


def test_a_page_that_a_server_packed(tmp_path: Path) -> None:
    (capture,), _, _ = read(write(tmp_path / "page.html", gzip.compress(PAGE.encode())))
    assert capture.markup == PAGE


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"PK\x03\x04" + b"\x00" * 60, "is a zip archive; unpack it first"),
        (b"7z\xbc\xaf\x27\x1c" + b"\x00" * 60, "is a 7z archive"),
        (b"%PDF-1.7 ...", "is a PDF document"),
        (b"BZh91AY&SY", "packed with bzip2; only gzip"),
        (gzip.compress(gzip.compress(b"x")), "is packed twice"),
    ],
)
@pytest.mark.parametrize("name", ["rows.jsonl", "page.html", "-"])
def test_archives_are_refused(tmp_path: Path, name: str, raw: bytes, reason: str) -> None:
    captures, failures, _ = read_input(raw) if name == "-" else read(write(tmp_path / name, raw))
    assert not captures
    assert reason in failures[0].error


def bomb(piece: bytes, times: int, begin: bytes = b"", end: bytes = b"") -> bytes:
    packing = zlib.compressobj(1, wbits=31)
    parts = [packing.compress(begin), *(packing.compress(piece) for _ in range(times))]
    return b"".join([*parts, packing.compress(end), packing.flush()])


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("line.jsonl.gz", bomb(b"a" * MEGABYTE, 600, b'{"text": "'), "the rest was not read"),
        ("blank.jsonl.gz", bomb(b"\n" * MEGABYTE, 600), "the rest was not read"),
        ("spaces.jsonl.gz", bomb((b" " * 999 + b"\n") * 1000, 600), "the rest was not read"),
        ("failing.jsonl.gz", bomb(b"x\n" * 10_000, 100), "failed or came again; the rest was not read"),
        ("same.jsonl.gz", bomb(b'{"text": "a"}\n' * 1_000, 100), "failed or came again; the rest"),
        ("page.html.gz", bomb(b"<p>" * 300_000, 200), "a page may have 34 MB"),
        ("feed.xml.gz", bomb(b"<item/>" * 150_000, 200, b"<rss><channel>"), "longer than a feed may be"),
        ("array.json.gz", bomb(b"[" * MEGABYTE, 200), "the most that is read as one"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.endswith("gz") else "",
)  # fmt: skip
def test_bombs_are_bounded_in_memory_and_time(
    tmp_path: Path, name: str, raw: bytes, reason: str
) -> None:
    path = write(tmp_path / name, raw)
    good = write(tmp_path / "good.txt", GOOD)
    began = time.monotonic()
    captures, failures, _ = read(path, good)
    assert captures[-1].text == GOOD
    assert reason in failures[-1].error
    assert time.monotonic() - began < 10


def test_a_line_without_end_takes_no_more_memory_than_a_record(tmp_path: Path) -> None:
    path = write(tmp_path / "line.jsonl.gz", bomb(b"a" * MEGABYTE, MOST_SKIPPED // MEGABYTE * 2))
    tracemalloc.start()
    _, failures, _ = read(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert failures
    assert most < 2 * LARGEST_CAPTURE
