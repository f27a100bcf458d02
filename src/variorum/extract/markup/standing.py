"""Where the blocks of a rendering stand in the outline of their page."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..body.wrapping import Block
from .names import BOLD, ITALIC, LINK
from .outline import Outline, read_outline
from .placing import place_texts, squeeze

Numbers = NDArray[np.int64]
Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Elements:
    """The columns of an outline that are numbers, as arrays."""

    parents: Numbers
    depths: Numbers
    blocks: Numbers
    paths: Numbers
    own_marks: Numbers
    marks: Numbers


@dataclass(frozen=True, slots=True)
class Standing:
    """Of each block: its letters, the element that holds most of them, and what share is in links.

    `holders` are the innermost elements, `elements` the blocks of the markup that those are or
    stand in, `parents` what those stand in; `texts` counts the texts between tags of each block.
    """

    letters: Numbers
    holders: Numbers
    elements: Numbers
    parents: Numbers
    texts: Numbers
    linked: Shares
    bold: Shares
    italic: Shares


@dataclass(frozen=True, slots=True)
class Structure:
    """The structure of a page, and where each block of its rendering stands in it."""

    outline: Outline
    elements: Elements
    standing: Standing

    def names(self) -> list[str]:
        """Return the name of each block's element."""
        names = self.outline.names
        return [names[each] for each in self.standing.elements.tolist()]

    def carry(self, mark: int) -> NDArray[np.bool_]:
        """Return for each block whether its element or one around that carries `mark`."""
        return np.asarray((self.elements.marks[self.standing.holders] & mark) != 0)


def read_structure(markup: str, blocks: Sequence[Block], text: str) -> Structure:
    """Return the structure of a page whose rendering is `text`, and where its blocks stand."""
    outline = read_outline(markup)
    elements = _elements_of(outline)
    return Structure(outline, elements, _find_standing(outline, elements, blocks, text))


def _elements_of(outline: Outline) -> Elements:
    return Elements(
        *(
            np.array(column, dtype=np.int64)
            for column in (
                outline.parents,
                outline.depths,
                outline.blocks,
                outline.paths,
                outline.own_marks,
                outline.marks,
            )
        )
    )


def _find_standing(
    outline: Outline, elements: Elements, blocks: Sequence[Block], text: str
) -> Standing:
    squeezed, before = squeeze(text)
    begins = before[[block.begin for block in blocks]]
    ends = before[[block.end for block in blocks]]
    letters = np.maximum(1, ends - begins)
    places = place_texts(outline.texts, squeezed)
    kept = np.flatnonzero(places >= 0)
    sizes = np.array([len(each) for each in outline.texts], dtype=np.int64)[kept]
    holders = np.array(outline.holders, dtype=np.int64)[kept]
    at = np.searchsorted(ends, places[kept], side="right").clip(0, len(blocks) - 1)

    def share(mark: int) -> Shares:
        marked = np.where(elements.marks[holders] & mark, sizes, 0)
        return np.asarray(np.minimum(1.0, np.bincount(at, marked, len(blocks)) / letters))

    longest = _longest(at, sizes, holders, len(blocks))
    inner = elements.blocks[longest]
    return Standing(
        letters,
        longest,
        inner,
        elements.parents[inner],
        np.bincount(at, minlength=len(blocks)),
        share(LINK),
        share(BOLD),
        share(ITALIC),
    )


def _longest(at: Numbers, sizes: Numbers, holders: Numbers, count: int) -> Numbers:
    """Return the holder of each block's longest text; the root for blocks none of whose was found."""
    order = np.lexsort((-sizes, at))
    seen, first = np.unique(at[order], return_index=True)
    found = np.zeros(count, dtype=np.int64)
    found[seen] = holders[order][first]
    return found
