"""Sections and people are counted as pages come, change and go, and where an older version left them."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests.contracts.pages import example_captures
from variorum.archive import open_archive
from variorum.archive.shelves.desk import Sections
from variorum.ingest import make_capture
from variorum.model import Capture, Stated
from variorum.model.holding import Said
from variorum.store.schema import STEPS


def page(number: int, place: str, *tags: str, taken_at: str = "2031-05-02T10:00") -> Capture:
    text = (
        f"{place} — The lighthouse number {number} was lit again on Monday after {number + 3} years "
        "of darkness, the keeper said, and the boats that had gone around it came back to the bay.\n\n"
        "Nobody had expected it, and the council has yet to say who paid for the new lamp."
    )
    stated = Stated(headline=f"Lighthouse {number} lit", tags=tags, published="2031-05-02")
    return make_capture(
        f"page {number}",
        text,
        is_markup=False,
        url=f"https://paper.example/{number}",
        taken_at=taken_at,
        stated=stated,
    )


def test_a_page_that_changes_is_filed_anew(tmp_path: Path) -> None:
    archive = open_archive(tmp_path / "some.db")
    sections = Sections(archive)
    archive.add_captures([page(1, "QUILL", "Lamps", "lamps"), page(2, "QUILL", "lamps", "boats")])
    assert dict(sections.names("place")) == {"Quill": 2}
    assert dict(sections.names("topic")) == {"Lamps": 2, "boats": 1}
    later = page(2, "TESSALY", "boats", taken_at="2031-05-03T10:00")
    archive.add_captures([later])
    assert dict(sections.names("place")) == {"Quill": 1, "Tessaly": 1}
    assert dict(sections.names("topic")) == {"Lamps": 1, "boats": 1}
    (found,) = sections.pages("topic", " BOATS ")
    assert archive.article(found.article).article.dateline.place == "TESSALY"  # type: ignore[union-attr]


def test_pages_of_a_section_go_on(tmp_path: Path) -> None:
    archive = open_archive(tmp_path / "some.db")
    archive.add_captures([page(number, "QUILL") for number in range(7)])
    sections = Sections(archive)
    first = sections.list_pages("place", "quill", limit=4)
    rest = sections.list_pages("place", "quill", after=first.next, limit=4)
    assert (first.total, len(first.rows), len(rest.rows), rest.next) == (7, 4, 3, None)
    assert len({each.article for each in (*first.rows, *rest.rows)}) == 7


# How what a step has made is undone.
_UNDONE = tuple(
    (re.compile(pattern), undone)
    for pattern, undone in (
        (r"create table (\w+)", "drop table {}"),
        (r"create index (\w+)", "drop index if exists {}"),
        (r"alter table (\w+) add column (\w+)", "alter table {} drop column {}"),
    )
)


@pytest.fixture
def second_schema(tmp_path: Path) -> Path:
    """An archive of some pages as the second schema had it."""
    path = tmp_path / "older.db"
    archive = open_archive(path)
    archive.add_captures(example_captures()[:12])
    archive.judge()
    archive.close()
    connection = sqlite3.connect(path)
    with connection:
        for statement in reversed(STEPS[2]):
            for pattern, undone in _UNDONE:
                if made := pattern.match(statement):
                    connection.execute(undone.format(*made.groups()))
        connection.execute("update meta set value = '2' where name = 'schema'")
    connection.close()
    return path


def test_what_the_second_schema_kept_is_filed_by_the_next_adding(second_schema: Path) -> None:
    captures = example_captures()
    older, fresh = open_archive(second_schema), open_archive()
    people = older.people(limit=500).rows
    assert people
    older.add_captures(captures[12:])
    fresh.add_captures(captures)
    for section in ("place", "topic"):
        assert Sections(older).names(section) == Sections(fresh).names(section)
    older.judge()
    fresh.judge()
    assert older.people(limit=500).rows == fresh.people(limit=500).rows


def test_quotations_of_a_person_go_on(tmp_path: Path) -> None:
    archive = open_archive(tmp_path / "some.db")
    archive.add_captures(example_captures())
    archive.judge()
    somebody = max(archive.people(limit=500).rows, key=lambda each: each.pages)
    whole = archive.person(somebody.id, limit=500)
    assert whole.next is None and whole.summary == somebody
    assert len(whole.said) == somebody.quotations
    said: list[Said] = []
    after: str | None = None
    while True:
        part = archive.person(somebody.id, after=after, limit=2)
        said += part.said
        after = part.next
        if after is None:
            break
    assert tuple(said) == whole.said


def test_somebody_who_speaks_often_is_counted_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = open_archive()
    fresh.add_captures(example_captures())
    fresh.judge()
    monkeypatch.setattr("variorum.store.people._OFTEN", 1)
    archive = open_archive(tmp_path / "some.db")
    for capture in example_captures():
        archive.add_captures([capture])
    archive.judge()
    assert archive.people(limit=500).rows == fresh.people(limit=500).rows
