"""The archive: one object that reads captures and compares what they carry."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..engine import Engine, LocalEngine
from ..model import (
    Article,
    ArticleId,
    Capture,
    Comparison,
    Failure,
    Figure,
    Note,
    Quotation,
    StoryId,
    Trace,
)
from ..model.filters import ArticleFilter, ArticleOrder, StoryFilter
from ..model.holding import (
    Added,
    Check,
    CollectedPage,
    Correction,
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
    StorySummary,
)
from .readings import Found, Reading

if TYPE_CHECKING:
    from .keeping import Keeper
    from .reading_room import ReadingRoom

Progress = Callable[[int, str], None]
# Articles asked for by their ids at once; the most that is given in one list is 500.
_AT_ONCE = 200


def open_archive(
    url: str | Path | None = None, *, workers: int = 1, engine: Engine | None = None
) -> "Archive":
    """Return the archive in a file ("variorum.db"), in a database ("postgresql://…"), or in memory.

    One in memory is gone with the program; it is there to read and compare pages without keeping any.
    With more than one worker, processes of their own share the work on single articles where
    there is enough of it; a script that asks for them must be safe to import, as all of
    `multiprocessing` wants (`if __name__ == "__main__":`). `engine` takes the place of both.
    """
    return Archive(engine or LocalEngine(workers), url)


class Archive:
    """Reads and compares captures, keeps them, and tells what it holds; made by `open_archive`."""

    def __init__(self, engine: Engine, url: str | Path | None = None) -> None:
        self._engine = engine
        self._url = url
        if url is not None:
            # Now, so that an archive that cannot be opened says so at once.
            _ = self._keeper

    @cached_property
    def _keeper(self) -> "Keeper":
        # Loaded late: a database is nothing that reading and comparing need.
        from .keeping import Keeper

        return Keeper(self._url, self._engine)

    @cached_property
    def _room(self) -> "ReadingRoom":
        # Loaded late: recovering and comparing articles is nothing that a look into a database needs.
        from .reading_room import ReadingRoom

        return ReadingRoom(self._engine)

    def read(
        self,
        paths: Iterable[str],
        *,
        standard_input: IO[bytes] | None = None,
        fast: bool = False,
    ) -> Reading:
        """Return the articles of all captures that `paths` (files, folders, `-`) hold.

        `fast` reads each page by itself, and of HTML only its lines and its metadata.
        """
        return self._room.read(paths, standard_input, fast=fast)

    def quotations(self, articles: Iterable[Article]) -> Found[Quotation]:
        """Return the quotations of each article, in order."""
        return self._room.quotations(articles)

    def figures(self, articles: Iterable[Article]) -> Found[Figure]:
        """Return the figures that each article states, in order."""
        return self._room.figures(articles)

    def compare(
        self,
        paths: Iterable[str],
        *,
        standard_input: IO[bytes] | None = None,
        fast: bool = False,
    ) -> Comparison:
        """Return the stories, accounts, stemmata, quotations and figures of all captures."""
        return self.compare_reading(self.read(paths, standard_input=standard_input, fast=fast))

    def compare_reading(self, reading: Reading) -> Comparison:
        """Return the same for pages that were read before."""
        return self._room.compare(reading)

    def trace(
        self,
        text: str,
        paths: Iterable[str] | None = None,
        *,
        standard_input: IO[bytes] | None = None,
        fast: bool = False,
    ) -> Trace:
        """Return every article among `paths` that carries `text` or a part of it, oldest first.

        Without `paths` it is looked for on the pages that the archive holds.
        """
        if paths is None:
            return self._keeper.trace(text)
        return self._room.trace(text, self._room.read(paths, standard_input, fast=fast))

    def trace_reading(self, text: str, reading: Reading) -> Trace:
        """Return the same for pages that were read before."""
        return self._room.trace(text, reading)

    def pasted(self, path: str, *, standard_input: IO[bytes] | None = None) -> str:
        """Return the text of one file, or of standard input, to be traced; of markup its article's.

        Plain text is taken as it stands: what was pasted is what is looked for.
        """
        return self._room.pasted(path, standard_input)

    def add(
        self,
        paths: Iterable[str],
        *,
        standard_input: IO[bytes] | None = None,
        fast: bool = False,
        progress: Progress | None = None,
    ) -> Added:
        """Keep all captures that `paths` hold, and work out what is new in accounts and stories.

        What is known is passed over; what an interrupted run has left is worked on first. `progress`
        is told how many captures are done.
        """
        with self._room.rendering():
            captures = self._room.captures(paths, standard_input)
            return self._keeper.add(captures, fast=fast, progress=progress)

    def add_captures(
        self,
        captures: Iterable[Capture | Failure | Note],
        *,
        fast: bool = False,
        progress: Progress | None = None,
    ) -> Added:
        """Keep captures that were read elsewhere, from feeds for instance, in the same way."""
        # They may be read only as they are asked for, and then be rendered here.
        with self._room.rendering():
            return self._keeper.add(captures, fast=fast, progress=progress)

    def judge(self, most: int | None = None, *, progress: Progress | None = None) -> int:
        """Compare the pages of stories that nobody has opened yet, the widest first; return how many.

        Adding leaves stemmata, quotations and ledgers to whoever first opens a story, for they cost
        far more than the rest does; done here ahead, every story opens at once, the list of stories
        says what is disputed, and the list of people who is quoted.
        """
        return self._keeper.judge(most, progress)

    def load(self) -> None:
        """Load what comparing pages takes, half a second of it, so that no reader waits for it."""
        self._room.load()

    def judge_ahead(self) -> bool:
        """Judge, in a process beside this one, a story that readers are likely to open next.

        Those are the widest of the latest day and of all. Returns whether one was left to be judged.
        """
        return self._keeper.shelves.judge_ahead()

    def stories(
        self,
        *,
        day: str | None = None,
        outlet: str | None = None,
        agency: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[StorySummary]:
        """Return stories, those with most independent houses first, then most accounts, then pages.

        `day` ("2031-05-02") asks for those with pages of that day; `after` is the `next` of the page before.
        """
        asked = StoryFilter(
            outlets=_named(outlet), agencies=_named(agency), date_from=day, date_to=day
        )
        return self.list_stories(asked, after=after, limit=limit)

    def list_stories(
        self, asked: StoryFilter, *, after: str | None = None, limit: int = 50
    ) -> Page[StorySummary]:
        """Return the stories that meet all that is asked, in the same order."""
        return self._keeper.shelves.stories(asked, after, limit)

    def story(self, id: str, *, wait: bool = True) -> Comparison:
        """Return one story as the comparison of its pages; NotFoundError where there is none.

        Any id that the story ever had will do. Whoever opens it first has its pages compared, for
        all. A big one takes a while: without `wait` it comes at once as it was grouped, with a note
        that says so, and is compared in the background; `summary` tells when it is `judged`.
        """
        return self._keeper.shelves.story(id, wait=wait)

    def summary(self, id: str) -> StorySummary:
        """Return what a list tells of one story; NotFoundError where there is none."""
        return self._keeper.shelves.summary(id)

    def account(self, id: str, *, wait: bool = True) -> HeldAccount:
        """Return one account with its story, as `story` gives it; any id that it ever had will do."""
        return self._keeper.shelves.account(id, wait=wait)

    def article(self, id: str) -> Holding:
        """Return one article with its capture, markup included, its place, and its quotations."""
        return self._keeper.shelves.article(id)

    def captures_of(self, url: str) -> tuple[PageState, ...]:
        """Return the states of one page, the oldest first, each with what it changed."""
        return self._keeper.shelves.captures_of(url)

    def search(
        self,
        words: str,
        *,
        outlet: str | None = None,
        agency: str | None = None,
        date_from: str | None = None,
        date_to: str | None = None,
        own_text_only: bool = False,
        after: str | None = None,
        limit: int = 20,
    ) -> Page[Hit]:
        """Return the articles that hold all words and "quoted phrases" but no -refused ones, best first."""
        asked = ArticleFilter(
            words=words,
            outlets=_named(outlet),
            agencies=_named(agency),
            date_from=date_from,
            date_to=date_to,
            copies="own" if own_text_only else "all",
        )
        return self.list_articles(asked, after=after, limit=limit)

    def list_articles(
        self,
        asked: ArticleFilter,
        *,
        order: ArticleOrder | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[Hit]:
        """Return the articles that meet all that is asked: best first with words, else newest first."""
        return self._keeper.shelves.articles(asked, order, after, limit)

    def newest(self, ids: Iterable[ArticleId]) -> tuple[Hit, ...]:
        """Return those of some articles that are the newest states of their pages."""
        wanted = sorted(set(ids))
        pieces = [tuple(wanted[at : at + _AT_ONCE]) for at in range(0, len(wanted), _AT_ONCE)]
        return tuple(
            hit
            for piece in pieces
            for hit in self.list_articles(ArticleFilter(ids=piece), limit=_AT_ONCE).rows
        )

    def collect(
        self, asked: ArticleFilter | None = None, *, one_per_account: bool = False
    ) -> Iterator[CollectedPage]:
        """Yield all articles that meet what is asked, the oldest first, however many there are.

        All are as the archive is when the first is asked for. With `one_per_account` only one page of
        those that carry one text comes: the one that is nearest to it, and of those the earliest.
        """
        return self._keeper.collect(asked or ArticleFilter(), one_per_account=one_per_account)

    def outlets(self) -> tuple[OutletSummary, ...]:
        """Return all outlets, the one with most pages first."""
        return self._keeper.shelves.outlets()

    def outlet(self, name: str) -> OutletHolding:
        """Return one outlet: its share of own text, its agencies, its quotations, its latest pages."""
        return self._keeper.shelves.outlet(name)

    def people(self, *, after: str | None = None, limit: int = 50) -> Page[PersonSummary]:
        """Return who is quoted, those in most stories first."""
        return self._keeper.shelves.people(after, limit)

    def person(self, id: str, *, after: str | None = None, limit: int = 100) -> PersonHolding:
        """Return somebody who is quoted, with the quotations of `limit` pages, the newest first."""
        return self._keeper.shelves.person(id, after, limit)

    def days(self, *, limit: int = 366) -> tuple[Day, ...]:
        """Return the days on which pages were published, the latest first."""
        return self._keeper.shelves.days(limit)

    def revision(self) -> int:
        """Return a number that grows with every change: what was read at one stays true at the same."""
        return self._keeper.revision()

    def sealing_key(self) -> bytes:
        """Return the key with which a desk seals what it gives out, the same after a restart."""
        return self._keeper.sealing_key()

    def correct(self, correction: Correction) -> tuple[StoryId, ...]:
        """Put stories right by hand, for good; return the stories that come of it."""
        return self._keeper.correct(correction)

    def corrections(self) -> tuple[Correction, ...]:
        """Return what was put right by hand, in the order in which it was."""
        return self._keeper.corrections()

    def check(self) -> Check:
        """Verify every digest and every reference of the archive."""
        return self._keeper.check()

    def close(self) -> None:
        """Let go of the database."""
        if "_keeper" in self.__dict__:
            self._keeper.close()


def _named(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)
