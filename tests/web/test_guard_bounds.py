"""Bounds and hostile questions, before a real server on loopback: each test is an attack that must fail."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from tests.contracts.pages import example_captures, record
from tests.web.conftest import stored_at
from tests.web.listening import Listening, app_of
from variorum.archive import Archive, open_archive
from variorum.web.bounds import BODY_BYTES, PASTED_LENGTH, QUERY_BYTES, Bounds
from variorum.web.serving import PatientProtocol


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    opened = open_archive(stored_at(request, tmp_path_factory))
    opened.add_captures(example_captures())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def desk(archive: Archive) -> Iterator[Listening]:
    with Listening(app_of(archive)) as listening:
        yield listening


def test_a_large_body_is_refused_before_it_is_read(desk: Listening) -> None:
    announced = f"Content-Length: {BODY_BYTES + 1}"
    assert desk.send("POST", "/api/trace", announced)[0] == 413
    with desk.connect() as connection:
        head = (
            f"POST /api/trace HTTP/1.1\r\nHost: {desk.host}\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        connection.sendall(head.encode())
        piece = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
        try:
            for _ in range(BODY_BYTES // 65_536 + 2):
                connection.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            return  # it hung up on us
        assert connection.recv(65_536).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("length", ["-1", "+5", "1_0", "0x10", "9" * 30])
def test_a_length_that_is_none_is_refused(length: str, desk: Listening) -> None:
    assert desk.send("POST", "/api/trace", f"Content-Length: {length}")[0] in {400, 413}


def test_long_texts_and_addresses_are_refused(desk: Listening) -> None:
    kind = "Content-Type: text/plain"
    assert desk.send("POST", "/api/trace", kind, body=b"x" * (PASTED_LENGTH + 1))[0] == 400
    assert desk.send("GET", f"/api/search?q={'x' * QUERY_BYTES}")[0] == 414
    assert desk.send("GET", f"/api/search?q={'x' * 1_000}")[0] == 400
    assert desk.send("GET", f"/{'x' * 3_000}")[0] == 414
    assert desk.send("GET", f"/{'x' * 80_000}")[0] in {0, 400, 414}


def test_slow_clients_are_let_go(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PatientProtocol, "head_seconds", 0.3)
    slow = Starlette(
        routes=app_of(archive).routes, middleware=[Middleware(Bounds, body_seconds=0.3)]
    )
    with Listening(slow) as listening:
        for before, begun in (
            (b"", b""),
            (b"", b"GET / HTTP/1.1\r\nHost: localh"),
            (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET / HTTP/1.1\r\nHo"),
        ):
            with listening.connect() as connection:
                connection.sendall(before)
                if before:
                    assert connection.recv(65_536).startswith(b"HTTP/1.1 200")
                    time.sleep(0.1)  # until the server is done with it
                connection.sendall(begun)
                begin = time.monotonic()
                while connection.recv(65_536):
                    pass
                assert time.monotonic() - begin < 5
        with listening.connect() as connection:
            connection.sendall(
                b"POST /api/trace HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nx"
            )
            assert listening.answer(connection)[0] == 408


@pytest.mark.parametrize(
    "words",
    [
        '"', '""', '"""', "'", "''", "' OR 1=1 --", "'; DROP TABLE article; --", "*", "fer*", "^ferry",
        "headline: ferry", "headline:ferry", "{headline body}: ferry", "- ferry", "-", "--", "-ferry",
        'ferry -"ran aground', "NEAR(ferry fog)", "ferry NEAR/2 fog", "NEAR", "AND", "OR", "NOT",
        "ferry AND", "NOT ferry", "(", ")", "((((ferry", "ferry)", "+ferry", "ferry + fog", ":", "\\",
        "%", "_", "ferry\\", "`", "<script>alert(1)</script>", "${7*7}", "{{7*7}}", "\u202eferry", "é",
        "ﬀ", "日本", "a" * 500, "ferry " * 80, "\ufeff", "&", "ferry & fog", "!ferry", "ferry <-> fog",
        "ferry:*", "$1", ":sought", "?1", "a:b:c", "\U0001f6a2", "ª²", "١٢",
    ],
)  # fmt: skip
def test_a_search_is_only_ever_a_search(words: str, desk: Listening) -> None:
    status, _, body = desk.send("GET", f"/api/search?q={quote(words, safe='')}")
    assert status == 200, body
    assert desk.send("GET", "/api/search?q=ferry&limit=1")[2].count(b'"article":') == 1


@pytest.mark.parametrize(
    "asked",
    [
        "outlet=' OR '1'='1",
        "agency=x'; DELETE FROM article; --",
        "outlet=%25",
        "from=2031-05-02' OR 1=1",
        "from=0000-00-00",
        "to=99999-01-01",
        "after=WzFd",
        "after=%00",
        "limit=-1",
        "limit=0",
        "limit=201",
        "limit=1e3",
        "limit=" + "9" * 400,
        "own=perhaps",
        "lang=x",
        "isDuplicateFilter=all",
        "q=twice",
        "nobody=knows",
        "q=%ff",
        "q=%00",
    ],
)
def test_what_cannot_be_asked_is_told_and_does_nothing(asked: str, desk: Listening) -> None:
    status, head, body = desk.send("GET", f"/api/search?q=ferry&{quote(asked, safe='=&%')}")
    if asked.startswith(("outlet", "agency")):
        assert status == 200
        assert b'"results":[]' in body
    else:
        assert status == 400, body
        assert "application/problem+json" in head
        assert b'"detail":"' in body


