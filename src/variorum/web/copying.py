"""The day's copying as a picture: on the left whose text it is, on the right who prints it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..archive.desk import Flow
from ..export.html.stemma_labels import cut

# More outlets than this no longer fit a screen; those that print least are counted together.
_MOST_TAKERS = 14
_MOST_GIVERS = 6
_WIDTH, _ROW, _TOP = 640, 30, 12
_LEFT, _RIGHT = 214, 420
_THINNEST, _THICKEST = 1.5, 12.0
_LETTERS = 25


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
class Copying:
    """The picture, and the same as rows."""

    width: int
    height: float
    left: float
    right: float
    givers: tuple[Name, ...]
    takers: tuple[Name, ...]
    strands: tuple[Strand, ...]
    flows: tuple[Flow, ...]
    left_out: int


def draw_copying(flows: Sequence[Flow]) -> Copying | None:
    """Return the picture of a day, `None` where nobody printed another's text."""
    if not flows:
        return None
    givers = _ranked([(each.giver, each.pages) for each in flows])[:_MOST_GIVERS]
    kept = [each for each in flows if each.giver in dict(givers)]
    takers = _ranked([(each.taker, each.pages) for each in kept])[:_MOST_TAKERS]
    kept = [each for each in kept if each.taker in dict(takers)]
    order = [name for name, _ in givers]
    takers.sort(key=lambda each: _pull(each[0], kept, order))
    rows = max(len(givers), len(takers))
    agencies = {each.giver for each in flows if each.is_agency}
    left = _column(givers, rows, agencies)
    right = _column(takers, rows, set())
    most = max(each.pages for each in kept)
    strands = tuple(
        _strand(each, left[order.index(each.giver)], right, most, order.index(each.giver) + 1)
        for each in kept
    )
    height = _TOP * 2 + rows * _ROW
    left_out = len({each.taker for each in flows}) - len(takers)
    return Copying(
        _WIDTH, height, _LEFT, _RIGHT, tuple(left), tuple(right), strands, tuple(flows), left_out
    )


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


def _column(names: Sequence[tuple[str, int]], rows: int, agencies: set[str]) -> list[Name]:
    step = rows * _ROW / len(names)
    return [
        Name(name, cut(name, _LETTERS), round(_TOP + step * (n + 0.5), 1), pages, name in agencies)
        for n, (name, pages) in enumerate(names)
    ]


def _strand(flow: Flow, giver: Name, takers: Sequence[Name], most: int, tint: int) -> Strand:
    taker = next(each for each in takers if each.name == flow.taker)
    weight = _THINNEST + (_THICKEST - _THINNEST) * flow.pages / most
    if most == 1:
        weight = 2.5
    middle = (_LEFT + _RIGHT) / 2
    path = f"M{_LEFT},{giver.y}C{middle},{giver.y} {middle},{taker.y} {_RIGHT},{taker.y}"
    return Strand(path, round(weight, 1), flow, tint)
