"""Where the marks of a stemma stand: a row each, time from left to right, lines that cross no label.

An extant witness has a row of its own, its label to the right of it; a lost one stands at the
middle of its descendants. Rows follow the tree depth first and every mark is right of what it
derives from, so a line may run along the row it leads to without meeting a label.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ...model import Article, ArticleId, Moment
from ..stemma_marks import Mark

# Half by rank, half by the clock: by the clock alone one late page pushes all others into a blot,
# by rank alone a copy of the same hour looks as far away as one of the next week.
_BY_RANK = 0.5
# Under this distance the rings of a lost witness and its copy touch.
_LEAST_GAP = 28


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room that a drawing has: its width, the stretch in which marks may stand, row height.

    Marks of a deep tree may stand as far right as `limit`, at the cost of their labels' length.
    """

    width: int
    left: int
    right: int
    limit: int
    row: int
    gap: int
    top: int = 30


WIDE = Canvas(width=900, left=34, right=560, limit=640, row=50, gap=52)
NARROW = Canvas(width=326, left=18, right=112, limit=196, row=56, gap=32)


@dataclass(frozen=True, slots=True)
class Tick:
    """The first mark of a day, on the axis above."""

    x: float
    day: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of every mark by its sigil, the axis, and the height that came of it."""

    places: Mapping[str, tuple[float, float]]
    ticks: tuple[Tick, ...]
    height: float


def instant(moment: Moment) -> datetime:
    """Return a moment as a time to order by: in UTC where it names a zone, else as it stands.

    A page that gives only its day stands at noon: at midnight it would look like the first of all.
    """
    if moment.precision == "day":
        return datetime.fromisoformat(f"{moment.value[:10]}T12:00")
    value = datetime.fromisoformat(moment.value)
    if value.tzinfo is not None:
        value = value.replace(tzinfo=None) - (value.utcoffset() or timedelta())
    return value


def mark_moment(mark: Mark, articles: Mapping[ArticleId, Article]) -> Moment | None:
    """Return the earliest time of a mark's pages, if any of them gives one."""
    pages = mark.witnesses or mark.branch
    moments = (articles[witness.article].published for witness in pages)
    return min((moment for moment in moments if moment), key=instant, default=None)


def lay_out(marks: Sequence[Mark], moments: Mapping[str, Moment | None], canvas: Canvas) -> Layout:
    """Return the places of the marks on a canvas; `moments` are the times of their sigla."""
    times = {sigil: instant(moment) for sigil, moment in moments.items() if moment}
    days = {sigil: moment.day.isoformat() for sigil, moment in moments.items() if moment}
    children, roots = _tree(marks, times)
    order = _depth_first(roots, children)
    dated = _no_later_than_copies(order, children, times)
    across = _columns(order, children, dated, canvas)
    down = _rows(order, children, {mark.sigil for mark in marks if mark.lost})
    has_axis = len(set(times.values())) > 1
    top = canvas.top if has_axis else canvas.row / 2 - 8
    places = {sigil: (across[sigil], top + canvas.row * (down[sigil] + 0.5)) for sigil in order}
    height = top + canvas.row * (max(down.values(), default=0) + 1)
    kept = {sigil: day for sigil, day in days.items() if dated[sigil] == times[sigil]}
    return Layout(places, _axis(across, kept) if has_axis else (), height)


def _tree(
    marks: Sequence[Mark], times: Mapping[str, datetime]
) -> tuple[dict[str, list[str]], list[str]]:
    """Return the descendants of each mark by its strongest edge, early ones first, and the roots."""
    sigla = {mark.sigil for mark in marks}
    rank = {mark.sigil: number for number, mark in enumerate(marks)}

    def early(sigil: str) -> tuple[bool, datetime, int]:
        time = times.get(sigil)
        return time is None, time or datetime.min, rank[sigil]

    children: dict[str, list[str]] = defaultdict(list)
    roots: list[str] = []
    for mark in marks:
        origins = [edge.origin for edge in mark.edges if edge.origin in sigla - {mark.sigil}]
        (children[origins[0]] if origins else roots).append(mark.sigil)
    for siblings in (*children.values(), roots):
        siblings.sort(key=early)
    reached = set(_depth_first(roots, children))
    # A ring of derivations has no root; it must not vanish from the drawing for that.
    for mark in marks:
        if mark.sigil not in reached:
            for siblings in children.values():
                if mark.sigil in siblings:
                    siblings.remove(mark.sigil)
            roots.append(mark.sigil)
            reached |= set(_depth_first([mark.sigil], children))
    return children, roots