def test_a_cursor_is_good_for_its_own_list_only(desk: Listening) -> None:
    cursor = (
        desk.send("GET", "/api/stories?limit=1")[2].split(b'"next":"')[1].split(b'"')[0].decode()
    )
    assert desk.send("GET", f"/api/stories?limit=3&after={cursor}")[0] == 200
    flipped = cursor[:-1] + ("A" if cursor[-1] != "A" else "B")
    for wrong in (cursor[:-4], flipped, f"A{cursor}", cursor[::-1]):
        status, _, body = desk.send("GET", f"/api/stories?after={wrong}")
        assert status == 400
        assert b"cursor" in body
    assert desk.send("GET", f"/api/people?after={cursor}")[0] == 400
    assert desk.send("GET", f"/api/stories?agency=x&after={cursor}")[0] == 400


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/static/../../../../etc/passwd",
        "/static/%2e%2e/%2e%2e/etc/passwd",
        "/static/..%2f..%2fetc%2fpasswd",
        "/static//etc/passwd",
        "/static/..\\..\\etc\\passwd",
        "/api/../../etc/passwd",
        "/api/stories/..%2f..%2fetc%2fpasswd",
        "/api/outlets/..%2f..%2fetc%2fpasswd",
        "/api/stories/%00",
        "/api/outlets/%00",
        "/api/stories/%27%20OR%201=1",
        "/api/articles/" + "9" * 300,
        "/api/quotations/x/1-2",
        "/api/quotations/x/" + "9" * 30 + "-" + "9" * 30,
        "/api/people/%ff",
    ],
)
def test_a_path_leads_nowhere_else(path: str, desk: Listening) -> None:
    status, _, body = desk.send("GET", path)
    assert status in {400, 404}, body
    assert b"root:" not in body


def test_head_has_no_body_and_the_same_tag(desk: Listening) -> None:
    got, asked = desk.send("GET", "/api/stories"), desk.send("HEAD", "/api/stories")
    assert asked[0] == 200
    assert asked[2] == b""
    tag = next(line for line in got[1].splitlines() if line.lower().startswith("etag:"))
    assert tag in asked[1]


def test_what_is_known_is_not_sent_again(desk: Listening, archive: Archive) -> None:
    head = desk.send("GET", "/api/stories")[1]
    tag = next(line for line in head.splitlines() if line.lower().startswith("etag:")).split(": ")[
        1
    ]
    status, head, body = desk.send("GET", "/api/stories", f"If-None-Match: {tag}")
    assert (status, body) == (304, b"")
    assert f"etag: {tag}" in head.lower()
    assert "content-length" not in head.lower()
    assert desk.send("GET", "/api/stories", f'If-None-Match: "x", W/{tag}')[0] == 304
    assert desk.send("GET", "/api/stories", 'If-None-Match: "x"')[0] == 200
    archive.add_captures(
        [record("A new tram runs in Merrin.", headline="Tram", outlet="Merrin Mail")]
    )
    assert desk.send("GET", "/api/outlets", f"If-None-Match: {tag}")[0] == 200


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{", 400),
        ("application/json", b"[]", 400),
        ("application/json", b'{"text": 7}', 400),
        ("application/json", b'{"text": ""}', 400),
        ("application/json", b'{"text": "\\ud800 ferry \\u0000 fog"}', 200),
        ("application/json", b"[" * 100_000, 400),
        ("application/json", b"\xff", 400),
        ("text/plain", b"\xff\xfe", 400),
        ("text/plain", b"   ", 400),
        ("application/x-www-form-urlencoded", b"text=%ff", 400),
        ("application/x-www-form-urlencoded", b"&" * 10_000, 400),
        ("multipart/form-data", b"x", 415),
        ("text/html", b"<p>", 415),
        ("", b"ferry", 415),
    ],
)
def test_what_is_sent_is_a_text_or_refused(
    kind: str, body: bytes, status: int, desk: Listening
) -> None:
    headers = (f"Content-Type: {kind}",) if kind else ()
    assert desk.send("POST", "/api/trace", *headers, body=body)[0] == status


def test_failures_tell_nothing_of_the_machine(tmp_path: Path) -> None:
    broken = open_archive(tmp_path / "variorum.db")
    app = app_of(broken)
    with Listening(app) as listening:
        broken.close()
        (tmp_path / "variorum.db").write_bytes(b"no database at all" * 1_000)
        status, _, body = listening.send("GET", "/api/stories")
    assert status in {500, 503}
    assert str(tmp_path).encode() not in body
    assert b"Traceback" not in body
