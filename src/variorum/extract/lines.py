"""The lines of a capture's text, with their offsets."""

from typing import NamedTuple

# What stands behind so many lines is not looked at. The longest of 2,575 renderings of labelled
# pages has 4,000; thirty thousand lines cost a quarter of a second and 60 MB to judge.
MOST_LINES = 30_000


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
    """Return the lines of `text` that are not blank, in order; at most `MOST_LINES`."""
    found: list[Line] = []
    at = blank = number = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            begin = at + raw.index(stripped[0])
            found.append(Line(number, stripped, begin, begin + len(stripped), blank, begin - at))
            number += 1
            if number == MOST_LINES:
                break
            blank = 0
        else:
            blank += 1
        at += len(raw)
    return tuple(found)
