"""When a page was published and modified, chosen among the times it shows."""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial

from ...model import Moment
from ..lines import Line
from ..moments.ago import relative_moment
from ..moments.moments import WrittenMoment, find_moments
from ..page import Page
from .day_order import day_first

_PUBLISHED = re.compile(
    r"\b(?:first published|published|posted|publish(?:ed)? (?:on|date)|created|issued|filed|date posted|"
    r"veröffentlicht|erstellt|publié|publicado|publicada|pubblicato|gepubliceerd|geplaatst|"
    r"publicerad|publisert|"
    r"udgivet|offentliggjort|julkaistu|opublikowano|publikováno|publicat|megjelent|yayınlanma|yayın|"
    r"опубликовано|дата публикации|опубліковано|dipublikasikan|diterbitkan|đăng|入力|登録|발행|입력|등록)\b",
    re.IGNORECASE,
)
_MODIFIED = re.compile(
    r"\b(?:(?:last )?updated?|(?:last )?modified|last (?:update|edited)|revised|aktualisiert|"
    r"geändert|"
    r"mis à jour|modifié|actualizado|actualizada|modificado|aggiornato|atualizado|bijgewerkt|"
    r"uppdaterad|oppdatert|"
    r"opdateret|päivitetty|muokattu|aktualizacja|aktualizováno|actualizat|frissítve|güncelleme|"
    r"обновлено|оновлено|"
    r"diperbarui|更新|수정)\b",
    re.IGNORECASE,
)
# "Stand: 28.04.": as of when the page is, the day of publication where it names no other.
_STATE = re.compile(r"\bstand\b", re.IGNORECASE)
# Dates of other things: a notice, an event, a comment.
_OTHERS = re.compile(
    r"©|copyright|comments?\b|reply\b|expires|deadline|born|\bdied\b|\bsince\b", re.IGNORECASE
)
# A label may stand on the line above its time.
_LABEL_REACH = 40
_TAIL = 10
_HEAD = 6
_FRONT = 40
_OPENINGS, _REACH, _SHORT = 2, 14, 100
# What speaks for a time being the publication's. Only the order of the sums matters.
_LABELLED, _BESIDE_HEADLINE, _ALONE, _WITH_CLOCK = 6.0, 3.0, 1.0, 0.5
_INSIDE = 1.5
_LEAST = 2.0


DayFirst = Callable[[], bool | None]


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment and the line and place of that line where the page writes it."""

    moment: Moment
    line: Line
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Publication:
    """When the page says it was published and modified."""

    published: Dated | None = None
    modified: Dated | None = None


def find_publication(
    page: Page, headline: int | None, captions: Container[int] = ()
) -> Publication:
    """Return when a page was published and modified, by its own words; captions date pictures."""
    published: tuple[float, Dated] | None = None
    modified: Dated | None = None
    state: Dated | None = None
    order = cache(partial(day_first, page))
    for line in _candidates(page, headline):
        if line.number in captions:
            continue
        for written in _moments(page, line, order):
            if is_future(written.moment, page.taken_at):
                continue
            dated = Dated(written.moment, line, written.begin, written.end)
            label = _label(page, line, written)
            if label == "state":
                state = state or dated
            if label == "modified":
                modified = modified or dated
                continue
            score = _score(page, headline, line, written, labelled=label == "published")
            if score >= _LEAST and (published is None or score > published[0]):
                published = (score, dated)
    chosen = published[1] if published else None
    return Publication(chosen, modified or (state if state != chosen else None))


def _candidates(page: Page, headline: int | None) -> Sequence[Line]:
    begin = max(0, (page.first if headline is None else headline) - _HEAD)
    begin = max(begin, page.first - _FRONT)
    # A standfirst or a caption above the date line may have been taken for the body's first lines.
    opening = page.body[: _OPENINGS + 1]
    end = min(opening[-1], page.first + _REACH) if len(opening) > 1 else page.first
    front = [
        line
        for line in page.lines[begin:end]
        if line.number < page.first or len(line.text) < _SHORT
    ]
    return (*front, *page.after(_TAIL))


def _moments(page: Page, line: Line, order: DayFirst) -> Sequence[WrittenMoment]:
    if len(line.text) > 300:
        return ()
    found = find_moments(line.text)
    if found:
        resolved = (_resolve(page, each, order) for each in found)
        return [each for each in resolved if each is not None]
    if page.taken_at and len(line.text) < 60:
        relative = relative_moment(line.text, page.taken_at)
        return [relative] if relative else ()
    return ()


def _resolve(page: Page, written: WrittenMoment, order: DayFirst) -> WrittenMoment | None:
    """Decide the order of day and month by the time of capture, else by the page; undecided is absent."""
    if written.other is None:
        return written
    taken = _taken_day(page.taken_at)
    both = (written.moment, written.other)
    days = [] if taken is None else [each for each in both if 0 <= (taken - each.day).days <= 45]
    if len(days) == 1:
        return WrittenMoment(days[0], written.begin, written.end)
    if taken is not None and not any(each.day <= taken for each in both):
        return None
    first = order()
    return None if first is None else WrittenMoment(both[not first], written.begin, written.end)


def _label(page: Page, line: Line, written: WrittenMoment) -> str | None:
    before = line.text[max(0, written.begin - _LABEL_REACH) : written.begin]
    if (
        not before.strip(" :-–—|")
        and line.number
        and len(page.lines[line.number - 1].text) < _LABEL_REACH
    ):
        above = page.lines[line.number - 1].text
        before = above if not find_moments(above) else ""
    modified = max((found.end() for found in _MODIFIED.finditer(before)), default=-1)
    published = max((found.end() for found in _PUBLISHED.finditer(before)), default=-1)
    if modified > published:
        return "modified"
    if published < 0 and _STATE.search(before):
        return "state"
    return "published" if published >= 0 else None


def _score(
    page: Page, headline: int | None, line: Line, written: WrittenMoment, *, labelled: bool
) -> float:
    score = _LABELLED * labelled
    if _OTHERS.search(line.text) and (line.number > page.last or "©" in line.text):
        score -= _BESIDE_HEADLINE
    rest = len(line.text) - (written.end - written.begin)
    score += _ALONE * (rest <= 40) - _ALONE * (rest > 90)
    score += _WITH_CLOCK * (written.moment.precision != "day")
    if line.number > page.last:
        return score
    anchor = page.first if headline is None else headline
    if line.number > anchor:
        # Within the text stand the dates of what it links to.
        inside = _INSIDE * (line.number > page.first)
        return score + _BESIDE_HEADLINE * (rest <= 90) - inside
    # Above the headline: the date of the day on a masthead looks the same as a dated kicker, but
    # stands at the very top and tells no time.
    distance = anchor - line.number
    masthead = line.number <= 1 and written.moment.precision == "day" and rest > 0
    return score + (0.0 if masthead else _BESIDE_HEADLINE - 0.5 * distance)


def is_future(moment: Moment, taken_at: str | None) -> bool:
    """Whether a moment lies behind the capture by more than the zones of the earth explain."""
    taken = _taken_day(taken_at)
    return taken is not None and (moment.day - taken).days > 1


def _taken_day(taken_at: str | None) -> date | None:
    if taken_at is None:
        return None
    try:
        return datetime.fromisoformat(taken_at.replace("Z", "+00:00")).date()
    except ValueError:
        return None
