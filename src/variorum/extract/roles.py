"""What a block is besides body: caption, subheading, byline, date, related link, heading."""

import re
from typing import Literal

from . import wording
from .line_model import AFTER, BEFORE

Role = Literal["chrome", "headline", "standfirst", "byline", "date", "caption", "related"]

_WORD = re.compile(r"[^\W\d_]+")
_STOPS = ".!?…。！？"
_CLOSERS = "\"'”’»)]」』 "
# Captions stand within a few lines of the text; farther up they belong to teasers.
_NEAR = 12
_LONGEST_CAPTION = 70
_LONGEST_SUBHEADING = 16


def is_caption(text: str, probability: float, opens: bool) -> bool:
    """Whether a block that stands in the body is the caption of a picture."""
    words = _WORD.findall(text)
    if len(words) > _LONGEST_CAPTION:
        return False
    if wording.CAPTION.search(text) and not _reports(words) and probability < 0.9:
        return True
    # A first block that tells no deed but names a day with its year says what a picture shows.
    return opens and probability < 0.9 and _describes_picture(text, words)


def is_subheading(text: str, below: str) -> bool:
    """Whether a block between two body blocks heads the second: short, and no sentence."""
    words = _WORD.findall(text)
    bare = text.rstrip(_CLOSERS)
    if not 1 <= len(words) <= _LONGEST_SUBHEADING or bare[-1:] in (*".…。:;,-–—",):
        return False
    if text[0] in '*•·-–"“' or text[0].islower():
        return False
    return len(below.split()) > len(words)


def role_outside(text: str, where: int | None, distance: int) -> Role:
    """Return the role of a block that is not body: before it, after it or (`None`) in a gap."""
    words = _WORD.findall(text)
    if wording.NOTICE.search(text) and len(words) < 40 and not wording.CAPTION.search(text):
        return "chrome"
    near = where is None or (where == BEFORE and distance <= _NEAR)
    shown = wording.CAPTION.search(text) or _describes_picture(text, words)
    if near and shown and 4 <= len(words) <= _LONGEST_CAPTION:
        return "caption"
    if where == AFTER or (where is None and len(words) > 3):
        return "related" if len(words) > 3 else "chrome"
    if where == BEFORE and distance <= _NEAR:
        return _front_role(text, words)
    return "chrome"


def _front_role(text: str, words: list[str]) -> Role:
    if wording.BYLINE.match(text) and len(words) <= 15:
        return "byline"
    dated = wording.DATE.search(text) or wording.DATE_LABEL.match(text)
    if dated and len(words) <= 10:
        return "date"
    ends = text.rstrip(_CLOSERS)[-1:] in _STOPS
    if 4 <= len(words) <= 25 and not ends:
        return "headline"
    return "standfirst" if len(words) >= 8 and ends else "chrome"


def _describes_picture(text: str, words: list[str]) -> bool:
    ends = text.rstrip(_CLOSERS)[-1:] in _STOPS
    return bool(ends and wording.DATE.search(text) and not _reports(words))


def _reports(words: list[str]) -> bool:
    lowered = {word.lower() for word in words}
    return bool(lowered & wording.SAYING or lowered & wording.PAST_VERBS)
