"""Corrections by hand: which concern a story, told to programs and, in a sentence, to people."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from ..archive import Archive
from ..errors import NotFoundError
from ..export.wording import count
from ..model import ArticleId, Story
from ..model.holding import Correction

# Older states of pages whose newest one is remembered. Looking one up takes some milliseconds, and a
# correction names one wherever its page has changed since.
_REMEMBERED = 4_096
# Of a story that was put right again and again, its page shows the latest of it.
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ByHand:
    """What somebody has put right, as the predicate of a sentence, and why."""

    who: str
    did: str
    day: str
    note: str


def corrections_of(archive: Archive, story: Story) -> tuple[Correction, ...]:
    """Return the corrections that name a page of a story, in the order of their making."""
    made = archive.corrections()
    if not made:
        return ()
    here = _standing(archive, {each for one in made for each in one.named}, story)
    return tuple(each for each in made if not here.isdisjoint(each.named))


def view_corrections(made: Sequence[Correction]) -> tuple[ByHand, ...]:
    """Return what a page shows of corrections: the latest few, the last one first."""
    return tuple(
        ByHand(each.who, _did(each), each.when, each.note) for each in made[: -_SHOWN - 1 : -1]
    )


def correction_record(correction: Correction) -> dict[str, Any]:
    """Return a correction as JSON has it."""
    return asdict(correction)


def _did(correction: Correction) -> str:
    several = len(correction.articles) > 1
    pages = count(len(correction.articles), "page")
    their = "their" if several else "its"
    copies = f"{pages}, with all copies of {their} text,"
    match correction.kind:
        case "join":
            return "joined two stories"
        case "split":
            return f"gave {copies} a story of {their} own"
        case "move":
            return f"moved {copies} from one story to another"
        case "part":
            return (
                f"parted {pages} from all others, as {'copies' if several else 'a copy'} of nothing"
            )


def _standing(archive: Archive, named: set[ArticleId], story: Story) -> set[ArticleId]:
    """Return which of some articles, or newer states of their pages, stand in a story."""
    pages = set(story.articles)
    found = named & pages
    elsewhere = named - pages
    # What is the newest state of its page, and not here, stands in another story.
    older = elsewhere - {hit.article for hit in archive.newest(elsewhere)}
    revision = archive.revision() if older else 0
    return found | {each for each in older if _current(archive, each, revision) in pages}


@lru_cache(maxsize=_REMEMBERED)
def _current(archive: Archive, article: ArticleId, revision: int) -> ArticleId | None:
    """Return the newest state of an article's page, as of a revision; `None` where there is none."""
    try:
        return archive.article(article).current
    except NotFoundError:  # said of a page that has not come yet
        return None
