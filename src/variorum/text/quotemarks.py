"""Quotation marks: which stretches of a paragraph stand between them, lost and wrong marks included.

Every glyph is read twice: for what it is (“ opens, ” closes, " is either) and for where it
stands (before a word it opens, behind one it closes). The place outweighs the glyph, since a
wrong glyph is a common slip of typing and conversion and a wrong place is not.
"""

import re
from collections import deque
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..model import Marks
from .reporting import cue_between, end_before_cue, start_after_cue

Side = Literal["open", "close", "either"]

# A run of marks of one family counts once: a doubled mark is a slip. Two single marks side by
# side, or two backticks, are how old systems type a double mark. Single marks between two
# letters are apostrophes and never reach the pairing, nor do the marks of markup attributes.
_MARK = re.compile(
    # Most characters are none of these: the look ahead spares them the five alternatives.
    r"(?=[\"＂“”„‟〝〞`'’‘‚‛´«»‹›「」『』《》])"
    r"(?:(?<!=)(?:[\"＂“”„‟〝〞]+|``|(?<=')''(?!')|''|’’|‘‘)"
    r"|[«»]+|[‹›]+|[「」]+|[『』]+|[《》]+"
    r"|(?<![\w=])['‘’‚‛`](?=[\w¿¡$£€\[(.…])|(?<=\S)['‘’`´](?!\w))"
)
_ATTRIBUTE = re.compile(r"=[\"“”][^\"“”<>\n]*[\"“”]")
_OPENING = frozenset("“„‟«‹「『《〝‘‚‛`")
_CLOSING = frozenset("”»›」』》〞’´")
_DOUBLE = frozenset('"＂“”„‟〝〞')
_SINGLE = frozenset("'‘’‚‛`´")
# What may stand before an opening mark besides a space, and behind a closing one.
_LEFT = frozenset("([{—–-/|¿¡")
_RIGHT = frozenset(".,;:!?)]}—–-/|…")
# Words that begin with an apostrophe.
_ELIDED = re.compile(r"(?:em|til|till|cause|tis|twas|n|round|bout|cuz|\d0s|\d\d)\b", re.IGNORECASE)
# 6'2" measures; but a quotation may end in a number, so only a mark that closes nothing is meant.
_INCHES = re.compile(r"\d[\"'’]?$")
# Weighing single marks against double ones takes time that grows with the square of their number.
# The richest paragraph of the 924 labelled articles has 15; past this number it is not prose.
_MOST_MARKS = 500


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """The words between two marks (marks excluded), and what is wrong with the marks."""

    begin: int
    end: int
    marks: Marks = "ok"


class _Mark(NamedTuple):
    begin: int
    end: int
    family: str
    side: Side
    slip: bool
    straight: bool


def quoted_spans(text: str, *, continues: bool = False) -> tuple[QuotedSpan, ...]:
    """Return the quoted stretches of one paragraph in order, outermost only.

    `continues` says that the next paragraph opens with a mark, so that a stretch left open at
    the end of this one is no slip but the custom for long quotations.

    A stretch whose opening mark is lost begins where a quotation can begin: at the start of the
    paragraph, or behind the cue or sentence that comes before it; one whose closing mark is lost
    ends before its cue, or with the paragraph.

    >>> quoted_spans("We will not leave,” the mayor said. “Ever.”")
    (QuotedSpan(begin=0, end=18, marks='unopened'), QuotedSpan(begin=37, end=42, marks='ok'))
    """
    marks = _read_marks(text)
    if not marks:
        return ()
    doubles = [mark for mark in marks if mark.family != "single"]
    if len(doubles) == len(marks) or len(marks) > _MOST_MARKS:
        return tuple(_pair(text, doubles, [], continues))
    singles = [mark for mark in marks if mark.family == "single"]
    found = _pair(text, doubles, singles, continues) if doubles else []
    return tuple(_with_singles(text, singles, found))


