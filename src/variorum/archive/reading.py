"""From paths to articles: what was read, what could not be, and what a person should know of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..engine import Engine
from ..model import Article, Capture, Failure, Note

Finding = TypeVar("Finding")


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of a set of captures, with the failures and notes that came up."""

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Found(Generic[Finding]):
    """What was found in articles, in their order, and the articles on which the search failed."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()


def gather(
    engine: Engine,
    find: Callable[[Article], tuple[Finding, ...]],
    articles: Iterable[Article],
) -> Found[Finding]:
    """Return what `find` finds in every page that holds an article."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    published = [article for article in articles if article.kind == "article"]
    for each in engine.map(find, published, name=location_of):
        if isinstance(each, Failure):
            failures.append(each)
        else:
            findings += each
    return Found(tuple(findings), tuple(failures))


def location_of(article: Article) -> str:
    """Return where the page of an article was read."""
    return article.capture.location


def sort_out(
    found: Iterable[Capture | Failure | Note],
) -> tuple[list[Capture], list[Failure], list[Note]]:
    """Return captures, failures and notes apart; later captures of one address are noted as such."""
    captures: list[Capture] = []
    failures: list[Failure] = []
    notes: list[Note] = []
    first_of_url: dict[str, str] = {}
    for each in found:
        if isinstance(each, Failure):
            failures.append(each)
        elif isinstance(each, Note):
            notes.append(each)
        else:
            captures.append(each)
            if each.url is not None:
                first = first_of_url.setdefault(each.url, each.location)
                if first != each.location:
                    notes.append(Note(each.location, f"captures the same page as {first}"))
    return captures, failures, notes


def note_empty(articles: Iterable[Article]) -> list[Note]:
    """Return a note for every page on which no article was found."""
    return [
        Note(article.capture.location, "holds no article; listed, and counted in no account")
        for article in articles
        if article.kind == "none"
    ]
