"""A page as its fields are read from it: the lines, and where among them the body stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from ..model import Span
from ..text import folded_words
from .lines import Line

# The words of the first paragraphs say what an article is about; more of them only cost time.
_SUBJECT_LINES = 12
_SUBJECT_LENGTH = 5000
# Words that carry a subject: shorter ones are mostly articles and prepositions.
_PLAIN_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[a-z0-9_]{4,}")
_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4,}"
    r"|[^\W\x00-\x7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
# What NFKD parts from its letter.
_MARKS = re.compile(r"[\u0300-\u036f\u3099\u309a]+")


@dataclass(frozen=True)
class Page:
    """The lines of a capture, the numbers of those that are its body, and where it came from."""

    text: str
    lines: tuple[Line, ...]
    body: tuple[int, ...]
    host: str | None = None
    taken_at: str | None = None

    @property
    def first(self) -> int:
        """The number of the first line of the body; the number of lines where there is none."""
        return self.body[0] if self.body else len(self.lines)

    @property
    def last(self) -> int:
        """The number of the last line of the body; -1 where there is none."""
        return self.body[-1] if self.body else -1

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words that carry the subject of the body."""
        return subject_words(
            [self.lines[at].text[:_SUBJECT_LENGTH] for at in self.body[:_SUBJECT_LINES]]
        )

    def before(self, count: int) -> tuple[Line, ...]:
        """Return up to `count` lines that stand right before the body, in order."""
        return self.lines[max(0, self.first - count) : self.first]

    def after(self, count: int) -> tuple[Line, ...]:
        """Return up to `count` lines that stand right after the body, in order."""
        return self.lines[self.last + 1 : self.last + 1 + count] if self.body else ()


def subject_words(texts: Sequence[str]) -> frozenset[str]:
    """Return the folded words of `texts` that are long enough to carry a subject.

    Scripts that set no spaces between words give pairs of letters in place of words.

    >>> sorted(subject_words(["Das Fährunglück von 2021"]))
    ['2021', 'fahrungluck']
    """
    folded = _folded("\n".join(texts))
    if folded.isascii():
        return frozenset(_PLAIN_WORD.findall(folded))
    words = set(_WORD.findall(folded))
    for run in _UNSPACED.findall(folded):
        words.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(words)


def _folded(text: str) -> str:
    # The whole text at once: word by word costs ten times as much.
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", normalize("NFKD", text.casefold()))


def span_on(line: Line, begin: int, end: int) -> Span:
    """Return the capture span of `line.text[begin:end]`; of the whole line where it was put together."""
    if line.end - line.begin != len(line.text):
        return Span(line.begin, line.end)
    return Span(line.begin + begin, line.begin + end)


def folded_line(text: str) -> str:
    """Return the form in which two printings of one line compare equal: just its folded words."""
    return " ".join(folded_words(text))
