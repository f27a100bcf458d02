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

    A credit is a line and the place in it; it stands at the end of a caption or on a line of its own.
    """

    lines: tuple[Line, ...]
    taken: frozenset[int]
    credits: tuple[tuple[Line, int, int], ...] = ()


def find_captions(page: Page, stated: Sequence[str] = ()) -> Captions:
    """Return the captions that stand near and inside the body.

    `stated` are those that the markup names as captions.
    """
    known = set(stated)
    found: list[Line] = []
    taken: set[int] = set()
    seen: set[str] = set()
    credits: dict[str, tuple[Line, int, int]] = {}
    opens = page.first
    for line in page.lines[max(0, page.first - _REACH) : page.last + 1]:
        key = line.text
        if (
            key not in seen
            and key not in known
            and not is_caption(line.text, within_front=line.number <= opens)
        ):
            continue
        taken.add(line.number)
        if line.number == opens:
            opens = next((at for at in page.body if at > line.number), opens)
        place = picture_credit(key)
        if place:
            credits.setdefault(key[place[0] : place[1]], (line, *place))
        if len(key.split()) >= _SHORTEST_WORDS and key not in seen and not _bare(key, place):
            seen.add(key)
            found.append(line)
    return Captions(tuple(found), frozenset(taken), tuple(credits.values()))


def caption_end(text: str) -> int:
    """Return where a caption ends and the credit of its picture begins; its whole length without one.

    >>> caption_end("Dockers wait in Sveran. (Mara Olden/TPA)")
    23
    """
    place = picture_credit(text)
    words = text[: place[0]].rstrip(" \u00a0|([-–—/") if place else text
    return len(words) if len(words.split()) >= _SHORTEST_WORDS else len(text)


def is_caption(text: str, *, within_front: bool) -> bool:
    """Whether a line is a picture's caption or credit; an undecided form counts only in the front."""
    if len(text) > _LONGEST:
        return False
    if _OPENING.match(text) or picture_credit(text):
        return True
    return within_front and _is_dated_scene(text)


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
