"""How much a change matters: harmless, notable, or alters the meaning, with the reason."""

from collections import Counter
from collections.abc import Sequence

from ..model import ChangeKind, Grade
from ..text import folded_words

_NEGATORS = frozenset(
    "not no never none nobody nothing neither nor nowhere cannot without hardly barely refuse "
    "refuses refused deny denies denied".split()
)
# Words that bound a statement: with or without them it claims more, or less.
_BOUNDS = frozenset(
    "if unless until only all every some most many few several almost nearly about around may might "
    "could should must would likely probably possibly perhaps maybe always sometimes alleged "
    "allegedly reportedly but however although though except more less least than before after".split()
)
_HELPING = frozenset(
    "do does did is are was were will would can could has have had any a an".split()
)
# "we agree" against "nobody agreed": a word beside the negator may change with it.
_MOST_OTHERS = 2
_LITTLE = frozenset(
    "a an the of to in on at for and that this these those which who is are was were be been it its "
    "so very just also too then there here well now".split()
)
_MARKED = ("...", "…", "[")


def is_negation(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether one side denies what the other does not: an odd number of negators came or went.

    A clause that is left out whole takes its negator with it and denies nothing.
    """
    if (_negators(before) - _negators(after)) % 2 == 0:
        return False
    left, right = Counter(before), Counter(after)
    others = [
        word
        for word in ((left - right) + (right - left)).elements()
        if not _negates(word) and word not in _HELPING
    ]
    return len(others) <= _MOST_OTHERS


def _negators(words: Sequence[str]) -> int:
    return sum(_negates(word) for word in words)


def _negates(word: str) -> bool:
    return word in _NEGATORS or word.endswith(("n't", "n’t"))


def grade(kind: ChangeKind, before: str, after: str) -> tuple[Grade, str]:
    """Return the grade of a change and why.

    >>> grade("figure", "2,500", "3,500")[0]
    'alters meaning'
    """
    if kind == "negation":
        return "alters meaning", "one denies what the other does not"
    if kind == "figure":
        return "alters meaning", "another number"
    if kind == "attribution":
        return "alters meaning", "given to another speaker"
    if kind == "splice":
        return "notable", "two utterances are joined into one"
    if kind in ("punctuation", "orthographic"):
        if ("?" in before) != ("?" in after):
            return "notable", "a question on one side only"
        return "harmless", "the words are the same"
    changed = _changed(before, after)
    bounds = sorted(changed & _BOUNDS)
    if kind == "transposition":
        if folded_words(before) != folded_words(after) and _bounds_neighbours(before):
            return "notable", "the same words, but what bounds them stands elsewhere"
        return "harmless", "the same words in another order"
    if kind == "truncation":
        return _graded_cut(before)
    if bounds and kind != "grammatical":
        return "alters meaning", f"bounds what is said: {', '.join(bounds)}"
    return _graded_words(kind, before, after, changed)


def _graded_cut(before: str) -> tuple[Grade, str]:
    words = folded_words(before)
    if words and words[0] in {"but", "however", "unless", "if", "except", "although"}:
        return "alters meaning", f"what was cut takes back a part: “{words[0]}”"
    return "notable", "a part is left out without a sign"


def _graded_words(
    kind: ChangeKind, before: str, after: str, changed: set[str]
) -> tuple[Grade, str]:
    if kind == "grammatical":
        if changed & _BOUNDS:
            return "notable", "tense or mood differs"
        return "harmless", "another form of the same words"
    if changed <= _LITTLE:
        return "harmless", "only little words differ"
    if kind == "omission":
        if any(mark in after for mark in _MARKED):
            return "harmless", "the omission is marked"
        return "notable", "words are left out without a sign"
    if kind == "addition":
        if after.lstrip().startswith("["):
            return "harmless", "the addition stands in brackets"
        return "notable", "words are added"
    return "notable", "other words"


def _bounds_neighbours(moved: str) -> bool:
    """Whether among words that changed places one bounds or denies its neighbours."""
    return any(word in _BOUNDS | _NEGATORS for word in folded_words(moved))


def _changed(before: str, after: str) -> set[str]:
    left, right = Counter(folded_words(before)), Counter(folded_words(after))
    return set((left - right) + (right - left))
