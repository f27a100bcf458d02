"""How alike two wordings are: do they render one utterance?

Weighty words are shared, in whatever order, and most of the shorter wording is in the longer one;
or a run of words stands in both. Phrases that anybody might say are not enough: rare words weigh
more than common ones.
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
# Shares of the shorter wording's weight that must be in the longer one: spoken by the same person,
# by one unknown, by another. On the judged pairs of the summit pages .5 and .4 join the same pairs
# of one speaker; with .4 answers to kindred questions come together, with .6 a sentence that two
# reporters noted down apart falls in two.
_LEAST_SHARE = {True: 0.5, None: 0.625, False: 0.75}
# So many weighty words must be shared (those of a headline or a phrase are few).
_FEWEST_SHARED = {True: 3, None: 5, False: 5}
# A run that stands whole in the longer wording: the weighty words it needs.
_FEWEST_HELD = {True: 2, None: 3, False: 5}
# If it stands in that one wording alone of all, it needs one fewer, but three words in all.
_SHORTEST_ALONE = 3
# The same six words in a row are hardly said twice by chance; neither are so many at the end of
# one wording and the beginning of the next, if three of them are weighty.
_LONG_ENOUGH = 6
_FEWEST_IN_RUN = 3
# At the same place of two copies of one text a quotation is the same, however it was changed.
_SHARE_IN_PLACE = 0.3


@dataclass(frozen=True)
class Wording:
    """The words of a quotation, folded, and the weighty ones among them."""

    words: tuple[str, ...]

    @cached_property
    def weighty(self) -> Counter[str]:
        """The words that carry meaning, counted."""
        return Counter(word for word in self.words if word not in _LITTLE)

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Where each word stands."""
        found: dict[str, tuple[int, ...]] = {}
        for at, word in enumerate(self.words):
            found[word] = (*found.get(word, ()), at)
        return found


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two wordings share: weight and weighty words, and whether the shorter stands whole in the other.

    `run` is the longest stretch of words that both have, `weighty` the weighty words in it.
    """

    share: float
    shared: int
    held: bool
    run: int
    weighty: int


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


def telling_words(wording: Wording, weights: Mapping[str, float]) -> list[str]:
    """Return the rarest words of a wording that outweigh the rest of it.

    A wording with which it shares half of its weight has at least one of them.
    """
    if not wording.weighty:
        return list(dict.fromkeys(wording.words))
    ranked = sorted(wording.weighty, key=lambda word: (-weights[word], word))
    whole = sum(weights[word] * count for word, count in wording.weighty.items())
    told, weight = [], 0.0
    for word in ranked:
        told.append(word)
        weight += weights[word] * wording.weighty[word]
        if weight > whole / 2:
            break
    return told


def likeness(longer: Wording, shorter: Wording, weights: Mapping[str, float]) -> Likeness:
    """Return what two wordings share."""
    shared = longer.weighty & shorter.weighty
    whole = sum(weights[word] * count for word, count in shorter.weighty.items())
    weight = sum(weights[word] * count for word, count in shared.items())
    begin, end = longest_run(longer, shorter)
    return Likeness(
        weight / whole if whole else 0.0,
        sum(shared.values()),
        bool(shorter.words) and end - begin == len(shorter.words),
        end - begin,
        sum(word not in _LITTLE for word in shorter.words[begin:end]),
    )


def longest_run(longer: Wording, shorter: Wording) -> tuple[int, int]:
    """Return where in the shorter wording the longest run of words begins and ends that both have."""
    best = (0, 0)
    ending: dict[int, int] = {}
    for at, word in enumerate(shorter.words):
        ending = {place: ending.get(place - 1, 0) + 1 for place in longer.places.get(word, ())}
        length = max(ending.values(), default=0)
        if length > best[1] - best[0]:
            best = (at + 1 - length, at + 1)
    return best


def render_one(
    longer: Wording,
    shorter: Wording,
    found: Likeness,
    *,
    same_speaker: bool | None,
    alone: bool = False,
    same_place: bool = False,
) -> bool:
    """Whether two wordings render one utterance.

    `same_speaker` is `None` where one is not known; `alone` says that the shorter stands whole in
    no wording of another utterance, `same_place` that both stand at one place of one text.
    """
    if same_place and (found.held or found.share >= _SHARE_IN_PLACE):
        return True
    if longer.words == shorter.words and len(longer.words) >= _LONG_ENOUGH:
        return found.shared >= _FEWEST_IN_RUN
    if found.held:
        return _is_held(shorter, found, same_speaker, alone) or (
            bool(same_speaker) and longer.words == shorter.words
        )
    if same_speaker is not False and is_long(found):
        return True
    return (
        found.share >= _LEAST_SHARE[same_speaker] and found.shared >= _FEWEST_SHARED[same_speaker]
    )


def _is_held(shorter: Wording, found: Likeness, same_speaker: bool | None, alone: bool) -> bool:
    """Whether a phrase that stands in both says something: only if one person said it, or it is rare."""
    fewest = _FEWEST_HELD[same_speaker]
    if same_speaker is not False and alone and len(shorter.words) >= _SHORTEST_ALONE:
        fewest -= 1
    return found.weighty >= fewest or (
        same_speaker is None and len(shorter.words) >= _LONG_ENOUGH and found.weighty > 1
    )


def is_long(found: Likeness) -> bool:
    """Whether two wordings share so long a run of words that it was said once."""
    return found.run >= _LONG_ENOUGH and found.weighty >= _FEWEST_IN_RUN


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
