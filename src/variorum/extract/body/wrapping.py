"""Lines put back into blocks: text that a renderer wrapped hard is joined again."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ...model import Paragraph
from ..lines import Line

# Renderers wrap between 60 and 100 columns (72, 76, 78, 80 by default). Above 130 a longest line
# is a paragraph, not a margin.
_NARROWEST, _WIDEST = 50, 130
# Fewer full lines than this may be chance; wrapped pages have dozens.
_FULL_LINES = 5
_BULLET = re.compile(r"^(?:[*•·▪‣+►»–—-]|\d{1,2}[.)])\s")


class Block(NamedTuple):
    """Lines `[first, last)` that are one stretch of text, and that text."""

    first: int
    last: int
    text: str
    begin: int
    end: int
    blank_before: int = 0
    indent: int = 0
    joins: tuple[tuple[int, int], ...] = ()

    @property
    def paragraph(self) -> Paragraph:
        """The block as a paragraph."""
        return Paragraph(self.text, self.begin, self.end, self.joins)


def join_wrapped(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks of a page: its lines, or runs of lines where it was wrapped at a margin."""
    margin = find_margin(lines)
    if margin is None:
        return tuple(
            [
                Block(number, number + 1, text, begin, end, blank, indent)
                for number, (_, text, begin, end, blank, indent) in enumerate(lines)
            ]
        )
    found: list[Block] = []
    first = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and _continues(lines[number - 1], lines[number], margin):
            continue
        found.append(_block(lines, first, number))
        first = number
    return tuple(found)


def find_margin(lines: Sequence[Line]) -> int | None:
    """Return the column at which the page was wrapped hard, `None` where it was not."""
    lengths = [line.indent + len(line.text) for line in lines]
    # One line in a hundred may pass the margin: a web address can't be broken.
    allowed = len(lengths) // 100
    if not lengths or sum(length > _WIDEST for length in lengths) > allowed:
        return None
    longest = sorted(lengths)[-1 - allowed]
    if longest < _NARROWEST:
        return None
    full = sum(_continues(above, below, longest) for above, below in pairwise(lines))
    reach = sum(length > longest - 15 for length in lengths)
    # Where a margin made the lines, lines that reach it stand everywhere; a page of short
    # paragraphs has one or two of about its longest line's length.
    return longest if full >= _FULL_LINES and full >= reach / 3 else None


def _continues(above: Line, below: Line, margin: int) -> bool:
    if below.blank_before or _BULLET.match(below.text):
        return False
    word = below.text.split(maxsplit=1)[0]
    return above.indent + len(above.text) + 1 + len(word) > margin


def _block(lines: Sequence[Line], first: int, last: int) -> Block:
    top = lines[first]
    if last == first + 1:
        return Block(first, last, top.text, top.begin, top.end, top.blank_before, top.indent)
    pieces: list[str] = []
    joins: list[tuple[int, int]] = []
    at = 0
    for line in lines[first:last]:
        joins.append((at, line.begin))
        pieces.append(line.text)
        at += len(line.text) + 1
    return Block(
        first,
        last,
        " ".join(pieces),
        top.begin,
        lines[last - 1].end,
        top.blank_before,
        top.indent,
        tuple(joins),
    )
