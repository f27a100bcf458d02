"""A span: a half-open stretch `[begin, end)` of code points in a capture's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open `[begin, end)`, in code points."""

    begin: int
    end: int
