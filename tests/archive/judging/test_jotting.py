"""What readers find out is kept for the next one, a little by each, and all of it at the end."""

import threading
from pathlib import Path

from sqlalchemy import Connection

from variorum.archive.judging.jotting import Jotter
from variorum.store import Database


def test_no_reader_keeps_what_all_others_found_out(tmp_path: Path) -> None:
    database = Database(tmp_path / "some.db")
    jotter = Jotter(database)
    kept: list[int] = []

    def jot(number: int) -> None:
        def keep(_: Connection) -> None:
            kept.append(number)

        jotter.keep(keep)

    with database.writing():
        # In a thread of its own, for SQLite would wait for a lock that this one holds.
        for number in range(20):
            reader = threading.Thread(target=jot, args=(number,))
            reader.start()
            reader.join(10)
    assert kept == []
    jot(20)
    assert 20 in kept and len(kept) <= 5
    jotter.write()
    assert sorted(kept) == list(range(21))
