"""Section fronts: pages that are a row of openings, each alone under the title of its article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import wording
from .traits import PICTURES, count_words, worded_as_caption

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
_DAY_WORDS = 6
_NO_TITLE_ENDS = (*".!…。:;,",)
_SENTENCE_ENDS = (*'.!?…。”"’)»',)
_MORE = re.compile(
    r"(?:\b(?:read|see|learn|view|find out) (?:more|on|all|full)|\b(?:continue|keep) reading|"
    r"\bfull (?:story|article)|\bmore\b|\bweiter ?lesen|\bmehr(?: lesen)?|\blire (?:la suite|plus)|"
    r"\ble(?:er|ia) (?:más|mais)|\bleggi(?: tutto)?|\blees (?:meer|verder)|\bläs mer|\bles mer|"
    r"\bczytaj (?:więcej|dalej)|\bdevamı)\W*$"
)
_AGO = re.compile(
    r"\b\d+ ?(?:m|min|minutes?|h|hrs?|hours?|d|days?|weeks?)(?: ago)?$|\b(?:yesterday|today)$|"
    r"^(?:vor|il y a|hace|há) \d+|\d+ comments?$"
)


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


def find_openings(texts: Sequence[str]) -> Openings:
    """Return the openings that the blocks of a page show."""
    marks = count = longest = 0
    words_alone = words_in_all = 0
    run: list[int] = []
    titled = False
    for text in (*texts, ""):
        leads_on = _leads_on(text)
        marks += leads_on or _is_mark(text)
        if _is_prose(text, leads_on=leads_on):
            run.append(count_words(text))
        elif not text or _is_title(text):
            words_in_all += sum(run)
            if titled and 1 <= len(run) <= _LONGEST_OPENING:
                count += 1
                words_alone += sum(run)
                longest = max(longest, sum(run))
            run, titled = [], True
    return Openings(
        count,
        words_alone / max(1, words_in_all),
        marks / max(1, count),
        longest / max(1, words_alone),
    )


def _is_mark(text: str) -> bool:
    if not text or len(text) > _MARK_LENGTH:
        return False
    lower = text.lower()
    dated = wording.names_a_day(lower) and len(text.split()) <= _DAY_WORDS
    return dated or _AGO.search(lower) is not None


def _leads_on(text: str) -> bool:
    return _MORE.search(text[-_MARK_LENGTH:].lower()) is not None


def _is_prose(text: str, *, leads_on: bool) -> bool:
    words = count_words(text)
    if words < _SENTENCE_WORDS or worded_as_caption(text):
        return False
    notice = words < _NOTICE_WORDS and wording.NOTICE.search(text.lower()) is not None
    return leads_on or (text.endswith(_SENTENCE_ENDS) and not notice)


def _is_title(text: str) -> bool:
    return (
        len(text.split()) in _TITLE_WORDS
        and not text.endswith(_NO_TITLE_ENDS)
        and not _is_mark(text)
        and not _leads_on(text)
        and not worded_as_caption(text)
        and PICTURES.search(text.lower()) is None
    )
