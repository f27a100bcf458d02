"""Opening stories: judged when first opened, once however many readers ask, and kept for all."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Connection

from ...model import Article, Comparison
from ...store import Database
from ...store.articles import keep_quotations
from ...store.stories import story_parts
from ...store.unjudged import is_judged
from .jotting import Jotter
from .judging import Quotations, as_comparison, judge, not_yet, seek_quotations
from .pieces import Pieces, keep_judged, pieces_of
from .queueing import Queue

# Comparisons that are kept ready: those of the stories on a front page.
_READY = 64
# Wide stories kept as they were grouped while they are judged: their readers ask again and again.
_GROUPED = 32
# Stories of more pages, or of longer ones, are judged aside where the reader need not wait. Of 24,000
# pages a story took 4 ms for 1,000 letters: one of 4 to 6 pages 25 to 45 ms, of long ones 180; of 25 up
# to 190 ms; one of 237 pages of the summit took 12 s.
USUAL = 6
_USUAL_LETTERS = 12_000
# What a reader who need not wait does wait for a story that is judged aside: most are done by then.
_A_MOMENT = 0.1

Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """A story as it was when it was asked for: its comparison if that is ready, else its pieces."""

    key: Key
    ready: Comparison | None = None
    pieces: Pieces | None = None


class ReadingDesk:
    """Opens the stories of one archive for any number of readers."""

    def __init__(self, database: Database, aside: Queue | None = None) -> None:
        self._database = database
        self._jotter = Jotter(database)
        self._aside = aside
        self._ready: OrderedDict[Key, Comparison] = OrderedDict()
        self._lock = Lock()
        self._grouped: OrderedDict[Key, Comparison] = OrderedDict()
        self._judging: dict[Key, Lock] = {}

    def take(self, connection: Connection, number: int, *, wait: bool = True) -> Taken:
        """Take a story out of the archive."""
        _, membership, judgement, _ = parts = story_parts(connection, number)
        key = (number, membership)
        with self._lock:
            ready = self._ready.get(key)
            if ready is not None:
                self._ready.move_to_end(key)
                return Taken(key, ready)
            grouped = self._grouped.get(key) if judgement is None and not wait else None
        if grouped is not None and self._aside is not None:
            # Asked for again: what kept it from being judged may have gone.
            self._aside.judged(number, 0.0)
            return Taken(key, grouped)
        return Taken(key, pieces=pieces_of(connection, number, parts))

    def compare(self, taken: Taken, *, wait: bool = True) -> Comparison:
        """Return the comparison of a story's pages; of a big one not judged yet only if one is to wait."""
        pieces = taken.pieces
        if taken.ready is not None or pieces is None:
            assert taken.ready is not None
            return taken.ready
        if pieces.judged is not None:
            return self._put(taken.key, as_comparison(pieces.pages, pieces.judged))
        if wait or self._aside is None or _is_usual(pieces):
            return self._judge(taken.key, pieces)
        judged = self._aside.judged(taken.key[0], _A_MOMENT)
        return (judged and self._judged_aside(taken.key)) or self._as_grouped(taken.key, pieces)

    def _as_grouped(self, key: Key, pieces: Pieces) -> Comparison:
        made = not_yet(pieces.pages)
        with self._lock:
            self._grouped[key] = made
            while len(self._grouped) > _GROUPED:
                self._grouped.popitem(last=False)
        return made

    def _judged_aside(self, key: Key) -> Comparison | None:
        """Return the comparison of a story that was judged aside, unless it has changed meanwhile."""
        with self._database.reading() as connection:
            if not is_judged(connection, *key):
                return None
            taken = self.take(connection, key[0])
        return self.compare(taken)

    def quotations(self, articles: Sequence[Article], known: Quotations) -> Quotations:
        """Return the quotations of articles, looked for and kept where nobody had done so."""
        found, _ = seek_quotations(articles, known)
        fresh = [(each, found[each.id]) for each in articles if each.id in found.keys() - known]
        if fresh:
            self._jotter.keep(lambda connection: keep_quotations(connection, fresh))
        return found

    def close(self) -> None:
        """Keep what is left to be kept."""
        self._jotter.write()

    def _judge(self, key: Key, pieces: Pieces) -> Comparison:
        with self._lock:
            alone = self._judging.setdefault(key, Lock())
        with alone:
            with self._lock:
                ready = self._ready.get(key)
            if ready is not None:
                return ready
            judged = judge(pieces.pages)
            made = self._put(key, as_comparison(pieces.pages, judged))
        with self._lock:
            self._judging.pop(key, None)
        self._jotter.keep(lambda connection: keep_judged(connection, pieces, judged))
        return made

    def _put(self, key: Key, made: Comparison) -> Comparison:
        with self._lock:
            self._ready[key] = made
            self._ready.move_to_end(key)
            while len(self._ready) > _READY:
                self._ready.popitem(last=False)
        return made


def _is_usual(pieces: Pieces) -> bool:
    """Tell whether a story is judged in a moment."""
    articles = pieces.pages.articles
    letters = sum(len(each.text) for each in articles)
    return len(articles) <= USUAL and letters <= _USUAL_LETTERS
