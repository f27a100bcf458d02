"""Shelves: what the archive holds, given out one story, article, page, person or list at a time."""

from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from ...errors import NotFoundError, OptionError
from ...model import Article, ArticleId, CaptureId, Comparison, StoryId
from ...model.filters import ArticleFilter, ArticleOrder, StoryFilter
from ...model.holding import (
    Day,
    HeldAccount,
    Hit,
    Holding,
    OutletHolding,
    OutletSummary,
    Page,
    PageState,
    PersonHolding,
    PersonSummary,
    Said,
    StateChange,
    StorySummary,
)
from ...store import Database, lists, people
from ...store import stories as held
from ...store.articles import articles_by_number, quotations_of
from ...store.filtering import wanted_words
from ...store.fulltext import Query
from ...store.places import account_article, fidelity_of, latest_pages, place_of, states_of_page
from ...store.rows import chunks
from ...store.searching import MARKS, search
from ...store.unjudged import unjudged_in_front
from ..judging.aside import Aside
from ..judging.queueing import Queue
from .finding import best_piece, find_words

if TYPE_CHECKING:
    from ..judging.opening import ReadingDesk

_MOST_ROWS = 500
# Articles that are read at once for a list: one may have four million characters.
_AT_ONCE = 25
# Stories that are judged before anybody opens them: two screens of the front page, four of all stories.
_AHEAD_OF_DAY, _AHEAD_OF_ALL = 60, 120


