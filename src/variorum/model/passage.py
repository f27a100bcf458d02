"""Passages: spans of text found in two articles; an alignment is all of them between two."""

from dataclasses import dataclass
from typing import Literal

from .ids import AccountId, ArticleId
from .span import Span

PassageKind = Literal["narrative", "quoted", "common"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words that stands in two articles: the spans in both captures, and its length in words.

    `narrative` words are the reporter's own; `quoted` ones stand between quotation marks in
    either article; `common` ones are boilerplate, lists, captions: shared, but by no copying of
    the account. `reason` says why a passage is common.
    """

    left: Span
    right: Span
    words: int
    kind: PassageKind = "narrative"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """All passages that two articles share, moved blocks included, in order of the left one.

    The shares say how much of each article's *narrative* words stands in the other, 0 to 1.
    """

    left: ArticleId
    right: ArticleId
    passages: tuple[Passage, ...]
    left_share: float
    right_share: float

    @property
    def narrative_words(self) -> int:
        """How many narrated words the two share."""
        return sum(passage.words for passage in self.passages if passage.kind == "narrative")


@dataclass(frozen=True, slots=True)
class CommonPassage:
    """A passage that articles of different accounts share though neither account copied the other.

    `articles`, `accounts` and `spans` go together, one entry an article; `text` is the passage as
    the first of them has it. `reason` says what kind of thing it is: words between quotation marks,
    an embedded post, a copyright notice, a background told everywhere.
    """

    text: str
    words: int
    kind: PassageKind
    reason: str
    articles: tuple[ArticleId, ...]
    accounts: tuple[AccountId, ...]
    spans: tuple[Span, ...]
