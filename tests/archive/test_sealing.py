"""The key of an archive: made once, kept, and never waited for."""

from pathlib import Path

from variorum.archive import open_archive
from variorum.archive.sealing import SealingKey
from variorum.store import Database


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "variorum.db"
    first = open_archive(path)
    key = first.sealing_key()
    assert len(key) == 32
    assert open_archive(path).sealing_key() == key
    assert open_archive(tmp_path / "other.db").sealing_key() != key
    assert open_archive().sealing_key() != key


def test_two_that_make_one_at_once_agree(tmp_path: Path) -> None:
    database = Database(tmp_path / "variorum.db")
    one, other = SealingKey(database), SealingKey(database)
    assert one.value() == other.value()


def test_nobody_waits_for_a_writer(tmp_path: Path) -> None:
    database = Database(tmp_path / "variorum.db")
    key = SealingKey(database)
    with database.writing():
        made = key.value()
    assert key.value() == made
    assert SealingKey(Database(tmp_path / "variorum.db")).value() == made


def test_an_archive_that_may_only_be_read_can_be_served(tmp_path: Path) -> None:
    path = tmp_path / "variorum.db"
    open_archive(path).close()
    database = Database(path)
    key = SealingKey(database)
    with database.reading() as connection:
        connection.exec_driver_sql("pragma query_only = on")
    made = key.value()
    assert len(made) == 32
    assert key.value() == made
    assert SealingKey(database).value() != made, "nothing was written"
