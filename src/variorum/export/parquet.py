"""Parquet: the tables of csv with types, for programs that read columns."""

import io
from collections.abc import Iterable

from .tables import Table
from .writable import writable

# All other columns are text.
_TYPES = {
    **dict.fromkeys(
        ("begin", "end", "begin2", "end2", "words", "size", "unit", "paragraph"), "int64"
    ),
    **dict.fromkeys(("shared", "own", "dropped", "confidence"), "double"),
    "added": "bool",
}


def render_parquet(table: Table) -> bytes:
    """Return a table as a Parquet file; an absent cell is null, and no text is changed for spreadsheets."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [[_cell(each) for each in row] for row in table.rows]
    columns: Iterable[tuple[object, ...]] = zip(*rows, strict=True) if rows else ()
    cells = [list(column) for column in columns] or [[] for _ in table.fields]
    schema = pa.schema([(name, _TYPES.get(name, "string")) for name in table.fields])
    arrays = [pa.array(each, kind.type) for each, kind in zip(cells, schema, strict=True)]
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), stream, compression="zstd")
    return stream.getvalue()


def _cell(value: object) -> object:
    return writable(value) if isinstance(value, str) else value
