"""Renderings word under word: columns in which every rendering stands beneath the fullest one."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from ...text import folded_words

State = Literal["base", "paired", "same", "swapped", "added", "dropped", "moved", "left", "empty"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One rendering's word in a column, and what was done to it; `dropped` and `left` show what is gone."""

    text: str
    state: State


@dataclass(frozen=True, slots=True)
class WordColumn:
    """One place across all renderings, the fullest first."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Aligned:
    """One rendering against the base: a cell a base word, and the words added before each of them."""

    cells: tuple[Cell, ...]
    added: tuple[tuple[Cell, ...], ...]


def interlinear(base: str, others: Sequence[str]) -> tuple[WordColumn, ...]:
    """Return the columns of a base text and the others aligned to it word by word.

    >>> [column.cells[1].state for column in interlinear("no more loans", ["no loans"])]
    ['same', 'dropped', 'same']
    """
    words = base.split()
    aligned = [_align(words, other.split()) for other in others]
    columns: list[WordColumn] = []
    for place in range(len(words) + 1):
        columns += _added_columns([each.added[place] for each in aligned])
        if place < len(words):
            below = [each.cells[place] for each in aligned]
            swapped = any(cell.state == "swapped" for cell in below)
            cells = [Cell(words[place], "paired" if swapped else "base"), *below]
            columns.append(WordColumn(tuple(cells)))
    return tuple(columns)


def _added_columns(added: Sequence[Sequence[Cell]]) -> list[WordColumn]:
    empty = Cell("", "empty")
    return [
        WordColumn((empty, *(cells[number] if number < len(cells) else empty for cells in added)))
        for number in range(max((len(cells) for cells in added), default=0))
    ]


def _align(base: Sequence[str], other: Sequence[str]) -> _Aligned:
    left, right = [_compared(word) for word in base], [_compared(word) for word in other]
    cells = [Cell(word, "dropped") for word in base]
    added: list[list[int]] = [[] for _ in range(len(base) + 1)]
    # Without autojunk=False a word that is frequent in a long text would not be aligned at all.
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        paired = min(i2 - i1, j2 - j1)
        for step in range(paired):
            state: State = "same" if tag == "equal" else "swapped"
            cells[i1 + step] = Cell(other[j1 + step], state)
        added[i1 + paired] += range(j1 + paired, j2)
    moved = _moved(left, right, cells, added)
    return _Aligned(
        tuple(
            Cell(cell.text, "left") if cell.state == "dropped" and left[i] in moved else cell
            for i, cell in enumerate(cells)
        ),
        tuple(
            tuple(Cell(other[j], "moved" if right[j] in moved else "added") for j in run)
            for run in added
        ),
    )


def _moved(
    left: Sequence[str],
    right: Sequence[str],
    cells: Sequence[Cell],
    added: Sequence[Sequence[int]],
) -> set[str]:
    """Return the words that are gone in one place and new in another, as often here as there."""
    gone = sorted(left[i] for i, cell in enumerate(cells) if cell.state == "dropped")
    new = sorted(right[j] for run in added for j in run)
    return {word for word in gone if gone.count(word) == new.count(word)}


def _compared(word: str) -> str:
    """Return the form in which a word compares: marks and case aside, unless it is nothing else."""
    return " ".join(folded_words(word)) or word
