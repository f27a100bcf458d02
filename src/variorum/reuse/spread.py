"""Spread: passages that stand in many articles which otherwise share nothing are nobody's account.

A background paragraph that an agency repeats for weeks, an outlet's standing line, a biography,
a list of facts: what marks them is not their wording but where they stand.
"""

import numpy as np
import numpy.typing as npt

from .pairs import Pairs, Shared
from .speech import count_marks, mark_texts
from .voices import COMMON, NARRATIVE
from .wording import Places
from .wordings import Wordings

# A pair that shares less than this of both articles' narrated words is a stray pair: whatever
# they share is an exception in both. Copies and excerpts share more of at least one.
STRAY = 0.25
# In how many other texts a passage must stand, between stray pairs, to be common. One or two may
# be copies that took a paragraph; from three on it is told everywhere.
FEWEST_TEXTS = 3


class Spread:
    """In how many texts the words of stray pairs stand, counted over all pairs of a collection."""

    def __init__(self, pairs: Pairs, wordings: Wordings, texts: Places) -> None:
        """Count; `texts` gives for each article the one that stands for its text."""
        self._wordings = wordings
        self.narrated = wordings.narrated()
        # Block by block, since all shared words of stray pairs at once would be the most ever held.
        marks: list[Places] = [np.zeros(0, dtype=np.int64)]
        for shared in pairs.blocks(wordings):
            told = self._strays(shared)[shared.pairs] & (shared.voices == NARRATIVE)
            on = shared.pairs[told]
            others = texts[shared.right_articles[on]], texts[shared.left_articles[on]]
            words = shared.lefts[told], shared.rights[told]
            marks.append(mark_texts(np.concatenate(words), np.concatenate(others), wordings))
        together = np.concatenate(marks)
        marks.clear()
        together.sort()
        together = together[np.diff(together, prepend=-1) != 0]
        self._texts = count_marks(together, wordings).astype(np.int32)

    def mark(self, shared: Shared) -> dict[int, int]:
        """Turn the narrated words of stray pairs that stand in many texts to common, in place.

        Returns by the number of each changed pair in how many texts its widest passage stands.
        """
        spread = np.minimum(self._texts[shared.lefts], self._texts[shared.rights])
        told = (
            self._strays(shared)[shared.pairs]
            & (spread >= FEWEST_TEXTS)
            & (shared.voices == NARRATIVE)
        )
        shared.voices[told] = COMMON
        widest = np.zeros(len(shared.left_articles), dtype=np.int64)
        np.maximum.at(widest, shared.pairs[told], spread[told])
        return {shared.first + int(pair): int(widest[pair]) for pair in np.nonzero(widest)[0]}

    def _strays(self, shared: Shared) -> npt.NDArray[np.bool_]:
        return np.maximum(*shared.shares(self._wordings, self.narrated)) < STRAY