def _read_marks(text: str) -> list[_Mark]:
    marks: list[_Mark] = []
    attributes = deque(found.span() for found in _ATTRIBUTE.finditer(text))
    for found in _MARK.finditer(text):
        begin, end = found.span()
        while attributes and attributes[0][1] <= begin:
            attributes.popleft()
        if attributes and attributes[0][0] <= begin:
            continue
        glyph = text[begin]
        family = _family(glyph, end - begin)
        placed = _placed(text, begin, end)
        drawn = _drawn(glyph, family)
        side: Side = placed if placed != "either" else drawn
        slip = (drawn != "either" and side != drawn) or (end - begin > 1 and glyph in _DOUBLE)
        marks.append(_Mark(begin, end, family, side, slip, glyph in "\"＂'"))
    return marks


def _family(glyph: str, length: int) -> str:
    if glyph in _DOUBLE or (glyph in _SINGLE and length > 1):
        return "double"
    if glyph in _SINGLE:
        return "single"
    return {"»": "«", "›": "‹", "」": "「", "』": "『", "》": "《"}.get(glyph, glyph)


def _drawn(glyph: str, family: str) -> Side:
    if family in "«‹":
        # German and Danish books turn the guillemets about: there the place decides.
        return "either"
    if glyph in _OPENING:
        return "open"
    return "close" if glyph in _CLOSING else "either"


def _placed(text: str, begin: int, end: int) -> Side:
    left = text[begin - 1] if begin else " "
    right = text[end] if end < len(text) else " "
    free_left, free_right = left.isspace() or left in _LEFT, right.isspace() or right in _RIGHT
    if left in _SINGLE or left in _DOUBLE:
        free_left = free_left or begin < 2 or text[begin - 2].isspace()
    if right in _SINGLE or right in _DOUBLE:
        free_right = free_right or end + 1 >= len(text) or not text[end + 1].isalnum()
    if free_left and not free_right:
        return "open"
    if free_right and not free_left:
        return "close"
    if begin == 0:
        return "open"
    if end == len(text) and not left.isspace():
        return "close"
    return "either"


def _pair(text: str, marks: list[_Mark], singles: list[_Mark], continues: bool) -> list[QuotedSpan]:
    """Pair marks from left to right; one stretch is open at a time, those inside it are nested."""
    found: list[QuotedSpan] = []
    opened: _Mark | None = None
    nested = 0
    last = 0
    for place, mark in enumerate(marks):
        side = mark.side
        if side == "either":
            side = "close" if opened is not None else "open"
        if side == "open":
            if opened is None:
                opened, nested = mark, 0
            elif not cue_between(text, opened.end, mark.begin) and _is_nested(marks, place, opened):
                nested += 1
            else:
                found.append(_unclosed(text, opened, mark.begin, singles))
                opened, nested = mark, 0
        elif (
            opened is None
            and mark.straight
            and _INCHES.search(text, max(0, mark.begin - 3), mark.begin)
        ):
            continue
        elif opened is None:
            found.append(_unopened(text, last, mark, singles))
            last = mark.end
        elif nested and not (mark.family == opened.family and _closes(marks, place)):
            nested -= 1
        else:
            # A low mark is closed by what opens elsewhere: „so“.
            low = text[opened.begin] in "„‟〝"
            wrong = opened.slip or (mark.slip and not low) or opened.family != mark.family
            found.append(QuotedSpan(opened.end, mark.begin, "mismatched" if wrong else "ok"))
            opened, last = None, mark.end
    if opened is not None:
        found.append(_unclosed(text, opened, len(text), singles, continues))
    return [span for span in found if span.begin < span.end]


def _closes(marks: list[_Mark], place: int) -> bool:
    """Whether no closing mark follows before the next opening one: then this one closes all."""
    return place + 1 >= len(marks) or marks[place + 1].side == "open"


def _is_nested(marks: list[_Mark], place: int, opened: _Mark) -> bool:
    """Whether an opening mark inside an open stretch begins a quotation within it.

    It does when two closing marks follow it; when one mark was lost, the next opens again.
    Curly marks inside straight ones, or the reverse, are nested if their own kind closes them.
    """
    inner = marks[place]
    if inner.straight != opened.straight and place + 1 < len(marks):
        after = marks[place + 1]
        if after.straight == inner.straight and after.side != "open":
            return True
    depth = 1
    for after_place in range(place + 1, len(marks)):
        mark = marks[after_place]
        depth += 1 if mark.side == "open" else -1
        if depth < 0:
            return True
        if depth > 1:
            # Two more have opened and none closed both: a list of quotations, one mark lost.
            return False
    return False


