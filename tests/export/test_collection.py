"""Collections: a row an article in three formats, the same in each, in memory that does not grow."""

import csv
import gc
import io
import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.export.sample import sample_comparison
from variorum.export.collection import (
    COLLECTIONS,
    FIELDS,
    page_record,
    write_csv,
    write_jsonl,
    write_parquet,
)
from variorum.export.tables import read_cell
from variorum.model import (
    AccountId,
    Article,
    ArticleId,
    Capture,
    CaptureId,
    Moment,
    Paragraph,
    StoryId,
)
from variorum.model.holding import CollectedPage


def page(number: int, text: str, **fields: Any) -> CollectedPage:
    capture = Capture(
        CaptureId(str(number)), f"pages.jsonl:{number}", text, "text/plain", "sha256:0"
    )
    article = Article(
        ArticleId(f"{number:016x}"), capture, "article", (Paragraph(text, 0, len(text)),), **fields
    )
    return CollectedPage(
        article, StoryId("5" * 16), AccountId("a" * 16), 3, "edited", 0.25, "Fen Wire"
    )


def many(count: int) -> Iterator[CollectedPage]:
    """Yield pages of 4,000 characters each, made as they are asked for."""
    for number in range(count):
        yield page(number, f"Page {number:07} of the tide tables. " * 125)


def from_jsonl(written: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.decode("utf-8").splitlines()]


def sample() -> list[CollectedPage]:
    articles = sample_comparison().articles
    return [CollectedPage(each, None, None, 1, None, None, None) for each in articles]


def test_three_formats_hold_the_same() -> None:
    pages = [
        *sample(),
        page(1, "Two.\n\nThree, “four”.", byline=("Ada Thorn", "Ivo Sedge"), tags=("walls; tides",),
             published=Moment("2031-05-02T10:00", "minute"), headline='She said, "no"'),
    ]  # fmt: skip
    written = {name: io.BytesIO() for name in COLLECTIONS}
    for name, write in COLLECTIONS.items():
        assert write(iter(pages), written[name]) == len(pages)
    lines = from_jsonl(written["jsonl"].getvalue())
    assert lines == [page_record(each) for each in pages]
    assert all(tuple(each) == FIELDS for each in lines)
    assert pq.read_table(written["parquet"]).to_pylist() == lines
    rows = list(csv.DictReader(io.StringIO(written["csv"].getvalue().decode("utf-8"), newline="")))
    assert [each["text"] for each in rows] == [each["text"] for each in lines]
    assert rows[-1]["byline"] == "Ada Thorn; Ivo Sedge"
    assert rows[-1]["account_pages"] == "3"
    assert rows[-1]["own"] == "0.25"


def test_a_hostile_cell_is_no_formula_and_breaks_no_line() -> None:
    hostile = page(
        1,
        "=cmd|' /C calc'!A0\x00 \ud800 end\r\n@SUM(1)",
        headline="+1+1",
        outlet="-2",
        byline=("=1", "@x"),
    )
    written = {name: io.BytesIO() for name in COLLECTIONS}
    for name, write in COLLECTIONS.items():
        assert write([hostile, hostile], written[name]) == 2
    rows = list(csv.DictReader(io.StringIO(written["csv"].getvalue().decode("utf-8"), newline="")))
    assert len(rows) == 2
    for name in ("text", "headline", "outlet", "byline"):
        assert rows[0][name].startswith("'")
    assert read_cell(rows[0]["headline"]) == "+1+1"
    assert len(written["jsonl"].getvalue().splitlines()) == 2
    assert "\x00" not in pq.read_table(written["parquet"]).to_pylist()[0]["text"]


def test_an_empty_collection_opens() -> None:
    for name, write in COLLECTIONS.items():
        stream = io.BytesIO()
        assert write((), stream) == 0
        if name == "parquet":
            assert pq.read_table(stream).column_names == list(FIELDS)
    assert write_csv((), io.BytesIO()) == 0


class Nowhere(io.RawIOBase):
    """Takes bytes, and counts them."""

    size = 0

    def writable(self) -> bool:
        return True

    def write(self, taken: Any) -> int:
        self.size += len(taken)
        return len(taken)


@pytest.mark.parametrize("write", [write_jsonl, write_csv, write_parquet])
def test_memory_does_not_grow_with_the_collection(write: Any) -> None:
    peaks = []
    write(many(10), Nowhere())  # what is loaded once
    for count in (1_200, 3_600):
        gc.collect()
        tracemalloc.start()
        nowhere = Nowhere()
        assert write(many(count), nowhere) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert nowhere.size > 10_000
    assert peaks[1] < 1.3 * peaks[0] + 1_000_000
    assert peaks[1] < 40_000_000


def test_rows_of_parquet_come_in_groups() -> None:
    stream = io.BytesIO()
    write_parquet(many(2_500), stream)
    groups = pq.ParquetFile(stream).metadata
    assert [groups.row_group(at).num_rows for at in range(groups.num_row_groups)] == [
        1000,
        1000,
        500,
    ]
    long = [page(number, "x" * 6_000_000) for number in range(5)]
    write_parquet(long, stream := io.BytesIO())
    assert pq.ParquetFile(stream).metadata.num_row_groups == 2
