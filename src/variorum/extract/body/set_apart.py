"""What the markup of a page sets apart as its text: evidence beside the look of the lines."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...model import Span
from .line_model import BODY, Scores
from .roles import LineLabel
from .wrapping import Block

# Log odds of being body for a block that the markup's reader took and for one that it left out.
# Cross-validated on 515 pages, mean F1 of three sets: .955; the lines alone .941, the reader alone
# .880. Stronger belief helps pages of today and hurts those laid out in tables, where the reader
# takes menus (+2 and -4: .936); weaker loses on both (+1 and -1: .951).
_TAKEN, _LEFT = 1.0, -3.0
# Where the lines and the reader hardly agree, one of them is lost, as often the one as the other:
# the reader counts less there. From .6 to .95 the mean changed by .003.
_AGREEING = 0.6
_LEFT_IN_DOUBT = -1.0
_HALF = 0.5
# A block of fewer words that the reader left out between two that it took invites to a newsletter
# or to another article: of 11 such on the 515 pages, 8.
_BOX = 15


@dataclass(frozen=True, slots=True)
class SetApart:
    """The stretches of a rendering that a reader of the markup took for paragraphs and headings."""

    paragraphs: tuple[Span, ...]
    headings: tuple[Span, ...] = ()

    def odds(self, blocks: Sequence[Block], probabilities: Scores) -> NDArray[np.float64]:
        """Return for each block the log odds of being body, given what the lines alone say of it."""
        taken = self._shares(blocks, (*self.paragraphs, *self.headings)) > _HALF
        doubted = _agreement(blocks, taken, probabilities) < _AGREEING
        return np.where(taken, _TAKEN, _LEFT_IN_DOUBT if doubted else _LEFT)

    def settle(self, blocks: Sequence[Block], roles: Sequence[LineLabel]) -> list[LineLabel]:
        """Return the roles with headings by their markup named, and boxes within the text left out."""
        heads = self.heads(blocks)
        settled: list[LineLabel] = [
            "subheading" if role == "body" and head else role
            for role, head in zip(roles, heads, strict=True)
        ]
        taken = self._shares(blocks, self.paragraphs) > _HALF
        body = [at for at, role in enumerate(settled) if role == "body"]
        for above, at, below in zip(body, body[1:], body[2:], strict=False):
            short = len(blocks[at].text.split()) < _BOX
            if short and taken[above] and not taken[at] and taken[below]:
                settled[at] = "related"
        return settled

    def heads(self, blocks: Sequence[Block]) -> NDArray[np.bool_]:
        """Return which blocks are headings by their markup."""
        return self._shares(blocks, self.headings) > _HALF

    def _shares(self, blocks: Sequence[Block], spans: Sequence[Span]) -> NDArray[np.float64]:
        """Return the share of each block that stands in one of `spans`."""
        end = max((block.end for block in blocks), default=0)
        covered = np.zeros(end + 1)
        for span in spans:
            covered[span.begin : span.end] = 1
        sums = np.concatenate([[0.0], np.cumsum(covered)])
        begins = np.array([block.begin for block in blocks], dtype=np.int64)
        ends = np.array([block.end for block in blocks], dtype=np.int64)
        return np.asarray((sums[ends] - sums[begins]) / np.maximum(1, ends - begins))


def _agreement(blocks: Sequence[Block], taken: NDArray[np.bool_], probabilities: Scores) -> float:
    """Return the F1, in letters, of the blocks taken against those that look like body."""
    lengths = np.array([len(block.text) for block in blocks])
    likely = probabilities[:, BODY] > _HALF
    both = float(lengths[taken & likely].sum())
    return 2 * both / max(1.0, float(lengths[taken].sum() + lengths[likely].sum()))
