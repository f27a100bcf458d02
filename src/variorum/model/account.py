"""An account: the versions that go back to one text. (Never a user's login.)

A wire text with all its copies is one account, and so is one article that nobody copied.
Philology says *tradition*. It is the unit in which independence is counted.
"""

from dataclasses import dataclass
from typing import Literal

from .collation import VariationUnit
from .ids import AccountId, ArticleId
from .stemma import ArchetypeParagraph, Stemma

Relation = Literal[
    "verbatim",
    "excerpt",
    "edited",
    "rewrite",
    "translation",
    "contaminated",
    "original",
    "undecided",
]


@dataclass(frozen=True, slots=True)
class Also:
    """Another account of which a witness carries passages, and the share of its narrated words that is."""

    account: AccountId
    shared: float


@dataclass(frozen=True, slots=True)
class Witness:
    """An article as a version within an account.

    `shared` is the share of its narrated words that it has in common with the account, `own` the
    share that no other witness has, `dropped` the share of the archetype that it lacks.
    `copied_from` is the sigil of what it derives from (a lost one is α, β, …).
    """

    sigil: str
    article: ArticleId
    relation: Relation = "undecided"
    copied_from: str | None = None
    shared: float = 1.0
    own: float = 0.0
    dropped: float = 0.0
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    also: tuple[Also, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an account comes from: the agency or outlet whose text it is, if the evidence says."""

    agency: str | None = None
    outlet: str | None = None
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The witnesses of one text, and what they tell of it together."""

    id: AccountId
    witnesses: tuple[Witness, ...]
    origin: Origin = Origin()
    stemma: Stemma = Stemma()
    archetype: tuple[ArchetypeParagraph, ...] = ()
    apparatus: tuple[VariationUnit, ...] = ()
    headline: str | None = None
    reasons: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles of its witnesses, in the order of their sigla."""
        return tuple(witness.article for witness in self.witnesses)
