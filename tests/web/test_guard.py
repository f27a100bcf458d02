"""The guard before a real server on loopback: each test is an attack that must fail."""

import logging
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.contracts.pages import example_captures
from tests.web.listening import Listening, app_of
from variorum.archive import Archive, open_archive
from variorum.errors import OptionError
from variorum.web.entry import COOKIE, new_token, own_path
from variorum.web.guard import guards
from variorum.web.serving import checked_door
from variorum.web.shield import HEADERS

TOKEN = "a-token-of-the-newsroom-of-veldoria"
EVIL = "evil.example"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    opened = open_archive(tmp_path_factory.mktemp("guarded") / "variorum.db")
    opened.add_captures(example_captures())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def desk(archive: Archive) -> Iterator[Listening]:
    with Listening(app_of(archive)) as listening:
        yield listening


@pytest.fixture(scope="module")
def locked(archive: Archive) -> Iterator[Listening]:
    with Listening(app_of(archive, TOKEN)) as listening:
        yield listening


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST:9", "127.0.0.1:1"])
def test_the_desk_answers_by_its_own_names(host: str, desk: Listening) -> None:
    assert desk.send("GET", "/", f"Host: {host}")[0] == 200


@pytest.mark.parametrize(
    "host",
    [
        EVIL,
        f"{EVIL}:8000",
        f"localhost.{EVIL}",
        f"127.0.0.1.{EVIL}",
        f"localhost@{EVIL}",
        f"{EVIL}#localhost",
        "localhost:80:80",
        "0.0.0.0",
        "",
        "[::1",
        "127.1",
        "2130706433",
    ],
)
def test_a_rebound_name_gets_nothing(host: str, desk: Listening) -> None:
    status, head, body = desk.send("GET", "/", f"Host: {host}")
    assert status == 421
    assert b"the desk\n" not in body
    assert "content-security-policy" in head.lower()


def test_two_names_or_a_forwarded_one_get_nothing(desk: Listening) -> None:
    assert desk.send("GET", "/", f"Host: {desk.host}", f"Host: {EVIL}")[0] in {400, 421}
    assert desk.send("GET", f"http://{EVIL}/", f"Host: {EVIL}")[0] == 421
    assert desk.send("GET", "/", f"Host: {EVIL}", "X-Forwarded-Host: localhost")[0] == 421


@pytest.mark.parametrize(
    "headers",
    [
        (f"Origin: http://{EVIL}",),
        ("Origin: null",),
        ("Origin: http://127.0.0.1:1",),
        ("Origin: file://",),
        ("Sec-Fetch-Site: cross-site",),
        ("Sec-Fetch-Site: same-site",),
        (f"Referer: http://{EVIL}/page",),
        ("Sec-Fetch-Site: none", f"Origin: http://{EVIL}"),
        ("Origin: http://[",),
    ],
)
@pytest.mark.parametrize("path", ["/send", "/api/trace", "/trace"])
def test_another_sites_form_is_refused(
    path: str, headers: tuple[str, ...], desk: Listening
) -> None:
    kind = "Content-Type: application/x-www-form-urlencoded"
    assert desk.send("POST", path, *headers, kind, body=b"text=ferry")[0] == 403


def test_the_desks_own_form_is_taken(desk: Listening) -> None:
    own = (f"Origin: http://{desk.host}", "Sec-Fetch-Site: same-origin")
    assert desk.send("POST", "/send", *own, body=b"text=ferry")[0] == 200
    assert desk.send("POST", "/send", body=b"a program")[0] == 200


def test_every_answer_is_shielded(desk: Listening) -> None:
    for path in ("/", "/api/stories", "/api/nothing", "/api/search", f"/?{'x' * 9_000}"):
        head = desk.send("GET", path)[1].lower()
        for name, value in HEADERS.items():
            assert f"{name}: {value}".lower() in head, path
        assert "server: " not in head
        assert "access-control" not in head
    assert HEADERS["Content-Security-Policy"].startswith("default-src 'none'")
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_no_origin_is_allowed_to_read(desk: Listening) -> None:
    asked = (f"Origin: http://{EVIL}", "Access-Control-Request-Method: GET")
    status, head, _ = desk.send("OPTIONS", "/api/stories", *asked)
    assert status == 405
    assert "access-control" not in head.lower()


