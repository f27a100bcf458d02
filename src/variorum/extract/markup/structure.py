"""Features of the blocks of a page by their place in its structure."""

from collections.abc import Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from .names import MARKS
from .outline import Outline
from .standing import Numbers, Shares, Standing, Structure

Matrix = NDArray[np.float32]
Columns = Iterator[NDArray[np.generic]]

_NAMES = (
    "p", "li", "td", "h1", "h2", "h3", "h4", "h5", "blockquote", "figcaption", "div", "dd", "dt",
    "pre", "section", "article", "figure", "header", "footer", "aside", "ul",
)  # fmt: skip
_COLUMN = {name: at for at, name in enumerate((*_NAMES, "another block"))}
_LIKE = {"th": "td", "h6": "h5"}
# A block of so many letters, fewer than this share of them in links, is prose as far as structure
# is judged: menus and buttons are shorter, teasers are links.
_PROSE = 60
_LINKED = 0.4
_LEVELS = 5
_MAIN = (0.4, 0.6, 0.8)
_DEEPEST = 10
_OWN = tuple(mark for mark in MARKS if mark.startswith(("called", "says", "hidden")))
_OWN_BITS = np.array([1 << MARKS.index(mark) for mark in _OWN], dtype=np.int64)
_BITS = np.array([1 << at for at in range(len(MARKS))], dtype=np.int64)

_FEATURES = (
    *(f"is {name}" for name in _COLUMN),
    "share in links",
    "share in bold",
    "share in italics",
    "not in the markup",
    *(f"ancestor: {mark}" for mark in MARKS),
    *(f"own: {mark}" for mark in _OWN),
    "depth (log)",
    "texts (log)",
    *(f"share of prose, {level} up" for level in range(_LEVELS)),
    *(f"share of letters, {level} up" for level in range(_LEVELS)),
    *(f"share in links, {level} up" for level in range(1, _LEVELS)),
    "share of prose among siblings",
    "siblings that are prose (log)",
    "share of prose on its path",
    "share of prose on its parent's path",
    "blocks on its path (log)",
    *(f"inside the part with {share:.0%} of the prose" for share in _MAIN),
    *(f"levels below the part with {share:.0%} of the prose" for share in _MAIN),
    *(f"same {what} as above" for what in ("element", "parent", "path")),
    *(f"same {what} as below" for what in ("element", "parent", "path")),
)
_SHIFTED = tuple(
    _FEATURES.index(name)
    for name in (
        "is p", "is li", "is h2", "is h3", "is figcaption", "share in links", "share in bold",
        "share of prose, 1 up", "share of prose on its path",
        "share of prose among siblings", "inside the part with 60% of the prose",
        "ancestor: in figure", "ancestor: in list", "ancestor: in aside", "ancestor: called related",
        "ancestor: called comment", "ancestor: called caption", "ancestor: called body",
    )
)  # fmt: skip
_SHIFTS = (-2, -1, 1, 2)


def structure_names() -> tuple[str, ...]:
    """Return the names of the columns of `structure_matrix`."""
    shifted = (f"{_FEATURES[at]}, {by:+d}" for by in _SHIFTS for at in _SHIFTED)
    return (*_FEATURES, *shifted)


def structure_matrix(structure: Structure) -> Matrix:
    """Return a row for each block of a page: its place in the structure of the page."""
    columns = chain(_of_blocks(structure), _of_shares(structure), _of_paths(structure))
    count = len(structure.standing.letters)
    own = np.hstack([np.asarray(each, np.float32).reshape(count, -1) for each in columns])
    return np.hstack([own, *(_shifted(own[:, _SHIFTED], by) for by in _SHIFTS)])


def _of_blocks(structure: Structure) -> Columns:
    elements, standing, names = structure.elements, structure.standing, structure.names()
    kinds = np.zeros((len(names), len(_COLUMN)))
    last = len(_NAMES)
    kinds[np.arange(len(names)), [_COLUMN.get(_LIKE.get(name, name), last) for name in names]] = 1
    yield kinds
    yield from (standing.linked, standing.bold, standing.italic)
    yield standing.texts == 0
    yield (elements.marks[standing.holders][:, None] & _BITS) > 0
    near = (
        elements.own_marks[standing.holders]
        | elements.own_marks[standing.elements]
        | elements.own_marks[standing.parents]
    )
    yield (near[:, None] & _OWN_BITS) > 0
    yield np.log1p(elements.depths[standing.elements])
    yield np.log1p(standing.texts)


