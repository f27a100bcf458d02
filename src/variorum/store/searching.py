"""Searching: articles that hold the words sought, or all of them, filtered as people ask."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

from ..model.filters import ArticleFilter, ArticleOrder
from .filtering import Conditions, article_conditions
from .fulltext import Query, matching, ranked
from .rows import chunks, listed

# Of one day, the one that gives a later time comes first; one that gives none, last.
_MOMENT = "coalesce(a.published, '')"
_COLUMNS = (
    "a.number, a.id, s.id as story, a.headline, a.outlet, a.published, a.language, a.kind, "
    f"a.account, a.relation, a.own, a.supplier as agency, a.day, a.story as home, {_MOMENT} as moment"
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
    if query is not None and order == "best":
        found, tables, columns = _best(query, found, sqlite=sqlite)
    else:
        tables, columns = _tables(query, found, sqlite=sqlite)
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


def _best(query: Query, asked: Conditions, *, sqlite: bool) -> tuple[Conditions, str, str]:
    """Return the conditions that are left, the tables and the columns, to list what is ranked."""
    table, given = ranked(query, str(asked), sqlite)
    left = Conditions(given={**asked.given, **given})
    return left, f"{table} w join article a on a.number = w.number", f"{_COLUMNS}, w.score"


def _tables(query: Query | None, found: Conditions, *, sqlite: bool) -> tuple[str, str]:
    """Return the tables to select from, and the columns."""
    if query is None:
        return "article a", f"{_COLUMNS}, cast(0 as double precision) as score"
    table, _, given = matching(query, sqlite)
    found.given.update(given)
    return f"{table} w join article a on a.number = w.number", f"{_COLUMNS}, w.score"


# Who stands for an account before whom: what is nearest to the text that they all carry.
_NEAREST = ("original", "verbatim", "edited", "excerpt", "rewrite", "contaminated", "translation")


def nearest_pages(
    connection: Connection,
    query: Query | None,
    asked: ArticleFilter,
    stories: Sequence[int],
    *,
    sqlite: bool,
) -> dict[int, tuple[int, int]]:
    """Return for each page of some stories which page stands for its account, and of how many.

    Pages that do not meet what is asked stand for none. Of equally near ones it is the earliest.
    """
    found = article_conditions(connection, asked)
    tables, _ = _tables(query, found, sqlite=sqlite)
    found.add("a.account is not null")
    accounts: dict[tuple[int, str], list[tuple[Any, ...]]] = {}
    for some in chunks(sorted(set(stories))):
        rows = connection.execute(
            text(
                f"select a.number, a.id, a.story, a.account, a.relation, a.day, {_MOMENT} as moment "
                f"from {tables} where {found} and a.story in :stories"
            ).bindparams(listed("stories")),
            {**found.given, "stories": list(some)},
        )
        for row in rows:
            near = _NEAREST.index(row.relation) if row.relation in _NEAREST else len(_NEAREST)
            rank = (near, row.day == 0, row.day, row.moment, row.id, row.number)
            accounts.setdefault((row.story, row.account), []).append(rank)
    return {rank[-1]: (min(ranks)[-1], len(ranks)) for ranks in accounts.values() for rank in ranks}


def count_searched(connection: Connection) -> int:
    """Return how many articles are searched."""
    return (
        connection.execute(
            text("select count(*) from article where is_current = 1 and kind <> 'none'")
        ).scalar()
        or 0
    )
