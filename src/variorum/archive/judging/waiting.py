"""Stories that wait to be judged: once for what they hold, the widest first."""

from collections.abc import Callable, Sequence
from functools import partial

from ...engine import Engine, Limit
from ...store import Database
from ...store.revision import renew
from ...store.stories import unjudged
from .judging import Judged, Pages, judge
from .pieces import Pieces, keep_judged, pieces_of

# Stories judged together: what a crash may cost.
_TOGETHER = 50
# The widest story of the summit pages, 331 of them, took 12 s.
_LIMIT = Limit(seconds=240, memory=4_000_000_000)


def judge_waiting(
    database: Database,
    engine: Engine,
    *,
    most: int | None = None,
    progress: Callable[[int, str], None] | None = None,
) -> int:
    """Judge the stories that are new or other than they were; return how many."""
    done = 0
    while True:
        with database.reading() as connection:
            left = _TOGETHER if most is None else min(_TOGETHER, most - done)
            numbers = unjudged(connection, left) if left > 0 else []
            pieces = [pieces_of(connection, number) for number in numbers]
        if not pieces:
            return done
        judge_pieces(database, engine, pieces)
        done += len(pieces)
        if progress is not None:
            progress(done, "stories compared")


def judge_pieces(database: Database, engine: Engine, pieces: Sequence[Pieces]) -> None:
    """Judge some stories, and keep what comes of it."""
    pages = [each.pages for each in pieces]
    # By number: a forked worker has the pages already.
    found = engine.map(
        partial(_judge_at, pages),
        range(len(pages)),
        name=lambda at: _name(pages[at]),
        limit=_LIMIT,
    )
    answers = list(found)
    with database.writing() as connection:
        for piece, answer in zip(pieces, answers, strict=True):
            keep_judged(connection, piece, answer)
        renew(connection)


def _judge_at(pages: Sequence[Pages], at: int) -> Judged:
    return judge(pages[at])


def _name(pages: Pages) -> str:
    return f"story {pages.story.id} (with {pages.articles[0].capture.location})"
