"""The stemma as shapes: rings for witnesses, lines whose weight is the share carried, labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import Account, Article, ArticleId, StemmaEdge, Witness
from ..stemma_marks import Mark, stemma_marks
from ..wording import (
    join_names,
    likelihood,
)
from .phrases import day_worded
from .stemma_labels import cut, label, lost_room
from .stemma_layout import NARROW, WIDE, Canvas, Layout, lay_out, mark_moment

_RADIUS = 13.0
_CORNER = 11.0
# Mean advance of a character of the system sans at the label's size, so that a long name is cut
# before the drawing's edge and not by it.
_CHARACTER = 8.0
_THINNEST, _THICKEST = 1.25, 5.0
# Letters of a folded mark's names that pointing at it tells; the list below it has all.
_NAMES_READ_OUT = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A derivation: its path, its weight, and how sure it is ("very-likely", "likely", "undecided")."""

    path: str
    weight: float
    style: str
    second: bool


@dataclass(frozen=True, slots=True)
class Fold:
    """The pages that one mark stands for, and those copied from them that are not drawn."""

    title: str
    pages: tuple[Witness, ...]
    branch: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """A mark in its place: what stands in it, beside it, and what it says when pointed at."""

    x: float
    y: float
    inside: str
    name: str
    told: str
    title: str
    anchor: str | None
    lost: bool
    root: bool
    many: bool
    fold: Fold | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing of a stemma for one width."""

    kind: str
    width: int
    height: float
    top: float
    lines: tuple[Line, ...]
    rings: tuple[Ring, ...]
    ticks: tuple[tuple[float, str], ...]


def draw_stemma(
    account: Account, articles: Mapping[ArticleId, Article], anchors: Mapping[str, str]
) -> tuple[Drawing, ...]:
    """Return the stemma of an account drawn wide and narrow; `anchors` leads from sigla to table rows."""
    marks = stemma_marks(account, articles)
    root_lost = any(mark.lost and not mark.edges for mark in marks)
    wide = replace(WIDE, left=lost_room(account) + 28) if root_lost else WIDE
    return (
        _draw("wide", wide, marks, account, articles, anchors),
        _draw("narrow", NARROW, marks, account, articles, anchors),
    )


def _draw(
    kind: str,
    canvas: Canvas,
    marks: Sequence[Mark],
    account: Account,
    articles: Mapping[ArticleId, Article],
    anchors: Mapping[str, str],
) -> Drawing:
    moments = {mark.sigil: mark_moment(mark, articles) for mark in marks}
    layout = lay_out(marks, moments, canvas)
    by_sigil = {mark.sigil: mark for mark in marks}
    lines = tuple(
        _line(mark, by_sigil[edge.origin], edge, layout, second=number > 0)
        for mark in marks
        for number, edge in enumerate(edge for edge in mark.edges if edge.origin in by_sigil)
    )
    rings = tuple(_ring(mark, layout, canvas, account, articles, anchors) for mark in marks)
    ticks = tuple((tick.x, day_worded(tick.day, year=False)) for tick in layout.ticks)
    top = canvas.top if ticks else 0
    return Drawing(kind, canvas.width, layout.height, top, lines, rings, ticks)


def _line(mark: Mark, origin: Mark, edge: StemmaEdge, layout: Layout, *, second: bool) -> Line:
    begin, end = layout.places[origin.sigil], layout.places[mark.sigil]
    if second:
        path = _curve(begin, end)
    elif origin.lost:
        path = _from_lost(begin, end)
    else:
        path = _from_extant(begin, end)
    carried = edge.shared
    if carried is None:
        carried = mark.witnesses[0].shared if mark.witnesses else 1.0
    weight = _THINNEST + (_THICKEST - _THINNEST) * min(max(carried, 0.0), 1.0)
    return Line(path, round(weight, 2), likelihood(edge.confidence).replace(" ", "-"), second)


def _from_lost(begin: tuple[float, float], end: tuple[float, float]) -> str:
    """Leave sideways, turn on a trunk close by, run in along the row of the end."""
    (x0, y0), (x1, y1) = begin, end
    if abs(y1 - y0) < 1:
        return f"M{x0 + _RADIUS:.1f},{y0:.1f}H{x1 - _RADIUS:.1f}"
    trunk = x0 + _RADIUS + min(_CORNER, (x1 - x0 - 2 * _RADIUS) / 2)
    reach = max(min(_CORNER, trunk - x0 - _RADIUS, abs(y1 - y0) / 2), 0)
    turn = reach if y1 > y0 else -reach
    return (
        f"M{x0 + _RADIUS:.1f},{y0:.1f}H{trunk - reach:.1f}Q{trunk:.1f},{y0:.1f} {trunk:.1f},{y0 + turn:.1f}"
        f"V{y1 - turn:.1f}Q{trunk:.1f},{y1:.1f} {trunk + reach:.1f},{y1:.1f}H{x1 - _RADIUS:.1f}"
    )


def _from_extant(begin: tuple[float, float], end: tuple[float, float]) -> str:
    """Leave downwards, so that the label beside the ring stays clear, and run in along the row."""
    (x0, y0), (x1, y1) = begin, end
    if y1 <= y0:
        return _curve(begin, end)
    reach = min(_CORNER, max(x1 - x0 - _RADIUS, 0))
    return (
        f"M{x0:.1f},{y0 + _RADIUS:.1f}V{y1 - reach:.1f}"
        f"Q{x0:.1f},{y1:.1f} {x0 + reach:.1f},{y1:.1f}H{x1 - _RADIUS:.1f}"
    )


def _curve(begin: tuple[float, float], end: tuple[float, float]) -> str:
    (x0, y0), (x1, y1) = begin, end
    sign = 1 if y1 >= y0 else -1
    return (
        f"M{x0:.1f},{y0 + sign * _RADIUS:.1f}"
        f"C{x0:.1f},{(y0 + y1) / 2:.1f} {x1 - 46:.1f},{y1:.1f} {x1 - _RADIUS:.1f},{y1:.1f}"
    )


def _ring(
    mark: Mark,
    layout: Layout,
    canvas: Canvas,
    account: Account,
    articles: Mapping[ArticleId, Article],
    anchors: Mapping[str, str],
) -> Ring:
    x, y = layout.places[mark.sigil]
    is_folded = len(mark.witnesses) > 1 or bool(mark.branch)
    room = int((canvas.width - x - _RADIUS - 10) / _CHARACTER)
    name, told = label(mark, account, articles, _NAMES_READ_OUT)
    title = f"{name}: {told}" if told else name
    if mark.edges:
        origins = join_names([edge.origin for edge in mark.edges])
        title += f", from {origins} ({likelihood(mark.edges[0].confidence)})"
    beside, beneath = label(mark, account, articles, int(room * 1.15))
    return Ring(
        x=round(x, 1),
        y=round(y, 1),
        inside=mark.sigil if len(mark.witnesses) < 2 else f"{len(mark.witnesses)}×",
        name=cut(beside, room),
        told=cut(beneath, int(room * 1.15)),
        title=title,
        anchor=anchors.get(f"fold {mark.sigil}" if is_folded else mark.sigil),
        lost=mark.lost,
        root=not mark.edges,
        many=is_folded,
        fold=Fold(name, mark.witnesses, mark.branch) if is_folded else None,
    )
