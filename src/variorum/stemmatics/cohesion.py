"""Cohesion: whether a passage speaks of what the rest of the text speaks of.

A paragraph that a desk put in from elsewhere shares few names, figures and long words with the text;
one that others cut shares what paragraphs of one text share.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# A word tells of the matter when it is long, a name or a number; of long ones the stem.
_LONG, _NAME, _STEM = 6, 3, 6
# Fewer telling words say nothing.
_FEWEST = 4
# Half of the passages of an agency's articles share this part of their telling words with so many
# words of the rest, growing with its length: .19 with 60, .25 with 150, .33 with 400 (4,000
# paragraphs); those of other articles a third of that.
_USUAL, _USUAL_WORDS, _GROWTH = 0.19, 60.0, 0.3
# From the share over the usual one to a logarithm of odds, where half of what is put in is on the
# same matter and reads like the text: such as the tables of both give it, and no more than that.
_SLOPE, _EVEN = 1.2, 0.8
_AGAINST, _FOR = -1.2, 0.9
STRANGE = -1.5
# A paragraph that shares less with all the rest is from elsewhere: two in a hundred are of the text,
# thirty-four of other texts.
_FOREIGN = 0.1
_FEWEST_FOREIGN = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """The stems of the words of a stretch that tell of the matter, and how many words it has.

    Whether a capital makes a name hangs on what stands before the stretch: `opening` are the stems
    where it begins a sentence, `within` those where it does not; `ends` says whether it ends one.
    """

    opening: frozenset[str]
    within: frozenset[str]
    words: int
    ends: bool

    @classmethod
    def of(cls, words: Iterable[str]) -> "Telling":
        """Look once through the words of a stretch."""
        listed = list(words)
        rest = _telling(listed[1:], begins=bool(listed) and _ends(listed[0]))
        opening, within = (_telling(listed[:1], begins=begins) | rest for begins in (True, False))
        return cls(
            frozenset(opening), frozenset(within), len(listed), bool(listed) and _ends(listed[-1])
        )


def lean(passage: Telling, rest: Sequence[Telling]) -> float:
    """Return how much rather a passage belongs to a text than not, as a logarithm of odds.

    >>> strange = Telling.of("Mayor Brandt of Selwyn praised harbour pilots".split())
    >>> lean(strange, [Telling.of(["rain"] * 60)])
    -0.96
    """
    words = sum(each.words for each in rest)
    if len(passage.opening) < _FEWEST or not words:
        return 0.0
    shared = _count_shared(passage, rest) / len(passage.opening)
    usual: float = _USUAL * (words / _USUAL_WORDS) ** _GROWTH
    return max(_AGAINST, min(_FOR, _SLOPE * (shared / usual - _EVEN)))


def is_foreign(paragraph: Telling, rest: Sequence[Telling]) -> bool:
    """Tell whether a paragraph shares next to nothing with the rest of a text."""
    own = len(paragraph.opening)
    return own >= _FEWEST_FOREIGN and _count_shared(paragraph, rest) < _FOREIGN * own


def _count_shared(passage: Telling, rest: Iterable[Telling]) -> int:
    """Return how many of its stems stand in the rest, whose stretches follow each other."""
    found: set[str] = set()
    begins = True
    for each in rest:
        if each.words:
            found |= passage.opening & (each.opening if begins else each.within)
            begins = each.ends
    return len(found)


def _telling(words: Iterable[str], *, begins: bool) -> set[str]:
    """Return the stems of the words that tell of the matter."""
    found: set[str] = set()
    for word in words:
        letters = word.strip("“”\"'‘’.,;:!?()[]")
        is_name = letters[:1].isupper() and not begins and len(letters) >= _NAME
        if len(letters) >= _LONG or is_name or letters.isdigit():
            found.add(letters[:_STEM].casefold())
        begins = _ends(word)
    return found


def _ends(word: str) -> bool:
    return word.endswith((".", "!", "?", "”", '"'))
