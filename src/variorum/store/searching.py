"""Searching: articles that hold the words sought, or all of them, filtered as people ask."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

from ..model.filters import ArticleFilter, ArticleOrder
from .filtering import article_conditions
from .fulltext import Query, matching

# Of one day, the one that gives a later time comes first; one that gives none, last.
_MOMENT = "coalesce(a.published, '')"
_COLUMNS = (
    "a.number, a.id, s.id as story, a.headline, a.outlet, a.published, a.language, a.kind, "
    f"a.account, a.relation, a.own, a.supplier as agency, a.day, {_MOMENT} as moment"
)
_ORDERS = {
    "best": "w.score, a.id",
    "newest": f"a.day desc, {_MOMENT} desc, a.id",
    "oldest": f"a.day, {_MOMENT}, a.id",
}
# `a.day <= :day` by itself is what an index of days can be entered by.
_BEYOND = {
    "best": "(w.score > :score or (w.score = :score and a.id > :id))",
    "newest": (
        f"a.day <= :day and (a.day < :day or {_MOMENT} < :moment "
        f"or ({_MOMENT} = :moment and a.id > :id))"
    ),
    "oldest": (
        f"a.day >= :day and (a.day > :day or {_MOMENT} > :moment "
        f"or ({_MOMENT} = :moment and a.id > :id))"
    ),
}
# What a cursor of each order holds.
MARKS = {
    "best": ("score", "id"),
    "newest": ("day", "moment", "id"),
    "oldest": ("day", "moment", "id"),
}


def search(
    connection: Connection,
    query: Query | None,
    asked: ArticleFilter,
    order: ArticleOrder,
    *,
    sqlite: bool,
    after: Sequence[Any] | None,
    most: int,
) -> list[Any]:
    """Return the rows of articles that meet what is asked; without a query there is no best one."""
    found = article_conditions(connection, asked)
    tables, columns = "article a", f"{_COLUMNS}, cast(0 as double precision) as score"
    if query is not None:
        table, _, given = matching(query, sqlite)
        tables = f"{table} w join article a on a.number = w.number"
        columns = f"{_COLUMNS}, w.score"
        found.given.update(given)
    if after is not None:
        found.add(_BEYOND[order], **dict(zip(MARKS[order], after, strict=True)))
    return list(
        connection.execute(
            text(
                f"select {columns} from {tables} left join story s on s.number = a.story "
                f"where {found} order by {_ORDERS[order]} limit :most"
            ),
            {**found.given, "most": most},
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
