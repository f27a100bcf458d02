"""Captures in the archive: kept as they came, each once, and queued to be worked on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import Connection, text

from ..model import Capture, CaptureId, Stated, content_id
from .packing import pack, squeeze, stretch, unpack
from .rows import chunks, execute_each, listed, select_in

_COLUMNS = (
    "number, id, url, location, key, series, media_type, digest, taken_at, stated, content, markup"
)
_INSERT = text(
    "insert into capture (number, id, page, url, location, key, series, media_type, digest, "
    "taken_at, stated, content, markup) values (:number, :id, :page, :url, :location, :key, "
    ":series, :media_type, :digest, :taken_at, :stated, :content, :markup)"
)


# PostgreSQL takes entries of an index of 2,704 bytes at the most; addresses with all that an advertiser
# wants to know of a reader are longer.
_LONGEST_PAGE = 2_000


def page_of(url: str | None) -> str | None:
    """Return what is the same for all captures of one page: its address without what does not tell.

    >>> page_of("https://www.Example.org/a/?x=1#top")
    'example.org/a?x=1'
    """
    if not url:
        return None
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.netloc or "").rpartition("@")[2].lower().removeprefix("www.")
        page = urlunsplit(("", "", host + parts.path.rstrip("/"), parts.query, "")) or url
    except ValueError:
        page = url
    return page if len(page.encode("utf-8")) <= _LONGEST_PAGE else content_id("page", page)


def known_captures(connection: Connection, ids: Iterable[CaptureId]) -> set[str]:
    """Return which of some captures are in the archive, but for those of which no article could be made.

    What stopped those need not be the page: a worker process may have been killed.
    """
    rows = select_in(
        connection, "select id from capture where failed is null and id in :values", list(ids)
    )
    return {row.id for row in rows}


def keep_captures(connection: Connection, captures: Sequence[Capture], *, fast: bool) -> list[int]:
    """Keep captures that are not known, in one go with a note that they wait for work; number them."""
    if not captures:
        return []
    numbers = _failed_before(connection, [capture.id for capture in captures])
    execute_each(
        connection, "update capture set failed = null where number in :values", [*numbers.values()]
    )
    last = connection.execute(text("select max(number) from capture")).scalar() or 0
    fresh = [capture for capture in captures if capture.id not in numbers]
    rows = [_row(last + 1 + at, capture) for at, capture in enumerate(fresh)]
    if rows:
        connection.execute(_INSERT, rows)
    numbers.update((row["id"], row["number"]) for row in rows)
    found = [numbers[capture.id] for capture in captures]
    connection.execute(
        text("insert into pending (capture, fast) values (:number, :fast)"),
        [{"number": number, "fast": int(fast)} for number in found],
    )
    return found


def _failed_before(connection: Connection, ids: Sequence[CaptureId]) -> dict[str, int]:
    """Return by id the numbers of captures of which no article could be made."""
    rows = select_in(
        connection, "select id, number from capture where failed is not null and id in :values", ids
    )
    return {row.id: row.number for row in rows}


def pending_captures(connection: Connection, most: int, after: int) -> list[tuple[int, bool]]:
    """Return the numbers of captures that are to be worked on, the oldest first, and whether fast."""
    rows = connection.execute(
        text(
            "select capture, fast from pending where capture > :after order by capture limit :most"
        ),
        {"most": most, "after": after},
    )
    return [(row[0], bool(row[1])) for row in rows]


def still_pending(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Return which of some captures nobody has worked on yet."""
    found: set[int] = set()
    for some in chunks(list(numbers)):
        rows = connection.execute(
            text("select capture from pending where capture in :some").bindparams(listed("some")),
            {"some": some},
        )
        found.update(row[0] for row in rows)
    return found


def mark_failed(connection: Connection, reasons: Mapping[int, str]) -> None:
    """Say of captures why no article could be made of them."""
    rows = [{"number": number, "reason": reason} for number, reason in reasons.items()]
    if rows:
        connection.execute(text("update capture set failed = :reason where number = :number"), rows)


def done_with(connection: Connection, numbers: Iterable[int]) -> None:
    """Take captures off the queue."""
    rows = [{"number": number} for number in numbers]
    if rows:
        connection.execute(text("delete from pending where capture = :number"), rows)


def captures_by_number(
    connection: Connection, numbers: Iterable[int], *, markup: bool = True
) -> dict[int, Capture]:
    """Return captures; without `markup` that of pages is left out, which most readers do not need."""
    columns = _COLUMNS if markup else _COLUMNS.replace("markup", "null as markup")
    found: dict[int, Capture] = {}
    for some in chunks(list(numbers)):
        rows = connection.execute(
            text(f"select {columns} from capture where number in :some").bindparams(listed("some")),
            {"some": some},
        )
        found.update((row.number, capture_of(row)) for row in rows)
    return found


def capture_of(row: Any) -> Capture:
    """Return the capture that a row of the table holds."""
    return Capture(
        id=row.id,
        location=row.location,
        text=stretch(row.content).decode("utf-8"),
        media_type=row.media_type,
        digest=row.digest,
        key=row.key,
        url=row.url,
        taken_at=row.taken_at,
        series=row.series,
        markup=None if row.markup is None else stretch(row.markup).decode("utf-8"),
        stated=unpack(row.stated, Stated),
    )


def _row(number: int, capture: Capture) -> dict[str, Any]:
    return {
        "number": number,
        "id": capture.id,
        "page": page_of(capture.url),
        "url": capture.url,
        "location": capture.location,
        "key": capture.key,
        "series": capture.series,
        "media_type": capture.media_type,
        "digest": capture.digest,
        "taken_at": capture.taken_at,
        "stated": pack(capture.stated, Stated),
        "content": squeeze(capture.text.encode("utf-8")),
        "markup": None if capture.markup is None else squeeze(capture.markup.encode("utf-8")),
    }
