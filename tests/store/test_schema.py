"""A step of the schema that archives were made by is never changed, only followed by others."""

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contracts.pages import example_captures, simulated
from tests.contracts.test_order import told
from variorum.archive import open_archive
from variorum.store import schema
from variorum.store.schema import STEPS

# One digest a step, in order; a new step adds its own.
RELEASED = ("5fdadcd4909d0e41", "3a79abc9987c9111", "267e32221516e9f6")


def test_no_step_was_changed() -> None:
    found = tuple(hashlib.sha256("\n".join(step).encode()).hexdigest()[:16] for step in STEPS)
    assert found == RELEASED


@pytest.fixture
def first_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Give what makes an empty archive as the first version of it did."""

    def made() -> Path:
        path = tmp_path / "older.db"
        with monkeypatch.context() as patch:
            patch.setattr(schema, "STEPS", STEPS[:1])
            patch.setattr(schema, "NEWEST", 1)
            patch.setattr("variorum.store.database.NEWEST", 1)
            open_archive(path).close()
        return path

    return made


def test_an_archive_of_the_first_schema_goes_on(first_schema: Callable[[], Path]) -> None:
    captures = [*simulated(4, 9), *example_captures()]
    path = first_schema()
    connection = sqlite3.connect(path)
    assert connection.execute("select value from meta where name = 'schema'").fetchone() == ("1",)
    connection.execute(
        "insert into saying (person, article, name, quotations) values ('x', 1, 'Anybody', 1)"
    )
    connection.commit()
    connection.close()
    archive = open_archive(path)
    archive.add_captures(captures[:9])
    archive.close()
    # What an older version kept of an article lacks its runs.
    connection = sqlite3.connect(path)
    connection.execute("update article set runs = null")
    connection.commit()
    connection.close()
    archive = open_archive(path)
    archive.add_captures(captures[9:])
    fresh = open_archive()
    fresh.add_captures(captures)
    assert told(archive) == told(fresh)
    assert archive.people() == fresh.people()
    assert not archive.check().problems
