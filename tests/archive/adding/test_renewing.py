"""What an older version kept to tell stories apart is made anew by whoever next adds."""

import re
import sqlite3
import zlib
from pathlib import Path

import pytest

from tests.contracts.pages import example_captures, simulated
from tests.contracts.test_order import told
from variorum.archive import open_archive
from variorum.archive.adding.likeness import VERSION, bags_of_article, pack_bags, unpack_bags
from variorum.figures import find_figures
from variorum.model.holding import Correction
from variorum.store.schema import STEPS

PAGES = Path(__file__).resolve().parents[3] / "examples" / "pages"
# How what a step has made is undone.
_UNDONE = {
    r"create table (\w+)": "drop table {}",
    r"create index (\w+)": "drop index if exists {}",
    r"alter table (\w+) add column (\w+)": "alter table {} drop column {}",
}


def older(packed: bytes) -> bytes:
    """Return a profile as it was packed before there were names."""
    marks = (len(unpack_bags(packed).words) + 7) // 8
    return zlib.compress(zlib.decompress(packed.removeprefix(VERSION))[:-marks], 6)


def make_older(path: Path) -> None:
    """Bring an archive to the second schema, with what it held then."""
    connection = sqlite3.connect(path)
    with connection:
        for table in ("article", "unit"):
            rows = connection.execute(
                f"select number, profile from {table} where profile is not null"
            ).fetchall()
            connection.executemany(
                f"update {table} set profile = ? where number = ?",
                [(older(packed), number) for number, packed in rows],
            )
        connection.execute("update story set home = 'then ' || home, headline = 'Then'")
        connection.execute("update story set membership = 'then ' || membership")
        connection.execute("update kinship set odds = odds - 0.5")
        connection.execute("delete from telling where term % 5 = 0")
        for statement in reversed(STEPS[2]):
            for pattern, undone in _UNDONE.items():
                if made := re.match(pattern, statement):
                    connection.execute(undone.format(*made.groups()))
        connection.execute("update meta set value = '2' where name = 'schema'")
    connection.close()


def test_what_was_packed_before_names_is_read_without_them() -> None:
    article = open_archive().read([str(PAGES)]).articles[0]
    packed = pack_bags(bags_of_article(article, find_figures(article)))
    bags = unpack_bags(packed)
    assert pack_bags(bags) == packed
    assert len(bags.names) > 2
    before = unpack_bags(older(packed))
    assert len(before.names) == 0
    assert before.words.terms.tolist() == bags.words.terms.tolist()


@pytest.mark.parametrize("at_once", [1000, 7])
def test_an_older_archive_comes_to_what_a_new_one_is(
    tmp_path: Path, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.archive.adding.renewing._AT_ONCE", at_once)
    captures = [*simulated(4, 9), *example_captures()]
    path = tmp_path / "older.db"
    archive = open_archive(path)
    archive.add_captures(captures[:-3])
    archive.judge()
    ids = {each.id for each in archive.stories(limit=500).rows}
    archive.close()
    make_older(path)
    archive = open_archive(path)
    # Readers see the old stories until somebody adds.
    shown = archive.stories(limit=500).rows
    assert {each.id for each in shown} == ids
    assert {each.headline for each in shown} == {"Then"}
    archive.add_captures(captures[-3:])
    fresh = open_archive()
    fresh.add_captures(captures)
    assert told(archive) == told(fresh)
    assert not archive.check().problems
    assert archive.add_captures(captures).stories == ()


def test_corrections_by_hand_outlast_it(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    archive = open_archive(path)
    archive.add_captures(example_captures())
    first, second = (
        archive.story(each.id).stories[0].articles[0] for each in archive.stories(limit=2).rows
    )
    joining = Correction("join", (first,), second, "Mara", "2031-05-06T10:00:00Z")
    (story,) = archive.correct(joining)
    joined = told(archive)
    archive.close()
    make_older(path)
    archive = open_archive(path)
    archive.add_captures([])
    assert told(archive) == joined
    assert {first, second} <= {*archive.story(story).stories[0].articles}
