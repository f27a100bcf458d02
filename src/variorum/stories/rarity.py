"""How rare words are: in news at large, and among the texts of one affair."""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from .bags import Bags, Floats, Ints
from .profile import PAIR_SHIFT
from .words import background

# The shipped table counts as so many articles: rarer than in one of them no word can be.
_ARTICLES = 200
# A number of one report stands in some report elsewhere, too.
_NUMBERS = 500
# However often the texts of an affair have a word, it stays this rare. Reports of one large event
# share their words and nothing else holds them together: without this bound the 106 accounts of the
# summit pages' main story fall into parts of 13 at the most, with it 93 stay. On the labelled stories
# .6 and .7 group alike; with 1 (nothing learned from the affair) B-cubed F1 is .008 lower.
_LEAST_PART = 0.7

Weighing = Callable[[Ints, Ints], Floats]
_PAIR_MASK = (1 << PAIR_SHIFT) - 1


class Rarity:
    """What words, pairs of words and numbers weigh among some texts, or in news at large for none.

    Two texts show whether they may tell of one event by themselves, before anything else is looked at.
    Which of those that hang together tell of the same day of an affair, the rest of them shows: what
    all of them write about is what tells none of them apart.
    """

    def __init__(self, texts: Sequence[Bags] = ()) -> None:
        self.words = _words(texts)
        self._articles = _ARTICLES + len(texts) + 1
        self._numbers = _NUMBERS + len(texts)
        self._alone = not texts

    def of_words(self, terms: Ints, _: Ints) -> Floats:
        """Return the weights of words."""
        return np.asarray(self.words[terms])

    def of_pairs(self, terms: Ints, spread: Ints) -> Floats:
        """Return the weights of pairs of words, of which `spread` texts have each."""
        both = self.words[terms >> PAIR_SHIFT] + self.words[terms & _PAIR_MASK]
        if self._alone:
            return np.asarray(both)
        rare = np.log(self._articles / _seen(spread)) / np.log(self._articles / 1.5)
        return np.asarray(both * rare)

    def of_numbers(self, _: Ints, spread: Ints) -> Floats:
        """Return the weights of numbers, of which `spread` texts have each."""
        # Where nothing is known of a number, it counts as one that two reports share.
        spread = np.full_like(spread, 2) if self._alone else spread
        return np.asarray(np.log((self._numbers + 2 * self._alone) / (spread + 0.5)))


def _words(texts: Sequence[Bags]) -> Floats:
    """Return how rare the word of each place is."""
    if not texts:
        return at_large()
    _, share = background()
    terms, spread = np.unique(
        np.concatenate([each.words.terms for each in texts]), return_counts=True
    )
    total = _ARTICLES + len(texts) + 1
    among = np.log(total / (_ARTICLES * share[terms] + _seen(spread)))
    words = at_large().copy()
    words[terms] = np.maximum(among, _LEAST_PART * words[terms])
    return words


def _seen(spread: Ints) -> Floats:
    """Return in how many texts beside any two that share it a term counts as seen.

    Those two show nothing of how common it is: to count them, too, parts affairs of three or four
    reports of one event, and costs .003 of B-cubed F1 on the labelled stories.
    """
    return np.asarray(np.maximum(spread - 2.0, 0.0) + 1.5)


@cache
def at_large() -> Floats:
    """Return how rare the word of each place is in news at large."""
    _, share = background()
    return np.asarray(np.maximum(np.log((_ARTICLES + 3) / (_ARTICLES * share + 1.5)), 0.0))
