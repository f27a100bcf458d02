"""Corrections by hand: kept for good, each with who made it and when."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, text

from ..model import ArticleId
from ..model.holding import Correction
from .rows import select_in


def keep_correction(connection: Connection, correction: Correction) -> None:
    """Keep one more correction."""
    last = connection.execute(text("select max(number) from correction")).scalar() or 0
    connection.execute(
        text(
            "insert into correction (number, kind, articles, target, who, made_at, note) "
            "values (:number, :kind, :articles, :target, :who, :when, :note)"
        ),
        {
            "number": last + 1,
            "kind": correction.kind,
            "articles": json.dumps(list(correction.articles)),
            "target": correction.target,
            "who": correction.who,
            "when": correction.when,
            "note": correction.note,
        },
    )


def corrections(connection: Connection) -> list[Correction]:
    """Return all corrections in the order in which they were made."""
    rows = connection.execute(text("select * from correction order by made_at, number"))
    return [
        Correction(
            kind=row.kind,
            articles=tuple(ArticleId(each) for each in json.loads(row.articles)),
            target=row.target,
            who=row.who,
            when=row.made_at,
            note=row.note,
        )
        for row in rows
    ]


def parted_pages(connection: Connection) -> frozenset[int]:
    """Return the numbers of all states of the pages that somebody parted from all others."""
    rows = connection.execute(text("select articles from correction where kind = 'part'"))
    named = sorted({each for row in rows for each in json.loads(row.articles)})
    return frozenset(states_of_pages(connection, named)) if named else frozenset()


def states_of_pages(connection: Connection, articles: Iterable[str]) -> list[int]:
    """Return the numbers of some articles and of all other states of their pages."""
    rows = select_in(
        connection,
        "select a.number as one, o.number as other from article a "
        "join capture k on k.number = a.number left join capture o on o.page = k.page "
        "where a.id in :values",
        sorted(set(articles)),
    )
    return sorted({each for row in rows for each in (row.one, row.other) if each is not None})


def units_of_pages(connection: Connection, articles: Iterable[str]) -> dict[str, int]:
    """Return for each of some articles the unit of the page that it is a state of."""
    wanted = sorted(set(articles))
    found: dict[str, int] = {}
    rows = select_in(
        connection,
        "select a.id, coalesce(a.unit, c.unit) as unit from article a "
        "join capture k on k.number = a.number "
        "left join capture o on o.page = k.page "
        "left join article c on c.number = o.number and c.is_current = 1 "
        "where a.id in :values",
        wanted,
    )
    for row in rows:
        if row.unit is not None:
            found[row.id] = row.unit
    return found
