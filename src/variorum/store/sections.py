"""Sections: articles filed under the places of their datelines and the topics they are given."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from sqlalchemy import Connection, text

from .rows import execute_each, select_in

Section: TypeAlias = Literal["place", "topic"]


class Filed(NamedTuple):
    """A section in which an article stands: by its folded name, and as the article prints it."""

    section: Section
    name: str
    shown: str


def keep_sections(
    connection: Connection, articles: Mapping[int, Sequence[Filed]], days: Mapping[int, int]
) -> None:
    """File articles that count now, by number, each on its day."""
    rows = [
        {**each._asdict(), "article": number, "day": days[number]}
        for number, filed in sorted(articles.items())
        for each in filed
    ]
    if rows:
        connection.execute(_FILE, rows)
        connection.execute(_COUNT_UP, rows)
    execute_each(connection, "delete from unfiled where article in :values", sorted(articles))


_FILE = text(
    "insert into section (section, name, day, article) values (:section, :name, :day, :article)"
)
# Of several ways of printing a name the one that sorts first is shown, whoever came first.
_COUNT_UP = text(
    "insert into section_name (section, name, shown, pages) values (:section, :name, :shown, 1) "
    "on conflict (section, name) do update set pages = section_name.pages + 1, shown = case when "
    "excluded.shown < section_name.shown then excluded.shown else section_name.shown end"
)


def forget_sections(connection: Connection, numbers: Sequence[int]) -> None:
    """Take out articles that no longer count."""
    gone = select_in(
        connection, "select section, name from section where article in :values", numbers
    )
    rows = [{"section": row.section, "name": row.name} for row in gone]
    if rows:
        connection.execute(_COUNT_DOWN, rows)
        connection.execute(text("delete from section_name where pages <= 0"))
    execute_each(connection, "delete from section where article in :values", numbers)
    execute_each(connection, "delete from unfiled where article in :values", numbers)


_COUNT_DOWN = text(
    "update section_name set pages = pages - 1 where section = :section and name = :name"
)


def unfiled(connection: Connection, most: int) -> list[int]:
    """Return articles that an older version kept, and that are still to be filed."""
    rows = connection.execute(
        text("select article from unfiled order by article desc limit :most"), {"most": most}
    )
    return [row[0] for row in rows]


def section_names(connection: Connection, section: Section, most: int) -> list[tuple[str, int]]:
    """Return the names of sections with how many pages each has, those with most first."""
    rows = connection.execute(
        text(
            "select shown, pages from section_name where section = :section "
            "order by pages desc, name limit :most"
        ),
        {"section": section, "most": most},
    )
    return [(row.shown, row.pages) for row in rows]


def section_size(connection: Connection, section: Section, name: str) -> int:
    """Return how many pages a section has."""
    found = connection.execute(
        text("select pages from section_name where section = :section and name = :name"),
        {"section": section, "name": name},
    )
    return found.scalar() or 0


def section_pages(
    connection: Connection,
    section: Section,
    name: str,
    after: Sequence[Any] | None,
    most: int,
) -> list[Any]:
    """Return the pages of a section, the newest first."""
    beyond = "and (f.day < :day or (f.day = :day and f.article < :number)) " if after else ""
    given = dict(zip(("day", "number"), after, strict=True)) if after else {}
    return list(
        connection.execute(
            text(
                "select a.id, s.id as story, a.headline, a.outlet, a.published, a.number, f.day "
                "from section f join article a on a.number = f.article "
                "left join story s on s.number = a.story "
                f"where f.section = :section and f.name = :name {beyond}"
                "order by f.day desc, f.article desc limit :most"
            ),
            {"section": section, "name": name, "most": most, **given},
        )
    )
