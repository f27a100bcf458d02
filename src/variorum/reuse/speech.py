"""Speech: words that several texts put between quotation marks are somebody's, in every article.

One page sets a statement or a post in quotation marks, the next shows it bare; only together do
they tell that the bare words are no reporter's.
"""

import numpy as np

from .pairs import Pairs
from .texts import SAME, find_texts
from .voices import QUOTED
from .wording import Places
from .wordings import Wordings

# In how many other texts the words must be quoted. One text may quote the article itself.
FEWEST_TEXTS = 2


def mark_speech(pairs: Pairs, wordings: Wordings) -> Places:
    """Turn narrated words that stand quoted in several other texts to quoted, in place.

    Returns for each article the one that stands for its text.
    """
    narrated = wordings.narrated()
    alike: list[tuple[int, int]] = []
    words: list[Places] = [np.zeros(0, dtype=np.int64)]
    others: list[Places] = [np.zeros(0, dtype=np.int64)]
    for shared in pairs.blocks(wordings):
        same = np.minimum(*shared.shares(wordings, narrated)) >= SAME
        lefts, rights = shared.left_articles, shared.right_articles
        alike += zip(lefts[same].tolist(), rights[same].tolist(), strict=True)
        left_bare, right_bare = shared.quoted_there(wordings)
        words += (shared.lefts[left_bare], shared.rights[right_bare])
        others += (rights[shared.pairs[left_bare]], lefts[shared.pairs[right_bare]])
    texts = find_texts(alike, len(wordings.articles))
    tallies = count_texts(np.concatenate(words), texts[np.concatenate(others)], wordings)
    wordings.voices[tallies >= FEWEST_TEXTS] = QUOTED
    return texts


def count_texts(words: Places, texts: Places, wordings: Wordings) -> Places:
    """Count for each word of all articles the different texts that are given beside it."""
    return count_marks(mark_texts(words, texts, wordings), wordings)


def mark_texts(words: Places, texts: Places, wordings: Wordings) -> Places:
    """Return a number for each word and text given beside it, once each, in order."""
    # Sorted, since looking for the different ones by hashes takes ten times as long.
    marks = words * len(wordings.articles) + texts
    marks.sort()
    fresh = np.ones(len(marks), dtype=np.bool_)
    np.not_equal(marks[1:], marks[:-1], out=fresh[1:])
    different: Places = marks[fresh]
    return different


def count_marks(marks: Places, wordings: Wordings) -> Places:
    """Count the different marks of each word of all articles."""
    return np.bincount(marks // max(1, len(wordings.articles)), minlength=len(wordings.voices))
