"""The lines of a capture's text, with their offsets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds anything: its number among such lines, its stripped text, where it stands.

    `blank_before` counts the empty lines above it; `indent` the white space that was stripped.
    """

    number: int
    text: str
    begin: int
    end: int
    blank_before: int = 0
    indent: int = 0


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank, in order."""
    found: list[Line] = []
    at = blank = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            begin = at + raw.index(stripped[0])
            found.append(
                Line(len(found), stripped, begin, begin + len(stripped), blank, begin - at)
            )
            blank = 0
        else:
            blank += 1
        at += len(raw)
    return tuple(found)
