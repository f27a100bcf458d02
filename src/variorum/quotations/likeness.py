"""How alike two wordings are: do they render one utterance?

Weighty words are shared, in whatever order, and most of the shorter wording is in the longer
one. Phrases that anybody might say are not enough: rare words weigh more than common ones.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from ..text import folded_words

_LITTLE = frozenset(
    "a an the of in on at to for from by with as and or but that this these those it its is are was "
    "were be been being am have has had do does did will would shall should can could may might must "
    "i me my we us our you your he him his she her they them their there here so very just also who "
    "which what when where how why if than then because about into out up down s t re ve ll d m "
    "i'm it's we're you're they're he's she's don't that's there's we've i've".split()
)
# Chosen by reading the groups that these values form on the summit pages, not yet measured on
# labelled pairs: lower, answers of one speaker to kindred questions come together; higher,
# translations of one sentence fall apart.
_LEAST_SHARE = 0.5
# A headline puts a sentence into its own words: it need not keep as much.
_LEAST_SHARE_OF_ANOTHER = 0.75
_FEWEST_SHARED = 3
_FEWEST_SHARED_OF_ANOTHER = 5
_FEWEST_SHARED_OF_ONE = 2
# The same six words in a row are hardly said twice by chance.
_LONG_ENOUGH = 6


@dataclass(frozen=True)
class Wording:
    """The words of a quotation, folded, and the weighty ones among them."""

    words: tuple[str, ...]

    @cached_property
    def weighty(self) -> Counter[str]:
        """The words that carry meaning, counted."""
        return Counter(word for word in self.words if word not in _LITTLE)


def wording_of(text: str) -> Wording:
    """Return the folded words of a quotation.

    >>> wording_of("Iran’s  Coal").words
    ("iran's", 'coal')
    """
    return Wording(tuple(folded_words(text)))


def word_weights(wordings: Iterable[Wording]) -> dict[str, float]:
    """Return the weight of every word: the rarer in these wordings, the heavier."""
    counts: Counter[str] = Counter()
    total = 0
    for wording in wordings:
        counts.update(wording.weighty.keys())
        total += 1
    return {word: 1.0 + log(total / count) for word, count in counts.items()}


def likeness(longer: Wording, shorter: Wording, weights: Mapping[str, float]) -> tuple[float, int]:
    """Return the share of the shorter wording's weight that the longer has, and the words shared."""
    shared = longer.weighty & shorter.weighty
    whole = sum(weights[word] * count for word, count in shorter.weighty.items())
    if not whole:
        return 0.0, 0
    weight = sum(weights[word] * count for word, count in shared.items())
    return weight / whole, sum(shared.values())


def render_one(
    longer: Wording, shorter: Wording, share: float, shared: int, *, same_speaker: bool | None
) -> bool:
    """Whether two wordings render one utterance; `same_speaker` is `None` where one is not known."""
    if longer.words == shorter.words and len(longer.words) >= _LONG_ENOUGH:
        return shared >= _FEWEST_SHARED
    if holds(longer.words, shorter.words):
        # A short phrase that stands in both says something only if one person said it.
        return shared >= _FEWEST_SHARED_OF_ANOTHER or (
            (
                same_speaker is not False
                and shared >= (_FEWEST_SHARED_OF_ONE if same_speaker else _FEWEST_SHARED)
            )
            or (bool(same_speaker) and longer.words == shorter.words)
        )
    if same_speaker:
        return share >= _LEAST_SHARE and shared >= _FEWEST_SHARED
    least = (
        _LEAST_SHARE_OF_ANOTHER
        if same_speaker is False
        else ((_LEAST_SHARE + _LEAST_SHARE_OF_ANOTHER) / 2)
    )
    return share >= least and shared >= _FEWEST_SHARED_OF_ANOTHER


def holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether one run of words stands in another without a break."""
    size = len(shorter)
    if not size:
        return False
    first = shorter[0]
    return any(
        longer[at] == first and tuple(longer[at : at + size]) == tuple(shorter)
        for at in range(len(longer) - size + 1)
    )
