"""What a block is besides body: caption, subheading, byline, date, related link, heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from . import wording
from .features import COLUMN, Matrix
from .line_model import AFTER, BEFORE, BODY, GAP, Scores, States
from .words import Flags

LineLabel = Literal[
    "chrome",
    "headline",
    "standfirst",
    "byline",
    "date",
    "body",
    "caption",
    "subheading",
    "related",
]

_WORD = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"\[[^\[\]]{1,40}\]")
_PARTED = re.compile(r"[|·•»]|\s/\s")
_LONGEST_TOOLS = 200
_TOOL_WORDS, _ONE_TOOL = 6, 4
_DOTS = ("...", "…", "...]", "…]")
_CLOSERS = "\"'”’»)]」』 "
# Captions stand within a few lines of the text; farther up they belong to teasers.
_NEAR = 12
_LONGEST_CAPTION = 70
_LONGEST_SUBHEADING = 16
_LONGEST_QUESTION = 10
_LETTERS_A_WORD = 25
_LONGEST_NOTICE = 40
_FEWEST_WORDS = 4
_LONGEST_BYLINE, _LONGEST_DATE, _LONGEST_HEADLINE = 15, 10, 25
_SHORTEST_STANDFIRST = 8
# What the network is surer of than this stays body, whatever its wording.
_SURE = 0.9


def drop_teasers(texts: Sequence[str], states: States) -> States:
    """Return the states without rows of tools, and without stretches at the edges that are teasers.

    Lists of related articles show the openings of their texts, cut off: every block of such a
    stretch breaks off in dots.
    """
    kept = states.copy()
    for at in np.flatnonzero(kept == BODY).tolist():
        if is_tools(texts[at]):
            kept[at] = GAP if (kept[at + 1 :] == BODY).any() else AFTER
    while True:
        body = np.flatnonzero(kept == BODY)
        cuts = np.flatnonzero(np.diff(body) > 1)
        if not len(cuts):
            return kept
        above, below = body[: cuts[0] + 1], body[cuts[-1] + 1 :]
        if _break_off(texts, below) and 2 * len(below) < len(body):
            kept[below] = AFTER
        elif _break_off(texts, above) and 2 * len(above) < len(body):
            kept[above] = BEFORE
        else:
            return kept


def _break_off(texts: Sequence[str], places: States) -> bool:
    return all(texts[at].endswith(_DOTS) for at in places.tolist())


def is_tools(text: str) -> bool:
    """Whether a block is a row of links to do something: print the page, send it, turn to the next.

    >>> is_tools("[ Print ] [ Larger text ]"), is_tools("Printer friendly | Back to top")
    (True, True)
    >>> is_tools("« Previous: Eels leave the lagoon"), is_tools("« Nous partons », a-t-il dit")
    (True, False)
    """
    if len(text) > _LONGEST_TOOLS or text.endswith("."):
        return False
    if wording.PAGE_TURN.search(text.lower()):
        return True
    bracketed = _BRACKETED.findall(text)
    if len(bracketed) > 1:
        return not _BRACKETED.sub("", text).strip(" |·•/-")
    pieces = [piece.split() for piece in _PARTED.split(text.strip(" []|·•"))]
    if not all(1 <= len(words) <= _TOOL_WORDS for words in pieces):
        return False
    if len(pieces) == 1:
        # One alone has to begin with its verb: "Print this article".
        return len(pieces[0]) <= _ONE_TOOL and bool(wording.TOOL.match(" ".join(pieces[0]).lower()))
    tools = sum(bool(wording.TOOL.search(" ".join(words).lower())) for words in pieces)
    return tools > len(pieces) / 2


@dataclass(frozen=True, slots=True)
class Looks:
    """What the features say of each block, by name."""

    words: Matrix
    ends: Flags
    captioned: Flags
    notice: Flags
    byline: Flags
    dated: Flags
    reports: Flags
    describes: Flags


def looks_of(own: Matrix) -> Looks:
    """Return the looks of blocks from the features that they have by themselves."""

    def has(name: str) -> Flags:
        return np.asarray(own[:, COLUMN[name]] > 0)

    ends, dated = has("ends a sentence"), has("date")
    reports = has("saying verb") | has("tells a past deed")
    return Looks(
        np.rint(np.expm1(own[:, COLUMN["words (log)"]])),
        ends,
        has("caption wording"),
        has("notice wording"),
        has("byline wording"),
        dated | has("date label"),
        reports,
        ends & dated & ~reports,
    )


def captions_inside(looks: Looks, sureness: Scores, first: int) -> Flags:
    """Return which blocks, were they in the body, would be captions of pictures.

    `sureness` is the probability that each is body, and `first` the first block of the body.
    """
    opens = np.zeros(len(sureness), dtype=bool)
    opens[first : first + 1] = True
    # A first block that tells no deed but names a day with its year says what a picture shows.
    shown = (looks.captioned & ~looks.reports) | (looks.describes & opens)
    return np.asarray(shown & (looks.words <= _LONGEST_CAPTION) & (sureness < _SURE))


def is_subheading(text: str, below: str) -> bool:
    """Whether a block between two body blocks heads the second: short, and no sentence."""
    if len(text) > _LONGEST_SUBHEADING * _LETTERS_A_WORD:
        return False
    words = _WORD.findall(text)
    bare = text.rstrip(_CLOSERS)
    if not 1 <= len(words) <= _LONGEST_SUBHEADING or bare[-1:] in (*".…。:;,-–—",):
        return False
    if text[0] in "*•·-–—" or text[0].islower():
        return False
    if bare[-1:] in "?!" and len(words) > _LONGEST_QUESTION:
        return False
    return len(below) > len(text)


def roles_outside(looks: Looks, inside: Flags) -> list[LineLabel]:
    """Return what each block would be that is not body, by where the body stands.

    A block before the body is judged by how near it is, one behind it or between its parts by its
    length.
    """
    at = np.arange(len(inside))
    body = np.flatnonzero(inside)
    first, last = (body[0], body[-1]) if len(body) else (len(inside), -1)
    before = at < first
    gap = (at >= first) & (at <= last)
    near = gap | (before & (at >= first - _NEAR))
    words = looks.words
    several = words >= _FEWEST_WORDS
    front = before & near
    # The last that holds counts.
    chosen = np.zeros(len(inside), dtype=np.int64)
    chosen[front & looks.ends & (words >= _SHORTEST_STANDFIRST)] = 1
    chosen[front & ~looks.ends & several & (words <= _LONGEST_HEADLINE)] = 2
    chosen[front & looks.dated & (words <= _LONGEST_DATE)] = 3
    chosen[front & looks.byline & (words <= _LONGEST_BYLINE)] = 4
    chosen[~before & several] = 5
    shown = near & (looks.captioned | looks.describes)
    chosen[shown & several & (words <= _LONGEST_CAPTION)] = 6
    chosen[looks.notice & (words < _LONGEST_NOTICE) & ~looks.captioned] = 0
    return [_OUTSIDE[each] for each in chosen.tolist()]


_OUTSIDE: tuple[LineLabel, ...] = (
    "chrome",
    "standfirst",
    "headline",
    "date",
    "byline",
    "related",
    "caption",
)
