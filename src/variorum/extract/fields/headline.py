"""The headline: the line above the body that the page repeats, sets apart and then talks about."""

import json
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..lines import Line
from ..page import Page, folded_line, subject_words
from .headline_traits import line_traits

# How far above the body a headline is looked for. Menus of 200 entries stand between a page's top
# and its headline, hardly anything between the headline and the text.
_REACH = 60
_LONG_ENOUGH = 4
_MARKS_APART = 8
# A line of so many words may be a standfirst, with the headline above it scored so little lower.
# With .1 to 4.5 no labelled page reads otherwise; with nothing a bare front loses its headline.
_STANDFIRST_WORDS, _MARGIN = 11, 3.0
# "Headline | Outlet", "Headline - Outlet": what the window's title adds.
_TITLE_SUFFIX = re.compile(r"\s(?P<mark>[|–—•»]|-{1,2}|::)\s[^|–—]{2,60}$")
_PARTING = re.compile(r"\s?[|»>•·]\s?|\s(?:[-–—/]{1,3}|::?)\s|:\s|\s?--\s?|\s-|-\s|\s\((?=from\s)")
_TELLING = 2
# A window's title is no longer; the rest is an attack.
_LONGEST_TITLE = 1000
_WEIGHTS = Path(__file__).with_name("headline_weights.json")


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
    weights, least = _shipped()
    scores = score_lines(page, weights)
    if not scores or max(scores.values()) < least:
        return None
    best = max(scores, key=lambda number: (scores[number], number))
    line = page.lines[_above_standfirst(page, best, scores)]
    return Headline(cut_title(line.text, _Printed(page)), line)


def _above_standfirst(page: Page, best: int, scores: Mapping[int, float]) -> int:
    """Return the line above the best one where that is the headline and the best its standfirst.

    A standfirst says more of the subject than the headline does, and stands nearer to the text.
    """
    standfirst = page.lines[best].text
    if len(standfirst.split()) < _STANDFIRST_WORDS:
        return best
    for number in range(best - 1, max(-1, best - 3), -1):
        text = page.lines[number].text
        words = subject_words([text])
        if (
            scores.get(number, -_MARGIN) >= scores[best] - _MARGIN
            and len(text.split()) > _LONG_ENOUGH
            and len(text) < len(standfirst)
            and 3 * len(words & page.subject) >= len(words)
        ):
            return number
    return best


def score_lines(page: Page, weights: Mapping[str, float]) -> dict[int, float]:
    """Return how far each line above the body, by its number, speaks for being the headline."""
    return {
        number: sum(weights[name] * value for name, value in traits.items())
        for number, traits in line_traits(page, page.before(_REACH)).items()
    }


@cache
def _shipped() -> tuple[Mapping[str, float], float]:
    """Return the weights that eval/fit_headlines.py learned, and the score under which no line counts."""
    written = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return written["weights"], written["least"]


class _Printed:
    """The lines of a page, asked for by their casefolded text."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._texts: frozenset[str] | None = None

    def __contains__(self, text: object) -> bool:
        if self._texts is None:
            self._texts = frozenset(line.text.casefold() for line in self._page.lines)
        return text in self._texts


def cut_title(text: str, confirmed: Container[str] = ()) -> str:
    """Return a title without the outlet's name that a page appends to it.

    A dash may as well be the headline's own: there the shorter title has to be among `confirmed`,
    the lines of the page with case folded.
    """
    found = _TITLE_SUFFIX.search(text, max(0, len(text) - 70))
    if found is None:
        return text
    cut = text[: found.start()]
    if len(cut.split()) >= 3 and (found["mark"] == "|" or cut.casefold() in confirmed):
        return cut
    return text


def _agreeing(page: Page, stated: str) -> Headline | None:
    wanted = folded_line(stated[:_LONGEST_TITLE])
    least, most = len(stated) - _MARKS_APART, len(stated) + _MARKS_APART
    same = [
        line
        for line in page.lines
        # Folding costs; two printings of one line differ in marks, hardly in length.
        if least <= len(line.text) <= most
        and (line.text == stated or folded_line(line.text) == wanted)
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
    title = title[:_LONGEST_TITLE]
    whole = f" {folded_line(title)} "
    least = min(_LONG_ENOUGH - 1, max(2, len(whole.split()) / 2))
    held: list[tuple[int, int]] = []
    for line in page.lines[: page.first + 1]:
        # Folding costs; what the title holds is no longer than it.
        if len(line.text) > len(title) + _MARKS_APART or " " not in line.text:
            continue
        folded = folded_line(line.text)
        if f" {folded} " in whole and len(folded.split()) >= least:
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
    title = title[:_LONGEST_TITLE]
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
