"""WARC files: real bytes, pages read, everything else passed over, broken records named."""

import gzip
import io
import json
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from variorum.ingest import read_captures
from variorum.model import Capture, Failure

PAGE = "<html><head><title>Harbour</title></head><body><p>The harbour is closed.</p></body></html>"


def record(
    url: str,
    body: bytes,
    content_type: str = "text/html",
    *,
    status: str = "200 OK",
    headers: str = "",
) -> bytes:
    http = (
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{headers}"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2025-10-14T09:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode()
    return head + http + b"\r\n\r\n"


def read(path: Path) -> tuple[list[Capture], list[Failure]]:
    found = list(read_captures([str(path)]))
    return (
        [each for each in found if isinstance(each, Capture)],
        [each for each in found if isinstance(each, Failure)],
    )


def test_pages_come_with_address_and_time(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(
        record("https://courier.example/1", PAGE.encode())
        + record("https://courier.example/logo.png", b"\x89PNG", "image/png")
        + record("https://courier.example/gone", b"gone", status="404 Not Found")
    )
    (capture,), failures = read(path)
    assert not failures
    assert capture.url == "https://courier.example/1"
    assert capture.taken_at == "2025-10-14T09:00:00Z"
    assert capture.location == f"{path}:1"
    assert "The harbour is closed." in capture.text
    assert capture.markup == PAGE


def test_gzip_members_and_content_encodings(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    packed = record(
        "https://courier.example/2",
        gzip.compress(PAGE.encode()),
        headers="Content-Encoding: gzip\r\n",
    )
    first = record("https://courier.example/1", PAGE.encode())
    path.write_bytes(gzip.compress(first) + gzip.compress(packed))
    captures, failures = read(path)
    assert not failures
    assert [each.markup for each in captures] == [PAGE, PAGE]


def test_the_server_may_name_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    page = "<html><body><p>Порт закрыт</p></body></html>".encode("koi8-r")
    path.write_bytes(record("https://courier.example/1", page, "text/html; charset=koi8-r"))
    (capture,), _ = read(path)
    assert "Порт закрыт" in capture.text


def test_a_file_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    members = [
        gzip.compress(record(f"https://courier.example/{n}", PAGE.encode() + b" " * 5000))
        for n in range(3)
    ]
    path.write_bytes(members[0] + members[1] + members[2][: len(members[2]) // 2])
    captures, failures = read(path)
    assert [each.url for each in captures[:2]] == [
        "https://courier.example/0",
        "https://courier.example/1",
    ]
    assert failures, "a record that breaks off is named"


def test_an_empty_page_and_a_file_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record("https://courier.example/1", b"  "))
    _, (failure,) = read(path)
    assert failure.error == f"{path}:1: is empty"
    other = tmp_path / "other.warc"
    other.write_bytes(b"this is no web archive\n" * 100)
    captures, failures = read(other)
    assert not captures
    assert failures


def named(kind: str, block: bytes, content_type: str, *headers: str, url: str = "u:1") -> bytes:
    lines = [
        "WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", "WARC-Date: 2025-10-14T09:00:00Z",
        f"Content-Type: {content_type}", f"Content-Length: {len(block)}", *headers,
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def zstd(raw: bytes) -> bytes:
    return packed_by(ZstdWriter, raw)


def brotli(raw: bytes) -> bytes:
    return packed_by(BrotliWriter, raw)


def packed_by(kind: type[ZstdWriter] | type[BrotliWriter], raw: bytes) -> bytes:
    packed = io.BytesIO()
    writer = kind(packed)
    writer.write(raw)
    writer.finish()
    writer.close()
    return packed.getvalue()


PAGES = [
    record(f"https://courier.example/{n}", PAGE.replace("closed", f"closed {n}").encode())
    for n in range(4)
]


@pytest.mark.parametrize("break_it", ["body", "magic", "sum", "cut"])
@pytest.mark.parametrize("pack", [gzip.compress, zstd], ids=["gzip", "zstd"])
def test_a_broken_member_costs_itself_alone(
    tmp_path: Path, pack: Callable[[bytes], bytes], break_it: str
) -> None:
    members = [pack(page) for page in PAGES]
    broken = bytearray(members[1])
    half = len(broken) // 2
    if break_it == "body":
        broken[half : half + 20] = b"\xff" * 20
    elif break_it == "magic":
        broken[:4] = b"\x00" * 4
    elif break_it == "sum":
        broken[-8:] = b"\x01" * 8
    else:
        del broken[half:]
    members[1] = bytes(broken)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(members))
    captures, failures = read(path)
    found = [(each.url or "")[-1] for each in captures]
    assert [each for each in found if each != "1"] == ["0", "2", "3"]
    assert failures or "1" in found


def test_rubbish_between_records_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(PAGES[0] + b"rubbish\r\n" * 50 + PAGES[1] + PAGES[2][:-60])
    captures, failures = read(path)
    assert [each.url for each in captures] == [
        "https://courier.example/0",
        "https://courier.example/1",
    ]
    assert "is broken after 1 pages" in failures[0].error
    assert "breaks off after" in failures[1].error


def test_zstandard_and_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.zst"
    path.write_bytes(b"".join(zstd(page) for page in PAGES))
    captures, failures = read(path)
    assert len(captures) == 4
    assert not failures
    for raw in (path.read_bytes(), b"".join(PAGES), gzip.compress(b"".join(PAGES))):
        found = list(read_captures(["-"], standard_input=io.BytesIO(raw)))
        assert [type(each) for each in found] == [Capture] * 4


@pytest.mark.parametrize(
    ("pack", "name"),
    [(gzip.compress, "gzip"), (gzip.compress, "x-gzip"), (zlib.compress, "deflate"), (zstd, "zstd"),
     (lambda raw: zlib.compress(raw)[2:-4], "deflate"), (brotli, "br"),
     (lambda raw: gzip.compress(gzip.compress(raw)), "gzip, gzip"), (lambda raw: raw, "identity"),
     (lambda raw: raw, "gzip"), (lambda raw: raw, "br"), (lambda raw: raw, "zstd")],
)  # fmt: skip
def test_contents_packed_as_told_or_not(
    tmp_path: Path, pack: Callable[[bytes], bytes], name: str
) -> None:
    path = tmp_path / "crawl.warc"
    packed = pack(PAGE.encode())
    chunks = b"".join(
        b"%x\r\n%s\r\n" % (len(packed[at : at + 30]), packed[at : at + 30])
        for at in range(0, len(packed), 30)
    )
    told = f"Content-Encoding: {name}\r\n"
    path.write_bytes(
        record("https://courier.example/1", packed, headers=told)
        + record("https://courier.example/2", chunks + b"0\r\n\r\n",
                 headers=told + "Transfer-Encoding: chunked\r\n")
        + record("https://courier.example/3", packed, headers=told + "Transfer-Encoding: chunked\r\n")
    )  # fmt: skip
    captures, failures = read(path)
    assert not failures
    assert [each.markup for each in captures] == [PAGE] * 3


def test_a_content_cut_off_keeps_its_beginning(tmp_path: Path) -> None:
    page = PAGE.replace("closed", "closed " + " ".join(map(str, range(3000))))
    for pack, name in ((gzip.compress, "gzip"), (brotli, "br")):
        packed = pack(page.encode())
        path = tmp_path / f"{name}.warc"
        path.write_bytes(
            record("https://courier.example/1", packed[: len(packed) * 2 // 3],
                   headers=f"Content-Encoding: {name}\r\n")
        )  # fmt: skip
        (capture,), _ = read(path)
        assert "The harbour is closed" in capture.text


def test_texts_of_wet_files(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.wet.gz"
    info = named("warcinfo", b"software: x\r\n", "application/warc-fields")
    text = named(
        "conversion", b"Der Hafen ist geschlossen.", "text/plain",
        "WARC-Identified-Content-Language: deu,eng", url="https://kurier.example/1",
    )  # fmt: skip
    path.write_bytes(gzip.compress(info) + gzip.compress(text))
    (capture,), failures = read(path)
    assert not failures
    assert (capture.text, capture.media_type) == ("Der Hafen ist geschlossen.", "text/plain")
    assert (capture.url, capture.stated.language) == ("https://kurier.example/1", "de")
    assert not capture.stated.recovered


def test_records_that_hold_no_page_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    http = b"GET / HTTP/1.1\r\nHost: courier.example\r\n\r\n"
    path.write_bytes(
        named("request", http, "application/http; msgtype=request")
        + named(
            "revisit", b"HTTP/1.1 304 Not Modified\r\n\r\n", "application/http; msgtype=response"
        )
        + named("metadata", b"fetchTimeMs: 12\r\n", "application/warc-fields")
        + named("resource", b"\x89PNG", "image/png")
        + named("resource", PAGE.encode("utf-16-le"), "text/html; charset=utf-16le")
    )
    (capture,), failures = read(path)
    assert not failures
    assert capture.markup == PAGE


MEDIA_CLOUD = "application/x.mediacloud-indexer+json"


def test_media_cloud_archives(tmp_path: Path) -> None:
    path = tmp_path / "mc.warc.gz"
    told = {
        "rss_entry": {
            "link": "https://courier.example/1",
            "pub_date": "Mon, 06 May 2024 11:00:00 GMT",
        },
        "http_metadata": {"response_code": 200, "encoding": "koi8-r"},
        "content_metadata": {
            "url": "https://courier.example/1",
            "language": "ru",
            "text_content": "x",
        },
    }
    page = "<html><body><p>Порт закрыт из-за шторма</p></body></html>".encode("koi8-r")
    response = record("https://courier.example/1", page, "text/html; encoding=koi8-r")
    metadata = named("metadata", json.dumps(told).encode(), MEDIA_CLOUD, "WARC-Refers-To: "
                     "<urn:uuid:00000000-0000-0000-0000-000000000001>")  # fmt: skip
    path.write_bytes(gzip.compress(response) + gzip.compress(metadata) + gzip.compress(PAGES[0]))
    (first, second), failures = read(path)
    assert not failures
    assert "Порт закрыт" in first.text
    assert (first.stated.language, second.stated.language) == ("ru", None)


def test_a_media_cloud_record_by_itself_holds_a_text(tmp_path: Path) -> None:
    path = tmp_path / "mc.warc"
    content = {"url": "https://courier.example/1", "article_title": "Harbour closed", "language": "en",
               "publication_date": "2024-05-06", "text_content": "The harbour is closed.",
               "canonical_domain": "courier.example"}  # fmt: skip
    path.write_bytes(
        named("metadata", json.dumps({"content_metadata": content}).encode(), MEDIA_CLOUD)
    )
    (capture,), failures = read(path)
    assert not failures
    assert capture.url == "https://courier.example/1"
    assert capture.stated.headline == "Harbour closed"
    assert (capture.stated.published, capture.stated.outlet) == ("2024-05-06", "courier.example")
    assert capture.stated.recovered


def test_bombs_within_records(tmp_path: Path) -> None:
    packing = zlib.compressobj(1, wbits=31)
    bomb = b"".join(packing.compress(b"\x20" * 1_000_000) for _ in range(300)) + packing.flush()
    path = tmp_path / "crawl.warc.gz"
    long = named("resource", b"", "text/html").replace(
        b"Content-Length: 0", b"Content-Length: 300000000"
    )
    packing = zlib.compressobj(1, wbits=31)
    member = packing.compress(long) + b"".join(
        packing.compress(b"\x20" * 1_000_000) for _ in range(300)
    )
    path.write_bytes(
        gzip.compress(record("https://courier.example/1", bomb, headers="Content-Encoding: gzip\r\n"))
        + member + packing.flush() + gzip.compress(PAGES[2])
    )  # fmt: skip
    tracemalloc.start()
    (capture,), failures = read(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert capture.url == "https://courier.example/2"
    assert "unpacks to more than 34 MB" in failures[0].error
    assert "the record has 300 MB; it may have 34 MB" in failures[1].error
    assert most < 120_000_000
