"""Places: where one article stands: its page's states, its story, its account, its outlet."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from .captures import page_of

# Pages shown of an outlet.
_LATEST = 50


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands; `current` is the id of the newest state of its page."""

    number: int
    story: int | None
    account: str | None
    is_current: bool
    current: str | None


def place_of(connection: Connection, id: str) -> Place | None:
    """Return where the article of an id stands; `None` where there is none."""
    row = connection.execute(
        text("select number, story, account, is_current from article where id = :id"), {"id": id}
    ).one_or_none()
    if row is None:
        return None
    current: str | None = id
    if not row.is_current:
        current = connection.execute(
            text(
                "select a.id from capture k join capture o on o.page = k.page "
                "join article a on a.number = o.number and a.is_current = 1 "
                "where k.number = :number"
            ),
            {"number": row.number},
        ).scalar()
    return Place(row.number, row.story, row.account, bool(row.is_current), current)


def account_article(connection: Connection, id: str) -> tuple[int, str] | None:
    """Return the story and an article of the account that has, or ever had, an id."""
    row = connection.execute(
        text(
            "select a.story, a.id from account_name n join article a on a.number = n.article "
            "where n.id = :id"
        ),
        {"id": id},
    ).one_or_none()
    if row is None:
        return None
    if row.story is None:
        # That page has a newer state now.
        place = place_of(connection, row.id)
        newest = place_of(connection, place.current) if place and place.current else None
        return (newest.story, place.current) if place and newest and newest.story else None  # type: ignore[return-value]
    return row.story, row.id


def states_of_page(connection: Connection, url: str) -> list[Any]:
    """Return the articles of all captures of a page, the oldest state first."""
    return list(
        connection.execute(
            text(
                "select a.number, a.is_current from capture k join article a on a.number = k.number "
                "where k.page = :page order by a.rank"
            ),
            {"page": page_of(url)},
        )
    )


def latest_pages(connection: Connection, outlet: str) -> list[Any]:
    """Return the latest pages of an outlet."""
    return list(
        connection.execute(
            text(
                "select a.id, s.id as story, a.headline, a.outlet, a.published from article a "
                "left join story s on s.number = a.story where a.outlet = :outlet "
                "and a.is_current = 1 and a.kind = 'article' "
                "order by a.day desc, a.published desc, a.id limit :most"
            ),
            {"outlet": outlet, "most": _LATEST},
        )
    )


def fidelity_of(connection: Connection, outlet: str) -> tuple[int, int, int]:
    """Return how many quotations an outlet took over, kept as they were, and altered in meaning."""
    row = connection.execute(
        text(
            "select sum(f.taken) as taken, sum(f.kept) as kept, sum(f.altered) as altered "
            "from fidelity f join article a on a.number = f.article where a.outlet = :outlet "
            "and a.is_current = 1"
        ),
        {"outlet": outlet},
    ).one()
    return int(row.taken or 0), int(row.kept or 0), int(row.altered or 0)
