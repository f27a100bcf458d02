"""What a block is besides body: caption, subheading, byline, date, related link, heading."""

import re
from collections.abc import Sequence
from typing import Literal

import numpy as np

from . import wording
from .line_model import AFTER, BEFORE, BODY, GAP, States

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
_PARTED = re.compile(r"\s*[|·•»]\s*|\s+/\s+")
_LONGEST_TOOLS = 200
_TOOL_WORDS, _ONE_TOOL = 6, 4
_DOTS = ("...", "…", "...]", "…]")
_STOPS = ".!?…。！？"
_CLOSERS = "\"'”’»)]」』 "
# Captions stand within a few lines of the text; farther up they belong to teasers.
_NEAR = 12
_LONGEST_CAPTION = 70
_LONGEST_SUBHEADING = 16
_LONGEST_QUESTION = 10


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
    """Whether a block is a row of links to do something with the page: print it, send it, go to its top.

    >>> is_tools("[ Print ] [ Larger text ]"), is_tools("Printer friendly | Back to top")
    (True, True)
    """
    if len(text) > _LONGEST_TOOLS:
        return False
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


def is_caption(text: str, probability: float, opens: bool) -> bool:
    """Whether a block that stands in the body is the caption of a picture."""
    words = _WORD.findall(text)
    if len(words) > _LONGEST_CAPTION:
        return False
    if wording.words_a_caption(text.lower()) and not _reports(words) and probability < 0.9:
        return True
    # A first block that tells no deed but names a day with its year says what a picture shows.
    return opens and probability < 0.9 and _describes_picture(text, words)


def is_subheading(text: str, below: str) -> bool:
    """Whether a block between two body blocks heads the second: short, and no sentence."""
    words = _WORD.findall(text)
    bare = text.rstrip(_CLOSERS)
    if not 1 <= len(words) <= _LONGEST_SUBHEADING or bare[-1:] in (*".…。:;,-–—",):
        return False
    if text[0] in "*•·-–—" or text[0].islower():
        return False
    if bare[-1:] in "?!" and len(words) > _LONGEST_QUESTION:
        return False
    return len(below.split()) > len(words)


def role_outside(text: str, where: int | None, distance: int) -> LineLabel:
    """Return the role of a block that is not body: before it, after it or (`None`) in a gap."""
    words = _WORD.findall(text)
    if (
        wording.NOTICE.search(text.lower())
        and len(words) < 40
        and not wording.words_a_caption(text.lower())
    ):
        return "chrome"
    near = where is None or (where == BEFORE and distance <= _NEAR)
    shown = wording.words_a_caption(text.lower()) or _describes_picture(text, words)
    if near and shown and 4 <= len(words) <= _LONGEST_CAPTION:
        return "caption"
    if where == AFTER or (where is None and len(words) > 3):
        return "related" if len(words) > 3 else "chrome"
    if where == BEFORE and distance <= _NEAR:
        return _front_role(text, words)
    return "chrome"


def _front_role(text: str, words: list[str]) -> LineLabel:
    if wording.BYLINE.match(text.lower()) and len(words) <= 15:
        return "byline"
    dated = wording.names_a_day(text.lower()) or wording.DATE_LABEL.match(text.lower())
    if dated and len(words) <= 10:
        return "date"
    ends = text.rstrip(_CLOSERS)[-1:] in _STOPS
    if 4 <= len(words) <= 25 and not ends:
        return "headline"
    return "standfirst" if len(words) >= 8 and ends else "chrome"


def _describes_picture(text: str, words: list[str]) -> bool:
    ends = text.rstrip(_CLOSERS)[-1:] in _STOPS
    return bool(ends and wording.names_a_day(text.lower()) and not _reports(words))


def _reports(words: list[str]) -> bool:
    lowered = {word.lower() for word in words}
    return bool(lowered & wording.SAYING or lowered & wording.PAST_VERBS)
