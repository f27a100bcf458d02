"""The database of an archive: opened, brought up to date, read and written in transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RootTransaction, inspect, text
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from ..errors import ArchiveError, SchemaError
from . import connecting
from .fulltext import CREATE_POSTGRESQL, CREATE_SQLITE
from .refusals import reason_of
from .schema import NEWEST, migrate, version_of

# Any number will do, so long as every writer of an archive asks for the same.
_WRITERS = 0x7661726F


class Database:
    """One database; `location` is how people call it, `is_sqlite` which of the two dialects it speaks."""

    def __init__(self, url: str | Path | None) -> None:
        self.location, self._engine = connecting.engine_of(url)
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
            connection = self._to_write(connection)
            with connection.begin():
                if not self.is_sqlite:
                    patience = f"{connecting.PATIENCE * 1000:.0f}"
                    connection.execute(text(f"set local lock_timeout = {patience}"))
                    lock = text("select pg_advisory_xact_lock(:key)")
                    connection.execute(lock, {"key": _WRITERS})
                yield connection

    @contextmanager
    def writing_now(self) -> Iterator[Connection | None]:
        """Give the same at once, or `None` where somebody else is writing."""
        with self._wrapped(), self._engine.connect() as connection:
            connection = self._to_write(connection)
            if not self.is_sqlite:
                with connection.begin():
                    lock = text("select pg_try_advisory_xact_lock(:key)")
                    free = connection.execute(lock, {"key": _WRITERS}).scalar()
                    yield connection if free else None
                return
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

    def _to_write(self, connection: Connection) -> Connection:
        if self.is_sqlite:
            return connection.execution_options(variorum_writes=True)
        # What a writer sees under "repeatable read" is fixed when it begins to wait for the lock: it
        # would number its pages as though the writer before it had kept none. Once it holds the lock
        # nobody else writes, so that each statement sees the same.
        return connection.execution_options(isolation_level="READ COMMITTED")

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
            told = reason_of(error, connecting.PATIENCE)
            raise ArchiveError(self.location, told) from error
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
        driver.execute(f"pragma busy_timeout = {connecting.PATIENCE * 1000:.0f}")


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
