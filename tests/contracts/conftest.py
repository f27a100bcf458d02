"""The databases on which every promise of an archive is tested."""

from collections.abc import Callable, Iterator
from itertools import count
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
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Give what names one empty archive after another, all of one kind."""
    if request.param == "postgresql":
        new: Callable[[], str] = request.getfixturevalue("server").new_database
        return new
    numbers = count(1)
    return lambda: str(tmp_path / f"variorum{next(numbers)}.db")


@pytest.fixture
def open_stored(new_url: Callable[[], str]) -> Iterator[Opener]:
    """Give what opens one empty stored archive, again and again."""
    url = new_url()
    opened: list[Archive] = []

    def opener() -> Archive:
        opened.append(open_archive(url))
        return opened[-1]

    yield opener
    for archive in opened:
        archive.close()