def _depth_first(roots: Sequence[str], children: Mapping[str, list[str]]) -> list[str]:
    order: list[str] = []
    seen: set[str] = set()
    stack = list(reversed(roots))
    while stack:
        sigil = stack.pop()
        if sigil in seen:
            continue
        seen.add(sigil)
        order.append(sigil)
        stack += reversed(children.get(sigil, []))
    return order


def _no_later_than_copies(
    order: Sequence[str], children: Mapping[str, list[str]], times: Mapping[str, datetime]
) -> dict[str, datetime]:
    """Return the times with every exemplar no later than its copies, whatever its page says.

    Pages are dated anew when they are touched; an exemplar drawn at such a date would push all its
    copies to the right edge.
    """
    dated = dict(times)
    for sigil in reversed(order):
        copies = [dated[child] for child in children.get(sigil, []) if child in dated]
        if sigil in dated:
            dated[sigil] = min([dated[sigil], *copies])
    return dated


def _columns(
    order: Sequence[str],
    children: Mapping[str, list[str]],
    times: Mapping[str, datetime],
    canvas: Canvas,
) -> dict[str, float]:
    """Return how far right each mark stands: by time where known, always right of its exemplar."""
    depth = _depths(order, children)
    deepest = max(depth.values(), default=0)
    right = max(canvas.right, min(canvas.limit, canvas.left + _LEAST_GAP * deepest))
    gap = min(canvas.gap, (right - canvas.left) / max(deepest, 1))
    dated = _by_time(times)
    # Dated marks leave room on the left for the undated ones they all derive from.
    start = canvas.left + gap * min((depth[sigil] for sigil in dated), default=0)
    across: dict[str, float] = {}
    parent = {child: sigil for sigil, siblings in children.items() for child in siblings}
    for sigil in order:
        least = across[parent[sigil]] + gap if sigil in parent else canvas.left
        wanted = start + dated[sigil] * (right - start) if sigil in dated else least
        latest = right - gap * _height(sigil, children)
        across[sigil] = max(least, min(wanted, latest))
    return across


def _depths(order: Sequence[str], children: Mapping[str, list[str]]) -> dict[str, int]:
    depth = dict.fromkeys(order, 0)
    for sigil in order:
        for child in children.get(sigil, []):
            depth[child] = depth[sigil] + 1
    return depth


def _height(sigil: str, children: Mapping[str, list[str]]) -> int:
    """Return how many generations follow a mark."""
    generations = 0
    row = children.get(sigil, [])
    while row:
        generations += 1
        row = [grandchild for child in row for grandchild in children.get(child, [])]
    return generations


def _by_time(times: Mapping[str, datetime]) -> dict[str, float]:
    """Return a place between 0 and 1 for each dated mark, half by its rank, half by the clock."""
    moments = sorted(set(times.values()))
    if len(moments) < 2:
        return dict.fromkeys(times, 0.0)
    whole = (moments[-1] - moments[0]).total_seconds()
    ranks = {moment: number / (len(moments) - 1) for number, moment in enumerate(moments)}
    return {
        sigil: _BY_RANK * ranks[time] + (1 - _BY_RANK) * (time - moments[0]).total_seconds() / whole
        for sigil, time in times.items()
    }


def _rows(
    order: Sequence[str], children: Mapping[str, list[str]], lost: set[str]
) -> dict[str, float]:
    """Return the row of each mark: extant ones count down, lost ones stand amid their descendants."""
    down: dict[str, float] = {}
    row = 0
    for sigil in order:
        if sigil not in lost or not children.get(sigil):
            down[sigil] = row
            row += 1
    for sigil in reversed(order):
        if sigil not in down:
            below = [down[child] for child in children[sigil]]
            down[sigil] = (min(below) + max(below)) / 2
    return down


def _axis(across: Mapping[str, float], days: Mapping[str, str]) -> tuple[Tick, ...]:
    """Return a tick where each day, as its pages give it, begins."""
    begins: dict[str, float] = {}
    for sigil, day in days.items():
        begins[day] = min(begins.get(day, across[sigil]), across[sigil])
    ticks: list[Tick] = []
    for day, x in sorted(begins.items(), key=lambda each: each[1]):
        # Two days' names need this much room side by side.
        if not ticks or x - ticks[-1].x >= 62:
            ticks.append(Tick(x, day))
    return tuple(ticks)
