"""The lines of a capture's text, with their offsets."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from .collapsed import LONGEST_LINE, pieces_of

# What stands behind so many lines is not looked at. The longest rendering of 515 labelled pages has
# 1,697; twenty thousand lines cost a fifth of a second and 100 MB to judge.
MOST_LINES = 20_000


class Line(NamedTuple):
    """One line that holds anything: its number among such lines, its stripped text, where it stands.

    `blank_before` counts the empty lines above it; `indent` the white space that was stripped. A
    tuple, since pages have hundreds of lines and a frozen dataclass takes thrice as long to make.
    """

    number: int
    text: str
    begin: int
    end: int
    blank_before: int = 0
    indent: int = 0


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank, in order; at most `MOST_LINES`.

    A line that is too long for a paragraph is taken apart, as if each piece were a line.
    """
    found: list[Line] = []
    at = blank = number = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            begin = at + raw.index(stripped[0])
            end = begin + len(stripped)
            if len(stripped) > LONGEST_LINE:
                found += _taken_apart(stripped, number, begin, blank, begin - at)
            else:
                found.append(Line(number, stripped, begin, end, blank, begin - at))
            number = len(found)
            if number >= MOST_LINES:
                return tuple(found[:MOST_LINES])
            blank = 0
        else:
            blank += 1
        at += len(raw)
    return tuple(found)


def _taken_apart(text: str, number: int, begin: int, blank: int, indent: int) -> Iterator[Line]:
    """Yield the pieces of a long line as lines of their own."""
    for at, (first, last) in enumerate(islice(pieces_of(text), MOST_LINES)):
        above = (0, 0) if at else (blank, indent)
        yield Line(number + at, text[first:last], begin + first, begin + last, *above)
