"""Visits kept in a file of SQLite, so that a run goes on where the last one ended or was killed."""

import json
import sqlite3
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from ...errors import CaptureError
from .robots import KeptRobots, Robots, Rule
from .visits import Visit

_COLUMNS = tuple(field.name for field in fields(Visit))
_TIMES = frozenset({"next_at", "asked_at", "listed_at"})
_SCHEMA_1 = (
    "CREATE TABLE visit (url TEXT PRIMARY KEY, kind TEXT NOT NULL, next_at TEXT NOT NULL, "
    "settled INTEGER NOT NULL, asked_at TEXT, answered_by TEXT, etag TEXT, last_modified TEXT, "
    "digest TEXT, failures INTEGER NOT NULL, listed_by TEXT, listed_as TEXT) WITHOUT ROWID",
    "CREATE INDEX visit_waiting ON visit (next_at, url) WHERE kind = 'page' AND settled = 0",
)
_SCHEMA_2 = (
    "ALTER TABLE visit ADD COLUMN listed_at TEXT",
    "CREATE INDEX visit_listing ON visit (listed_by)",
    "CREATE TABLE robots (origin TEXT PRIMARY KEY, until TEXT NOT NULL, rules TEXT NOT NULL, delay REAL) "
    "WITHOUT ROWID",
)
# What brings a file from one version to the next; a released one is never changed.
_STEPS = (_SCHEMA_1, _SCHEMA_2)
_BUSY_SECONDS = 10.0


class VisitsFile:
    """Visits in a file; raises CaptureError where the file cannot be used."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
            self._prepare()
        except (sqlite3.Error, OSError) as error:
            raise CaptureError(str(path), f"visits cannot be kept there ({error})") from error

    def load(self, url: str) -> Visit | None:
        """Return what is known of an address."""
        found = self._all(f"SELECT {', '.join(_COLUMNS)} FROM visit WHERE url = ?", (url,))
        return found[0] if found else None

    def keep(self, visit: Visit) -> None:
        """Keep what is known of an address, in place of what was."""
        values = asdict(visit)
        for name in _TIMES:
            values[name] = values[name].isoformat() if values[name] else None
        marks = ", ".join("?" * len(_COLUMNS))
        self._run(
            f"INSERT OR REPLACE INTO visit ({', '.join(_COLUMNS)}) VALUES ({marks})",
            tuple(values[name] for name in _COLUMNS),
        )

    def waiting(self) -> tuple[Visit, ...]:
        """Return the pages that are still to be read, those due first in front."""
        return self._all(
            f"SELECT {', '.join(_COLUMNS)} FROM visit WHERE kind = 'page' AND settled = 0 "
            "ORDER BY next_at, url",
            (),
        )

    def forget(self, listing: str, before: datetime) -> None:
        """Forget what was read of a listing that has not named it since `before`."""
        self._run(
            "DELETE FROM visit WHERE listed_by = ? AND kind <> 'listing' AND settled = 1 "
            "AND coalesce(listed_at, asked_at, '9999') < ?",
            (listing, before.isoformat()),
        )

    def robots(self) -> tuple[KeptRobots, ...]:
        """Return each robots.txt that is kept."""
        rows = self._run("SELECT origin, until, rules, delay FROM robots", ()).fetchall()
        return tuple(
            KeptRobots(
                origin,
                datetime.fromisoformat(until),
                Robots(
                    tuple(Rule(bool(allows), told) for allows, told in json.loads(rules)), delay
                ),
            )
            for origin, until, rules, delay in rows
        )

    def keep_robots(self, kept: KeptRobots) -> None:
        """Keep a robots.txt in place of the one before."""
        rules = json.dumps([[rule.allows, rule.pattern] for rule in kept.robots.rules])
        self._run(
            "INSERT OR REPLACE INTO robots (origin, until, rules, delay) VALUES (?, ?, ?, ?)",
            (kept.origin, kept.until.isoformat(), rules, kept.robots.delay),
        )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("BEGIN IMMEDIATE")
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version > len(_STEPS):
            told = "it was written by a later version of Variorum"
            raise CaptureError(str(self._path), f"visits cannot be kept there: {told}")
        for step in _STEPS[version:]:
            for statement in step:
                self._connection.execute(statement)
        self._connection.execute(f"PRAGMA user_version = {len(_STEPS)}")
        self._connection.execute("COMMIT")

    def _run(self, statement: str, values: tuple[Any, ...]) -> sqlite3.Cursor:
        try:
            return self._connection.execute(statement, values)
        except sqlite3.Error as error:
            raise CaptureError(str(self._path), f"visits cannot be kept ({error})") from error

    def _all(self, statement: str, values: tuple[Any, ...]) -> tuple[Visit, ...]:
        return tuple(_visit(row) for row in self._run(statement, values).fetchall())


def _visit(row: tuple[Any, ...]) -> Visit:
    values = dict(zip(_COLUMNS, row, strict=True))
    for name in _TIMES:
        values[name] = datetime.fromisoformat(values[name]) if values[name] else None
    values["settled"] = bool(values["settled"])
    return Visit(**values)
