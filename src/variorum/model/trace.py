"""A trace: every article that carries a pasted text, what of it stands where, and in which order."""

from dataclasses import dataclass
from typing import Literal

from .article import Article
from .capture import Failure, Note
from .ids import ArticleId
from .passage import PassageKind
from .quotation import Change
from .span import Span

CarriedField = Literal["headline", "standfirst", "subheading", "caption", "body"]


@dataclass(frozen=True, slots=True)
class CarriedPassage:
    """A run of pasted words as an article has it.

    `pasted` is its span in the pasted text, `carried` that in the capture (`None` for a headline
    that a record stated beside the text); `text` are the article's words, `words` how many of them
    are the pasted ones, `alike` how many more differ by a letter or two. `changes` turn the pasted
    wording into the article's; none where it is kept word for word.
    """

    pasted: Span
    carried: Span | None
    pasted_text: str
    text: str
    words: int
    alike: int = 0
    kind: PassageKind = "narrative"
    field: CarriedField = "body"
    reason: str | None = None
    changes: tuple[Change, ...] = ()

    @property
    def is_verbatim(self) -> bool:
        """Whether nothing but type (glyphs, case, spaces) differs."""
        return not self.changes and not self.alike


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article that carries some of the pasted text.

    `text_share` is the share of the pasted words that stand there, `article_share` that of the
    article's own. `places` are the earliest and the latest place that it can have among all dated
    carriers in the order of time, as far as precision and zones decide; `None` where it is undated.
    """

    article: ArticleId
    passages: tuple[CarriedPassage, ...]
    text_share: float
    article_share: float
    places: tuple[int, int] | None = None

    @property
    def is_verbatim(self) -> bool:
        """Whether it carries what it carries word for word."""
        return all(passage.is_verbatim for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Trace:
    """All carriers of a pasted text, oldest first, undated ones last, with their articles."""

    text: str
    carriers: tuple[Carrier, ...]
    articles: tuple[Article, ...] = ()
    searched: int = 0
    failures: tuple[Failure, ...] = ()
    notes: tuple[Note, ...] = ()
