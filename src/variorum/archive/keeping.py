"""Keeping: the side of an archive that has a database."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..engine import Engine
from ..model import Capture, Failure, Note, StoryId, Trace
from ..model.filters import ArticleFilter
from ..model.holding import Added, Check, CollectedPage, Correction
from ..store import Database
from ..store.articles import articles_by_number
from ..store.checking import check
from ..store.corrections import corrections, keep_correction
from ..store.revision import renew, revision
from .readings import Reading
from .sealing import SealingKey
from .shelves.collecting import collect_pages
from .shelves.shelves import Shelves


class Keeper:
    """Adds to a database, corrects it, checks it; `shelves` reads it.

    What adding, judging, tracing and correcting take is loaded by whoever does that first: those who
    only read lists need nothing of it.
    """

    def __init__(self, url: str | Path | None, engine: Engine) -> None:
        self._database = Database(url)
        self._engine = engine
        self._sealing = SealingKey(self._database)
        self.shelves = Shelves(self._database, url)

    def add(
        self,
        captures: Iterable[Capture | Failure | Note],
        *,
        fast: bool,
        progress: Callable[[int, str], None] | None,
    ) -> Added:
        """Keep captures and all that follows from them."""
        from .adding.adding import add_captures

        return add_captures(self._database, self._engine, captures, fast=fast, progress=progress)

    def judge(self, most: int | None, progress: Callable[[int, str], None] | None) -> int:
        """Judge stories that wait for it, the widest first; return how many."""
        from .judging.waiting import judge_waiting

        return judge_waiting(self._database, self._engine, most=most, progress=progress)

    def trace(self, text: str) -> Trace:
        """Return every article that carries a text or a part of it."""
        from .shelves.tracking import likely_carriers
        from .tracing import trace_text

        with self._database.reading() as connection:
            numbers, searched = likely_carriers(connection, text, sqlite=self._database.is_sqlite)
            articles = articles_by_number(connection, numbers)
        traced = trace_text(text, Reading(tuple(articles[number] for number in sorted(articles))))
        return replace(traced, searched=searched)

    def correct(self, correction: Correction) -> tuple[StoryId, ...]:
        """Keep a correction, and have the stories follow it."""
        from ..store.units import clusters_of
        from .adding.accounting import HeldArticles
        from .adding.correcting import rulings
        from .adding.parting import part
        from .adding.telling import settle_stories

        with self._database.writing() as connection:
            keep_correction(connection, correction)
            if correction.kind == "part":
                parted = part(connection, self._engine, correction)
                renew(connection)
                return tuple(parted)
            made = [each for each in rulings(connection) if each.correction == correction]
            named = sorted({unit for each in made for unit in (*each.units, each.target) if unit})
            held = HeldArticles(connection, {})
            clusters = clusters_of(connection, named)
            changed = settle_stories(connection, self._engine, held, clusters, [])
            renew(connection)
        return tuple(changed)

    def corrections(self) -> tuple[Correction, ...]:
        """Return all corrections."""
        with self._database.reading() as connection:
            return tuple(corrections(connection))

    def revision(self) -> int:
        """Return how many changes there were."""
        with self._database.reading() as connection:
            return revision(connection)

    def collect(self, asked: ArticleFilter, *, one_per_account: bool) -> Iterator[CollectedPage]:
        """Yield the pages that meet what is asked."""
        return collect_pages(self._database, asked, one_per_account=one_per_account)

    def sealing_key(self) -> bytes:
        """Return the key by which what was given out is known again."""
        return self._sealing.value()

    def check(self) -> Check:
        """Verify digests and references."""
        return check(self._database)

    def close(self) -> None:
        """Let go of the database."""
        self.shelves.close()
        self._database.close()
