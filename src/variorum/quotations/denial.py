"""Denial: which words deny, and which deny each other by their form."""

import re
from collections import Counter
from collections.abc import Sequence

from ..collation.spelling import same_lexeme

_NEGATORS = frozenset(
    "not no never none nobody nothing neither nor nowhere cannot without hardly barely scarcely "
    "rarely seldom ain't nope unable".split()
)
_CONTRACTED = re.compile(r"^(\w+)n't$")
_REFUSING = re.compile(
    r"(?:refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing|ion)?"
    r"|lack(?:s|ed|ing)?)$"
)
# These deny only what an infinitive names: sales may decline, and a bank may fail.
_FAILING = re.compile(r"(?:fail(?:s|ed|ing|ure)?|declin(?:e|es|ed|ing)|neglect(?:s|ed|ing)?)$")
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "dys", "anti")
# What is left of these without their first letters is another word, not their opposite.
_NO_OPPOSITES = frozenset(
    "inside instead income input invest intend inform inn inland indeed invent unit union until "
    "under import improve impress imply impact discover discount display disease district dispatch "
    "disorder discharge mission missing mister miss".split()
)
_VERBS = frozenset(
    "do does did is are was were am be been has have had will would can could should shall may might "
    "must".split()
)
_SHORTEST_STEM = 3
# Words that come and go with a denial and do not change what is said otherwise.
_BESIDE = frozenset(
    "do does did is are was were be been am has have had will would can could should shall may might "
    "must to of a an the any some all every each one body thing ever always yes with both either "
    "everybody everyone everything anybody anyone anything somebody someone something everywhere "
    "anywhere somewhere so else often usually sometimes frequently accept accepts accepted confirm "
    "confirms confirmed admit admits admitted agree agrees agreed manage manages managed succeeded "
    "approve approved wo ca sha".split()
)
# "we agree" against "nobody agreed": a word beside what denies may change with it. A clause that
# is left out or put in whole takes its "not" with it and denies nothing.
_MOST_OTHERS = 1
_MOST_OTHERS_PAIRED = 4


def is_denied(before: Sequence[str], after: Sequence[str], following: Sequence[str] = ()) -> bool:
    """Whether one side denies what the other says: an odd number of denials came or went.

    Words are folded; `following` are those behind the place.

    >>> is_denied(["possible"], ["impossible"]), is_denied(["not"], ["never"])
    (True, False)
    """
    if not denies_more(before, after, following):
        return False
    left, right = _unprefixed(before, after), _unprefixed(after, before)
    one, other = without_denial(left), without_denial(right)
    if before and after and bool(one) != bool(other):
        # Nothing says that the words which one side has besides answer to those of the other.
        return False
    if before and after and not one and not other and not _answer(before, after):
        return False
    differing = _differing(one, other)
    return len(differing) <= (_MOST_OTHERS_PAIRED if before and after else _MOST_OTHERS)


def _answer(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether two sides of little words can be one said and denied: "is" and "isn't", not "by" and "not".

    A "not" needs its verb on the other side; "never", "nobody" or "without" stand for a word.
    """
    for denying, plain in ((before, after), (after, before)):
        told = [word for word in denying if denies(word)]
        if told and all(word == "not" or _CONTRACTED.match(word) for word in told):
            verbal = any(word in _VERBS or _REFUSING.match(word) for word in plain)
            return list(denying) != ["not"] and verbal
    return True


def denies_more(before: Sequence[str], after: Sequence[str], following: Sequence[str] = ()) -> bool:
    """Whether an odd number of denials came or went: two undo each other."""
    left, right = _unprefixed(before, after), _unprefixed(after, before)
    denials = _denials(left, right, following), _denials(right, left, following)
    return (denials[0] - denials[1]) % 2 == 1


def is_bare_denial(
    before: Sequence[str], after: Sequence[str], following: Sequence[str] = ()
) -> bool:
    """Whether one side denies what the other says, and nothing else but the forms of words differs.

    >>> is_bare_denial(["he", "wants"], ["he", "doesn't", "want"]), is_bare_denial(["a"], ["no", "red"])
    (True, False)
    """
    if not is_denied(before, after, following):
        return False
    one = without_denial(_unprefixed(before, after))
    other = without_denial(_unprefixed(after, before))
    return len(one) == len(other) and all(
        left == right or same_lexeme(left, right) for left, right in zip(one, other, strict=True)
    )


def without_denial(words: Sequence[str]) -> list[str]:
    """Return the words that neither deny nor come and go with a denial."""
    return [word for word in _affirmed(words) if word not in _BESIDE]


def denies(word: str) -> bool:
    """Whether a folded word denies by itself."""
    return word in _NEGATORS or _CONTRACTED.match(word) is not None


def _denials(words: Sequence[str], others: Sequence[str], following: Sequence[str]) -> int:
    refusing = not any(_REFUSING.match(word) for word in others)
    infinitive = "to" in words or (bool(following) and following[0] == "to")
    failing = infinitive and not any(_FAILING.match(word) for word in others)
    return sum(
        denies(word)
        or bool(refusing and _REFUSING.match(word))
        or bool(failing and _FAILING.match(word))
        for word in words
    )


def _affirmed(words: Sequence[str]) -> list[str]:
    """Return the words without those that deny; of "isn't" stays "is"."""
    left = []
    for word in words:
        contracted = _CONTRACTED.match(word)
        if contracted:
            left.append(contracted.group(1))
        elif word == "cannot":
            left.append("can")
        elif word not in _NEGATORS and not _REFUSING.match(word) and not _FAILING.match(word):
            left.append(word)
    return left


def _unprefixed(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the words, those of which the other side has the opposite as "not" and that."""
    plain: list[str] = []
    for word in words:
        stem = next((other for other in others if is_opposite(word, other)), None)
        plain += [word] if stem is None else ["not", stem]
    return plain


def is_opposite(word: str, other: str) -> bool:
    """Whether a word denies another by its form: "unfair" of "fair", "careless" of "careful".

    >>> is_opposite("unlikely", "likely"), is_opposite("income", "come")
    (True, False)
    """
    if len(other) >= _SHORTEST_STEM and word.endswith(other) and word not in _NO_OPPOSITES:
        return word.removesuffix(other) in _PREFIXES
    return (
        word.endswith("less")
        and other.endswith("ful")
        and word.removesuffix("less") == other.removesuffix("ful")
    )


def _differing(left: Sequence[str], right: Sequence[str]) -> list[str]:
    one, other = Counter(left), Counter(right)
    return list(((one - other) + (other - one)).elements())
