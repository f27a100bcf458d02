"""Traits of a whole page by which one article is told from several, and from none."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from . import kind_wording as wording
from .front_page import Openings
from .page_look import PageLook
from .words import Flags

Traits = NDArray[np.float64]

# Some renderers put every piece of a sentence on a line of its own: more lines than this between
# two paragraphs tell of the renderer. Up to 3 ten of 510 labelled articles were lost to it, now six.
_MOST_BETWEEN = 1.5

# Each trait with the words in which it is given as a reason where it is high and where it is low;
# {} holds the measured value.
TRAITS: dict[str, tuple[str, str]] = {
    "words of the body (log)": ("{} words of prose stand together", "only {} words of prose"),
    "paragraphs (log)": ("{} paragraphs", "only {} paragraphs"),
    "longest paragraph (log)": ("the longest paragraph has {} words",) * 2,
    "body share of the page": ("{:.0%} of the page's words are one stretch of prose",) * 2,
    "prose outside the body": (
        "{:.0%} of the page's prose stands apart from the text",
        "all prose of the page is one text",
    ),
    "sureness of the body": (
        "prose and the rest of the page differ clearly ({:.0%})",
        "prose and the rest of the page hardly differ ({:.0%})",
    ),
    "paragraphs that tell or quote (log)": (
        "{} paragraphs tell a deed or quote",
        "only {} paragraphs tell a deed or quote",
    ),
    "lines between paragraphs, per paragraph": (
        "{:.1f} other lines for each paragraph stand within the text",
        "nothing breaks the text",
    ),
    "link-like lines for each paragraph (log)": ("{} short lines for each paragraph",) * 2,
    "marked openings under titles, by their share of the prose": (
        "a row of openings, each under a title and dated or leading on, holds much of the prose",
        "no row of dated openings holds much of the prose",
    ),
    "short lines with a day or a clock (log)": ("{} short lines give a day or an hour",) * 2,
    "share of paragraphs that are captions": ("{:.0%} of the paragraphs are worded as captions",)
    * 2,
    "captions against paragraphs": (
        "captions stand for {:.0%} of the captions and paragraphs",
        "paragraphs outnumber captions",
    ),
    "captions on the page (log)": ("{} lines are worded as captions",) * 2,
    "pictures counted (log)": (
        "{} lines count pictures or open a viewer",
        "no line counts pictures or opens a viewer",
    ),
    "film wording (log)": (
        "{} lines announce a film or broadcast",
        "no line announces a film or broadcast",
    ),
    "breaks off": ("the text breaks off", "the text does not break off"),
    "asks to log in or pay": (
        "the page asks to log in or subscribe for the rest",
        "the page does not ask to log in or subscribe for more",
    ),
    "short text that asks to log in or pay": (
        "a short text, and the page asks to log in or subscribe",
        "no short text behind a wall",
    ),
    "says that nothing is there": (
        "the page says that it holds nothing, or asks who reads it",
        "the page does not say that it holds nothing",
    ),
    "asks to accept cookies": ("a short text asks to accept cookies", "no wall of cookies"),
    "wording of searches and lists (log)": (
        "{} lines are worded as results of a search or parts of an archive",
        "nothing is worded as results of a search",
    ),
    "parts set off by rules (log)": ("{} rules part the text", "no rules part the text"),
    "times of day alone or first (log)": (
        "{} entries begin with a time of day",
        "no entry begins with a time of day",
    ),
    "times run one way": ("the times of day run one way", "no run of times of day"),
    "headings that are days (log)": ("{} headings are days of the week",) * 2,
    "days or names between paragraphs (log)": (
        "{} lines within the text give a day or a writer",
        "no line within the text gives a day or a writer",
    ),
    "round-up wording near the top": (
        "the top is worded as a round-up or live report",
        "nothing at the top announces a round-up",
    ),
    "a dateline": ("a dateline opens the text", "no dateline opens the text"),
    "headings in the text, per paragraph": (
        "{:.1f} headings for each paragraph",
        "few headings stand in the text",
    ),
    "paragraphs with a bullet, share": (
        "{:.0%} of the paragraphs are list entries",
        "the paragraphs are no list",
    ),
    "subject changes, by length": (
        "a long text changes the subject",
        "a long text keeps to its subject",
    ),
    "labels that return (log)": (
        "{} short lines beside the paragraphs return",
        "no label beside the paragraphs returns",
    ),
    "letters opened (log)": ("{} paragraphs open as letters", "no paragraph opens as a letter"),
    "letters to the editor": ("letters to the editor", "no letters to the editor"),
    "paragraphs that share words with others": (
        "the paragraphs keep to one subject: {:.0%} of their telling words recur",
        "the paragraphs change the subject: {:.0%} of their telling words recur",
    ),
    "first paragraph opens a report": (
        "the first paragraph reports in a full sentence",
        "the first paragraph does not report",
    ),
}

# Below this many words a text beside a film is its notice, and one behind a wall its teaser.
_SHORT = 120
_SHORT_LINE, _LONGEST_WORDED = 40, 120
_FEW_WORDS, _PROSE_WORDS = 8, 12
# Of very long pages the first and the last lines are worded like all the others.
_MOST_LINES = 600
_MOST_PARAGRAPHS = 60
_OPENING = 400
_TOP, _BELOW = 12, 6
_FEWEST_TIMES = 3
_WORD = re.compile(r"[^\W_]++(?:['’‘][^\W_]++)*+")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?\s?([ap])?")

Measured = dict[str, tuple[float, object]]


def page_traits(
    look: PageLook, roles: Sequence[str], sureness: Sequence[float], openings: Openings
) -> tuple[Traits, list[object]]:
    """Return the traits of a page in the order of TRAITS, and the values to print as reasons."""
    inside = np.fromiter((role == "body" for role in roles), dtype=bool, count=len(roles))
    body = np.flatnonzero(inside).tolist()
    first, last = (body[0], body[-1] + 1) if body else (0, 0)
    texts = look.texts
    prose = [texts[at] for at in body]
    short = _short_lines(texts)
    measured = {
        **_extent(look, inside, sureness, openings),
        **_pictures(look, inside, short),
        **_walls(look, body, short),
        **_parts(look, roles, first, last, prose),
        **_subject(prose),
        **_front(look, first, prose),
    }
    values = [measured[name] for name in TRAITS]
    return np.array([value for value, _ in values]), [shown for _, shown in values]


def _short_lines(near: Sequence[str]) -> str:
    """Return the short lines of a page, in lower case, joined."""
    kept = near if len(near) <= 2 * _MOST_LINES else (*near[:_MOST_LINES], *near[-_MOST_LINES:])
    return "\n".join([text for text in kept if len(text) < _LONGEST_WORDED]).lower()


def _extent(
    look: PageLook, inside: Flags, sureness: Sequence[float], openings: Openings
) -> Measured:
    words = look.words
    held = float(words[inside].sum())
    count = int(inside.sum())
    prose = look.ends & (words >= _PROSE_WORDS) & ~look.captioned & ~look.notice
    apart = float(words[prose & ~inside].sum())
    shorts = int(((words >= 1) & (words < _FEW_WORDS)).sum())
    marked = int(((look.day | look.clock) & (words < _FEW_WORDS)).sum())
    return {
        "words of the body (log)": _log(held),
        "paragraphs (log)": _log(count),
        "longest paragraph (log)": _log(float(words[inside].max(initial=0))),
        "body share of the page": _plain(held / max(1.0, float(words.sum()))),
        "prose outside the body": _plain(apart / max(1.0, held + apart)),
        "sureness of the body": _plain(float(np.mean(sureness)) if len(sureness) else 0.0),
        "paragraphs that tell or quote (log)": _log(int((look.reports & inside).sum())),
        "link-like lines for each paragraph (log)": _log(shorts / max(1, count)),
        "marked openings under titles, by their share of the prose": _plain(
            openings.share * min(1.0, openings.marks) * float(np.log1p(openings.count))
        ),
        "short lines with a day or a clock (log)": _log(marked),
    }


def _pictures(look: PageLook, inside: Flags, short: str) -> Measured:
    captions = int(look.captioned.sum())
    within = int((look.captioned & inside).sum())
    count = int(inside.sum())
    return {
        "share of paragraphs that are captions": _plain(within / max(1, count)),
        "captions against paragraphs": _plain(captions / max(1, captions + count)),
        "captions on the page (log)": _log(captions),
        "pictures counted (log)": _log(wording.PICTURES.count_lines(short)),
        "film wording (log)": _log(wording.FILMS.count_lines(short)),
    }


def _walls(look: PageLook, body: Sequence[int], short: str) -> Measured:
    """Return what speaks for a wall before the text, or for a page that holds none."""
    prose = [look.texts[at] for at in body[:_BELOW]]
    texts, held = look.texts, float(look.words[list(body)].sum())
    last = body[-1] if body else 0
    below = [text.lower() for text in texts[last : last + _BELOW - 1]]
    asked = any(wording.LOGIN.search(line) for line in below if len(line) < 160)
    brief = held < _SHORT
    return {
        "breaks off": _flag(any(wording.BREAKS_OFF.search(line[-12:]) for line in below[:3])),
        "asks to log in or pay": _flag(asked),
        "short text that asks to log in or pay": _flag(
            brief and (asked or _lines_with(wording.LOGIN, short) > 1)
        ),
        "says that nothing is there": _flag(
            brief and wording.NOT_FOUND.search(_head(short, prose))
        ),
        "asks to accept cookies": _flag(brief and wording.CONSENT.search(_head(short, prose))),
        "wording of searches and lists (log)": _log(wording.SEARCH.count_lines(short)),
    }


def _head(short: str, prose: Sequence[str]) -> str:
    return "\n".join([short, *(text[:_OPENING].lower() for text in prose[:_BELOW])])


def _parts(
    look: PageLook, roles: Sequence[str], first: int, last: int, prose: Sequence[str]
) -> Measured:
    """Return what speaks for a text of several parts, from its first paragraph to its last."""
    span = look.texts[first:last]
    short = [text.lower() for text in span if len(text) < _SHORT_LINE]
    several = max(1, len(prose))
    inner = np.zeros(len(roles), dtype=bool)
    inner[first:last] = True
    between = inner & (look.words < _PROSE_WORDS)
    between[[at for at in range(first, last) if roles[at] == "body"]] = False
    beside = between.copy()
    beside[max(0, first - 1) : first] = beside[last : last + 1] = True
    beside &= (look.words > 0) & (look.words <= 3)
    marked = int((between & (look.day | look.clock | look.byline)).sum())
    times = _times(look.texts, first, last)
    headings = sum(role == "subheading" for role in roles)
    return {
        "lines between paragraphs, per paragraph": _plain(
            min(_MOST_BETWEEN, (last - first - len(prose)) / several)
        ),
        # The last one or two set off a note of the desk.
        "parts set off by rules (log)": _log(_inner_rules(span)),
        "times of day alone or first (log)": _log(len(times)),
        "times run one way": _flag(_runs_one_way(times)),
        "headings that are days (log)": _log(
            sum(text.strip(" :") in wording.DAYS for text in short)
        ),
        "days or names between paragraphs (log)": _log(marked),
        "a dateline": _flag(any(wording.DATELINE.match(text[:_LONGEST_WORDED]) for text in prose)),
        "headings in the text, per paragraph": _plain(min(2.0, headings / several)),
        "paragraphs with a bullet, share": _plain(
            int(look.bulleted[first:last].sum()) / max(1, last - first)
        ),
        "labels that return (log)": _log(int((beside & look.elsewhere).sum())),
    }


def _inner_rules(span: Sequence[str]) -> int:
    """Return how many rules part stretches of two paragraphs and more."""
    rules = [
        at for at, text in enumerate(span) if len(text) < _SHORT_LINE and wording.RULE.match(text)
    ]
    return sum(len(span) - at > 3 and at > 1 for at in rules)


def _times(texts: Sequence[str], first: int, last: int) -> list[int]:
    """Return the minutes of the day with which entries begin, in the order of the page."""
    found: list[int] = []
    for text in texts[max(0, first - 2) : last + 1]:
        opening = text[:24].lower()
        alone = len(text) < _SHORT_LINE and wording.TIME_ALONE.match(text.lower())
        if opening[:4].lstrip(" (|•*-")[:1].isdigit() and (
            alone or wording.TIME_FIRST.match(opening)
        ):
            clock = _CLOCK.search(opening)
            if clock:
                hour = int(clock[1]) % 12 + 12 * (clock[3] == "p") if clock[3] else int(clock[1])
                found.append(60 * hour + int(clock[2] or 0))
    return found


def _runs_one_way(times: Sequence[int]) -> bool:
    steps = [after - before for before, after in pairwise(times) if after != before]
    down = sum(step < 0 for step in steps)
    return len(times) >= _FEWEST_TIMES and max(down, len(steps) - down) >= 0.75 * max(1, len(steps))


def _subject(prose: Sequence[str]) -> Measured:
    recurrence = _recurrence(prose)
    return {
        "subject changes, by length": _plain((0.5 - recurrence) * float(np.log1p(len(prose)))),
        "paragraphs that share words with others": _plain(recurrence),
    }


def _front(look: PageLook, first: int, prose: Sequence[str]) -> Measured:
    top = "\n".join(text[:160] for text in look.texts[: max(4, min(first + 2, _TOP))]).lower()
    near = look.texts[max(0, first - 2) : first + 1]
    head = "\n".join(text[:60] for text in near).lower()
    opens = bool(prose) and bool(look.reports[first]) and look.words[first] >= _PROSE_WORDS
    return {
        "round-up wording near the top": _flag(wording.ROUND_UP.search(top)),
        "letters opened (log)": _log(
            sum(bool(wording.SALUTATION.match(text[:_SHORT_LINE].lower())) for text in prose)
        ),
        "letters to the editor": _flag(wording.LETTERS.search(head) or wording.LETTERS.search(top)),
        "first paragraph opens a report": _flag(opens),
    }


def _lines_with(pattern: re.Pattern[str], lines: str) -> int:
    """Return how many of the joined lines hold the pattern."""
    count, reached = 0, -1
    for found in pattern.finditer(lines):
        if found.start() >= reached:
            count += 1
            end = lines.find("\n", found.end())
            reached = end if end >= 0 else len(lines)
    return count


def _recurrence(prose: Sequence[str]) -> float:
    """Return how many of a paragraph's names and longer words recur in other paragraphs, on average."""
    telling = [
        {word for word in _WORD.findall(text[:1000]) if len(word) > 6 or word[0].isupper()}
        for text in prose[:_MOST_PARAGRAPHS]
    ]
    telling = [each for each in telling if len(each) >= 3]
    if len(telling) < 2:
        return 0.5
    carried = Counter(chain.from_iterable(telling))
    recurring = {word for word, count in carried.items() if count > 1}
    shares = [len(each & recurring) / len(each) for each in telling]
    return sum(shares) / len(shares)


def _log(value: float) -> tuple[float, object]:
    return float(np.log1p(value)), round(value)


def _plain(value: float) -> tuple[float, object]:
    return value, value


def _flag(value: object) -> tuple[float, object]:
    return float(bool(value)), "yes" if value else "no"
