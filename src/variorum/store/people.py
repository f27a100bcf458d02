"""People who are quoted: by which articles, how often."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

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


def keep_sayings(connection: Connection, said: Mapping[int, Sequence[str]]) -> None:
    """Keep who is quoted how often in articles, by number: a name a quotation."""
    rows: list[dict[str, Any]] = []
    for number, names in said.items():
        by_id = {person_id(name): name for name in sorted(names, reverse=True)}
        counts = Counter(person_id(name) for name in names)
        rows += [
            {"person": id, "article": number, "name": by_id[id], "quotations": count}
            for id, count in counts.items()
        ]
    if rows:
        connection.execute(
            text(
                "insert into saying (person, article, name, quotations) "
                "values (:person, :article, :name, :quotations) on conflict do nothing"
            ),
            rows,
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


def person(connection: Connection, id: str) -> tuple[PersonSummary, list[int]] | None:
    """Return somebody who is quoted, and the articles, the newest first; `None` for a stranger."""
    row = connection.execute(
        text(f"{_SUMMARY} where p.person = :id group by p.person"), {"id": id}
    ).one_or_none()
    if row is None:
        return None
    articles = connection.execute(
        text(
            "select a.number from saying p join article a on a.number = p.article "
            "where p.person = :id order by a.day desc, a.published desc, a.id"
        ),
        {"id": id},
    )
    return summary_of(row), [each[0] for each in articles]


def summary_of(row: Any) -> PersonSummary:
    """Return what a list tells of somebody."""
    return PersonSummary(row.id, row.name, int(row.quotations), row.pages, row.stories)
