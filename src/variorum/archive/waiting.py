"""Stories that wait to be judged: those of several pages, judged once for what they hold."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ..engine import Engine, Limit
from ..model import Failure, Story
from ..store import Database
from ..store.fidelity import Taken, keep_fidelity
from ..store.revision import renew
from ..store.stories import Judgement, keep_judgement, unjudged
from .judging import Pages, disputed_in, judge
from .shelves import Pieces, pieces_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

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
    """Judge the stories of several pages that are new or other than they were; return how many."""
    done = 0
    while True:
        with database.reading() as connection:
            left = _TOGETHER if most is None else min(_TOGETHER, most - done)
            numbers = unjudged(connection, left) if left > 0 else []
            pieces = [pieces_of(connection, number) for number in numbers]
        if not pieces:
            return done
        pages = [each.pages for each in pieces]
        # By number: a forked worker has the pages already.
        found = engine.map(
            partial(_judge_at, pages),
            range(len(pages)),
            name=lambda at: _name(pages[at]),  # noqa: B023 - asked within this round
            limit=_LIMIT,
        )
        answers = list(found)
        with database.writing() as connection:
            for piece, answer in zip(pieces, answers, strict=True):
                keep_judged(connection, piece, answer)
            renew(connection)
        done += len(pieces)
        if progress is not None:
            progress(done, "stories compared")


def keep_judged(connection: "Connection", piece: Pieces, answer: Judgement | Failure) -> None:
    """Keep what was judged of a story, unless the story has changed meanwhile."""
    if isinstance(answer, Failure):
        # As it was grouped: a story that cannot be judged still has its pages and its accounts.
        answer = Judgement(piece.pages.story, failures=(answer,))
    kept = keep_judgement(
        connection, piece.number, piece.membership, answer, disputed_in(answer.story)
    )
    if kept:
        keep_fidelity(connection, piece.number, _taken(answer.story))


def _taken(story: Story) -> list[Taken]:
    """Return for each article how many quotations it took over, kept and altered in meaning."""
    counts: dict[str, Counter[str]] = {}
    for fidelity in story.fidelity:
        for quotation in fidelity.quotations:
            told = counts.setdefault(quotation.article, Counter())
            told["taken"] += 1
            told["kept"] += quotation.kept
            told["altered"] += any(each.grade == "alters meaning" for each in quotation.changes)
    return [
        Taken(article, told["taken"], told["kept"], told["altered"])
        for article, told in sorted(counts.items())
    ]


def _judge_at(pages: Sequence[Pages], at: int) -> Judgement:
    return judge(pages[at])


def _name(pages: Pages) -> str:
    return f"story {pages.story.id} (with {pages.articles[0].capture.location})"
