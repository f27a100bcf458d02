"""The wording of one article: its words as numbers, and where each stands, in arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..model import Paragraph
from .lettering import letter

Numbers = npt.NDArray[np.unsignedinteger[Any]]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of an article: the number of each one's folded form, and where it stands.

    `begins` and `ends` count from the beginning of the first paragraph, the paragraphs laid end to
    end with one character between two; `starts` says where each paragraph begins there.
    """

    numbers: Numbers
    begins: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int32]

    @property
    def paragraphs(self) -> Places:
        """The number of the paragraph in which each word stands."""
        return np.searchsorted(self.starts, self.begins, side="right") - 1


def read_wording(paragraphs: Sequence[Paragraph]) -> Wording:
    """Return the words of an article's paragraphs in order."""
    texts = [paragraph.text for paragraph in paragraphs]
    found = letter(["\n".join(texts)])
    return Wording(found.numbers, found.begins, found.ends, paragraph_starts(texts))


def paragraph_starts(texts: Sequence[str]) -> npt.NDArray[np.int32]:
    """Return where paragraphs begin when they are laid end to end with one character between two."""
    widths = np.fromiter((len(text) + 1 for text in texts), np.int32, len(texts))
    starts: npt.NDArray[np.int32] = np.cumsum(widths, dtype=np.int32) - widths
    return starts


def capture_places(paragraphs: Sequence[Paragraph], wording: Wording) -> tuple[Places, Places]:
    """Return where each word of an article begins and ends in the capture's text."""
    numbers = wording.paragraphs
    shifts = np.array([each.begin for each in paragraphs], dtype=np.int64) - wording.starts
    begins, ends = wording.begins + shifts[numbers], wording.ends + shifts[numbers]
    for number, paragraph in enumerate(paragraphs):
        if paragraph.joins:
            first, last = np.searchsorted(numbers, (number, number + 1))
            start = int(wording.starts[number])
            begins[first:last] = _offsets(paragraph, wording.begins[first:last] - start)
            ends[first:last] = _offsets(paragraph, wording.ends[first:last] - start - 1) + 1
    return begins, ends


def _offsets(paragraph: Paragraph, positions: npt.NDArray[np.int32]) -> Places:
    """Return what `Paragraph.offset` says of each of many positions."""
    starts, captured = np.array(paragraph.joins, dtype=np.int64).T
    places = np.searchsorted(starts, positions, side="right") - 1
    return np.where(
        places < 0, paragraph.begin + positions, captured[places] + positions - starts[places]
    )