def test_a_token_is_asked_for(locked: Listening) -> None:
    status, head, body = locked.send("GET", "/")
    assert status == 401
    assert b"<form" in body
    assert "www-authenticate: bearer" in head.lower()
    status, head, body = locked.send("GET", "/api/stories")
    assert status == 401
    assert "application/problem+json" in head
    assert locked.send("GET", "/api/stories", f"Authorization: Bearer {TOKEN}")[0] == 200
    assert locked.send("GET", "/", f"Authorization: bearer {TOKEN}")[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        "Authorization: Bearer",
        "Authorization: Bearer " + TOKEN[:-1],
        "Authorization: Bearer " + TOKEN + "x",
        "Authorization: Basic " + TOKEN,
        "Authorization: " + TOKEN,
        "Authorization: Bearer \xff\xfe",
        f"Cookie: {COOKIE}={TOKEN}",
        f"Cookie: {COOKIE}=",
        f"Cookie: {COOKIE}",
        "Cookie: token=" + TOKEN,
    ],
)
def test_a_wrong_token_gets_nothing(headers: str, locked: Listening) -> None:
    assert locked.send("GET", "/", headers)[0] == 401
    assert locked.send("GET", f"/?token={TOKEN}")[0] == 401


def test_the_form_gives_a_cookie_that_no_script_can_read(locked: Listening) -> None:
    kind = "Content-Type: application/x-www-form-urlencoded"
    given = f"token={TOKEN}&onward={quote('/api/stories?limit=1', safe='')}".encode()
    status, head, _ = locked.send("POST", "/entry", kind, body=given)
    assert status == 303
    assert "location: /api/stories?limit=1" in head
    cookie = next(line for line in head.splitlines() if line.lower().startswith("set-cookie:"))
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {each.strip() for each in cookie.split(";")}
    assert TOKEN not in cookie
    kept = cookie.split(":", 1)[1].split(";")[0].strip()
    assert locked.send("GET", "/", f"Cookie: other=1; {kept}")[0] == 200
    assert locked.send("GET", "/", f"Cookie: {kept}x")[0] == 401
    assert locked.send("POST", "/entry", kind, body=b"token=wrong")[0] == 401
    assert locked.send("POST", "/entry", kind, f"Origin: http://{EVIL}", body=given)[0] == 403


@pytest.mark.parametrize(
    "onward",
    [f"//{EVIL}", f"/\\{EVIL}", f"http://{EVIL}", f"/{chr(9)}/{EVIL}", "javascript:alert(1)", "x", "",
     f"\\\\{EVIL}", "/entry", f"///{EVIL}", "/\r\nSet-Cookie: a=b", "http://["],
)  # fmt: skip
def test_the_form_sends_nobody_elsewhere(onward: str, locked: Listening) -> None:
    assert own_path(onward) == "/"
    kind = "Content-Type: application/x-www-form-urlencoded"
    given = f"token={TOKEN}&onward={quote(onward, safe='')}".encode()
    head = locked.send("POST", "/entry", kind, body=given)[1]
    assert "location: /\r\n" in f"{head}\r\n"
    assert "a=b" not in head


def test_the_form_shows_what_was_asked_for_as_text(locked: Listening) -> None:
    body = locked.send("GET", '/?q=%22%3E%3Cscript%3E"><script>')[2]
    assert b"<script" not in body


def test_the_token_stands_in_no_log(
    locked: Listening, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        locked.send("GET", "/", f"Authorization: Bearer {TOKEN}")
        kind = "Content-Type: application/x-www-form-urlencoded"
        locked.send("POST", "/entry", kind, body=f"token={TOKEN}".encode())
    told = capfd.readouterr()
    assert TOKEN not in caplog.text + told.out + told.err


def test_a_door_to_others_needs_a_token_that_cannot_be_guessed() -> None:
    assert "*" not in checked_door("127.0.0.1", None)
    assert checked_door("::1", None)
    for host in ("0.0.0.0", "::", "192.0.2.7", "news.example"):
        with pytest.raises(OptionError, match="token"):
            checked_door(host, None)
    for token in ("short", "", "has a space in it, long", "ümläute-in-a-long-token"):
        with pytest.raises(OptionError, match="token"):
            checked_door("0.0.0.0", token)
    assert checked_door("0.0.0.0", new_token()) == {"*"}
    assert "192.0.2.7" in checked_door("192.0.2.7", new_token())
    with pytest.raises(OptionError, match="token"):
        guards(hosts={"*"})
