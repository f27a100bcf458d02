"""Captions: the lines that describe a picture, told by the photographer's credit or by their form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..lines import Line
from ..moments.moments import find_moments
from ..page import Page
from .byline import read_byline
from .picture_credits import PICTURE, STOCK, picture_credit

_OPENING = re.compile(
    rf"(?:FILE\b\s?(?:PHOTO|photo|IMAGE)?\s?[-–—:]|File [Pp]hoto:|(?i:{PICTURE})\s?:\s?\S|"
    rf"Image (?:copyright|caption|source)\s|"
    rf"©\s?(?:{STOCK})|"
    r"(?i:(?:in|on) this (?:\w+\.? \d|image|photo|frame|file|picture|undated)))"
)
# A picture is dated to the year; the opening of a report says "on Saturday".
_ENDS_DATED = re.compile(r"(?:,|\bon|\bin|\bam|\ble)\s*$")
_SHORTEST_WORDS = 4
_YEAR_AT_END = 4
_LONGEST = 900
# Pictures stand between the headline and the text; further up they belong to teasers.
_REACH = 25


@dataclass(frozen=True, slots=True)
class Captions:
    """The captions of a page in order, every line that is part of one, and the credits of its pictures.

    A caption and a credit are a line and the place in it; a credit stands at the end of a caption
    or on a line of its own.
    """

    places: tuple[tuple[Line, int, int], ...]
    taken: frozenset[int]
    credits: tuple[tuple[Line, int, int], ...] = ()


def find_captions(page: Page, stated: Sequence[str] = ()) -> Captions:
    """Return the captions that stand near and inside the body.

    `stated` are those that the markup names as captions.
    """
    known = frozenset(stated)
    found: dict[str, tuple[Line, int, int]] = {}
    credits: dict[str, tuple[Line, int, int]] = {}
    taken: set[int] = set()
    opens, following = page.first, iter(page.body[1:])
    for line in page.lines[max(0, page.first - _REACH) : page.last + 1]:
        text = line.text
        place = picture_credit(text) if len(text) <= _LONGEST else None
        if not (
            place
            or text in found
            or text in known
            or _opens_like_caption(text)
            or (line.number <= opens and _is_dated_scene(text))
        ):
            continue
        taken.add(line.number)
        if line.number == opens:
            opens = next(following, opens)
        if place:
            credits.setdefault(text[place[0] : place[1]], (line, *place))
        if len(text.split()) >= _SHORTEST_WORDS and not _bare(text, place):
            found.setdefault(text, (line, 0, caption_end(text, place)))
    return Captions(tuple(found.values()), frozenset(taken), tuple(credits.values()))


def is_caption(text: str, *, within_front: bool) -> bool:
    """Whether a line is a picture's caption or credit; an undecided form counts only in the front."""
    if len(text) > _LONGEST:
        return False
    if _opens_like_caption(text) or picture_credit(text):
        return True
    return within_front and _is_dated_scene(text)


def caption_end(text: str, place: tuple[int, int] | None) -> int:
    """Return where a caption ends, given the place of its picture's credit.

    >>> caption_end("Dockers wait in Sveran. (Mara Olden/TPA)", (25, 39))
    23
    """
    words = text[: place[0]].rstrip(" \u00a0|([-–—/") if place else text
    return len(words) if len(words.split()) >= _SHORTEST_WORDS else len(text)


def _opens_like_caption(text: str) -> bool:
    return len(text) <= _LONGEST and _OPENING.match(text) is not None


def _bare(text: str, place: tuple[int, int] | None) -> bool:
    return place is not None and place[0] < _SHORTEST_WORDS * 3 and len(text) < 80


def _is_dated_scene(text: str) -> bool:
    if not text[:1].isalpha() or len(text.split()) < _SHORTEST_WORDS + 2:
        return False
    # The date closes it: the last letters are a year's.
    if not text[-_YEAR_AT_END:].strip(" .)")[-1:].isdigit():
        return False
    moments = find_moments(text)
    if not moments or moments[-1].moment.precision != "day":
        return False
    rest = text[moments[-1].end :].strip(" .)")
    if rest or _ENDS_DATED.search(text, max(0, moments[-1].begin - 8), moments[-1].begin) is None:
        return False
    byline = read_byline(text)
    return byline is None or not byline.marked
