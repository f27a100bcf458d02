"""What an archive holds, told shortly: stories in a list, hits of a search, outlets, people, days."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from .account import Account, Relation, Witness
from .article import Article, ArticleKind
from .capture import Failure, Note
from .ids import AccountId, ArticleId, CaptureId, StoryId
from .quotation import Quotation
from .span import Span
from .story import Comparison, Story

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list, and the cursor at which the next ones begin; `None` after the last.

    `total` is how many there are in all, where that is known.
    """

    rows: tuple[Row, ...]
    next: str | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of captures that were added.

    `resumed` counts captures that an earlier, interrupted run had left to be worked on, `states`
    the new ones that show a page which was captured before.
    """

    captures: int = 0
    known: int = 0
    states: int = 0
    resumed: int = 0
    stories: tuple[StoryId, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story in a list. `disputed` says in a few words what its accounts contradict each other in.

    That is known once the story is `judged`: its pages compared with each other.
    """

    id: StoryId
    headline: str | None
    event_date: str | None
    first_day: str | None
    last_day: str | None
    pages: int
    accounts: int
    houses: int
    outlets: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    updated: str | None = None
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search has found: a piece of its text, and where the words stand.

    `begin` and `end` are the piece in the capture's text, `marks` the words found, there too; a
    headline found has its marks within `headline`. What follows `score` is told in lists of articles:
    what the page is, whose text it carries (`agency`), as what (`relation`) and how much of its own.
    """

    article: ArticleId
    story: StoryId | None
    headline: str | None
    outlet: str | None
    published: str | None
    snippet: str
    begin: int
    end: int
    marks: tuple[Span, ...] = ()
    headline_marks: tuple[Span, ...] = ()
    score: float = 0.0
    language: str | None = None
    kind: ArticleKind | None = None
    account: AccountId | None = None
    relation: Relation | None = None
    own: float | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """One article of the archive with where it belongs and what was found in it.

    `is_current` says whether it is the newest state of its page; `current` is that state's article.
    """

    article: Article
    story: StoryId | None
    account: AccountId | None
    witness: Witness | None
    quotations: tuple[Quotation, ...] = ()
    is_current: bool = True
    current: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class CollectedPage:
    """A page of a collection that was asked for: its article, its place, and whose text it carries.

    `account_pages` is how many pages of the collection carry the text of its account.
    """

    article: Article
    story: StoryId | None
    account: AccountId | None
    account_pages: int
    relation: Relation | None
    own: float | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class HeldAccount:
    """One account of the archive with its story, and the comparison in which it stands."""

    account: Account
    story: Story
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class StateChange:
    """One place at which a state of a page differs from the state before it."""

    kind: Literal["added", "dropped", "changed"]
    before: str
    after: str
    field: Literal["headline", "paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class PageState:
    """One state of a page: the article of one capture, and what changed since the state before."""

    article: Article
    capture: CaptureId
    is_current: bool
    changes: tuple[StateChange, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletSummary:
    """An outlet in a list; `own` is the share of its pages' narrated words that are its own."""

    name: str
    pages: int
    stories: int
    own: float
    agencies: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class OutletHolding:
    """An outlet: its summary, what it did to quotations that it took over, its latest pages.

    Of `taken` quotations that its pages took over `kept` stand as the exemplar had them, and in
    `altered` something changes the meaning; counted in the stories that were compared so far.
    """

    summary: OutletSummary
    taken: int
    kept: int
    altered: int
    pages: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """Somebody who is quoted: by how many quotations, on how many pages, in how many stories.

    Counted in the stories that were compared so far.
    """

    id: str
    name: str
    quotations: int
    pages: int
    stories: int


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation of a person, with its article and its story."""

    quotation: Quotation
    article: ArticleId
    story: StoryId | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class PersonHolding:
    """Somebody who is quoted, and the quotations, the newest first; `next` is where they go on."""

    summary: PersonSummary
    said: tuple[Said, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which pages were published, with how many and in how many stories."""

    day: str
    pages: int
    stories: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody has put right by hand: `join` two stories, `split` texts off, `move` them, `part` pages.

    `articles` are those joined, split off, moved or parted; `target` an article of the story that they
    join or move to. To split or move an article takes all copies of its text along; parted, each page
    counts as a copy of nothing, whatever its words, and together they are a story of their own.
    """

    kind: Literal["join", "split", "move", "part"]
    articles: tuple[ArticleId, ...]
    target: ArticleId | None
    who: str
    when: str
    note: str = ""

    @property
    def named(self) -> tuple[ArticleId, ...]:
        """All articles that it speaks of."""
        return self.articles if self.target is None else (*self.articles, self.target)


@dataclass(frozen=True, slots=True)
class Check:
    """What checking an archive has found: how much was looked at, and what is wrong with it."""

    captures: int
    articles: int
    stories: int
    problems: tuple[str, ...] = ()
