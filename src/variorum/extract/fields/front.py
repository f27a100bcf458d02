"""The front of a page: which of the lines around the body are byline, standfirst and date lines."""

import re
from dataclasses import dataclass, replace

from ..agencies.directory import canonical_agency
from ..lines import Line
from ..moments.moments import find_moments
from ..page import Page, folded_line, subject_words
from .byline import WrittenByline, is_only_mark, may_be_marked, read_byline
from .closing import says_whose
from .dateline import read_dateline
from .headline import cut_title
from .outlet import names_outlet

_ABOVE = 3
_BARE_NAME = {2, 3}
# So many lines at an end of the body may have been taken for it; more is a page of nothing else.
_MOST_MISTAKEN = 60
_BEFORE_DATELINE = 2
# A standfirst stands right beneath its headline; a byline and a date may come between.
_BELOW_HEADLINE = 7
_FRONT_LENGTH = 120
_TITLE_WORDS = 25
_LONGEST_TITLE = 300
_LONGEST_STANDFIRST = 800
_SUPPLIER = re.compile(r"[^•]{2,50}\s?•$")
_WITHOUT_HEADLINE = 12
_TAIL = 4
_MOST_LINES = 4
# A box about the writer stands below the text, behind links and buttons.
_TAIL_OF_NAMES = 14
# Writers one a line below "By", and how long the name of one is at most.
_NAMES_BELOW_MARK, _LONGEST_NAME = 4, 40
_REACH = 60
_MARKS_APART = 12
# A standfirst is one or two sentences.
_STANDFIRST_WORDS = range(5, 75)
# Of its subject words, at least this share must be the body's: a teaser for another article and a
# notice share fewer.
_SHARED = 0.3
_NOTICE = re.compile(
    r"subscrib|sign up|newsletter|click here|follow us|cookie|log ?in|comment|read more|share "
    r"this|advertis|download|"
    r"all rights|your (?:email|inbox|browser)|unlimited|minute read|min read|abonn|registr",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Front:
    """The byline lines with what they say, the standfirst, and every line that is no body."""

    bylines: tuple[tuple[Line, WrittenByline], ...]
    standfirst: Line | None
    taken: frozenset[int]


def read_front(
    page: Page, headline: int | None, captions: frozenset[int], stated: str | None = None
) -> Front:
    """Return the byline and standfirst of a page, given its headline and its captions' lines.

    `stated` is the page's own description: the line that prints it is the standfirst.
    """
    begin = (
        max(0, page.first - _WITHOUT_HEADLINE) if headline is None else max(0, headline - _ABOVE)
    )
    reach = _end_of_front(page)
    bylines: list[tuple[Line, WrittenByline]] = []
    dates: set[int] = set()
    for line in page.lines[begin:reach]:
        if line.number in captions or line.number == headline:
            continue
        if len(line.text) < 120 and find_moments(line.text):
            dates.add(line.number)
        written = read_byline(line.text)
        if written is None:
            continue
        if not written.marked and _is_below_mark(page, line):
            written = replace(written, marked=True)
        if _is_byline(page, line, written, headline):
            bylines.append((line, written))
    if not bylines and headline is not None:
        # A heading within the text may have been taken for the headline.
        above = page.lines[max(0, page.first - _WITHOUT_HEADLINE) : begin]
        read = (
            (line, read_byline(line.text))
            for line in above
            if line.number not in captions and may_be_marked(line.text)
        )
        bylines += [(line, written) for line, written in read if written and written.marked]
    bylines += _behind(page, named=any(written.names for _, written in bylines))
    marks = {line.number for line, _ in bylines} | dates
    standfirst = _printed(page, stated, reach) or _standfirst(
        page, headline, reach, marks, captions
    )
    taken = {number for number in marks if number < reach}
    if standfirst is not None:
        taken.add(standfirst.number)
    if headline is not None:
        title = folded_line(cut_title(page.lines[headline].text))
        taken |= {
            line.number
            for line in page.lines[headline:reach]
            if folded_line(cut_title(line.text)) == title
        }
    return Front(tuple(bylines), standfirst, frozenset(taken))


def _behind(page: Page, *, named: bool) -> list[tuple[Line, WrittenByline]]:
    """Return the bylines that stand behind the text: agencies, and writers where the front names none."""
    found: list[tuple[Line, WrittenByline]] = []
    for line in (*(page.lines[at] for at in page.body[-2:]), *page.after(_TAIL_OF_NAMES)):
        distance = line.number - page.last
        near = distance <= _TAIL or (not named and may_be_marked(line.text))
        written = read_byline(line.text) if near else None
        if written is None:
            continue
        if written.agencies and distance <= _TAIL:
            if written.marked or find_moments(line.text):
                found.append((line, written))
        elif not named and written.names and distance > 0:
            bare = distance == 1 and all(len(name.split()) in _BARE_NAME for name in written.names)
            if written.marked or (bare and not subject_words([line.text]) & page.subject):
                found.append((line, replace(written, marked=True)))
                named = True
    return found


def _is_below_mark(page: Page, line: Line) -> bool:
    """Whether one of the lines right above is just "By": the names below it run on, one a line."""
    for number in range(line.number - 1, max(-1, line.number - 1 - _NAMES_BELOW_MARK), -1):
        above = page.lines[number].text
        if is_only_mark(above):
            return True
        if len(above) > _LONGEST_NAME:
            return False
    return False


def settle(page: Page) -> Page:
    """Return the page with its body begun behind the byline and date lines that were taken for it.

    And begun with the dateline, where one opens a later paragraph; and ended before the lines that
    say whose the text is.
    """
    body = page.body
    begin, end = _dateline_at(page), len(body)
    while begin < min(end - 1, _MOST_MISTAKEN) and (
        _is_front(page.lines[body[begin]])
        or _is_title(page.lines[body[begin]], page.lines[body[begin + 1]])
    ):
        begin += 1
    least = max(begin + 1, end - _MOST_MISTAKEN)
    while end > least and says_whose(page.lines[body[end - 1]].text):
        end -= 1
    return replace(page, body=body[begin:end]) if end - begin < len(body) else page


def _dateline_at(page: Page) -> int:
    """Return how many paragraphs stand before the one that a dateline opens; 0 where none does.

    A dateline opens a report: what the page has before it is a summary, a caption or a note on the
    writer. On 515 labelled pages so it was on five of six.
    """
    for number, at in enumerate(page.body[: _BEFORE_DATELINE + 1]):
        if read_dateline(page.lines[at].text):
            return number
    return 0


def _is_title(line: Line, following: Line) -> bool:
    """Whether a first line was taken for prose that is the headline over it."""
    return (
        len(line.text) <= _LONGEST_TITLE
        and len(line.text.split()) <= _TITLE_WORDS
        and not line.text.endswith((".", "”", '"', "!", ":", "…"))
        and (not line.text.endswith("?") or _is_front(following))
        and read_dateline(line.text) is None
        and (len(following.text) > len(line.text) or _is_front(following))
    )


def _is_front(line: Line) -> bool:
    if len(line.text) > _FRONT_LENGTH or line.text.endswith((".", "?", "!", "”", '"')):
        return False
    if _SUPPLIER.match(line.text):
        return True
    written = read_byline(line.text)
    if written and (written.marked or written.agencies):
        return True
    return any(len(line.text) - (each.end - each.begin) < 40 for each in find_moments(line.text))


def names_of(
    bylines: tuple[tuple[Line, WrittenByline], ...], outlet: str | None, host: str | None
) -> list[tuple[str, Line, int]]:
    """Return the names that the bylines print, each once, with its line and its place on it.

    A marked byline speaks for itself; bare lines count only where no marked one stands, or where
    that names the outlet itself.
    """

    def is_own(written: WrittenByline) -> bool:
        return all(names_outlet(name, outlet, host) for name in written.names)

    marked = [each for each in bylines if each[1].marked and not is_own(each[1])]
    bare = [each for each in bylines if not _only_agencies(each[1]) and not each[1].marked]
    own = [each for each in bylines if each[1].marked and is_own(each[1])]
    chosen = marked[:_MOST_LINES] or [each for each in bare if not is_own(each[1])][:1] or own[:1]
    found: dict[str, tuple[str, Line, int]] = {}
    for line, written in chosen:
        for name, (begin, _) in zip(written.names, written.spans, strict=True):
            found.setdefault(name.casefold(), (name, line, begin))
    return list(found.values())


def _only_agencies(written: WrittenByline) -> bool:
    return bool(written.agencies) and all(canonical_agency(name) for name in written.names)


def _end_of_front(page: Page) -> int:
    """Return where the front ends: a byline or date between the first lines of the body is front."""
    end = page.first
    for this, following in zip(page.body[:2], page.body[1:3], strict=False):
        between = page.lines[this + 1 : following]
        text = page.lines[this].text
        short = len(text) <= _LONGEST_STANDFIRST and len(text.split()) in _STANDFIRST_WORDS
        if short and any(_is_mark(line) for line in between):
            end = following
    return end


def _is_mark(line: Line) -> bool:
    if len(line.text) > 140:
        return False
    written = read_byline(line.text)
    return bool(written and (written.marked or written.agencies)) or bool(find_moments(line.text))


def _is_byline(page: Page, line: Line, written: WrittenByline, headline: int | None) -> bool:
    if written.marked:
        return True
    if headline is not None and line.number < headline:
        return False
    if written.agencies:
        return True
    words = subject_words(list(written.names))
    if len(written.names) > 3 or (words and len(words & page.subject) > len(words) / 2):
        return False
    beside = page.lines[max(0, line.number - 1) : line.number + 2]
    if any(len(each.text) < 120 and find_moments(each.text) for each in beside):
        return True
    # A bare name between headline and text, the whole of its line.
    bare = {len(name.split()) for name in written.names} <= _BARE_NAME and not words & page.subject
    return bare and headline is not None and line.number - headline <= _BELOW_HEADLINE


def _printed(page: Page, stated: str | None, reach: int) -> Line | None:
    if stated is None or len(stated.split()) < _STANDFIRST_WORDS.start:
        return None
    wanted = folded_line(stated)
    # The markup's reader may take it for the first paragraph.
    for line in page.lines[max(0, reach - _REACH) : reach + 1]:
        if abs(len(line.text) - len(stated)) < _MARKS_APART and folded_line(line.text) == wanted:
            return line
    return None


def _standfirst(
    page: Page, headline: int | None, reach: int, marks: set[int], captions: frozenset[int]
) -> Line | None:
    if headline is None:
        return None
    title = folded_line(cut_title(page.lines[headline].text))
    for line in page.lines[headline + 1 : min(reach, headline + _BELOW_HEADLINE)]:
        if (
            line.number in marks
            or line.number in captions
            or folded_line(cut_title(line.text)) == title
        ):
            continue
        if len(line.text) > _LONGEST_STANDFIRST:
            continue
        words = line.text.split()
        if len(words) not in _STANDFIRST_WORDS or _NOTICE.search(line.text):
            continue
        subject = subject_words([line.text])
        if subject and len(subject & (page.subject | subject_words([title]))) >= _SHARED * len(
            subject
        ):
            return line
    return None
