"""Any bytes under any name: never an exception, never a hang, always a value that can be printed."""

import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.ingest import ENDINGS, read_captures
from variorum.model import Capture, Failure, Note

TEXT = "The harbour of Port Ansel was closed on Monday after a storm, the mayor said at noon."
ANY_NAME = st.sampled_from(
    [*ENDINGS, *(each + ".gz" for each in ENDINGS), ".jsonl.zst", ".warc.zst", ""]
)
FAST = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check(found: Iterator[Capture | Failure | Note]) -> int:
    number = 0
    for each in found:
        assert isinstance(each, Capture | Failure | Note)
        each.location.encode("utf-8")
        if isinstance(each, Capture):
            each.text.encode("utf-8")
            assert each.text.strip()
            assert "\x00" not in each.text
            for told in (each.stated.headline, each.stated.outlet, each.url, each.key):
                assert told is None or isinstance(told, str)
        elif isinstance(each, Failure):
            assert each.error.startswith(each.location)
        number += not isinstance(each, Note)
    return number


def read_under(folder: Path, ending: str, raw: bytes) -> None:
    if not ending:
        assert check(read_captures(["-"], standard_input=io.BytesIO(raw)))
        return
    path = folder / f"any{ending}"
    path.write_bytes(raw)
    assert check(read_captures([str(path)]))


@FAST
@given(st.binary(max_size=300), ANY_NAME)
def test_any_bytes(tmp_path: Path, raw: bytes, ending: str) -> None:
    read_under(tmp_path, ending, raw)


PIECES = st.sampled_from(
    [b"<", b">", b"<rss>", b"</rss>", b"<channel>", b"<item>", b"</item>", b"<feed>", b"<entry>", b"&", b";",
     b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE html>", b"<html>", b"<p>", b"<title>", b"<?xml ?>",
     b"{", b"}", b"[", b"]", b'"', b":", b",", b'"text"', b'"html"', b'"items"', b'"version"', b"\\ud800",
     b'"https://jsonfeed.org/version/1"', b"null", b"1e999", b"\n", b"\r", b"\x00",
     b"\xff\xfe", b"\xef\xbb\xbf",
     b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"PAR1", b"WARC/1.0\r\n", b"WARC-Type: response\r\n",
     b"Content-Length: 9\r\n", b"\r\n\r\n", b"HTTP/1.1 200 OK\r\n", b"\xe9", b"\x82\xa0", b"\xc3\xa9", b" a ",
     b"<meta charset=", b"utf-16", b"gb2312", b"<link>", b"<source url=", b"xmlns:dc='http://purl.org/dc'"]
)  # fmt: skip


@FAST
@given(st.lists(PIECES, max_size=40), ANY_NAME)
def test_pieces_of_every_format(tmp_path: Path, pieces: list[bytes], ending: str) -> None:
    read_under(tmp_path, ending, b"".join(pieces))


def parquet() -> bytes:
    opened = io.BytesIO()
    rows = [{"id": str(n), "text": f"{TEXT} {n}", "authors": ["Ada Brook"]} for n in range(20)]
    pq.write_table(pa.Table.from_pylist(rows), opened, row_group_size=5)
    return opened.getvalue()


def warc() -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{TEXT}</p>".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(http)}\r\n\r\n".encode()
    return gzip.compress(head + http + b"\r\n\r\n") * 3


WHOLE: dict[str, Callable[[], bytes]] = {
    ".parquet": parquet,
    ".warc.gz": warc,
    ".jsonl.gz": lambda: gzip.compress(b'{"text": "%s"}\n' % TEXT.encode()) * 4,
    ".json": lambda: json.dumps([{"text": TEXT}, {"html": f"<p>{TEXT}</p>"}]).encode(),
    ".rss": lambda: f"<rss><channel><item><title>{TEXT}</title></item></channel></rss>".encode(),
    ".html": lambda: f"<html><meta charset=koi8-r><p>{TEXT}</p></html>".encode("utf-16"),
}


@pytest.mark.parametrize("ending", WHOLE)
@FAST
@given(st.data())
def test_whole_files_with_a_few_bytes_changed(
    tmp_path: Path, ending: str, data: st.DataObject
) -> None:
    raw = bytearray(WHOLE[ending]())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(1, 8))] = data.draw(st.binary(max_size=8)) or b"\x00"
    cut = data.draw(st.integers(1, len(raw)))
    read_under(tmp_path, ending, bytes(raw[: cut if data.draw(st.booleans()) else None]))


@FAST
@given(st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(
        st.sampled_from("text html body title authors source url date language tags metadata id items "
                        "version name label content_metadata rss_entry ap_syndicated".split()),
        below, max_size=6),
    max_leaves=12,
))  # fmt: skip
def test_any_value_of_json(tmp_path: Path, value: object) -> None:
    raw = json.dumps(value).encode()
    for ending in (".json", ".jsonl", ""):
        read_under(tmp_path, ending, raw)
    read_under(tmp_path, ".json.gz", zlib.compress(raw, wbits=31))
