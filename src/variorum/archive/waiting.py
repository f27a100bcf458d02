"""Stories that wait to be judged: those of several pages, judged once for what they hold."""

from collections import Counter
from collections.abc import Callable
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
_TOGETHER = 200
# The widest story of the summit pages, 331 of them, took 12 s.
_LIMIT = Limit(seconds=240, memory=4_000_000_000)


def judge_waiting(
    database: Database,
    engine: Engine,
    *,
    progress: Callable[[int, str], None] | None = None,
) -> None:
    """Judge the stories of several pages that are new or other than they were."""
    done = 0
    while True:
        with database.reading() as connection:
            numbers = unjudged(connection, _TOGETHER)
            pieces = [pieces_of(connection, number) for number in numbers]
        if not pieces:
            return
        pages = [each.pages for each in pieces]
        answers = list(engine.map(judge, pages, name=_name, limit=_LIMIT))
        with database.writing() as connection:
            for piece, answer in zip(pieces, answers, strict=True):
                _keep(connection, piece, answer)
            renew(connection)
        done += len(pieces)
        if progress is not None:
            progress(done, "stories compared")


def _keep(connection: "Connection", piece: Pieces, answer: Judgement | Failure) -> None:
    if isinstance(answer, Failure):
        # As it was grouped: a story that cannot be judged still has its pages and its accounts.
        answer = Judgement(piece.pages.story, failures=(answer,))
    kept = keep_judgement(
        connection, piece.number, piece.membership, answer, disputed_in(answer.story)
    )
    if kept:
        keep_fidelity(connection, piece.number, _taken(answer.story))


def _taken(story: Story) -> list[Taken]:
    """Return for each article how many renderings it shares with others, kept and altered."""
    counts: dict[str, Counter[str]] = {}
    for utterance in story.utterances:
        if len(utterance.renderings) < 2 and len(utterance.renderings[0].articles) < 2:
            continue
        for rendering in utterance.renderings:
            grades = {change.grade for change in rendering.changes}
            for article in rendering.articles:
                told = counts.setdefault(article, Counter())
                told["taken"] += 1
                told["kept"] += not grades - {"harmless"}
                told["altered"] += "alters meaning" in grades
    return [
        Taken(article, told["taken"], told["kept"], told["altered"])
        for article, told in sorted(counts.items())
    ]


def _name(pages: Pages) -> str:
    return f"story {pages.story.id} (with {pages.articles[0].capture.location})"
