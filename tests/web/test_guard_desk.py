"""The whole desk on loopback, pages and API together: what guards the one guards the other."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.contracts.pages import example_captures
from tests.web.listening import Listening
from variorum.archive import Archive, open_archive
from variorum.web import make_app
from variorum.web.shield import HEADERS

HOSTILE = (
    "/static/../app.py",
    "/static/..%2f..%2fapp.py",
    "/static/%2e%2e/shield.py",
    "/static//etc/passwd",
    "/outlets/..%2f..%2f..%2fetc%2fpasswd",
    "/places/%2e%2e",
    "/topics/%00",
    "/days/2031-13-01",
    "/days/' OR 1=1 --".replace(" ", "%20"),
    "/briefing/2031-05-02.exe",
    "/quotations/x/1-" + "9" * 30,
    "/articles/<script>",
    "/people/%ff",
    "/nothing",
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    opened = open_archive(tmp_path_factory.mktemp("desk") / "variorum.db")
    opened.add_captures(example_captures())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def desk(archive: Archive) -> Iterator[Listening]:
    with Listening(make_app(archive)) as listening:
        yield listening


def shielded(head: str) -> bool:
    lines = {line.lower() for line in head.splitlines()}
    return all(f"{name}: {value}".lower() in lines for name, value in HEADERS.items())


def test_every_page_is_shielded(desk: Listening, archive: Archive) -> None:
    story = archive.stories(limit=1).rows[0].id
    article = archive.search("ferry", limit=1).rows[0].article
    outlet = quote(archive.outlets()[0].name)
    for path in (
        "/", "/stories", f"/stories/{story}", f"/articles/{article}", f"/outlets/{outlet}", "/people",
        "/search?q=ferry", "/trace", "/briefing", "/glossary", "/about", f"/stories/{story}.json",
    ):  # fmt: skip
        status, head, body = desk.send("GET", path)
        assert status == 200, path
        assert shielded(head), path
        assert b" style=" not in body
        assert b"<script>" not in body


@pytest.mark.parametrize("path", HOSTILE)
def test_a_hostile_path_gets_a_refusal_in_the_same_shield(path: str, desk: Listening) -> None:
    status, head, body = desk.send("GET", path)
    assert status in {400, 404}
    assert shielded(head)
    assert b"root:" not in body
    assert b"<script" not in body.split(b"</head>")[-1]


def test_a_page_asked_for_as_json_is_guarded_alike(desk: Listening) -> None:
    accept = "Accept: application/json"
    assert desk.send("GET", "/stories", accept)[1].count("application/json") == 1
    assert desk.send("GET", "/stories", accept, "Host: evil.example")[0] == 421
    kind = "Content-Type: application/x-www-form-urlencoded"
    forged = desk.send(
        "POST", "/trace", accept, kind, "Origin: http://evil.example", body=b"text=a"
    )
    assert forged[0] == 403


@pytest.mark.parametrize("path", ["/", "/stories", "/api/stories"])
def test_a_defect_is_told_in_the_same_shield(path: str, tmp_path: Path) -> None:
    archive = open_archive(tmp_path / "variorum.db")
    app = make_app(archive)
    archive.close()
    (tmp_path / "variorum.db").write_bytes(b"no database at all" * 1_000)
    with Listening(app) as listening:
        status, head, body = listening.send("GET", path)
    assert status in {500, 503}
    assert shielded(head)
    assert str(tmp_path).encode() not in body
    assert b"Traceback" not in body


@pytest.mark.parametrize("path", ["/stories", "/api/stories"])
def test_what_nobody_expected_is_told_in_the_same_shield(
    path: str, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the inside of /home/somebody")

    monkeypatch.setattr(archive, "stories", broken)
    monkeypatch.setattr(archive, "list_stories", broken)
    with Listening(make_app(archive)) as listening:
        status, head, body = listening.send("GET", path)
    assert status == 500
    assert shielded(head)
    assert b"somebody" not in body


def test_nobody_comes_in_without_the_token(archive: Archive) -> None:
    token = "of-the-newsroom-of-veldoria"
    with Listening(make_app(archive, token=token)) as listening:
        for path in (
            "/",
            "/static/style.css",
            "/stories",
            "/api",
            "/api/openapi.json",
            "/briefing.json",
        ):
            status, head, body = listening.send("GET", path)
            assert status == 401, path
            assert shielded(head)
            assert b"ferry" not in body.lower()
        assert listening.send("GET", "/", f"Authorization: Bearer {token}")[0] == 200
