"""Desks that the tests of pages share: over the bundled examples, over hostile pages, over nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.conftest import server  # noqa: F401 - a fixture
from tests.web.asking import Desk
from tests.web.hostile_pages import write_hostile
from variorum.archive import Archive, open_archive
from variorum.web import make_app

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


def stored_at(request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> str:
    """Return where a new archive may stand: the database that a fixture's parameter names."""
    if request.param == "postgresql":
        address: str = request.getfixturevalue("server").new_database()
        return address
    return str(folders.mktemp("desk") / "variorum.db")


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The archive of the bundled examples, all judged."""
    archive = open_archive(tmp_path_factory.mktemp("desk") / "examples.db")
    archive.add([str(EXAMPLES)])
    archive.judge()
    yield archive
    archive.close()


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The archive of pages that mean harm."""
    folder = write_hostile(tmp_path_factory.mktemp("hostile"))
    archive = open_archive(tmp_path_factory.mktemp("desk") / "hostile.db")
    archive.add([str(folder)])
    archive.judge()
    yield archive
    archive.close()


@pytest.fixture(scope="session")
def desk(examples: Archive) -> Desk:
    """The desk over the examples."""
    return Desk(make_app(examples))


@pytest.fixture(scope="session")
def hostile_desk(hostile: Archive) -> Desk:
    """The desk over hostile pages."""
    return Desk(make_app(hostile))


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk over nothing."""
    archive = open_archive(tmp_path_factory.mktemp("desk") / "empty.db")
    yield Desk(make_app(archive))
    archive.close()


START = (
    *("/", "/stories", "/people", "/outlets", "/sections", "/trace", "/briefing", "/glossary"),
    *("/about", "/search", "/search?q=ferry", "/search?q=wall", "/nothing-here"),
)


def walk(desk: Desk, *, refused: str | None = None) -> dict[str, str]:
    """Return every page that links lead to, by its address without the fragment.

    What matches `refused` may be refused.
    """
    found: dict[str, str] = {}
    wanted = list(START)
    while wanted:
        path = wanted.pop()
        if path in found:
            continue
        answer = desk.ask(path, follow_redirects=True)
        found[path] = answer.text if "html" in answer.headers["content-type"] else ""
        if refused and answer.status_code == 400 and re.match(refused, path):
            continue
        assert answer.status_code == (404 if path == "/nothing-here" else 200), path
        links = re.findall(r'href="(/[^"#]*)', found[path])
        wanted += [link.replace("&amp;", "&") for link in links]
    return found


@pytest.fixture(scope="session")
def pages(desk: Desk) -> dict[str, str]:
    """All pages of the desk over the examples."""
    return walk(desk)


@pytest.fixture(scope="session")
def hostile_pages(hostile_desk: Desk) -> dict[str, str]:
    """All pages of the desk over hostile pages."""
    return walk(hostile_desk)
