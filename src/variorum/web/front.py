"""The front page: a day's stories, those of most independent houses first, not of most copies."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from ..archive.shelves.desk import copying_of
from ..errors import OptionError
from ..model.holding import Day, StorySummary
from .copying import draw_copying
from .desk import Desk

_STORIES = 30
# A day of fewer stories, one that has just begun, is followed by so many of each of the days before.
_FEW, _BEFORE, _DAYS_BEFORE = 6, 12, 5


def front_page(desk: Desk, request: Request) -> Response:
    """Answer with the latest day."""
    days = desk.archive.days()
    if not days:
        return desk.render(request, "empty", undated=desk.archive.stories(limit=_STORIES).rows)
    return _day(desk, request, days, days[0].day)


def day_page(desk: Desk, request: Request) -> Response:
    """Answer with the day asked for."""
    day = request.path_params["day"]
    days = desk.archive.days()
    return _day(desk, request, days, day)


def _day(desk: Desk, request: Request, days: tuple[Day, ...], day: str) -> Response:
    after = request.query_params.get("after")
    page = desk.archive.stories(day=day, after=after, limit=_STORIES)
    return desk.render(
        request,
        "front",
        day=day,
        days=Around.of(days, day),
        page=page,
        cards=page.rows,
        told=_told(page.rows, page.total or 0, days, day),
        before=_before(desk, page.rows, days, day) if after is None else (),
        copying=draw_copying(copying_of(desk.archive, day)) if after is None else None,
    )


def _before(
    desk: Desk, rows: tuple[StorySummary, ...], days: tuple[Day, ...], day: str
) -> tuple[StorySummary, ...]:
    """Return stories of the days before, where the day itself has but a few."""
    found = {each.id: each for each in rows}
    for earlier in [each.day for each in days if each.day < day][:_DAYS_BEFORE]:
        if len(found) >= _FEW:
            break
        for each in desk.archive.stories(day=earlier, limit=_BEFORE).rows:
            found.setdefault(each.id, each)
    return tuple(found.values())[len(rows) :]


def stories_page(desk: Desk, request: Request) -> Response:
    """Answer with the stories of all days."""
    asked = {name: request.query_params.get(name) or None for name in ("outlet", "agency")}
    after = request.query_params.get("after")
    page = desk.archive.stories(**asked, after=after, limit=_STORIES)
    return desk.render(request, "stories", page=page, cards=page.rows, asked=asked)


@dataclass(frozen=True, slots=True)
class Around:
    """The days before and after one, and the last days."""

    earlier: str | None
    later: str | None
    latest: tuple[Day, ...]

    @classmethod
    def of(cls, days: tuple[Day, ...], day: str) -> "Around":
        """Return what lies around a day."""
        if not day:
            raise OptionError("day", "is missing")
        earlier = next((each.day for each in days if each.day < day), None)
        later = next((each.day for each in reversed(days) if each.day > day), None)
        return cls(earlier, later, days[:14])


def _told(
    rows: tuple[StorySummary, ...], total: int, days: tuple[Day, ...], day: str
) -> tuple[int, int]:
    """Return how many stories and pages a day has."""
    pages = next((each.pages for each in days if each.day == day), 0)
    return total or len(rows), pages
