"""A paragraph with its quoted words covered, so that only the reporter's own words are parsed.

Under the cover a quotation of ten sentences is one word: the cue stands beside it, the sentence
around it ends where the reporter ends it, and verbs of speech inside it mislead nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model import Marks
from ..text import QuotedSpan, quoted_spans, sentences
from .dashes import dashed_spans
from .glyphs import plain_marks, sided_before, sided_behind
from .restoring import restored
from .shapes import COVER, QUOTED, SEEN

_OPENS = re.compile(r"\s*(?:[\"“”„«‘]|''|``)")
# Words with their inner points, hyphens and apostrophes, or one mark.
_TOKEN = re.compile(r"\w+(?:[-.'’‘&/]\w+)*(?:(?<=s)['’](?=\s\w))?|''|``|’’|‘‘|[^\w\s]")
_KEPT = ".!?…,;:—–-"
# Swedish and Finnish open with the mark that closes.
_ONE_GLYPH = frozenset(("sv", "fi"))
# “Stop!” he said: the cue goes on with the sentence that the mark seems to end.
_GOES_ON = re.compile(
    r"[\"”»'“]*\s+(?:[a-z]|[—–―-]{1,2}\s*[A-Z]|(?!(?:He|She|It|They|The|We|I|And|But|Then|You)\b)"
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|told|asked|added|wrote|yelled|shouted)\b)"
)


class Word(NamedTuple):
    """A word or mark of the covered paragraph: as written, lower-case, its shape, and its span."""

    text: str
    low: str
    shape: str
    begin: int
    end: int


# Half a million words a second pass here: the tuple is made without the named one's detour.
_new = tuple.__new__


@dataclass(frozen=True, slots=True)
class Masked:
    """A paragraph, its quoted stretches, and its sentences as words with the stretches covered.

    `continues` says that the next paragraph opens with a mark; `dashed`, that dashes are the marks.
    """

    text: str
    cover: str
    stretches: tuple[QuotedSpan, ...]
    sentences: tuple[tuple[Word, ...], ...]
    continues: bool = False
    dashed: bool = False


def mask(text: str, following: str | None = None) -> Masked:
    """Cover the quoted stretches of a paragraph; `following` is the text of the next one."""
    continues = following is not None and bool(_OPENS.match(following))
    plain = plain_marks(text)
    spans = quoted_spans(plain, continues=continues)
    dashed = () if spans else dashed_spans(plain)
    stretches = tuple(
        trim(plain, span)
        for span in _restored(plain, spans, continues) or dashed
        if any(map(str.isalnum, text[span.begin : span.end]))
    )
    cover = _covered(plain, stretches)
    return Masked(text, cover, stretches, tuple(_words(cover)), continues, bool(dashed))


def _restored(text: str, spans: tuple[QuotedSpan, ...], continues: bool) -> tuple[QuotedSpan, ...]:
    """Return the stretches with those that lost a mark begun or ended anew, where none other stands."""
    if all(span.marks not in ("unopened", "unclosed") for span in spans):
        return spans
    ends = [span.begin for span in spans[1:]]
    return tuple(
        span
        if continues and place == len(spans) - 1
        else restored(text, span, ends[place] if place < len(ends) else len(text))
        for place, span in enumerate(spans)
    )


def marks_of(masked: Masked, span: QuotedSpan, language: str | None) -> Marks:
    """Return what is wrong with the marks of a stretch.

    A long quotation's open paragraph is right, and so is the same mark twice where that is the rule.
    """
    last = len(masked.text.rstrip())
    if span.marks == "unclosed" and masked.continues and span.end >= last:
        return "ok"
    if span.marks == "mismatched" and (language or "")[:2] in _ONE_GLYPH:
        around = masked.text[: span.begin].rstrip()[-1:] + masked.text[span.end :].lstrip()[:1]
        return "ok" if around in ("””", "’’") else span.marks
    return span.marks


def trim(text: str, span: QuotedSpan) -> QuotedSpan:
    """Return the stretch without white space at its ends."""
    begin, end = span.begin, span.end
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return QuotedSpan(begin, end, span.marks)


def _covered(text: str, stretches: tuple[QuotedSpan, ...]) -> str:
    """Return the text with the stretches covered, and the marks beside them on their right side."""
    parts: list[str] = []
    last = 0
    for place, span in enumerate(stretches):
        size = span.end - span.begin
        final = text[span.end - 1] if size > 1 and text[span.end - 1] in _KEPT else ""
        if final in {"!", "?", ".", "…"} and _GOES_ON.match(text, span.end):
            final = ","
        opening = sided_before(text, last, span.begin)
        limit = stretches[place + 1].begin if place + 1 < len(stretches) else len(text)
        closing = sided_behind(text, span.end, limit)
        parts += (text[last : span.begin - len(opening)], opening)
        parts += (COVER * (size - len(final)), final, closing)
        last = span.end + len(closing)
    parts.append(text[last:])
    return "".join(parts)


def _words(cover: str) -> list[tuple[Word, ...]]:
    found: list[tuple[Word, ...]] = []
    for begin, end in sentences(cover):
        tokens = _TOKEN.finditer(cover, begin, end)
        words = [_new(Word, SEEN[token[0]] + token.span()) for token in tokens]
        if words:
            found.append(tuple(words))
    return found


def is_cover(word: Word) -> bool:
    """Whether a word stands for a quoted stretch."""
    return word.shape == QUOTED


def shape_of(words: Sequence[Word], place: int) -> str:
    """Return the shape of a word (see shapes.py); "#" where none is."""
    return words[place].shape if 0 <= place < len(words) else "#"