def _of_shares(structure: Structure) -> Columns:
    """Yield what shares of the page's prose, letters and links stand in the parts around each block."""
    elements, standing = structure.elements, structure.standing
    prose = _prose(standing)
    last = _last_within(structure.outline)
    within = _sums_within(last, standing, prose)
    total, letters = max(1.0, prose.sum()), max(1.0, float(standing.letters.sum()))
    levels = [standing.elements]
    for _ in range(_LEVELS - 1):
        levels.append(elements.parents[levels[-1]])
    yield from (within[level, 0] / total for level in levels)
    yield from (within[level, 1] / letters for level in levels)
    yield from (within[level, 2] / np.maximum(1, within[level, 1]) for level in levels[1:])
    count = len(elements.parents)
    yield np.bincount(standing.parents, prose, count)[standing.parents] / total
    yield np.log1p(np.bincount(standing.parents, prose > 0, count)[standing.parents])
    by_path, by_parent = (
        np.bincount(elements.paths[each], prose, count)[elements.paths[each]]
        for each in (standing.elements, standing.parents)
    )
    yield from (by_path / total, by_parent / total)
    paths = elements.paths[standing.elements]
    yield np.log1p(np.bincount(paths, minlength=count)[paths])
    yield from _of_main(structure, last, within[:, 0])


def _prose(standing: Standing) -> Shares:
    is_prose = (standing.letters >= _PROSE) & (standing.linked < _LINKED)
    return np.where(is_prose, standing.letters, 0).astype(np.float64)


def _sums_within(last: Numbers, standing: Standing, prose: Shares) -> Shares:
    """Return how many letters of prose, of all and of links stand in each element and all below it."""
    count = len(last)
    own = (prose, standing.letters, standing.letters * standing.linked)
    sums = np.zeros((count + 1, len(own)))
    for column, each in enumerate(own):
        np.cumsum(np.bincount(standing.elements, each, count), out=sums[1:, column])
    # Elements are in the order of opening: whatever stands in one comes right after it.
    return np.asarray(sums[last + 1] - sums[:-1])


def _of_main(structure: Structure, last: Numbers, prose: Shares) -> Columns:
    """Yield whether each block stands in the smallest parts that hold most of the prose, and how deep."""
    elements, standing = structure.elements, structure.standing
    insides, depths = [], []
    for share in _MAIN:
        # The deepest element with more than half of the prose is the last that opens; with less
        # than half there may be two, and the later serves as well.
        main = int(np.flatnonzero(prose >= share * prose[0])[-1]) if prose[0] else 0
        inside = (standing.elements >= main) & (standing.elements <= last[main])
        levels = elements.depths[standing.elements] - elements.depths[main]
        insides.append(inside)
        depths.append(np.where(inside, np.minimum(_DEEPEST, levels), 2 * _DEEPEST) / _DEEPEST)
    yield from insides
    yield from depths


def _last_within(outline: Outline) -> Numbers:
    """Return for each element the last that stands in it."""
    last = list(range(len(outline.parents)))
    for at in range(len(last) - 1, 0, -1):
        up = outline.parents[at]
        if last[at] > last[up]:
            last[up] = last[at]
    return np.array(last, dtype=np.int64)


def _of_paths(structure: Structure) -> Columns:
    """Yield whether each block has its element, its parent and its path in common with its neighbours."""
    elements, standing = structure.elements, structure.standing
    kinds = (standing.elements, standing.parents, elements.paths[standing.elements])
    alike = [each[1:] == each[:-1] for each in kinds]
    yield from (np.concatenate([[False], each]) for each in alike)
    yield from (np.concatenate([each, [False]]) for each in alike)


def _shifted(rows: Matrix, by: int) -> Matrix:
    moved = np.zeros_like(rows)
    if by < 0:
        moved[-by:] = rows[:by]
    else:
        moved[: len(rows) - by] = rows[by:]
    return moved
