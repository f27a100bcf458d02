"""Finding: where the words of a query stand in an article, and the piece of text to show."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from ...model import Article, Span
from ...store.fulltext import Query

# Characters of text before the first word found and in all: two or three lines on a page.
_BEFORE = 80
_LENGTH = 260
_WORD = re.compile(r"\w+")


def find_words(text: str, query: Query) -> tuple[Span, ...]:
    """Return where the words and phrases of a query stand in a text, in order.

    >>> find_words("A ferry ran aground.", Query((("ran", "aground"),)))
    (Span(begin=8, end=19),)
    """
    places = [each.span() for each in _WORD.finditer(text)]
    words = [_folded(text[begin:end]) for begin, end in places]
    found: set[Span] = set()
    for phrase in {tuple(map(_folded, phrase)) for phrase in query.wanted}:
        length = len(phrase)
        for at, word in enumerate(words):
            if word == phrase[0] and tuple(words[at : at + length]) == phrase:
                found.add(Span(places[at][0], places[at + length - 1][1]))
    return tuple(sorted(found))


def best_piece(article: Article, query: Query) -> tuple[str, int, int, tuple[Span, ...]]:
    """Return the piece of an article's text to show, its span, and the marks within the capture."""
    text = article.capture.text
    marks = [
        paragraph.span(*mark)
        for paragraph in article.paragraphs
        for mark in find_words(paragraph.text, query)
    ]
    if not article.paragraphs:
        return "", 0, 0, ()
    first = _densest(marks) if marks else article.paragraphs[0].begin
    body_begin, body_end = article.paragraphs[0].begin, article.paragraphs[-1].end
    begin = max(body_begin, first - _BEFORE)
    if begin > body_begin:
        begin = text.rfind(" ", begin, first) + 1 or begin
    end = min(body_end, begin + _LENGTH)
    if end < body_end:
        end = max(text.rfind(" ", begin, end), begin + 1)
    within = tuple(mark for mark in marks if begin <= mark.begin and mark.end <= end)
    return text[begin:end], begin, end, within


def _densest(marks: Sequence[Span]) -> int:
    """Return where the piece with most marks begins."""
    begins = [mark.begin for mark in marks]

    def count(at: int) -> int:
        return bisect_left(begins, begins[at] + _LENGTH) - at

    return begins[max(range(len(begins)), key=lambda at: (count(at), -at))]


# Words come again and again; a page of hits took 50 ms to fold letter by letter.
@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    parts = normalize("NFKD", word.casefold())
    return "".join(each for each in parts if not combining(each))
