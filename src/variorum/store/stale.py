"""Stale articles: those of which an older version kept what tells stories apart."""

from collections.abc import Mapping

from sqlalchemy import Connection, text

from .rows import execute_each


def stale_articles(connection: Connection, most: int) -> dict[int, bool]:
    """Return some of them in order of date, each with whether it is the newest state of its page."""
    rows = connection.execute(
        text(
            "select s.article, a.is_current from stale s join article a on a.number = s.article "
            "order by a.day, s.article limit :most"
        ),
        {"most": most},
    )
    return {row.article: bool(row.is_current) for row in rows}


def keep_profiles(connection: Connection, profiles: Mapping[int, bytes]) -> None:
    """Keep by what articles are told apart, packed, in place of what was kept of them before."""
    if profiles:
        connection.execute(
            text("update article set profile = :profile where number = :number"),
            [{"number": number, "profile": profile} for number, profile in profiles.items()],
        )
    execute_each(connection, "delete from stale where article in :values", sorted(profiles))
