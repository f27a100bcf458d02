"""The headline: the line above the body that the page repeats, sets apart and then talks about."""

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from ..lines import Line
from ..moments.moments import find_moments
from ..page import Page, folded_line, subject_words
from .byline import read_byline
from .captions import is_caption, is_picture_credit

# How far above the body a headline is looked for. Menus of 200 entries stand between a page's top
# and its headline, hardly anything between the headline and the text.
_REACH = 60
_SHORTEST, _LONGEST = 8, 260
_MOST_WORDS = 40
# Headlines run to about this many words; the sentence beneath one runs on.
_USUAL_WORDS = 16
_MARK_LENGTH = 100
_LONG_ENOUGH = 4
_MARKS_APART = 8
# "Headline | Outlet", "Headline - Outlet": what the window's title adds.
_TITLE_SUFFIX = re.compile(r"\s+(?P<mark>[|–—•»]|-{1,2}|::)\s+[^|–—]{2,60}$")
_PARTING = re.compile(r"\s*[|»>•·]\s*|\s+(?:[-–—/]+|::?)\s+|:\s+|\s*--\s*|\s-|-\s|\s\((?=from\s)")
_TELLING = 2
_NAVIGATION = re.compile(
    r"^(?:[•*>»]\s|home\b|menu\b|search\b|subscribe\b|sign (?:in|up)|log ?in\b|skip to|"
    r"advertisement|share\b|"
    r"read more|related|more in|most (?:read|popular)|trending|newsletter|by signing|copyright|©|"
    r"comments?\b|"
    r"posted\b|published\b|updated\b|follow\b|watch\b|listen\b|photo|loading)",
    re.IGNORECASE,
)
# Below this nothing about a line says headline; measured on rendered pages with a known headline.
_LEAST = 2.0
# How far a headline may score behind its own standfirst.
_MARGIN = 2.0
_STANDFIRST_WORDS = 11


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline: its text (the outlet's name cut off) and the line that carries it."""

    text: str
    line: Line


def find_headline(
    page: Page, stated: str | None = None, title: str | None = None
) -> Headline | None:
    """Return the headline of a page, `None` where no line above the body can be one.

    `stated` is what a record or a tag says the headline is, `title` the title of the window: the
    line that agrees with the one, or stands in the other, wins.
    """
    agreed = _agreeing(page, stated) if stated else None
    agreed = agreed or (_within_title(page, title) if title else None)
    if agreed:
        return agreed
    printed = {line.text.casefold() for line in page.lines}
    count = Counter(cut_title(line.text, printed).casefold() for line in page.lines)
    scores = {
        line.number: _score(page, line, count)
        for line in page.before(_REACH)
        if _is_possible(line.text)
    }
    if not scores or max(scores.values()) < _LEAST:
        return None
    best = max(scores, key=lambda number: (scores[number], number))
    line = page.lines[_above_standfirst(page, best, scores)]
    return Headline(cut_title(line.text, printed), line)


def _above_standfirst(page: Page, best: int, scores: dict[int, float]) -> int:
    """Return the line above the best one where that is the headline and the best its standfirst.

    A standfirst says more of the subject than the headline does, and stands nearer to the text.
    """
    standfirst = page.lines[best].text
    words = len(standfirst.split())
    if words < _STANDFIRST_WORDS and not standfirst.endswith("."):
        return best
    least = _LONG_ENOUGH if words > _USUAL_WORDS else _LONG_ENOUGH + 1
    for number in range(best - 1, max(-1, best - 3), -1):
        text = page.lines[number].text
        carrying = subject_words([text])
        if (
            scores.get(number, 0.0) >= max(_LEAST, scores[best] - _MARGIN)
            and least <= len(text.split())
            and len(text) < len(standfirst)
            and len(carrying & page.subject) >= len(carrying) / 3
        ):
            return number
    return best


def cut_title(text: str, confirmed: Container[str] = ()) -> str:
    """Return a title without the outlet's name that a page appends to it.

    A dash may as well be the headline's own: there the shorter title has to be among `confirmed`,
    the lines of the page with case folded.
    """
    found = _TITLE_SUFFIX.search(text)
    if found is None:
        return text
    cut = text[: found.start()]
    if len(cut.split()) >= 3 and (found["mark"] == "|" or cut.casefold() in confirmed):
        return cut
    return text


def _agreeing(page: Page, stated: str) -> Headline | None:
    wanted = folded_line(stated)
    same = [
        line
        for line in page.lines
        # Folding costs; two printings of one line differ in marks, hardly in length.
        if abs(len(line.text) - len(stated)) <= _MARKS_APART and folded_line(line.text) == wanted
    ]
    if not same:
        return None
    above = [line for line in same if line.number <= page.first]
    line = above[-1] if above else same[0]
    return Headline(line.text, line)


def _within_title(page: Page, title: str) -> Headline | None:
    """Return the longest line above the text that the window's title holds: its other words are
    the outlet's and the section's.
    """
    whole = f" {folded_line(title)} "
    least = min(_LONG_ENOUGH - 1, max(2, len(whole.split()) / 2))
    held: list[tuple[int, int]] = []
    for line in page.lines[: page.first + 1]:
        # Folding costs; what the title holds is no longer than it.
        if len(line.text) > len(title) + _MARKS_APART or not _is_possible(line.text):
            continue
        folded = folded_line(line.text)
        if len(folded.split()) >= least and f" {folded} " in whole:
            held.append((len(folded), line.number))
    if not held:
        return None
    line = page.lines[max(held)[1]]
    words = subject_words([line.text])
    # The name of the outlet stands on the page and in the title too.
    if 2 * len(words & page.subject) < len(words) or not words:
        return None
    return Headline(line.text, line)


def part_of_title(title: str, page: Page) -> str:
    """Return the part of a window's title that the page is about, without outlet and section."""
    parts = [part.strip() for part in _PARTING.split(title) if part and part.strip()]
    shared = [len(subject_words([part]) & page.subject) for part in parts]
    if len(parts) < 2 or not max(shared):
        return title
    best = shared.index(max(shared))
    first = last = best
    # A headline has marks of its own: parts beside it that are about the same belong to it.
    while first and shared[first - 1] >= _TELLING:
        first -= 1
    while last + 1 < len(parts) and shared[last + 1] >= _TELLING:
        last += 1
    begin = title.index(parts[first])
    end = title.index(parts[last], begin) + len(parts[last])
    return title[begin:end]


def _is_possible(text: str) -> bool:
    words = text.split()
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and (len(words) >= 2 or not text.isascii())
        and len(words) <= _MOST_WORDS
        and _NAVIGATION.match(text) is None
        and not is_caption(text, within_front=False)
        and not _is_byline(text)
    )