def _unclosed(
    text: str, opened: _Mark, limit: int, singles: list[_Mark], continues: bool = False
) -> QuotedSpan:
    partner = _single_partner(text, singles, opened.end, limit, "close")
    if partner is not None and not continues:
        return QuotedSpan(opened.end, partner.begin, "mismatched")
    end = end_before_cue(text, opened.end, limit, continues=continues)
    while end > opened.end and text[end - 1].isspace():
        end -= 1
    return QuotedSpan(opened.end, end, "unclosed")


def _unopened(text: str, last: int, mark: _Mark, singles: list[_Mark]) -> QuotedSpan:
    partner = _single_partner(text, singles, last, mark.begin, "open")
    if partner is not None:
        return QuotedSpan(partner.end, mark.begin, "mismatched")
    begin = start_after_cue(text, last, mark.begin)
    while begin < mark.begin and text[begin].isspace():
        begin += 1
    return QuotedSpan(begin, mark.begin, "unopened")


def _single_partner(
    text: str, singles: list[_Mark], low: int, high: int, side: Side
) -> _Mark | None:
    """Return the single mark between `low` and `high` that stands where a double one is missed."""
    depth = 0
    inside = [mark for mark in singles if low <= mark.begin < high]
    for mark in inside if side == "close" else reversed(inside):
        if mark.side != side:
            depth += 1
        elif depth:
            depth -= 1
        elif not (side == "close" and _is_possessive(text, mark)) and not (
            side == "open" and _ELIDED.match(text, mark.end)
        ):
            return mark
    return None


def _is_possessive(text: str, mark: _Mark) -> bool:
    """Whether a mark may be that of "the workers' union"."""
    return text[mark.begin - 1] in "sS" and text[mark.end : mark.end + 2].strip()[:1].islower()


def _with_singles(text: str, marks: list[_Mark], doubles: list[QuotedSpan]) -> list[QuotedSpan]:
    """Add the stretches between single marks that stand in no other; they may hold others."""
    singles: list[QuotedSpan] = []
    at = 0
    for place, mark in enumerate(marks):
        if mark.side != "open" or mark.begin < at or _ELIDED.match(text, mark.end):
            continue
        # A single mark may stand in for a double one and open such a stretch.
        if any(span.begin <= mark.end and mark.begin < span.end for span in doubles):
            continue
        span = _single_span(text, mark, marks[place + 1 :])
        if span is not None:
            singles.append(span)
            at = span.end + 1
    singles = [each for each in singles if not any(_crosses(each, double) for double in doubles)]
    outer = [
        double
        for double in doubles
        if not any(span.begin <= double.begin and double.end <= span.end for span in singles)
    ]
    return sorted(outer + singles, key=lambda span: span.begin)


def _crosses(one: QuotedSpan, other: QuotedSpan) -> bool:
    return one.begin < other.begin < one.end < other.end or (
        other.begin <= one.begin < other.end < one.end
    )


def _single_span(text: str, opened: _Mark, rest: list[_Mark]) -> QuotedSpan | None:
    fallback: _Mark | None = None
    for mark in rest:
        if mark.side == "open" or mark.begin <= opened.end:
            continue
        if _is_possessive(text, mark):
            # Unless nothing better closes the stretch.
            fallback = fallback or mark
            continue
        return QuotedSpan(opened.end, mark.begin, "mismatched" if opened.slip else "ok")
    if fallback is not None:
        return QuotedSpan(opened.end, fallback.begin, "mismatched" if opened.slip else "ok")
    end = end_before_cue(text, opened.end, len(text))
    # An unclosed single mark is believed only when a cue follows: otherwise it is an apostrophe.
    if text[opened.begin] == "‘" and opened.end < end < len(text):
        return QuotedSpan(opened.end, end, "unclosed")
    return None
