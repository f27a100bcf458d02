"""Lists: stories, outlets and days as the archive has them, a page at a time."""

import base64
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

from ..errors import OptionError
from ..model.filters import StoryFilter
from ..model.holding import Day, OutletSummary
from .filtering import story_conditions
from .stories import SUMMARY, iso_day


def cursor_of(values: Sequence[Any]) -> str:
    """Return where a list goes on, as words that an address can carry."""
    told = json.dumps(list(values), separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(told).decode().rstrip("=")


def read_cursor(cursor: str, count: int) -> tuple[Any, ...]:
    """Return what `cursor_of` was given; raise OptionError for anything else."""
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError as error:
        raise OptionError("after", "is no cursor of this list") from error
    if not isinstance(values, list) or len(values) != count or not all(map(_sorts, values)):
        raise OptionError("after", "is no cursor of this list")
    return tuple(values)


def _sorts(value: object) -> bool:
    """Tell whether a value is one that lists are sorted by: text, nothing, or a number a database holds."""
    if isinstance(value, int):
        return not isinstance(value, bool) and abs(value) < 2**63
    return value is None or isinstance(value, (str, float))


def stories(
    connection: Connection,
    asked: StoryFilter,
    *,
    sqlite: bool,
    after: tuple[Any, ...] | None,
    most: int,
) -> list[Any]:
    """Return stories, those with most independent houses first, then most accounts, then most pages."""
    found = story_conditions(connection, asked, sqlite=sqlite)
    where, given = [str(found)], {**found.given, "most": most}
    if after is not None:
        where.append(_BEYOND)
        given.update(zip(("houses", "accounts", "pages", "last", "id"), after, strict=True))
    return list(
        connection.execute(
            text(
                f"select {SUMMARY} from story s where {' and '.join(where)} order by s.houses desc, "
                "s.accounts desc, s.pages desc, s.last_day desc, s.id limit :most"
            ),
            given,
        )
    )


def story(connection: Connection, number: int) -> Any:
    """Return what a list tells of one story."""
    return connection.execute(
        text(f"select {SUMMARY} from story s where s.number = :number"), {"number": number}
    ).one()


_BEYOND = (
    "(s.houses < :houses or (s.houses = :houses and (s.accounts < :accounts or "
    "(s.accounts = :accounts and (s.pages < :pages or (s.pages = :pages and "
    "(s.last_day < :last or (s.last_day = :last and s.id > :id))))))))"
)


def count_stories(connection: Connection, asked: StoryFilter, *, sqlite: bool) -> int:
    """Return how many stories there are in all, or that meet what is asked."""
    found = story_conditions(connection, asked, sqlite=sqlite)
    counted = text(f"select count(*) from story s where {found}")
    return connection.execute(counted, found.given).scalar() or 0


def days(connection: Connection, most: int) -> list[Day]:
    """Return the days on which pages were published, the latest first."""
    rows = connection.execute(
        text(
            "select day, sum(pages) as pages, count(*) as stories from story_day "
            "group by day order by day desc limit :most"
        ),
        {"most": most},
    )
    return [Day(iso_day(row.day) or "", int(row.pages), row.stories) for row in rows]


def outlets(connection: Connection, name: str | None = None) -> list[OutletSummary]:
    """Return the outlets of the archive, the one with most pages first; or the one of a name."""
    only = " and outlet = :name" if name is not None else ""
    given = {"name": name} if name is not None else {}
    agencies: dict[str, list[tuple[str, int]]] = {}
    for row in connection.execute(
        text(
            "select outlet, supplier, count(*) as pages from article where is_current = 1 "
            f"and supplier is not null and outlet is not null{only} group by outlet, supplier "
            "order by 3 desc, supplier"
        ),
        given,
    ):
        agencies.setdefault(row.outlet, []).append((row.supplier, row.pages))
    rows = connection.execute(
        text(
            "select outlet, count(*) as pages, count(distinct story) as stories, avg(own) as own "
            "from article where is_current = 1 and kind = 'article' and outlet is not null"
            f"{only} group by outlet order by 2 desc, outlet"
        ),
        given,
    )
    return [
        OutletSummary(
            row.outlet,
            row.pages,
            row.stories,
            round(float(row.own or 0.0), 4),
            tuple(agencies.get(row.outlet, ())),
        )
        for row in rows
    ]
