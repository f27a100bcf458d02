"""Spread: passages that stand in many articles which otherwise share nothing are nobody's account.

A background paragraph that an agency repeats for weeks, an outlet's standing line, a biography,
a list of facts: what marks them is not their wording but where they stand.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from ..model import ArticleId
from .passages import Matched
from .voices import COMMON, NARRATIVE

# A pair that shares less than this of both articles' narrated words is a stray pair: whatever
# they share is an exception in both. Copies and excerpts share more of at least one.
STRAY = 0.25
# In how many other texts a passage must stand, between stray pairs, to be common. One or two may
# be copies that took a paragraph; from three on it is told everywhere.
FEWEST_TEXTS = 3

Counts = npt.NDArray[np.int64]


def mark_spread(pairs: Sequence[Matched], texts: Mapping[ArticleId, ArticleId]) -> dict[int, int]:
    """Turn the narrated words of stray pairs that stand in many texts to common, in place.

    `texts` gives for each article the one that stands for its text. Returns by the position of
    each changed pair in how many texts its widest passage stands.
    """
    strays = [number for number, pair in enumerate(pairs) if _is_stray(pair)]
    tellings = _tellings(pairs, strays, texts)
    changed: dict[int, int] = {}
    for number in strays:
        pair = pairs[number]
        spread = np.minimum(
            tellings[pair.left.article.id][pair.lefts], tellings[pair.right.article.id][pair.rights]
        )
        told = (spread >= FEWEST_TEXTS) & (pair.voices == NARRATIVE)
        if told.any():
            pair.voices[told] = COMMON
            changed[number] = int(spread[told].max())
    return changed


def _is_stray(pair: Matched) -> bool:
    return max(pair.shares) < STRAY


def _tellings(
    pairs: Sequence[Matched], strays: Sequence[int], texts: Mapping[ArticleId, ArticleId]
) -> dict[ArticleId, Counts]:
    """Count for each word of each article in how many other texts a stray pair finds it."""
    places: dict[tuple[ArticleId, ArticleId], list[Counts]] = defaultdict(list)
    lengths: dict[ArticleId, int] = {}
    for number in strays:
        pair = pairs[number]
        for one, other, words in (
            (pair.left, pair.right, pair.lefts),
            (pair.right, pair.left, pair.rights),
        ):
            article = one.article.id
            lengths[article] = len(one.numbers)
            places[article, texts[other.article.id]].append(words[pair.voices == NARRATIVE])
    tellings = {article: np.zeros(length, dtype=np.int64) for article, length in lengths.items()}
    for (article, _), found in places.items():
        tellings[article][np.unique(np.concatenate(found))] += 1
    return tellings
