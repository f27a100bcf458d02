"""WARC files: real bytes, pages read, everything else passed over, broken records named."""

import gzip
from pathlib import Path

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
