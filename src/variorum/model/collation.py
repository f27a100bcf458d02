"""Collations: the versions of one text laid side by side word by word, and the apparatus of differences."""

from dataclasses import dataclass
from typing import Literal

ReadingKind = Literal[
    "punctuation",
    "orthographic",
    "grammatical",
    "lexical",
    "transposition",
    "addition",
    "omission",
    "figure",
    "attribution",
]


@dataclass(frozen=True, slots=True)
class Column:
    """One aligned place: what each witness reads there, in the order of `Collation.witnesses`.

    A reading is a word or run of words with its marks; the empty string is an omission: the
    witness carries the surrounding text but not this; `None` is a gap: the witness lacks the
    whole passage, so that nothing is known of what its exemplar read. `paragraph` is the number,
    from 1, of the paragraph of the reconstructed text to which the place belongs, `sentence` that
    of the sentence; two sentences told in place of each other have each their own. A table in
    which all places have the same sentence says nothing of sentences.
    """

    readings: tuple[str | None, ...]
    paragraph: int = 1
    sentence: int = 1


@dataclass(frozen=True, slots=True)
class Collation:
    """A table of readings: sigla across, places down.

    `layout` tells, for each witness, each of its paragraphs as the places of its words in its own
    order, so that moved passages and paragraph breaks are not lost; empty where nothing is known.
    """

    witnesses: tuple[str, ...]
    columns: tuple[Column, ...]
    layout: tuple[tuple[tuple[int, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One wording at a place of variation, who has it, and how it differs from the lemma."""

    text: str
    witnesses: tuple[str, ...]
    kind: ReadingKind


@dataclass(frozen=True, slots=True)
class VariationUnit:
    """A place where witnesses differ: the archetype's wording (lemma) and the other readings.

    `added` says that the lemma stands in a sentence that the archetype lacks and a later version
    has put in behind that paragraph.
    """

    paragraph: int
    lemma: str
    lemma_witnesses: tuple[str, ...]
    readings: tuple[Reading, ...]
    before: str = ""
    after: str = ""
    added: bool = False
