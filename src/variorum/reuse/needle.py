"""The needle: a pasted text as words that can be looked for, and how exactly it is looked for."""

import math
import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..model import Article, ArticleId, Capture, CaptureId, Paragraph
from ..text import quoted_spans
from .chains import FEWEST_WORDS, SEED, Seeds
from .fingerprints import run_hashes
from .voices import NARRATIVE
from .words import Numbers, Words, read_words

_BREAK = re.compile(r"\s*\n[^\S\n]*\n\s*")
# Share of a short text's words that must stand together: one of five words may be another, four of
# thirteen; from 15 words on FEWEST_WORDS is asked, as between any two articles. On phrases of 5 to 8
# words and sentences from grown copies, retyped with slips, every page that carries them is found
# among 1,800 and no other; asking for all but the slips would lose every changed name.
_MOST = 2 / 3
# Below so many words seeds are of two words, below the second of three: between two edits of a
# short text no longer run may be left. Longer texts keep the seeds of reuse.
_SHORT = 24
_PARAGRAPH = 60
# How many of the words that must stand together may be misspelt.
_SLIPS = 3


@dataclass(frozen=True)
class Needle:
    """A pasted text: its words, and how they are to be found.

    `fewest` is how many of its words must stand together, alike ones included; `fewest_equal` how
    many of them letter for letter.
    """

    words: Words

    @property
    def length(self) -> int:
        """How many words were pasted."""
        return len(self.words.numbers)

    @property
    def seed(self) -> int:
        """How many words a run must have to be looked up."""
        if self.length < _SHORT:
            return min(2, self.length)
        return SEED - 1 if self.length < _PARAGRAPH else SEED

    @property
    def fewest(self) -> int:
        """How many of its words must stand together in an article that carries it."""
        return min(FEWEST_WORDS, math.ceil(_MOST * self.length))

    @property
    def fewest_equal(self) -> int:
        """How many of them must be equal before words that are only alike are looked at."""
        if self.seed < SEED - 1:
            return min(math.ceil(self.length / 2), FEWEST_WORDS - _SLIPS)
        return self.fewest - _SLIPS

    @cached_property
    def seeds(self) -> Seeds:
        """Its runs, to be looked up in those of an article."""
        return Seeds(self.words.numbers, self.seed)

    @cached_property
    def hashes(self) -> Numbers:
        """The hashes of its runs, every one: a short text leaves nothing to sample."""
        return np.unique(run_hashes(self.words.numbers, self.seed))

    @property
    def fewest_runs(self) -> int:
        """How many of its runs an article has at the least in which so many words are equal."""
        return math.ceil(self.fewest_equal / self.seed) if self.seed else 1


def read_needle(text: str) -> Needle:
    """Return a pasted text as a needle; a blank line parts its paragraphs."""
    paragraphs: list[Paragraph] = []
    at = 0
    for gap in (*_BREAK.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            paragraphs.append(Paragraph(text[at:end], at, end))
        at = gap.end() if gap else end
    capture = Capture(CaptureId("needle"), "", text, "text/plain", "")
    article = Article(ArticleId("needle"), capture, "article", tuple(paragraphs))
    return Needle(_unsay(read_words(article)))


def _unsay(words: Words) -> Words:
    """Take the quoted voice from words whose marks are not whole: pasting cuts through quotations."""
    for number, paragraph in enumerate(words.article.paragraphs):
        for span in quoted_spans(paragraph.text):
            if span.marks != "ok":
                inside = (words.begins >= span.begin) & (words.begins < span.end)
                words.voices[inside & (words.paragraphs == number)] = NARRATIVE
    return words