def _score(page: Page, line: Line, count: Counter[str]) -> float:
    text = cut_title(line.text, count)
    words = subject_words([text])
    length = len(text.split()) if text.isascii() or " " in text else len(text) // 3
    score = 4 * len(words & page.subject) / max(3, len(words))
    # Menus repeat short entries at the top and the foot of a page.
    score += 1.5 * (count[text.casefold()] > 1 and length >= _LONG_ENOUGH)
    score += 2.0 * min(length, _LONG_ENOUGH + 2) / (_LONG_ENOUGH + 2)
    score -= 0.15 * max(0, len(text.split()) - _USUAL_WORDS)
    score -= 1.5 * text.endswith((".", ":", ",", ";"))
    score += _setting(page, line)
    if find_moments(text) or (read_byline(text) and len(text.split()) < 5):
        score -= 3
    return score


def _setting(page: Page, line: Line) -> float:
    """Return what the lines around say: a byline or a date below, the body near."""
    below = page.lines[line.number + 1 : min(line.number + 5, page.first)]
    above = page.lines[line.number - 1].text if line.number else ""
    # Beneath a photographer's name stands the caption.
    score = -2.0 if is_picture_credit(above) else 0.0
    for distance, each in enumerate(below):
        # A caption is dated too, but ends like a sentence.
        if len(each.text) > _MARK_LENGTH or each.text.endswith("."):
            continue
        if find_moments(each.text) or _is_byline(each.text):
            score += 1.5 / (1 + distance / 2)
            break
    gap = page.first - line.number
    return score + 1.5 / (1 + gap / 4)


def _is_byline(text: str) -> bool:
    written = read_byline(text)
    return written is not None and (written.marked or bool(written.agencies))
