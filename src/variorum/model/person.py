"""A person (or body) who speaks in a story: one, however many names the articles give."""

from dataclasses import dataclass
from typing import Literal

from .ids import ArticleId, PersonId
from .span import Span

PersonKind = Literal["person", "body"]


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which one article writes a person where they speak: the words, and where they stand."""

    text: str
    article: ArticleId
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One speaker of a story; `name` is the fullest form that the articles bear out.

    `forms` are names and descriptions as written, an entry a form and article; `pronouns` are the
    speakers written "he" or "who" that an article resolves to this person; `titles` the offices
    and descriptions that stand beside the name, the most frequent first.
    """

    id: PersonId
    name: str
    forms: tuple[Form, ...]
    titles: tuple[str, ...] = ()
    kind: PersonKind = "person"
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    pronouns: tuple[Form, ...] = ()

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles in which this person speaks, in the order of their ids."""
        return tuple(sorted({form.article for form in (*self.forms, *self.pronouns)}))
