"""Stories as an archive tells them: labelled pages added in order of date, none seen twice.

An archive groups as a comparison does (`stories`), so that the two differ only where copies of one
text make one account here and stand by themselves there.
"""

import json
import sqlite3
import tempfile
import time
from collections.abc import Hashable
from pathlib import Path

from variorum.archive import open_archive

from .labelled import read_rows
from .stories import b_cubed

DATA = ("stories",)
UNPINNED = ("articles a second",)


def told_in_order() -> tuple[dict[str, Hashable], dict[str, Hashable], float]:
    """Return the story of each article as an archive has it and as labelled, and the seconds taken."""
    rows = [
        (number, row)
        for number, story in enumerate(read_rows("stories"))
        for row in story["articles"]
    ]
    rows.sort(key=lambda each: (each[1]["date"] is None, each[1]["date"] or "", each[1]["id"]))
    with tempfile.TemporaryDirectory() as folder:
        pages, kept = Path(folder, "pages.jsonl"), Path(folder, "archive.db")
        keys = ("id", "title", "text", "date", "outlet")
        lines = (json.dumps({key: row[key] for key in keys}) for _, row in rows)
        pages.write_text("\n".join(lines), encoding="utf-8")
        archive = open_archive(str(kept))
        begun = time.perf_counter()
        archive.add([str(pages)])
        seconds = time.perf_counter() - begun
        archive.close()
        found = _stories_by_key(kept)
    # Two pages of the same text are one capture, which bears the key of the first.
    gold = {row["id"]: number for number, row in rows if row["id"] in found}
    return {key: found[key] for key in gold}, dict(gold), seconds


def _stories_by_key(archive: Path) -> dict[str, Hashable]:
    with sqlite3.connect(archive) as connection:
        rows = connection.execute(
            "select c.key, s.id from article a join capture c on c.number = a.number "
            "join story s on s.number = a.story where a.is_current = 1"
        )
        return dict(rows.fetchall())


def measure() -> dict[str, float]:
    """Return B-cubed over all labelled stories, added in order of date."""
    found, gold, seconds = told_in_order()
    precision, recall, f1 = b_cubed(found, gold)
    print(f"  {len(gold)} articles, {len(set(found.values()))} stories told")
    return {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": f1,
        "articles a second": len(gold) / seconds,
    }
