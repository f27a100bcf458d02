"""Parquet files: rows of other programs' records, missing columns, broken files, bounded memory."""

import tracemalloc
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from variorum.ingest import limits, parquet_file

from .reading import read, read_input, write

TEXT = (
    "The harbour of Port Ansel was closed on Monday after a storm, the mayor said at noon.\n"
    "Two ferries stayed at their moorings while the wind was measured at ninety knots or more."
)


def table(path: Path, rows: list[dict[str, Any]], **options: Any) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), path, **options)
    return path


def test_rows_are_records(tmp_path: Path) -> None:
    rows = [
        {
            "id": number,
            "url": f"https://courier.example/{number}",
            "title": "Harbour closed",
            "maintext": f"{TEXT} {number}",
            "authors": ["Ada Brook", "Jon Lind"],
            "date_publish": datetime(2024, 5, 6, 11, 0),
            "source_domain": "courier.example",
            "unknown": b"\xff",
        }
        for number in range(200)
    ]
    path = table(tmp_path / "rows.parquet", rows, row_group_size=70)
    captures, failures, _ = read(path)
    assert not failures
    assert len(captures) == 200
    last = captures[-1]
    assert (last.location, last.key) == (f"{path}#200", "199")
    assert last.url == "https://courier.example/199"
    stated = last.stated
    assert (stated.headline, stated.byline) == ("Harbour closed", ("Ada Brook", "Jon Lind"))
    assert (stated.published, stated.outlet) == ("2024-05-06T11:00:00", "courier.example")
    assert stated.recovered
    assert read_input(path.read_bytes())[0][-1].key == "199"


@pytest.mark.parametrize("packing", ["none", "snappy", "gzip", "zstd", "brotli", "lz4"])
def test_packed_columns_and_nested_ones(tmp_path: Path, packing: str) -> None:
    row = {
        "text": TEXT,
        "id": "d",
        "metadata": {"url": "https://courier.example/1", "date": "2024-05-06"},
    }
    (capture,), failures, _ = read(table(tmp_path / "rows.parquet", [row], compression=packing))
    assert not failures
    assert capture.url == "https://courier.example/1"
    assert capture.stated.published == "2024-05-06"


def test_html_and_rows_that_hold_nothing(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"html": "<p>It blew.</p>", "text": "menu"},
        {"html": None, "text": None},
    ]
    (capture,), (failure,), _ = read(table(tmp_path / "rows.parquet", rows))
    assert capture.text.strip() == "It blew."
    assert failure.error.endswith("rows.parquet#2: the record has neither text nor html")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"words": TEXT, "id": 1}, "has no column of texts (html, maintext, text"),
        ({"text": 7}, "has no column of texts: text holds int64"),
        ({"text": [TEXT]}, "has no column of texts: text holds list"),
        ({"text": b"\xff\xfe"}, "has no column of texts: text holds binary"),
    ],
)
def test_columns_missing_or_of_another_type(
    tmp_path: Path, row: dict[str, Any], reason: str
) -> None:
    captures, failures, _ = read(table(tmp_path / "rows.parquet", [row]))
    assert not captures
    assert reason in failures[0].error


def test_broken_files(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": f"{TEXT} {number}"} for number in range(300)]
    raw = table(
        tmp_path / "rows.parquet", rows, row_group_size=100, compression="none"
    ).read_bytes()
    for name, broken in {
        "empty": b"",
        "short": b"PAR1",
        "truncated": raw[: len(raw) // 2],
        "other": b"not a table at all" * 10,
    }.items():
        captures, failures, _ = read(write(tmp_path / f"{name}.parquet", broken))
        assert not captures
        assert "is empty" in failures[0].error or "is no whole Parquet file" in failures[0].error
    # The rows before the break are kept.
    at = raw.index(f"{TEXT} 150".encode()) - 3000
    broken = raw[:at] + b"\xff" * 200 + raw[at + 200 :]
    captures, failures, _ = read(write(tmp_path / "middle.parquet", broken))
    assert len(captures) + len(failures) >= 100


def test_memory_is_bounded_where_rows_repeat_a_long_text(tmp_path: Path) -> None:
    long = TEXT + "x" * 2_000_000
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 300, pa.int32()), pa.array([long]))
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"text": texts}), path, compression="zstd")
    before = pa.total_allocated_bytes()
    tracemalloc.start()
    captures, _, notes = read(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(captures) == 1
    assert len(notes) == 299
    assert most < 40_000_000
    assert pa.total_allocated_bytes() - before < 100_000_000


def test_row_groups_and_rows_over_the_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"id": "1", "text": TEXT * 400},
        {"id": "2", "text": TEXT},
        {"id": "3", "text": TEXT + "!"},
    ]
    path = table(tmp_path / "rows.parquet", rows, row_group_size=1)
    monkeypatch.setattr(parquet_file, "LARGEST_COLUMN", 10_000)
    captures, failures, _ = read(path)
    assert [each.key for each in captures] == ["2", "3"]
    assert captures[0].location == f"{path}#2"
    assert "1 rows of row group 1 were not read" in failures[0].error
    monkeypatch.setattr(parquet_file, "LARGEST_COLUMN", limits.LARGEST_COLUMN)
    monkeypatch.setattr(parquet_file, "LARGEST_CAPTURE", 10_000)
    captures, failures, _ = read(path)
    assert [each.key for each in captures] == ["2", "3"]
    assert "the row has 0 MB of text" in failures[0].error
