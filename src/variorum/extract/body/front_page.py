"""Section fronts: pages that are a row of openings, each alone under the title of its article."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .kind_wording import AGO, LEADS_ON
from .page_look import PageLook
from .words import Flags

# An opening is one paragraph or two. The text of an article runs on beneath one title, and
# whatever teasers stand around it, it holds most of the prose.
_LONGEST_OPENING = 2
# Measured on 331 captures, on 515 pages of articles rendered to text and on 150 fronts put
# together of articles' openings between the chrome of pages. With these no capture and 3 articles
# (of many short sections) pass for fronts, and 86 fronts are known. Without the marks it is 15
# articles and 122 fronts, without the limit on the longest 5 and 99, with two thirds of the prose
# 6 and 91.
_FEWEST = 3
_MOST_OF_PROSE = 0.75
_MARKED = 0.5
_LONGEST = 0.4
_TITLE_WORDS = range(3, 22)
_SENTENCE_WORDS = 8
_NOTICE_WORDS = 40
_MARK_LENGTH = 60
_LEADING_LENGTH = 30
_DAY_WORDS = 6
_NO_TITLE_ENDS = (*".!…。:;,",)
# Most marks and titles are short; of a longer block only the end can lead on.
_PROSE, _TITLE = 1, 2


@dataclass(frozen=True, slots=True)
class Openings:
    """The openings under titles that a page shows.

    Their number, the share of the page's prose that they hold, the marks for each, and the share
    of their words that the longest one has. A mark leads on to the article or says how old it is:
    "Read more", "3 hours ago", a date of its own.
    """

    count: int
    share: float
    marks: float
    longest: float

    @property
    def fill_the_page(self) -> bool:
        """Whether the page is a front: a row of openings and hardly any other prose."""
        return (
            self.count >= _FEWEST
            and self.share >= _MOST_OF_PROSE
            and self.marks >= _MARKED
            and self.longest <= _LONGEST
        )


def find_openings(look: PageLook) -> Openings:
    """Return the openings that the blocks of a page show."""
    texts = look.texts
    words = look.words.astype(np.int64).tolist()
    leads_on = _leads_on(texts)
    marked = _marks(texts, look) | leads_on
    sorts = _sorts(texts, look, marked, leads_on)
    count = longest = alone = in_all = 0
    run: list[int] = []
    titled = False
    for sort, length in zip((*sorts, _TITLE), (*words, 0), strict=True):
        if sort == _PROSE:
            run.append(length)
        elif sort == _TITLE:
            held = sum(run)
            in_all += held
            if titled and 1 <= len(run) <= _LONGEST_OPENING:
                count, alone, longest = count + 1, alone + held, max(longest, held)
            run, titled = [], True
    return Openings(
        count, alone / max(1, in_all), int(marked.sum()) / max(1, count), longest / max(1, alone)
    )


def _leads_on(texts: Sequence[str]) -> Flags:
    """Return which blocks end by leading on to more."""
    joined = "\n".join([text[-_LEADING_LENGTH:].replace("\n", " ") for text in texts]).lower()
    return _lines_of(joined, [each.end() for each in LEADS_ON.matches(joined)], len(texts), reach=3)


def _marks(texts: Sequence[str], look: PageLook) -> Flags:
    """Return which blocks are a date or an age, and no more."""
    short = [text if len(text) <= _MARK_LENGTH else "" for text in texts]
    joined = "\n".join(short).replace("\r", " ").lower()
    aged = _lines_of(joined, [each.start() for each in AGO.matches(joined)], len(texts))
    brief = np.fromiter((len(text) > 0 for text in short), dtype=bool, count=len(texts))
    return np.asarray(aged | (brief & look.day & (look.words <= _DAY_WORDS)))


def _lines_of(joined: str, places: Sequence[int], count: int, reach: int | None = None) -> Flags:
    """Return which lines of a text hold one of `places`; with `reach`, no farther from their ends."""
    found = np.zeros(count, dtype=bool)
    at = line = 0
    for place in places:
        line += joined.count("\n", at, place)
        at = place
        end = joined.find("\n", place)
        rest = joined[place : end if end >= 0 else None]
        if line < count and (
            reach is None or len(rest.strip(" .…»>→|")) == 0 or len(rest) <= reach
        ):
            found[line] = True
    return found


def _sorts(texts: Sequence[str], look: PageLook, marked: Flags, leads_on: Flags) -> list[int]:
    """Return for each block whether it is prose, a title, or neither."""
    notice = look.notice & (look.words < _NOTICE_WORDS)
    prose = (look.words >= _SENTENCE_WORDS) & ~look.captioned & (leads_on | (look.ends & ~notice))
    open_ended = np.fromiter(
        (not text.endswith(_NO_TITLE_ENDS) for text in texts), dtype=bool, count=len(texts)
    )
    titled = (look.words >= _TITLE_WORDS.start) & (look.words < _TITLE_WORDS.stop)
    title = titled & open_ended & ~marked & ~look.captioned & ~prose
    sorts: list[int] = (prose * _PROSE + title * _TITLE).tolist()
    return sorts
