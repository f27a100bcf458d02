"""Lines put back into blocks: text that a renderer wrapped hard or parted at links is joined again."""

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
# Lines that begin with the mark behind a link: three on a page may not be chance.
_STRAYS = 3
_CLOSING = frozenset(",.;:!?)]}’”»…，。、；：！？）」』")
_WORD_FIRST = re.compile(r"[.:]\w|\.\.|…")
_ENDED = re.compile(r"[.!?。！？][\"'”’»)\]」』]*$")
_FEWEST_BROKEN = 3
_LONGEST_LINK = 80
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
    """Return the blocks of a page: its lines, or runs of lines that a renderer parted within a sentence."""
    margin = find_margin(lines)
    if margin is not None:
        return _joined(
            lines, [_continues(above, below, margin) for above, below in pairwise(lines)]
        )
    if _parted_at_links(lines):
        return _joined(lines, _continued(lines))
    return tuple(
        [
            Block(number, number + 1, text, begin, end, blank, indent)
            for number, (_, text, begin, end, blank, indent) in enumerate(lines)
        ]
    )


def _joined(lines: Sequence[Line], continued: Sequence[bool]) -> tuple[Block, ...]:
    """Return the blocks of lines of which `continued` tells whether the line below each belongs to it."""
    ends = [number for number, more in enumerate((*continued, False), start=1) if not more]
    return tuple(
        [_block(lines, first, last) for first, last in zip((0, *ends), ends, strict=False)]
    )


def _parted_at_links(lines: Sequence[Line]) -> bool:
    """Whether the renderer wrote each stretch of text between two tags on a line of its own.

    Then lines begin with the comma or the full stop behind a link; nobody writes so.
    """
    stray = sum(line.text[0] in _CLOSING and _WORD_FIRST.match(line.text) is None for line in lines)
    return stray >= _STRAYS


def _continued(lines: Sequence[Line]) -> list[bool]:
    """Return for each line but the last whether the line below carries on its sentence."""
    carried = [_carries_on(above, below) for above, below in pairwise(lines)]
    # A link within a sentence: what stands below it carries on, what stands above breaks off.
    for at in range(len(carried) - 1):
        if carried[at + 1] and not carried[at] and _breaks_off(lines[at], lines[at + 1]):
            carried[at] = True
    return carried


def _carries_on(above: Line, below: Line) -> bool:
    first = below.text[0]
    return not _ENDED.search(above.text) and (
        first in _CLOSING or (first.islower() and " " in above.text)
    )


def _breaks_off(above: Line, below: Line) -> bool:
    words = above.text.split()
    return (
        len(words) >= _FEWEST_BROKEN
        and words[-1][:1].islower()
        and not _ENDED.search(above.text)
        and len(below.text) <= _LONGEST_LINK
    )


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
        if pieces and line.text[0] not in _CLOSING:
            pieces.append(" ")
            at += 1
        joins.append((at, line.begin))
        pieces.append(line.text)
        at += len(line.text)
    return Block(
        first,
        last,
        "".join(pieces),
        top.begin,
        lines[last - 1].end,
        top.blank_before,
        top.indent,
        tuple(joins),
    )
