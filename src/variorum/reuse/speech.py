"""Speech: words that several texts put between quotation marks are somebody's, in every article.

One page sets a statement or a post in quotation marks, the next shows it bare; only together do
they tell that the bare words are no reporter's.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from ..model import ArticleId
from .passages import Matched
from .voices import NARRATIVE, QUOTED
from .words import Places, Words

# In how many other texts the words must be quoted. One text may quote the article itself.
FEWEST_TEXTS = 2


def mark_speech(pairs: Sequence[Matched], texts: Mapping[ArticleId, ArticleId]) -> None:
    """Turn narrated words that stand quoted in several other texts to quoted, in place.

    `texts` gives for each article the one that stands for its text.
    """
    quoted: dict[tuple[ArticleId, ArticleId], list[Places]] = defaultdict(list)
    articles: dict[ArticleId, Words] = {}
    for pair in pairs:
        for one, other, here, there in (
            (pair.left, pair.right, pair.lefts, pair.rights),
            (pair.right, pair.left, pair.rights, pair.lefts),
        ):
            bare = (one.voices[here] == NARRATIVE) & (other.voices[there] == QUOTED)
            if bare.any():
                articles[one.article.id] = one
                quoted[one.article.id, texts[other.article.id]].append(here[bare])
    tallies = {article: np.zeros(len(words.numbers), int) for article, words in articles.items()}
    for (article, _), found in quoted.items():
        tallies[article][np.unique(np.concatenate(found))] += 1
    changed = {article for article, tally in tallies.items() if tally.max() >= FEWEST_TEXTS}
    for article in changed:
        articles[article].voices[tallies[article] >= FEWEST_TEXTS] = QUOTED
    for pair in pairs:
        if pair.left.article.id in changed or pair.right.article.id in changed:
            pair.hear()
