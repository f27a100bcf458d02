"""Searching: articles that hold the words sought, filtered as people ask."""

from typing import Any

from sqlalchemy import Connection, text

from .fulltext import Query, matching
from .lists import ordinal

# Own text: no copy of what others have, or at least half of it its own.
_OWN = "(a.own >= 0.5 or a.relation = 'original')"


def search(
    connection: Connection,
    query: Query,
    *,
    sqlite: bool,
    outlet: str | None,
    agency: str | None,
    date_from: str | None,
    date_to: str | None,
    own_text_only: bool,
    after: tuple[float, str] | None,
    most: int,
) -> list[Any]:
    """Return the rows of articles that hold what is sought, best first."""
    table, _, given = matching(query, sqlite)
    where = ["a.is_current = 1"]
    given["most"] = most
    for name, value, condition in (
        ("outlet", outlet, "a.outlet = :outlet"),
        ("agency", agency, "a.supplier = :agency"),
        ("from", date_from and ordinal(date_from), "a.day >= :from"),
        ("to", date_to and ordinal(date_to), "a.day <= :to and a.day > 0"),
    ):
        if value is not None:
            where.append(condition)
            given[name] = value
    if own_text_only:
        where.append(_OWN)
    if after is not None:
        where.append("(w.score > :score or (w.score = :score and a.id > :id))")
        given.update(score=after[0], id=after[1])
    return list(
        connection.execute(
            text(
                "select a.number, a.id, s.id as story, a.headline, a.outlet, a.published, w.score "
                f"from {table} w join article a on a.number = w.number "
                f"left join story s on s.number = a.story where {' and '.join(where)} "
                "order by w.score, a.id limit :most"
            ),
            given,
        )
    )


def count_searched(connection: Connection) -> int:
    """Return how many articles are searched."""
    return (
        connection.execute(
            text("select count(*) from article where is_current = 1 and kind <> 'none'")
        ).scalar()
        or 0
    )
