"""People who are quoted: by which articles, how often."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from ..model import content_id
from ..model.holding import PersonSummary
from ..text import folded_words
from .rows import execute_each, select_in

# Pages on which somebody speaks before all of them are no longer counted afresh for each story that is
# judged: 40,000 took 0.2 to 0.9 s, 2,000 some 10 ms.
_OFTEN = 2000


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
    numbers = connection.execute(
        text("select number from article where story = :story"), {"story": story}
    )
    gone = _drop_sayings(connection, [row.number for row in numbers])
    if rows:
        connection.execute(
            text(
                "insert into saying (person, article, name, quotations, begins, day) select :person, "
                "number, :name, :quotations, :begins, day from article where id = :article"
            ),
            [
                {**row._asdict(), "quotations": len(row.begins), "begins": json.dumps(row.begins)}
                for row in rows
            ],
        )
    _count(connection, gone, [(row.person, len(row.begins)) for row in rows])


def forget_sayings(connection: Connection, numbers: Sequence[int]) -> None:
    """Let go of what articles say that no longer count."""
    _count(connection, _drop_sayings(connection, numbers), ())


def _drop_sayings(connection: Connection, numbers: Sequence[int]) -> list[tuple[str, int]]:
    """Drop what articles say; return who said how much, an entry an article."""
    rows = select_in(
        connection, "select person, quotations from saying where article in :values", numbers
    )
    gone = [(row.person, row.quotations) for row in rows]
    execute_each(connection, "delete from saying where article in :values", numbers)
    return gone


def _count(
    connection: Connection, gone: Sequence[tuple[str, int]], come: Sequence[tuple[str, int]]
) -> None:
    """Count afresh what persons say of whom something is gone or has come."""
    listed = sorted({person for person, _ in (*gone, *come)})
    often = select_in(
        connection,
        f"select person from person where pages > {_OFTEN} and person in :values",
        listed,
    )
    frequent = {row.person for row in often}
    for person in sorted(frequent):
        _count_on(connection, person, gone, come)
    rest = [person for person in listed if person not in frequent]
    execute_each(connection, "delete from person where person in :values", rest)
    execute_each(
        connection,
        "insert into person (person, name, quotations, pages, stories) "
        "select p.person, min(p.name), sum(p.quotations), count(*), count(distinct a.story) "
        "from saying p join article a on a.number = p.article where p.person in :values "
        "group by p.person",
        rest,
    )


def _count_on(
    connection: Connection,
    person: str,
    gone: Sequence[tuple[str, int]],
    come: Sequence[tuple[str, int]],
) -> None:
    """Count on from what was counted: where stories were joined meanwhile, by a few stories too many."""
    before = [quotations for each, quotations in gone if each == person]
    after = [quotations for each, quotations in come if each == person]
    connection.execute(
        text(
            "update person set quotations = quotations + :quotations, pages = pages + :pages, "
            "stories = stories + :stories where person = :person"
        ),
        {
            "person": person,
            "quotations": sum(after) - sum(before),
            "pages": len(after) - len(before),
            "stories": bool(after) - bool(before),
        },
    )


def people(connection: Connection, after: tuple[int, int, str] | None, most: int) -> list[Any]:
    """Return who is quoted in most stories, as they stood when one of their stories was last judged."""
    beyond = (
        "where stories <= :stories and (stories < :stories or quotations < :quotations "
        "or (quotations = :quotations and person > :person)) "
        if after
        else ""
    )
    given = dict(zip(("stories", "quotations", "person"), after, strict=True)) if after else {}
    return list(
        connection.execute(
            text(
                f"select * from person {beyond}"
                "order by stories desc, quotations desc, person limit :most"
            ),
            {"most": most, **given},
        )
    )


def person(connection: Connection, id: str) -> PersonSummary | None:
    """Return somebody who is quoted; `None` where nobody of that id is."""
    row = connection.execute(
        text("select * from person where person = :id"), {"id": id}
    ).one_or_none()
    return None if row is None else summary_of(row)


class Spoken(NamedTuple):
    """An article in which somebody speaks, where, and by what lists of them go on."""

    number: int
    begins: frozenset[int]
    marks: tuple[int, str, str]


def spoken(
    connection: Connection, id: str, after: tuple[int, str, str] | None, most: int
) -> list[Spoken]:
    """Return the articles in which a person speaks, the newest first."""
    beyond = (
        "and p.day <= :day and (p.day < :day or coalesce(a.published, '') < :moment "
        "or (coalesce(a.published, '') = :moment and a.id > :id)) "
        if after
        else ""
    )
    given = dict(zip(("day", "moment", "id"), after, strict=True)) if after else {}
    rows = connection.execute(
        text(
            "select a.number, p.day, coalesce(a.published, '') as moment, a.id, p.begins "
            "from saying p join article a on a.number = p.article where p.person = :person "
            f"{beyond}order by p.day desc, coalesce(a.published, '') desc, a.id limit :most"
        ),
        {"person": id, "most": most, **given},
    )
    return [
        Spoken(row.number, frozenset(json.loads(row.begins)), (row.day, row.moment, row.id))
        for row in rows
    ]


def summary_of(row: Any) -> PersonSummary:
    """Return what a list tells of somebody."""
    return PersonSummary(row.person, row.name, int(row.quotations), row.pages, row.stories)
