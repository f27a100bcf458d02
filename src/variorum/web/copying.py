"""The day's copying as a picture: on the left whose text it is, on the right who prints it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..archive.shelves.desk import Flow
from ..export.html.stemma_labels import cut

# More outlets than this no longer fit a screen; those that print least are counted together.
_MOST_TAKERS = 14
_MOST_GIVERS = 6
_ROW, _TOP = 30, 12
_THINNEST, _THICKEST, _ONE_PAGE = 1.5, 12.0, 2.5


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room for a picture: its width, where its strands begin and end, letters of a name."""

    kind: str
    width: int
    left: int
    right: int
    letters: int


_WIDE = Canvas("wide", 640, 214, 420, 25)
_NARROW = Canvas("narrow", 326, 128, 192, 16)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the picture, its place, and the address to which it leads."""

    name: str
    shown: str
    y: float
    pages: int
    is_agency: bool


@dataclass(frozen=True, slots=True)
class Strand:
    """Pages that one outlet has from one agency or other outlet."""

    path: str
    weight: float
    flow: Flow
    tint: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing for one width."""

    canvas: Canvas
    height: float
    givers: tuple[Name, ...]
    takers: tuple[Name, ...]
    strands: tuple[Strand, ...]


@dataclass(frozen=True, slots=True)
class Copying:
    """The picture, wide and narrow, and the same as rows."""

    drawings: tuple[Drawing, ...]
    flows: tuple[Flow, ...]
    left_out: int


def draw_copying(flows: Sequence[Flow]) -> Copying | None:
    """Return the picture of a day, `None` where nobody printed another's text."""
    if not flows:
        return None
    drawings = tuple(_draw(flows, canvas) for canvas in (_WIDE, _NARROW))
    left_out = len({each.taker for each in flows}) - len(drawings[0].takers)
    return Copying(drawings, tuple(flows), left_out)


def _draw(flows: Sequence[Flow], canvas: Canvas) -> Drawing:
    givers = _ranked([(each.giver, each.pages) for each in flows])[:_MOST_GIVERS]
    kept = [each for each in flows if each.giver in dict(givers)]
    takers = _ranked([(each.taker, each.pages) for each in kept])[:_MOST_TAKERS]
    kept = [each for each in kept if each.taker in dict(takers)]
    order = [name for name, _ in givers]
    takers.sort(key=lambda each: _pull(each[0], kept, order))
    rows = max(len(givers), len(takers))
    agencies = {each.giver for each in flows if each.is_agency}
    left = _column(givers, rows, agencies, canvas)
    right = _column(takers, rows, set(), canvas)
    most = max(each.pages for each in kept)
    strands = tuple(_strand(each, left, right, most, canvas) for each in kept)
    height = _TOP * 2 + rows * _ROW
    return Drawing(canvas, height, tuple(left), tuple(right), strands)


def _ranked(counted: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    sums: dict[str, int] = {}
    for name, pages in counted:
        sums[name] = sums.get(name, 0) + pages
    return sorted(sums.items(), key=lambda each: (-each[1], each[0]))


def _pull(taker: str, flows: Sequence[Flow], order: Sequence[str]) -> tuple[float, str]:
    """Put takers beside those from whom they have most, so that few strands cross."""
    own = [each for each in flows if each.taker == taker]
    pages = sum(each.pages for each in own)
    return sum(order.index(each.giver) * each.pages for each in own) / pages, taker


def _column(
    names: Sequence[tuple[str, int]], rows: int, agencies: set[str], canvas: Canvas
) -> list[Name]:
    step = rows * _ROW / len(names)
    return [
        Name(
            name=name,
            shown=cut(name, canvas.letters),
            y=round(_TOP + step * (n + 0.5), 1),
            pages=pages,
            is_agency=name in agencies,
        )
        for n, (name, pages) in enumerate(names)
    ]


def _strand(
    flow: Flow, givers: Sequence[Name], takers: Sequence[Name], most: int, canvas: Canvas
) -> Strand:
    tint, giver = next((n, each) for n, each in enumerate(givers, 1) if each.name == flow.giver)
    taker = next(each for each in takers if each.name == flow.taker)
    weight = _THINNEST + (_THICKEST - _THINNEST) * flow.pages / most if most > 1 else _ONE_PAGE
    middle = (canvas.left + canvas.right) / 2
    path = (
        f"M{canvas.left},{giver.y}C{middle},{giver.y} {middle},{taker.y} {canvas.right},{taker.y}"
    )
    return Strand(path, round(weight, 1), flow, tint)
