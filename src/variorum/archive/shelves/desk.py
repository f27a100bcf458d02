"""What only the desk asks an archive: a day's copying between outlets, the sections of its latest pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from ...model import ArticleId
from ...model.holding import Page
from ...store import Database
from ...store.articles import articles_by_number
from ...store.days import ordinal
from ...store.lists import cursor_of, read_cursor
from ...store.rows import select_in
from ...store.sections import Section as Section
from ...store.sections import section_names, section_pages, section_size
from ..adding.sectioning import fold
from ..archive import Archive

# Names of sections, and pages of one, that are given out where nobody says how many.
_NAMES, _LATEST = 500, 500
# What one page of copies shows; a day of 100,000 pages has no more pairs of outlets that matter.
_FLOWS = 400


@dataclass(frozen=True, slots=True)
class Flow:
    """Pages of a day that `taker` prints from `giver`: an agency, or an outlet whose own text it is."""

    giver: str
    taker: str
    pages: int
    is_agency: bool


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A page of a section."""

    article: ArticleId
    story: str | None
    headline: str | None
    outlet: str | None
    published: str | None
    number: int


def copying_of(archive: Archive, day: str) -> tuple[Flow, ...]:
    """Return who printed whose text on a day, most pages first."""
    given = {"day": ordinal(day), "most": _FLOWS}
    with _database(archive).reading() as connection:
        flows = [
            Flow(row.giver, row.taker, row.pages, bool(row.agency))
            for statement in (_FROM_AGENCIES, _FROM_OUTLETS)
            for row in connection.execute(text(statement), given)
        ]
    return tuple(sorted(flows, key=lambda each: (-each.pages, each.giver, each.taker)))


_FROM_AGENCIES = (
    "select supplier as giver, outlet as taker, count(*) as pages, 1 as agency from article "
    "where day = :day and is_current = 1 and supplier is not null and outlet is not null "
    "and supplier <> outlet group by supplier, outlet order by 3 desc, 1, 2 limit :most"
)
_FROM_OUTLETS = (
    "select o.outlet as giver, c.outlet as taker, count(*) as pages, 0 as agency from article c "
    "join article o on o.story = c.story and o.account = c.account and o.relation = 'original' "
    "where c.day = :day and c.is_current = 1 and c.supplier is null and o.outlet is not null "
    "and c.outlet is not null and c.outlet <> o.outlet and c.relation <> 'original' "
    "group by o.outlet, c.outlet order by 3 desc, 1, 2 limit :most"
)


@dataclass(frozen=True, slots=True)
class Lede:
    """How the earliest page of a story opens, and where that stands."""

    article: ArticleId
    outlet: str | None
    text: str
    begin: int
    end: int


def ledes_of(archive: Archive, stories: Sequence[str]) -> dict[str, Lede]:
    """Return the opening paragraph of the earliest page of each story that has one."""
    with _database(archive).reading() as connection:
        rows = select_in(connection, _MEMBERS, stories)
        first: dict[str, tuple[str, int]] = {}
        for row in rows:
            found = (row.published or "9999", row.number)
            first[row.story] = min(first.get(row.story, found), found)
        articles = articles_by_number(connection, [number for _, number in first.values()])
    ledes = {}
    for story, (_, number) in first.items():
        article = articles[number]
        if article.paragraphs:
            opening = article.paragraphs[0]
            outlet = article.outlet or article.host
            ledes[story] = Lede(article.id, outlet, opening.text, opening.begin, opening.end)
    return ledes


_MEMBERS = (
    "select s.id as story, a.number, a.published from story s join article a on a.story = s.number "
    "where s.id in :values"
)


class Sections:
    """The places and topics under which articles are filed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def names(self, section: Section, most: int = _NAMES) -> tuple[tuple[str, int], ...]:
        """Return the places, or the topics, with how many pages each has, those with most first."""
        with _database(self._archive).reading() as connection:
            return tuple(section_names(connection, section, most))

    def pages(self, section: Section, name: str) -> tuple[SectionPage, ...]:
        """Return the latest pages of a place or a topic, the newest first."""
        return self.list_pages(section, name, limit=_LATEST).rows

    def list_pages(
        self, section: Section, name: str, *, after: str | None = None, limit: int
    ) -> Page[SectionPage]:
        """Return the pages of a place or a topic, the newest first, a part at a time."""
        folded = fold(name)
        cursor = read_cursor(after, 2) if after else None
        with _database(self._archive).reading() as connection:
            total = section_size(connection, section, folded)
            rows = section_pages(connection, section, folded, cursor, limit + 1)
        last = rows[limit - 1] if len(rows) > limit else None
        return Page(
            tuple(_page(row) for row in rows[:limit]),
            cursor_of((last.day, last.number)) if last else None,
            total,
        )


def _page(row: Any) -> SectionPage:
    return SectionPage(
        ArticleId(row.id), row.story, row.headline, row.outlet, row.published, row.number
    )


def _database(archive: Archive) -> Database:
    return archive._keeper.shelves._database
