"""Quotations: words given as said, and the renderings that several accounts give of one utterance."""

from dataclasses import dataclass
from typing import Literal

from .ids import AccountId, ArticleId, PersonId, QuotationId
from .span import Span

QuotationKind = Literal["direct", "mixed", "indirect"]
Marks = Literal["ok", "unopened", "unclosed", "mismatched"]
SpeakerKind = Literal["person", "body", "collective", "unnamed"]
ChangeKind = Literal[
    "punctuation",
    "orthographic",
    "grammatical",
    "lexical",
    "transposition",
    "addition",
    "omission",
    "figure",
    "attribution",
    "negation",
    "splice",
    "truncation",
]
Grade = Literal["harmless", "notable", "alters meaning"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article that name something: the cue, or the speaker as written."""

    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is given as having said it: as written, and the fullest name the article offers.

    `via` is who passes it on: "state media" that quote somebody as saying it.
    """

    text: str
    begin: int
    end: int
    name: str | None = None
    via: str | None = None
    kind: SpeakerKind = "person"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation in one article; `begin` and `end` span the quoted words without their marks."""

    article: ArticleId
    text: str
    begin: int
    end: int
    kind: QuotationKind
    marks: Marks = "ok"
    speaker: Speaker | None = None
    cue: Mention | None = None
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    in_headline: bool = False

    @property
    def span(self) -> Span:
        """The quoted words in the capture's text."""
        return Span(self.begin, self.end)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference of a rendering from the fullest one: `before` stands there, `after` here."""

    kind: ChangeKind
    before: str
    after: str
    grade: Grade = "notable"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CarriedRendering:
    """Where one article carries a rendering: several stretches where a cue divides it."""

    article: ArticleId
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One account's wording of an utterance; `unborne` marks headline words that no quotation bears.

    `marks` is the worst of its articles; `damaged` names those whose marks are not whole. `spans`
    are those of all its articles, `carried` tells them apart. `reasons` say of the whole wording
    what no list of changes can: that it may be a translation of its own, or runs two parts together.
    """

    text: str
    articles: tuple[ArticleId, ...]
    account: AccountId | None
    marks: Marks = "ok"
    spans: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()
    in_headline: bool = False
    unborne: bool = False
    damaged: tuple[ArticleId, ...] = ()
    carried: tuple[CarriedRendering, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said once, in all the renderings found; the fullest rendering stands first."""

    id: QuotationId
    speaker: str | None
    renderings: tuple[Rendering, ...]
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    person: PersonId | None = None
