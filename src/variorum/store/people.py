"""People who are quoted: by which articles, how often."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from ..model import content_id
from ..model.holding import PersonSummary
from ..text import folded_words
from .rows import execute_each

_SUMMARY = (
    "select p.person as id, min(p.name) as name, sum(p.quotations) as quotations, "
    "count(*) as pages, count(distinct a.story) as stories "
    "from saying p join article a on a.number = p.article "
)


def person_id(name: str) -> str:
    """Return the id of the person of a name, however it is printed."""
    return content_id("person", " ".join(folded_words(name)))


class Saying(NamedTuple):
    """Somebody who speaks in an article, and where the quotations begin there."""

    person: str
    name: str
    article: str
    begins: tuple[int, ...]


def keep_sayings(connection: Connection, story: int, rows: Sequence[Saying]) -> None:
    """Put who speaks in the articles of a story in place of what was known before."""
    connection.execute(
        text("delete from saying where article in (select number from article where story = :s)"),
        {"s": story},
    )
    if rows:
        connection.execute(
            text(
                "insert into saying (person, article, name, quotations, begins) select :person, "
                "number, :name, :quotations, :begins from article where id = :article"
            ),
            [
                {**row._asdict(), "quotations": len(row.begins), "begins": json.dumps(row.begins)}
                for row in rows
            ],
        )


def forget_sayings(connection: Connection, numbers: Sequence[int]) -> None:
    """Let go of what articles say that no longer count."""
    execute_each(connection, "delete from saying where article in :values", numbers)


def people(connection: Connection, after: tuple[int, int, str] | None, most: int) -> list[Any]:
    """Return who is quoted in most stories."""
    beyond = (
        "having count(distinct a.story) < :stories or (count(distinct a.story) = :stories and "
        "(sum(p.quotations) < :quotations or (sum(p.quotations) = :quotations "
        "and p.person > :person))) "
        if after
        else ""
    )
    given = dict(zip(("stories", "quotations", "person"), after or (0, 0, ""), strict=True))
    return list(
        connection.execute(
            text(
                f"{_SUMMARY} group by p.person {beyond}"
                "order by stories desc, quotations desc, p.person limit :most"
            ),
            {"most": most, **(given if after else {})},
        )
    )


def person(
    connection: Connection, id: str
) -> tuple[PersonSummary, dict[int, frozenset[int]]] | None:
    """Return somebody who is quoted, and the articles, the newest first, each with where; or `None`."""
    row = connection.execute(
        text(f"{_SUMMARY} where p.person = :id group by p.person"), {"id": id}
    ).one_or_none()
    if row is None:
        return None
    articles = connection.execute(
        text(
            "select a.number, p.begins from saying p join article a on a.number = p.article "
            "where p.person = :id order by a.day desc, a.published desc, a.id"
        ),
        {"id": id},
    )
    return summary_of(row), {n: frozenset(json.loads(begins)) for n, begins in articles}


def summary_of(row: Any) -> PersonSummary:
    """Return what a list tells of somebody."""
    return PersonSummary(row.id, row.name, int(row.quotations), row.pages, row.stories)
