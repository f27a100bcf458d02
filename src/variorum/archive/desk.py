"""What only the desk asks an archive: a day's copying between outlets, the sections of its latest pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Literal, TypeAlias

from sqlalchemy import text

from ..model import Article, ArticleId
from ..store import Database
from ..store.articles import articles_by_number
from ..store.days import ordinal
from ..store.rows import select_in
from ..store.stories import story_ids
from .archive import Archive

Section: TypeAlias = Literal["place", "topic"]

# Places and topics stand in the packed records of articles, in no table: reading one takes a third of a
# millisecond, so that the first look at the sections takes about this many of them, and no more.
_LATEST = 2000
# A word, with the end that an apostrophe sets off: "CUTLER'S" is one, "O'HARE" two.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{1,2}\b)?")
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
    """The places and topics of the latest pages; each page is read once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._pages: dict[int, tuple[SectionPage, tuple[str, ...], tuple[str, ...]]] = {}
        self._lock = Lock()

    def names(self, section: Section) -> tuple[tuple[str, int], ...]:
        """Return the places, or the topics, of the latest pages, those with most pages first."""
        counted: Counter[str] = Counter()
        shown: dict[str, str] = {}
        for _, names in self._latest(section):
            for name in names:
                counted[name.casefold()] += 1
                shown.setdefault(name.casefold(), name)
        return tuple(
            (shown[key], pages)
            for key, pages in sorted(counted.items(), key=lambda each: (-each[1], each[0]))
        )

    def pages(self, section: Section, name: str) -> tuple[SectionPage, ...]:
        """Return the latest pages of a place or a topic, the newest first."""
        wanted = name.casefold()
        found = [
            page
            for page, names in self._latest(section)
            if any(each.casefold() == wanted for each in names)
        ]
        return tuple(found)

    def _latest(self, section: Section) -> list[tuple[SectionPage, tuple[str, ...]]]:
        with self._lock:
            order = self._read()
            kept = [self._pages[number] for number in order]
        return [(page, places if section == "place" else topics) for page, places, topics in kept]

    def _read(self) -> list[int]:
        """Read the latest pages that were not read before; return all of them, the newest first."""
        with _database(self._archive).reading() as connection:
            rows = connection.execute(
                text(
                    "select number from article where is_current = 1 and kind = 'article' "
                    "order by day desc, number desc limit :most"
                ),
                {"most": _LATEST},
            )
            order = [row[0] for row in rows]
            fresh = [number for number in order if number not in self._pages]
            articles = articles_by_number(connection, fresh)
            homes = story_ids(connection, fresh)
        kept = set(order)
        self._pages = {number: page for number, page in self._pages.items() if number in kept}
        for number in fresh:
            article = articles[number]
            page = _page(article, homes.get(number), number)
            self._pages[number] = (page, _places(article), _topics(article))
        return order


def _page(article: Article, story: str | None, number: int) -> SectionPage:
    published = article.published.value if article.published else None
    outlet = article.outlet or article.host
    return SectionPage(article.id, story, article.headline, outlet, published, number)


def _places(article: Article) -> tuple[str, ...]:
    return places_in(article.dateline.place or "") if article.dateline else ()


def places_in(dateline: str) -> tuple[str, ...]:
    """Return the places that a dateline names; set in capitals or not, they are the same.

    >>> places_in("PORT ANSEL/CUTLER'S HILL, Vessland")
    ('Port Ansel', "Cutler's Hill, Vessland")
    """
    named = (
        ", ".join(_lowered(part.strip()) for part in place.split(",") if part.strip())
        for place in dateline.split("/")
    )
    return tuple(dict.fromkeys(filter(None, named)))


def _lowered(part: str) -> str:
    # Initials ("UK", "D.C.") stay as they are.
    if not part.isupper() or len(part.strip(".")) <= 3:
        return part
    return _WORD.sub(lambda word: word[0].capitalize(), part)


def _topics(article: Article) -> tuple[str, ...]:
    named = {each.casefold(): each for each in (*article.sections, *article.tags) if each.strip()}
    return tuple(named.values())


def _database(archive: Archive) -> Database:
    return archive._keeper.shelves._database
