"""The databases on which every promise of an archive is tested."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.contracts.postgresql import Server, find_programs
from variorum.archive import Archive, open_archive

Opener = Callable[[], Archive]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    missing = find_programs()
    if missing:
        pytest.skip(missing)
    with Server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def open_stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Give what opens one empty stored archive, again and again."""
    if request.param == "sqlite":
        url = str(tmp_path / "variorum.db")
    else:
        url = request.getfixturevalue("server").new_database()
    opened: list[Archive] = []

    def opener() -> Archive:
        opened.append(open_archive(url))
        return opened[-1]

    yield opener
    for archive in opened:
        archive.close()
