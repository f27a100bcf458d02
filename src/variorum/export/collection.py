"""A collection: the articles of an archive, one a row, written as they come, in little memory."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import IO, Any, TypeAlias

from ..model.holding import CollectedPage
from .tables import csv_cell
from .writable import writable

Record: TypeAlias = dict[str, Any]
# What is many in one article; a cell of csv has them with a semicolon between.
_LISTS = ("byline", "credit", "sections", "tags")
_WHOLE = ("account_pages",)
_SHARES = ("own",)
# Rows of Parquet that are held until they are written, and characters of text: a group of pages of
# usual length has some 4 MB, one of the longest that are read no more than a few times that.
_GROUP_ROWS = 1000
_GROUP_LENGTH = 16_000_000


def page_record(page: CollectedPage) -> Record:
    """Return one page of a collection, under names that `variorum add` knows where it is a record's."""
    article, capture = page.article, page.article.capture
    return {
        "id": article.id,
        "key": capture.key,
        "url": capture.url,
        "outlet": article.outlet,
        "host": article.host,
        "series": capture.series,
        "language": article.language,
        "kind": article.kind,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": list(article.byline),
        "credit": list(article.credit),
        "published": article.published.value if article.published else None,
        "modified": article.modified.value if article.modified else None,
        "captured": capture.taken_at,
        "sections": list(article.sections),
        "tags": list(article.tags),
        "story": page.story,
        "account": page.account,
        "account_pages": page.account_pages,
        "relation": page.relation,
        "own": page.own,
        "agency": page.agency,
        "text": article.text,
    }


FIELDS = (
    *("id", "key", "url", "outlet", "host", "series", "language", "kind", "headline", "standfirst"),
    *("byline", "credit", "published", "modified", "captured", "sections", "tags", "story"),
    *("account", "account_pages", "relation", "own", "agency", "text"),
)


def write_jsonl(pages: Iterable[CollectedPage], stream: IO[bytes]) -> int:
    """Write a collection as JSON lines; return how many."""
    count = 0
    for count, page in enumerate(pages, start=1):  # noqa: B007 - it is what is returned
        line = json.dumps(page_record(page), ensure_ascii=False) + "\n"
        stream.write(line.encode("utf-8", "replace"))
    return count


def write_csv(pages: Iterable[CollectedPage], stream: IO[bytes]) -> int:
    """Write a collection as CSV; return how many rows it has below the names of its columns."""
    line = io.StringIO()
    writer = csv.writer(line)

    def write(cells: Sequence[Any]) -> None:
        writer.writerow(cells)
        stream.write(line.getvalue().encode("utf-8", "replace"))
        line.seek(0)
        line.truncate()

    write(FIELDS)
    count = 0
    for count, page in enumerate(pages, start=1):  # noqa: B007 - it is what is returned
        held = page_record(page)
        write([csv_cell(_joined(held[name])) for name in FIELDS])
    return count


def _joined(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list) else value


def write_parquet(pages: Iterable[CollectedPage], stream: IO[bytes]) -> int:
    """Write a collection as Parquet, a group of rows at a time; return how many rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {
        **dict.fromkeys(FIELDS, pa.string()),
        **dict.fromkeys(_LISTS, pa.list_(pa.string())),
        **dict.fromkeys(_WHOLE, pa.int64()),
        **dict.fromkeys(_SHARES, pa.float64()),
    }
    schema = pa.schema(list(kinds.items()))
    count = 0
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(_row(page) for page in pages):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
            count += len(group)
            # Let go of before the next group is gathered.
            group.clear()
    return count


def _groups(records: Iterator[Record]) -> Iterator[list[Record]]:
    while group := list(islice(records, 1)):
        length = len(group[0]["text"])
        for each in islice(records, _GROUP_ROWS - 1):
            group.append(each)
            length += len(each["text"])
            if length > _GROUP_LENGTH:
                break
        yield group


def _row(page: CollectedPage) -> Record:
    return {name: _cell(value) for name, value in page_record(page).items()}


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return [writable(each) for each in value]
    return writable(value) if isinstance(value, str) else value


COLLECTIONS: Mapping[str, Callable[[Iterable[CollectedPage], IO[bytes]], int]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
}
