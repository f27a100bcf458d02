"""Cohesion: whether a passage speaks of what the rest of the text speaks of.

A paragraph that a desk put in from elsewhere shares few names, figures and long words with the text;
one that others cut shares what paragraphs of one text share.
"""

from collections.abc import Iterable, Sequence

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


def lean(passage: Iterable[str], rest: Sequence[str]) -> float:
    """Return how much rather a passage belongs to a text than not, as a logarithm of odds.

    >>> lean("Mayor Brandt of Selwyn praised harbour pilots".split(), ["rain"] * 60)
    -0.96
    """
    own = _telling(passage)
    if len(own) < _FEWEST or not rest:
        return 0.0
    shared = len(own & _telling(rest)) / len(own)
    usual: float = _USUAL * (len(rest) / _USUAL_WORDS) ** _GROWTH
    return max(_AGAINST, min(_FOR, _SLOPE * (shared / usual - _EVEN)))


def is_foreign(paragraph: Iterable[str], rest: Sequence[str]) -> bool:
    """Tell whether a paragraph shares next to nothing with the rest of a text."""
    own = _telling(paragraph)
    return len(own) >= _FEWEST_FOREIGN and len(own & _telling(rest)) < _FOREIGN * len(own)


def _telling(words: Iterable[str]) -> set[str]:
    """Return the stems of the words that tell of the matter."""
    found: set[str] = set()
    begins = True
    for word in words:
        letters = word.strip("“”\"'‘’.,;:!?()[]")
        is_name = letters[:1].isupper() and not begins and len(letters) >= _NAME
        if len(letters) >= _LONG or is_name or letters.isdigit():
            found.add(letters[:_STEM].casefold())
        begins = word.endswith((".", "!", "?", "”", '"'))
    return found
