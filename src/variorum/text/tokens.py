"""Words with their offsets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .normalise import fold_word

# A word: letters and digits, held together inside by apostrophes, hyphens of compounds excluded
# (house styles differ on them), by points and commas between digits, and by points of initials.
WORD = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:['’‘ʼ`]\w+)*", re.UNICODE)


class Token(NamedTuple):
    """A word as written, the form in which it compares, and its half-open span."""

    text: str
    norm: str
    begin: int
    end: int


def iterate_tokens(text: str) -> Iterator[Token]:
    """Yield the words of `text` in order."""
    for found in WORD.finditer(text):
        written = found.group()
        yield Token(written, fold_word(written), found.start(), found.end())


def tokenise(text: str) -> tuple[Token, ...]:
    """Return the words of `text` in order; punctuation stands between them and is no token.

    >>> [token.norm for token in tokenise("Iran‘s 2,500 troops")]
    ["iran's", '2,500', 'troops']
    """
    return tuple(iterate_tokens(text))


def folded_words(text: str) -> list[str]:
    """Return just the compared forms of the words of `text`."""
    return [fold_word(word) for word in WORD.findall(text)]
