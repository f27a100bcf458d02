"""Rows asked for by the thousand: no statement may name more than databases take."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, bindparam, text

Value = TypeVar("Value")

# SQLite takes 32,766 parameters, PostgreSQL 65,535.
_MOST = 5000


def chunks(values: Sequence[Value], most: int = _MOST) -> Iterator[Sequence[Value]]:
    """Yield values so many at a time."""
    for begin in range(0, len(values), most):
        yield values[begin : begin + most]


def listed(name: str) -> BindParameter[Any]:
    """Return a parameter that stands for a list, as in `where id in :ids`."""
    return bindparam(name, expanding=True)


def select_in(connection: Connection, statement: str, values: Sequence[Any]) -> Iterator[Any]:
    """Yield the rows of a statement that says `in :values`, asked in as many pieces as it takes."""
    prepared = text(statement).bindparams(listed("values"))
    for some in chunks(values):
        # All at once: asked for one by one, rows take twice as long.
        yield from connection.execute(prepared, {"values": list(some)}).all()


def execute_each(connection: Connection, statement: str, values: Sequence[Any]) -> None:
    """Execute a statement that says `in :values`, in as many pieces as it takes."""
    prepared = text(statement).bindparams(listed("values"))
    for some in chunks(values):
        connection.execute(prepared, {"values": list(some)})


def insert_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows of plain values: as named parameters they would take three times as long."""
    if rows:
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        marks = ", ".join([mark] * len(columns))
        connection.exec_driver_sql(
            f"insert into {table} ({', '.join(columns)}) values ({marks})", list(rows)
        )
