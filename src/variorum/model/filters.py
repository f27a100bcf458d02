"""Filters: which articles, and which stories, of an archive somebody asks for.

All that is stated must be met; of several names in one field, one. What is left empty is not asked.
"""

from dataclasses import dataclass
from typing import Literal

from .article import ArticleKind

Copies = Literal["all", "own", "copies"]
Taken = Literal["all", "taken", "untaken"]
ArticleOrder = Literal["newest", "oldest", "best"]
# A page of kind "none" holds nothing that could be read.
LISTED: tuple[ArticleKind, ...] = ("article", "aggregate")


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles: only current states of their pages are ever listed.

    `words` are sought in headline and text, as in a search. `agencies` are those whose text a page
    carries. `copies` tells pages of own text from those that carry others'; `taken` tells pages whose
    own text others carry, as far as their stories have been compared. Any id that a story or an
    account ever had will do.
    """

    words: str | None = None
    ids: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    story: str | None = None
    account: str | None = None
    kinds: tuple[ArticleKind, ...] = LISTED
    copies: Copies = "all"
    taken: Taken = "all"


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories: those that have pages between two days, of an outlet, with words in them.

    Each of these may be met by another page, but all `words` by one.
    """

    words: str | None = None
    ids: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
