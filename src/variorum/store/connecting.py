"""Connecting to a database: what an archive's address opens, and how each connection is set up."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import QueuePool, StaticPool

from ..errors import ArchiveError

# A writer holds the archive for some seconds a batch; four writers in turn stay well below this.
PATIENCE = 120.0
_OLDEST_SQLITE = (3, 35, 0)
_IN_MEMORY = "the archive in memory"


def engine_of(url: str | Path | None) -> tuple[str, Engine]:
    """Return what to call a database, and the engine that opens it."""
    if url is None:
        made = create_engine(
            "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
        _prepare_sqlite(made, _IN_MEMORY)
        return _IN_MEMORY, made
    if isinstance(url, str) and "://" in url and not url.startswith("sqlite:"):
        return _postgresql(url)
    path = str(url).removeprefix("sqlite:///")
    return path, _sqlite(path)


def _sqlite(path: str) -> Engine:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        oldest = ".".join(map(str, _OLDEST_SQLITE))
        raise ArchiveError(path, f"SQLite {sqlite3.sqlite_version} is too old: {oldest} is needed")
    _see_that_it_can_be_opened(Path(path))
    made = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        max_overflow=64,
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
    )
    _prepare_sqlite(made, path)
    return made


def _see_that_it_can_be_opened(path: Path) -> None:
    """Raise ArchiveError for a file that SQLite would only say of that it is "unable to open" it."""
    if not path.resolve().parent.is_dir():
        raise ArchiveError(str(path), "its folder does not exist")
    if path.is_dir():
        raise ArchiveError(str(path), "is a folder; an archive is a file")
    if path.exists() and not _may(path, os.R_OK):
        raise ArchiveError(str(path), "may not be read by this user")
    folder = path.resolve().parent
    if not _may(folder, os.W_OK) and not path.with_name(f"{path.name}-shm").exists():
        needs = "SQLite needs to write files beside an archive, even to read it"
        raise ArchiveError(str(path), f"its folder may not be written to by this user; {needs}")


def _may(path: Path, do: int) -> bool:
    return os.access(path, do, effective_ids=os.access in os.supports_effective_ids)


def _prepare_sqlite(engine: Engine, location: str) -> None:
    """Have every connection set up as an archive wants it, and transactions begun by us."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: Any) -> None:
        # The driver would begin a transaction only at the first change.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode = wal",
            "synchronous = normal",
            "foreign_keys = on",
            "temp_store = memory",
            "cache_size = -65536",
            "mmap_size = 268435456",
        ):
            cursor.execute(f"pragma {pragma}")
        options = {row[0] for row in cursor.execute("pragma compile_options")}
        cursor.close()
        if "ENABLE_FTS5" not in options:
            raise ArchiveError(location, "this SQLite was built without FTS5, which search needs")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("variorum_writes")
        connection.exec_driver_sql("begin immediate" if writes else "begin")


def _postgresql(url: str) -> tuple[str, Engine]:
    try:
        parsed = make_url(url)
        if parsed.drivername in {"postgres", "postgresql"}:
            parsed = parsed.set(drivername="postgresql+psycopg")
        shown = parsed.set(drivername=parsed.get_backend_name())
        location = shown.render_as_string(hide_password=True)
        if parsed.get_backend_name() != "postgresql":
            raise ArchiveError(location, "give the path of a file, or an address postgresql://…")
        return location, create_engine(
            parsed, isolation_level="REPEATABLE READ", max_overflow=64, pool_pre_ping=True
        )
    except (ArgumentError, NoSuchModuleError) as error:
        raise ArchiveError(url, f"is no address of a database: {error}") from error
    except ModuleNotFoundError as error:
        reason = "needs psycopg: pip install 'variorum[postgresql]'"
        raise ArchiveError(url, reason) from error
