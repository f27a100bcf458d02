"""What reading gives: the articles of pages, and what was found in them, with what failed."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from ..model import Article, Failure, Note

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
