"""Stories taken out of the archive with their pages, and what was judged of them put back."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from ...model import Article, Failure, Story
from ...store import stories as held
from ...store.articles import articles_by_number, figures_of, keep_quotations, quotations_of
from ...store.fidelity import Taken, keep_fidelity
from ...store.packing import unpack
from ...store.people import keep_sayings
from ...store.stories import Judgement, keep_judgement
from .judging import Judged, Pages, disputed_in, sayings_of


@dataclass(frozen=True, slots=True)
class Pieces:
    """A story as it stands in the archive: its number and membership, its pages, its judgement if any."""

    number: int
    membership: str
    pages: Pages
    judged: Judged | None


def pieces_of(connection: Connection, number: int, parts: Any = None) -> Pieces:
    """Return a story as it stands in the archive."""
    story, membership, packed, numbers = parts or held.story_parts(connection, number)
    articles = articles_by_number(connection, numbers)
    quoted, stated = quotations_of(connection, articles), figures_of(connection, articles)
    ordered = sorted(numbers, key=lambda n: (_moment(articles[n]), articles[n].id))
    pages = Pages(
        story,
        tuple(articles[n] for n in ordered),
        tuple(each for n in ordered for each in stated[n]),
        {articles[n].id: found for n, found in quoted.items()},
    )
    judged = Judged(unpack(packed, Judgement), pages.quotations) if packed else None
    return Pieces(number, membership, pages, judged)


def _moment(article: Article) -> str:
    return article.published.value if article.published else "9999"


def keep_judged(connection: Connection, piece: Pieces, answer: Judged | Failure) -> None:
    """Keep what was judged of a story, unless the story has changed meanwhile."""
    if isinstance(answer, Failure):
        # As it was grouped: a story that cannot be judged still has its pages and its accounts.
        answer = Judged(Judgement(piece.pages.story, failures=(answer,)))
    judgement, known = answer.judgement, piece.pages.quotations
    kept = keep_judgement(
        connection, piece.number, piece.membership, judgement, disputed_in(judgement.story)
    )
    if kept:
        articles = [each for each in piece.pages.articles if each.id not in known]
        found = answer.quotations
        keep_quotations(
            connection, [(each, found[each.id]) for each in articles if each.id in found]
        )
        keep_fidelity(connection, piece.number, _taken(judgement.story))
        keep_sayings(connection, piece.number, sayings_of(answer))


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
