"""When each page of a story came: a row an account, a mark a page, time from left to right."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..export.html.accounts_view import account_headline, account_title
from ..export.html.palette import Sign
from ..export.html.phrases import day_worded, moment_worded, outlet_heading
from ..export.html.register import Register
from ..export.html.stemma_labels import cut
from ..export.html.stemma_layout import instant
from ..model import Account, Article

_MOST_ROWS = 14
_TOP = 34
# Two day names side by side need so much room, two marks of a row so much not to hide each other.
_TICK_ROOM, _MARK_ROOM = 74, 15


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room for a picture: width, where lines begin and end, height of a row, how far up its name is."""

    kind: str
    width: int
    left: int
    right: int
    row: int
    lift: int
    letters: int


_WIDE = Canvas("wide", 900, 240, 878, 40, 0, 26)
_NARROW = Canvas("narrow", 326, 2, 322, 58, 24, 34)


@dataclass(frozen=True, slots=True)
class Mark:
    """A page: its place, what it says when pointed at."""

    article: str
    x: float
    y: float
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """An account: its sign, its name, its pages."""

    sign: Sign
    id: str
    name: str
    y: float
    name_y: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing for one width."""

    canvas: Canvas
    height: float
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture; `undated` pages and the accounts `left` have no place in it."""

    drawings: tuple[Drawing, ...]
    undated: int
    accounts_left: int
    first: str
    last: str


def draw_timeline(register: Register) -> Timeline | None:
    """Return the timeline of a story; `None` where fewer than two times are known."""
    dated = {
        article.id: (instant(article.published), article)
        for account in register.accounts
        for key in account.articles
        if (article := register.articles[key]).published
    }
    times = sorted(time for time, _ in dated.values() if time)
    if len(set(times)) < 2:
        return None
    accounts = [each for each in register.accounts if any(a in dated for a in each.articles)]
    shown = accounts[:_MOST_ROWS]
    titles = Counter(account_title(each) for each in shown)
    pages = sum(len(each.articles) for each in register.accounts)
    return Timeline(
        tuple(
            _draw(shown, register, titles, (times[0], times[-1]), each) for each in (_WIDE, _NARROW)
        ),
        pages - len(dated),
        len(accounts) - len(shown),
        day_worded(times[0].date().isoformat()),
        day_worded(times[-1].date().isoformat()),
    )


def _draw(
    accounts: Sequence[Account],
    register: Register,
    titles: Mapping[str, int],
    whole: tuple[datetime, datetime],
    canvas: Canvas,
) -> Drawing:
    rows = tuple(
        _row(
            account,
            _name(account, register, titles),
            _TOP + canvas.row * (number + 0.5) + canvas.lift / 2,
            register,
            whole,
            canvas,
        )
        for number, account in enumerate(accounts)
    )
    height = _TOP + canvas.row * len(rows) + 6
    return Drawing(canvas, height, rows, _ticks(*whole, canvas))


def _place(time: datetime, first: datetime, last: datetime, canvas: Canvas) -> float:
    share = (time - first) / (last - first)
    return round(canvas.left + 12 + share * (canvas.right - canvas.left - 24), 1)


def _name(account: Account, register: Register, titles: Mapping[str, int]) -> str:
    """Return what to call an account: several texts of one agency are told apart by their headlines."""
    if len(account.witnesses) == 1:
        return outlet_heading(register.articles[account.articles[0]])
    title = account_title(account)
    headline = account_headline(account)
    if titles[title] == 1 or headline is None:
        return title
    return f"{account.origin.agency or account.origin.outlet}: {headline}"


def _row(
    account: Account,
    name: str,
    y: float,
    register: Register,
    whole: tuple[datetime, datetime],
    canvas: Canvas,
) -> Row:
    pages = [register.articles[each] for each in account.articles]
    dated = sorted(
        ((instant(page.published), page) for page in pages if page.published),
        key=lambda each: (each[0], each[1].id),
    )
    places = _apart([_place(time, *whole, canvas) for time, _ in dated], canvas)
    marks = tuple(
        Mark(page.id, x, y, _title(page)) for x, (_, page) in zip(places, dated, strict=True)
    )
    shown = cut(name, canvas.letters)
    return Row(register.sign(account.id), account.id, shown, y, y - canvas.lift, marks)


def _apart(places: Sequence[float], canvas: Canvas) -> list[float]:
    """Move marks that would hide each other to the right, and all back where that leads too far."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + _MARK_ROOM) if moved else place)
    limit = canvas.right - 10.0
    for at in range(len(moved) - 1, -1, -1):
        moved[at] = min(moved[at], limit)
        limit = moved[at] - _MARK_ROOM
    return [round(max(place, canvas.left + 8), 1) for place in moved]


def _title(page: Article) -> str:
    return ", ".join(filter(None, (outlet_heading(page), moment_worded(page.published))))


def _ticks(first: datetime, last: datetime, canvas: Canvas) -> tuple[tuple[float, str], ...]:
    """Return where days begin; of many days as many as have room."""
    ticks: list[tuple[float, str]] = []
    day = first.date()
    while day <= last.date():
        midnight = datetime.combine(day, datetime.min.time())
        x = _place(max(midnight, first), first, last, canvas)
        fits = not ticks or x - ticks[-1][0] >= _TICK_ROOM
        if fits and x <= canvas.width - _TICK_ROOM:
            ticks.append((x, day_worded(day.isoformat(), year=False)))
        day += timedelta(days=max(1, (last - first).days // 8))
    return tuple(ticks)
