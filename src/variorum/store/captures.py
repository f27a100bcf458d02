"""Captures in the archive: kept as they came, each once, and queued to be worked on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import Connection, text

from ..model import Capture, CaptureId, Stated, content_id
from .packing import pack, squeeze, stretch, unpack
from .rows import chunks, listed

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
    """Return which of some captures are in the archive."""
    found: set[str] = set()
    for some in chunks(list(ids)):
        rows = connection.execute(
            text("select id from capture where id in :ids").bindparams(listed("ids")),
            {"ids": some},
        )
        found.update(row[0] for row in rows)
    return found


def keep_captures(connection: Connection, captures: Sequence[Capture], *, fast: bool) -> list[int]:
    """Keep captures that are new, in one go with the note that they are to be worked on; number them."""
    if not captures:
        return []
    last = connection.execute(text("select max(number) from capture")).scalar() or 0
    rows = [_row(last + 1 + at, capture) for at, capture in enumerate(captures)]
    connection.execute(_INSERT, rows)
    connection.execute(
        text("insert into pending (capture, fast) values (:number, :fast)"),
        [{"number": row["number"], "fast": int(fast)} for row in rows],
    )
    return [row["number"] for row in rows]


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