class Shelves:
    """Reads one archive."""

    def __init__(self, database: Database, url: str | Path | None = None) -> None:
        self._database = database
        # An archive in memory is seen by no other process.
        self._aside = Aside(str(url)) if url is not None else None
        self._queue = Queue(self._aside.judge) if self._aside else None
        self._opened: ReadingDesk | None = None
        self._opening = Lock()

    @property
    def _desk(self) -> "ReadingDesk":
        # Loaded late, for comparing pages is nothing that lists need; once, however many readers there are.
        from ..judging.opening import ReadingDesk

        with self._opening:
            if self._opened is None:
                self._opened = ReadingDesk(self._database, self._queue)
            return self._opened

    def stories(self, asked: StoryFilter, after: str | None, limit: int) -> Page[StorySummary]:
        """Return stories, those of most independent houses first."""
        cursor = lists.read_cursor(after, 5) if after else None
        most = _bounded(limit)
        sqlite = self._database.is_sqlite
        with self._database.reading() as connection:
            rows = lists.stories(connection, asked, sqlite=sqlite, after=cursor, most=most + 1)
            # With words, counting takes as long as finding does.
            is_counted = asked.words is None
            total = lists.count_stories(connection, asked, sqlite=sqlite) if is_counted else None
        last = rows[most - 1] if len(rows) > most else None
        marks = last and (last.houses, last.accounts, last.pages, last.last_day, last.id)
        return Page(
            tuple(held.summary_of(row) for row in rows[:most]),
            lists.cursor_of(marks) if marks else None,
            total,
        )

    def story(self, id: str, *, wait: bool = True) -> Comparison:
        """Return a story as the comparison of just its pages; old ids lead to what it has grown into."""
        with self._database.reading() as connection:
            number = held.story_number(connection, id)
            if number is None:
                raise NotFoundError(self._database.location, "story", id)
            taken = self._desk.take(connection, number, wait=wait)
        return self._desk.compare(taken, wait=wait)

    def summary(self, id: str) -> StorySummary:
        """Return what a list tells of one story."""
        with self._database.reading() as connection:
            number = held.story_number(connection, id)
            if number is None:
                raise NotFoundError(self._database.location, "story", id)
            return held.summary_of(lists.story(connection, number))

    def account(self, id: str, *, wait: bool = True) -> HeldAccount:
        """Return an account with its story; old ids lead to what it has grown into."""
        with self._database.reading() as connection:
            found = account_article(connection, id)
            if found is None:
                raise NotFoundError(self._database.location, "account", id)
            story, article = found
            taken = self._desk.take(connection, story, wait=wait)
        comparison = self._desk.compare(taken, wait=wait)
        account = next(
            (each for each in comparison.stories[0].accounts if article in each.articles),
            None,
        )
        if account is None:
            raise NotFoundError(self._database.location, "account", id)
        return HeldAccount(account, comparison.stories[0], comparison)

    def article(self, id: str) -> Holding:
        """Return one article, with its capture, its place, and what was found in it."""
        with self._database.reading() as connection:
            place = place_of(connection, id)
            if place is None:
                raise NotFoundError(self._database.location, "article", id)
            article = articles_by_number(connection, [place.number], markup=True)[place.number]
            held_here = quotations_of(connection, {place.number: article})
            story = held.story_parts(connection, place.story)[0] if place.story else None
        witness = next(
            (w for a in (story.accounts if story else ()) for w in a.witnesses if w.article == id),
            None,
        )
        quotations = self._desk.quotations(
            [article], {ArticleId(id): found for found in held_here.values()}
        )
        return Holding(
            article=article,
            story=story.id if story else None,
            account=place.account,  # type: ignore[arg-type]
            witness=witness,
            quotations=quotations.get(article.id, ()),
            is_current=place.is_current,
            current=ArticleId(place.current) if place.current else None,
        )

    def captures_of(self, url: str) -> tuple[PageState, ...]:
        """Return the states of one page, the oldest first, each with what changed since the one before."""
        with self._database.reading() as connection:
            rows = states_of_page(connection, url)
            articles = articles_by_number(connection, [row.number for row in rows])
        states: list[PageState] = []
        before: Article | None = None
        for row in rows:
            article = articles[row.number]
            states.append(
                PageState(
                    article,
                    CaptureId(article.capture.id),
                    bool(row.is_current),
                    changes_between(before, article) if before else (),
                )
            )
            if article.kind != "none":
                before = article
        return tuple(states)

    def articles(
        self, asked: ArticleFilter, order: ArticleOrder | None, after: str | None, limit: int
    ) -> Page[Hit]:
        """Return articles, the newest first, or, where words are sought, the best."""
        query = wanted_words(asked.words)
        if asked.words is not None and query is None:
            return Page(())
        if order == "best" and query is None:
            raise OptionError("order", "is best only where words are sought")
        order = order or ("best" if query else "newest")
        cursor = lists.read_cursor(after, len(MARKS[order])) if after else None
        most = _bounded(limit)
        sqlite = self._database.is_sqlite
        with self._database.reading() as connection:
            rows = search(
                connection, query, asked, order, sqlite=sqlite, after=cursor, most=most + 1
            )
            hits: list[Hit] = []
            for some in chunks(rows[:most], _AT_ONCE):
                articles = articles_by_number(connection, [row.number for row in some])
                hits += [_found(row, articles[row.number], query or Query(())) for row in some]
        last = rows[most - 1] if len(rows) > most else None
        marks = last and [getattr(last, name) for name in MARKS[order]]
        return Page(tuple(hits), lists.cursor_of(marks) if marks else None)

    def outlets(self) -> tuple[OutletSummary, ...]:
        """Return all outlets, the one with most pages first."""
        with self._database.reading() as connection:
            return tuple(lists.outlets(connection))

    def outlet(self, name: str) -> OutletHolding:
        """Return one outlet with what it did to quotations and its latest pages."""
        with self._database.reading() as connection:
            found = lists.outlets(connection, name)
            if not found:
                raise NotFoundError(self._database.location, "outlet", name)
            taken, kept, altered = fidelity_of(connection, name)
            rows = latest_pages(connection, name)
            pages = tuple(_hit(row) for row in rows)
        return OutletHolding(found[0], taken, kept, altered, pages)

    def people(self, after: str | None, limit: int) -> Page[PersonSummary]:
        """Return who is quoted, those in most stories first."""
        most = _bounded(limit)
        cursor = lists.read_cursor(after, 3) if after else None
        with self._database.reading() as connection:
            rows = people.people(connection, cursor, most + 1)
        last = rows[most - 1] if len(rows) > most else None
        return Page(
            tuple(people.summary_of(row) for row in rows[:most]),
            lists.cursor_of((last.stories, int(last.quotations), last.person)) if last else None,
        )

    def person(self, id: str, after: str | None, limit: int) -> PersonHolding:
        """Return somebody who is quoted, with the quotations of so many pages, the newest first."""
        most = _bounded(limit)
        cursor = lists.read_cursor(after, 3) if after else None
        with self._database.reading() as connection:
            summary = people.person(connection, id)
            if summary is None:
                raise NotFoundError(self._database.location, "person", id)
            pages = people.spoken(connection, id, cursor, most + 1)
            begins = {each.number: each.begins for each in pages[:most]}
            articles = articles_by_number(connection, begins)
            quoted = quotations_of(connection, articles)
            homes = held.story_ids(connection, list(begins))
        said = [
            Said(
                quotation,
                articles[number].id,
                StoryId(homes[number]) if number in homes else None,
                articles[number].outlet or articles[number].host,
                moment.value if (moment := articles[number].published) else None,
            )
            for number in begins
            for quotation in quoted.get(number, ())
            if quotation.begin in begins[number]
        ]
        goes_on = lists.cursor_of(pages[most - 1].marks) if len(pages) > most else None
        return PersonHolding(summary, tuple(said), goes_on)

    def close(self) -> None:
        """Keep what reading has found out, as far as nobody else is writing."""
        if self._queue is not None:
            self._queue.close()
        if self._aside is not None:
            self._aside.close()
        if self._opened is not None:
            self._opened.close()

    def judge_ahead(self) -> bool:
        """Judge one of the stories that are likely to be opened next; return whether any was left."""
        if self._queue is None:
            return False
        with self._database.reading() as connection:
            numbers = unjudged_in_front(connection, _AHEAD_OF_DAY, _AHEAD_OF_ALL)
        return self._queue.judge_one_of(numbers)

    def days(self, limit: int) -> tuple[Day, ...]:
        """Return the days on which pages were published, the latest first."""
        with self._database.reading() as connection:
            return tuple(lists.days(connection, limit))


