"""A page laid out for search: headline, standfirst, captions and body in the order of the capture."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from ..model import Article, CarriedField, Paragraph, Span
from .voices import COMMON
from .words import Places, Words

_FIELDS: Final[tuple[CarriedField, ...]] = (
    "body",
    "headline",
    "standfirst",
    "subheading",
    "caption",
)
_BODY, _CAPTION = _FIELDS.index("body"), _FIELDS.index("caption")
# Where a paragraph stands that a record states beside its text: before all others.
_STATED = -1


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """An article whose paragraphs are all its fields, and beside each paragraph the field's number."""

    article: Article
    fields: Places

    def is_body(self, paragraphs: Places) -> npt.NDArray[np.bool_]:
        """Tell of each of some paragraphs whether it is the article's text itself."""
        return np.equal(self.fields[paragraphs], _BODY)

    def field(self, paragraph: int) -> CarriedField:
        """Return the field of a paragraph."""
        return _FIELDS[int(self.fields[paragraph])]

    def span(self, words: Words, first: int, last: int) -> Span | None:
        """Return the capture span of some words; `None` where a record stated them beside the text."""
        if self.article.paragraphs[int(words.paragraphs[first])].begin == _STATED:
            return None
        return words.span(first, last)

    def with_voices(self, words: Words) -> Words:
        """Return the words with those of captions told apart: an agency's picture brings them along."""
        captions = np.nonzero(self.fields == _CAPTION)[0].tolist()
        if not captions:
            return words
        words.voices[np.isin(words.paragraphs, captions)] = COMMON
        others = [each for each in words.reasons if each[0] not in captions]
        return replace(words, reasons=(*others, *((each, "a caption") for each in captions)))


def lay_out(article: Article) -> Page:
    """Return a page with all of its text that can be searched, in the order of the capture."""
    parts = [(_BODY, each) for each in article.paragraphs]
    parts += [(_FIELDS.index("subheading"), each) for each in article.subheadings]
    for field, name, stated in (
        ("headline", "headline", article.headline),
        ("standfirst", "standfirst", article.standfirst),
        ("caption", "captions", None),
    ):
        spans = article.spans_of(name)
        proved = [
            (_FIELDS.index(field), Paragraph(article.capture.text[begin:end], begin, end))
            for begin, end in spans
        ]
        if stated and not proved:
            proved = [(_FIELDS.index(field), Paragraph(stated, _STATED, _STATED))]
        parts += proved
    parts.sort(key=lambda part: (part[1].begin, part[0]))
    fields = np.array([number for number, _ in parts], dtype=np.int64)
    return Page(replace(article, paragraphs=tuple(each for _, each in parts)), fields)
