"""A page as its fields are read from it: the lines, and where among them the body stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model import Span
from ..text import folded_words
from .lines import Line

# The words of the first paragraphs say what an article is about; more of them only cost time.
_SUBJECT_LINES = 12
_SUBJECT_LENGTH = 5000
# Words that carry a subject; shorter ones are mostly articles and prepositions.
_SHORTEST_WORD = 4


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
    """Return the folded words of `texts` that are long enough to carry a subject."""
    return frozenset(
        word
        for text in texts
        for word in folded_words(text)
        if len(word) >= _SHORTEST_WORD or not word.isascii() or word.isdigit()
    )


def span_on(line: Line, begin: int, end: int) -> Span:
    """Return the capture span of `line.text[begin:end]`; of the whole line where it was put together."""
    if line.end - line.begin != len(line.text):
        return Span(line.begin, line.end)
    return Span(line.begin + begin, line.begin + end)


def folded_line(text: str) -> str:
    """Return the form in which two printings of one line compare equal: just its folded words."""
    return " ".join(folded_words(text))