def changes_between(before: Article, after: Article) -> tuple[StateChange, ...]:
    """Return what a state of a page changes of the state before: headline and paragraphs."""
    found = []
    if before.headline != after.headline:
        found.append(
            StateChange("changed", before.headline or "", after.headline or "", "headline")
        )
    old = [paragraph.text for paragraph in before.paragraphs]
    new = [paragraph.text for paragraph in after.paragraphs]
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for at in range(max(b - a, d - c)):
            left = old[a + at] if a + at < b else ""
            right = new[c + at] if c + at < d else ""
            what = "changed" if left and right else "dropped" if left else "added"
            found.append(StateChange(what, left, right))  # type: ignore[arg-type]
    return tuple(found)


def _found(row: Any, article: Article, query: Query) -> Hit:
    """Return an article of a list with the piece of its text in which most of the words stand."""
    piece, begin, end, marks = best_piece(article, query)
    titled = find_words(row.headline or "", query)
    return replace(
        _hit(row),
        snippet=piece,
        begin=begin,
        end=end,
        marks=tuple(marks),
        headline_marks=tuple(titled),
        score=round(0.0 - row.score, 6),
        language=row.language,
        kind=row.kind,
        account=row.account,
        relation=row.relation,
        own=row.own,
        agency=row.agency,
    )


def _hit(row: Any) -> Hit:
    return Hit(
        article=ArticleId(row.id),
        story=StoryId(row.story) if row.story else None,
        headline=row.headline,
        outlet=row.outlet,
        published=row.published,
        snippet="",
        begin=0,
        end=0,
    )


def _bounded(limit: int) -> int:
    if limit < 1:
        raise OptionError("limit", "must be 1 or more")
    return min(limit, _MOST_ROWS)
