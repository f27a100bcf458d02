"""The words of one article as numbers, with what alignment must know of each: where it stands, who speaks."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..model import Article, Paragraph, Span
from .voices import NARRATIVE, voices_of
from .wording import Numbers, Places, Wording, capture_places, read_wording

Voices = npt.NDArray[np.uint8]

__all__ = ["Numbers", "Places", "Voices", "Words", "read_words", "word_numbers"]


def word_numbers(article: Article) -> Numbers:
    """Return the words of an article's paragraphs in order, each as the number of its folded form."""
    return read_wording(article.paragraphs).numbers


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """An article's words: their numbers, the voice of each, and where each stands.

    `begins` and `ends` are offsets into the paragraph's text, `paragraphs` the number of the
    paragraph; `voices` says narrative, quoted or common.
    """

    article: Article
    numbers: Numbers
    paragraphs: Places
    begins: Places
    ends: Places
    voices: Voices
    reasons: tuple[tuple[int, str], ...]
    wording: Wording

    @property
    def narrated(self) -> int:
        """How many words are the reporter's own."""
        return int(np.count_nonzero(self.voices == NARRATIVE))

    @property
    def places(self) -> Places:
        """Where each word begins in the capture's text."""
        return capture_places(self.article.paragraphs, self.wording)[0]

    def span(self, first: int, last: int) -> Span:
        """Return the capture span from the word `first` to the word `last`, both included."""
        paragraphs = self.article.paragraphs
        opening: Paragraph = paragraphs[int(self.paragraphs[first])]
        closing: Paragraph = paragraphs[int(self.paragraphs[last])]
        begin = opening.offset(int(self.begins[first]))
        return Span(begin, closing.offset(int(self.ends[last]) - 1) + 1)

    def reason(self, word: int) -> str | None:
        """Say why a word is common; `None` where nothing in the article itself makes it so."""
        paragraph = int(self.paragraphs[word])
        return next((reason for number, reason in self.reasons if number == paragraph), None)


def read_words(
    article: Article, numbers: Numbers | None = None, *, wording: Wording | None = None
) -> Words:
    """Return the words of an article with places and voices; `numbers` or `wording` if already read."""
    known = read_wording(article.paragraphs) if wording is None else wording
    paragraphs = known.paragraphs
    starts = known.starts[paragraphs]
    voices, reasons = voices_of(article, known)
    return Words(
        article=article,
        numbers=known.numbers if numbers is None else numbers,
        paragraphs=paragraphs,
        begins=known.begins - starts,
        ends=known.ends - starts,
        voices=voices,
        reasons=reasons,
        wording=known,
    )
