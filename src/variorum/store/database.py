"""The database of an archive: opened, brought up to date, read and written in transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, RootTransaction, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.pool import QueuePool, StaticPool

from ..errors import ArchiveError, SchemaError
from .fulltext import CREATE_POSTGRESQL, CREATE_SQLITE
from .schema import NEWEST, migrate, version_of

# A writer holds the archive for some seconds a batch; four writers in turn stay well below this.
PATIENCE = 120.0
_OLDEST_SQLITE = (3, 35, 0)
# Any number will do, so long as every writer of an archive asks for the same.
_WRITERS = 0x7661726F
_IN_MEMORY = "the archive in memory"


class Database:
    """One database; `location` is how people call it, `is_sqlite` which of the two dialects it speaks."""

    def __init__(self, url: str | Path | None) -> None:
        self.location, self._engine = _engine_of(url)
        self.is_sqlite = self._engine.dialect.name == "sqlite"
        self._bring_up_to_date()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the archive as it is at one moment."""
        with self._wrapped(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the one connection that may write; all of what it does is done, or nothing of it."""
        with self._wrapped(), self._engine.connect() as connection:
            connection = connection.execution_options(variorum_writes=True)
            with connection.begin():
                if not self.is_sqlite:
                    lock = text("select pg_advisory_xact_lock(:key)")
                    connection.execute(lock, {"key": _WRITERS})
                yield connection

    @contextmanager
    def writing_now(self) -> Iterator[Connection | None]:
        """Give the same at once, or `None` where somebody else is writing."""
        with self._wrapped(), self._engine.connect() as connection:
            if not self.is_sqlite:
                with connection.begin():
                    lock = text("select pg_try_advisory_xact_lock(:key)")
                    free = connection.execute(lock, {"key": _WRITERS}).scalar()
                    yield connection if free else None
                return
            connection = connection.execution_options(variorum_writes=True)
            with _impatient(connection):
                begun = _begun(connection)
            if begun is None:
                yield None
                return
            with begun:
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def _bring_up_to_date(self) -> None:
        with self.reading() as connection:
            begin = self._version(connection)
        if begin == NEWEST:
            return
        with self.writing() as connection:
            # Another process may have done it meanwhile.
            begin = self._version(connection)
            migrate(connection, begin, self.location, _words(self.is_sqlite))
            if begin == 0:
                for statement in CREATE_SQLITE if self.is_sqlite else CREATE_POSTGRESQL:
                    connection.execute(text(statement))

    def _version(self, connection: Connection) -> int:
        tables = set(inspect(connection).get_table_names())
        if "meta" in tables:
            version = version_of(connection)
            if not version or version > NEWEST:
                reason = (
                    "is no archive"
                    if not version
                    else f"has schema {version}, made by a newer version"
                )
                raise SchemaError(self.location, reason)
            return version
        if tables and self.is_sqlite:
            raise SchemaError(self.location, "is a database, but no archive")
        return 0

    @contextmanager
    def _wrapped(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise ArchiveError(self.location, _reason(error)) from error
        except SQLAlchemyError as error:
            raise ArchiveError(self.location, str(error)) from error


@contextmanager
def _impatient(connection: Connection) -> Iterator[None]:
    """Have a connection to SQLite wait for nobody."""
    driver: Any = connection.connection.driver_connection
    driver.execute("pragma busy_timeout = 0")
    try:
        yield
    finally:
        driver.execute(f"pragma busy_timeout = {PATIENCE * 1000:.0f}")


def _begun(connection: Connection) -> RootTransaction | None:
    try:
        return connection.begin()
    except OperationalError as error:
        if "locked" in str(error.orig):
            return None
        raise


def _words(is_sqlite: bool) -> dict[str, str]:
    if is_sqlite:
        return {"blob": "blob", "rowless": " without rowid"}
    return {"blob": "bytea", "rowless": ""}


def _engine_of(url: str | Path | None) -> tuple[str, Engine]:
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
    if not Path(path).resolve().parent.is_dir():
        raise ArchiveError(path, "its folder does not exist")
    made = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        max_overflow=64,
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
    )
    _prepare_sqlite(made, path)
    return made


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
        location = parsed.render_as_string(hide_password=True)
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


def _reason(error: DBAPIError) -> str:
    """Say in a sentence why a database refused."""
    told = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
    if "locked" in told:
        return f"is locked: another process has been writing to it for {PATIENCE:.0f} s"
    if "disk I/O error" in told:
        return "the disk refused to read or write (is it full?); nothing of this batch was kept"
    if "disk is full" in told or "No space left" in told:
        return "the disk is full; nothing of this batch was kept, all before it was"
    if "not a database" in told:
        return "is no archive (not a SQLite database)"
    if "malformed" in told:
        return f"is damaged ({told}); `variorum check` says what can still be read"
    if "unable to open" in told:
        return "cannot be opened"
    if "readonly" in told:
        return "may not be written to"
    return told
