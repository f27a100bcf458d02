"""What tells a headline among the lines above a body: each line described by a few numbers."""

import re
from collections.abc import Sequence

from ..lines import Line
from ..moments.moments import find_moments
from ..page import Page, subject_words
from .byline import may_be_marked, read_byline
from .picture_credits import is_picture_credit

_SHORTEST, _LONGEST = 8, 260
_MOST_WORDS = 40
# Headlines run to about this many words; the sentence beneath one runs on.
_USUAL_WORDS = 16
_MARK_LENGTH = 100
_LONG_ENOUGH = 4
# With so many lines of four words and more the headline is among those of three.
_FEW = 3
_MARKS_BELOW = 4
# Letters of a script without spaces that make up about one word.
_LETTERS_A_WORD = 3
_NAVIGATION = re.compile(
    r"^(?:[•*>»]\s|home\b|menu\b|search\b|subscribe\b|sign (?:in|up)|log ?in\b|skip to|"
    r"advertisement|share\b|"
    r"read more|related|more in|most (?:read|popular)|trending|newsletter|by signing|copyright|©|"
    r"comments?\b|"
    r"posted\b|published\b|updated\b|follow\b|watch\b|listen\b|photo|loading)",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"\s[>»›|/→]\s|^[>»›|/]")
_SENTENCE = (".", ":", ",", ";")
_LOUD = ("!", "?")

Traits = dict[str, float]


def line_traits(page: Page, lines: Sequence[Line]) -> dict[int, Traits]:
    """Return the traits of each of `lines` that can be a headline, by its number."""
    marks = [_is_mark(line.text) for line in lines]
    lengths = [_length(line.text) for line in lines]
    possible = [
        at
        for at, line in enumerate(lines)
        if not marks[at] and _is_possible(line.text, lengths[at])
    ]
    # Entries of menus are most lines of a page: where longer ones stand they are no headline.
    long = [at for at in possible if lengths[at] >= _LONG_ENOUGH]
    return {
        lines[at].number: {
            **_wording(page, lines[at].text, lengths[at]),
            **_setting(page, lines, marks, at),
        }
        for at in (possible if len(long) < _FEW else [at for at in possible if lengths[at] > 2])
    }


def _length(text: str) -> int:
    return len(text.split()) if text.isascii() or " " in text else len(text) // _LETTERS_A_WORD


def _is_possible(text: str, length: int) -> bool:
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and 2 <= length <= _MOST_WORDS
        and _NAVIGATION.match(text) is None
        and not is_picture_credit(text)
    )


def _wording(page: Page, text: str, length: int) -> Traits:
    words = subject_words([text])
    shared = len(words & page.subject)
    return {
        "share of its words that the body has": shared / max(3, len(words)),
        "words shared with the body": min(shared, 6) / 6,
        "words": min(length, 6) / 6,
        "words too many": max(0, length - _USUAL_WORDS) / 10,
        "ends like a sentence": float(text.endswith(_SENTENCE)),
        "ends with a question or a cry": float(text.endswith(_LOUD)),
        "a trail of sections": float(_TRAIL.search(text) is not None),
        "printed twice": float(length >= _LONG_ENOUGH and page.text.count(text) > 1),
        "begins small": float(not text[0].isupper() and text[0].isalpha() and text[0].isascii()),
    }


def _setting(page: Page, lines: Sequence[Line], marks: Sequence[bool], at: int) -> Traits:
    """Return what the lines around say: a byline or a date below, the body near."""
    gap = page.first - lines[at].number
    mark = next((step for step in range(1, _MARKS_BELOW + 1) if _at(marks, at + step)), 0)
    above = lines[at - 1].text if at else ""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return {
        "nearness of the body": 1 / (1 + gap / 4),
        "right above the body": float(gap == 1),
        "a byline or date right below": float(mark == 1),
        "a byline or date below": 1 / mark if mark else 0.0,
        "a byline or date right above": float(bool(at) and marks[at - 1]),
        "a standfirst below": float(
            len(below) > len(lines[at].text) and len(below) > _MARK_LENGTH / 2
        ),
        "a line of the subject right below": _subject_share(page, below),
        "a picture's credit above": float(is_picture_credit(above)),
        "entries of a menu around": float(
            len(above) < _SHORTEST * 2 and len(below) < _SHORTEST * 2
        ),
        "set apart": float(lines[at].blank_before > 0),
    }


def _subject_share(page: Page, text: str) -> float:
    """Return how far a line long enough to be headline or standfirst tells of the body's subject."""
    if not _SHORTEST * 2 < len(text) <= _LONGEST * 2 or _length(text) < _LONG_ENOUGH:
        return 0.0
    words = subject_words([text])
    return len(words & page.subject) / max(3, len(words))


def _at(marks: Sequence[bool], at: int) -> bool:
    return at < len(marks) and marks[at]


def _is_mark(text: str) -> bool:
    if len(text) > _MARK_LENGTH or text.endswith("."):
        return False
    if find_moments(text):
        return True
    written = read_byline(text) if may_be_marked(text) or not text.isascii() else None
    return written is not None and written.marked
