"""Parquet files: one capture a row, read a few rows at a time."""

import os
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from ..errors import CaptureError, TruncatedRecordError
from ..model import Capture, Failure, Note
from .limits import LARGEST_CAPTURE, LARGEST_COLUMN, megabytes
from .record import make_record
from .record_keys import KNOWN_KEYS, TEXT_KEYS

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

# Rows in memory at a time: of pages, some megabytes.
_ROWS = 64


def read_parquet(opened: IO[bytes], location: str) -> Iterator[Capture | Failure | Note]:
    """Yield a capture for every row that holds one, a failure for every row that does not."""
    if opened.seek(0, os.SEEK_END) == 0:
        raise CaptureError(location, "is empty")
    opened.seek(0)
    # A large library: loaded where there is such a file.
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        names = _text_columns(pq.ParquetFile(opened).schema_arrow, location)
        # Kept apart from the rows that hold them, equal texts take no more room than one.
        table = pq.ParquetFile(
            opened, read_dictionary=names, buffer_size=1024 * 1024, pre_buffer=False
        )
        columns = [name for name in table.schema_arrow.names if name in KNOWN_KEYS]
        for group in range(table.num_row_groups):
            reason = _too_large(table, group, columns)
            if reason is not None:
                yield Failure(location, f"{location}: {reason}")
                number += table.metadata.row_group(group).num_rows
                continue
            for batch in table.iter_batches(_ROWS, [group], columns=columns, use_threads=False):
                for row in range(batch.num_rows):
                    number += 1
                    yield _read_row(batch, row, f"{location}#{number}")
    except (pa.ArrowException, OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno:
            raise
        told = str(error).splitlines()[0] if str(error) else type(error).__name__
        reason = f"is no whole Parquet file ({told}); {number} rows before were read"
        raise TruncatedRecordError(location, reason) from error


def _text_columns(schema: Any, location: str) -> list[str]:
    """Return the columns that hold texts; raise CaptureError where none does."""
    import pyarrow.types as kinds

    held = [name for name in TEXT_KEYS if name in schema.names]
    if not held:
        wanted = ", ".join(TEXT_KEYS)
        there = ", ".join(schema.names[:20])
        raise CaptureError(location, f"has no column of texts ({wanted}), only: {there}")
    texts = [name for name in held if _is_text(schema.field(name).type)]
    nested = [name for name in held if kinds.is_struct(schema.field(name).type)]
    if not texts and not nested:
        told = ", ".join(f"{name} holds {schema.field(name).type}" for name in held)
        raise CaptureError(location, f"has no column of texts: {told}")
    return texts


def _is_text(kind: Any) -> bool:
    import pyarrow.types as kinds

    if kinds.is_dictionary(kind):
        kind = kind.value_type
    return bool(kinds.is_string(kind) or kinds.is_large_string(kind) or kinds.is_string_view(kind))


def _too_large(table: "ParquetFile", group: int, columns: list[str]) -> str | None:
    """Return why a row group is not read, `None` where it can be."""
    described = table.metadata.row_group(group)
    for at in range(described.num_columns):
        column = described.column(at)
        name = column.path_in_schema.split(".")[0]
        if name in columns and column.total_uncompressed_size > LARGEST_COLUMN:
            size, most = megabytes(column.total_uncompressed_size), megabytes(LARGEST_COLUMN)
            rows = f"{described.num_rows:,} rows of row group {group + 1}"
            return f"{rows} were not read: their {name} has {size}; it may have {most}"
    return None


def _read_row(batch: Any, row: int, here: str) -> Capture | Failure:
    try:
        record = {name: batch.column(at)[row].as_py() for at, name in enumerate(batch.schema.names)}
        longest = max(
            (len(value) for value in record.values() if isinstance(value, str)), default=0
        )
        if longest > LARGEST_CAPTURE:
            reason = f"the row has {megabytes(longest)} of text; it may have {megabytes(LARGEST_CAPTURE)}"
            raise CaptureError(here, reason)
        return make_record(record, here)
    except CaptureError as error:
        return Failure(here, str(error))
    except ValueError as error:
        # Not UTF-8, or a time finer than Python's.
        return Failure(here, f"{here}: the row cannot be read: {error}")
