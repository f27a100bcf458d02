"""JSON files: lists and answers of records, single records, JSON lines under another name."""

import json
from pathlib import Path
from typing import Any

import pytest

from .reading import read, read_input, write

TEXT = "The harbour of Port Ansel was closed on Monday after a storm, the mayor said."
ROWS = [{"id": str(number), "text": f"{TEXT} {number}"} for number in range(3)]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "value",
    [
        ROWS,
        {"articles": ROWS},
        {"articles": {"results": ROWS, "page": 1}},
        {"status": "ok", "items": ROWS},
    ],
)
def test_lists_and_answers(tmp_path: Path, value: Any, indent: int | None) -> None:
    path = write(tmp_path / "rows.json", json.dumps(value, indent=indent))
    captures, failures, _ = read(path)
    assert not failures
    assert [each.key for each in captures] == ["0", "1", "2"]
    assert captures[1].location == f"{path}#2"


@pytest.mark.parametrize("indent", [None, 2])
def test_one_record(tmp_path: Path, indent: int | None) -> None:
    (capture,), failures, _ = read(write(tmp_path / "row.json", json.dumps(ROWS[0], indent=indent)))
    assert not failures
    assert capture.key == "0"


def test_json_lines_under_the_name_of_json(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(row) for row in ROWS)
    captures, failures, _ = read(write(tmp_path / "part-0000.json", lines + "\n"))
    assert [each.location[-2:] for each in captures] == [":1", ":2", ":3"]
    assert not failures


def test_json_lines_whose_first_line_is_broken() -> None:
    lines = "\n".join(['{"text": "brok', *(json.dumps(row) for row in ROWS)])
    captures, failures, _ = read_input(lines.encode())
    assert [each.key for each in captures] == ["0", "1", "2"]
    assert failures[0].location == "-:1"


def test_a_long_first_line() -> None:
    lines = "\n".join(json.dumps(row | {"text": TEXT * 3000 + row["id"]}) for row in ROWS)
    captures, failures, _ = read_input(lines.encode())
    assert [each.location for each in captures] == ["-:1", "-:2", "-:3"]
    assert not failures


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b"[]", "holds no records"),
        (b'[{"text": "a"}, 7]', "#2: holds a number, not an object"),
        (b'{"name": "Ada"}', "neither text nor html"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"[1, 2", "is not JSON"),
        (b"7", "#1: holds a number, not an object"),
        (bytes(range(256)) * 40, "binary"),
    ],
)
def test_files_that_hold_no_records(tmp_path: Path, raw: bytes, reason: str) -> None:
    _, failures, _ = read(write(tmp_path / "rows.json", raw))
    assert reason in failures[-1].error


def test_a_mark_of_byte_order_is_no_letter() -> None:
    captures, failures, _ = read_input(b"\xef\xbb\xbf" + json.dumps(ROWS[0]).encode())
    assert not failures
    assert captures[0].key == "0"
