"""Two spellings of one word, two forms of one word, or two words."""

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from ..text import fold_word
from .irregular import FAMILIES

# British to American, applied to both sides; what it does to other words does not matter, since
# only equality of two results is asked.
_HOUSE_SPELLING = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"is(e|ed|es|ing|er|ers)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing|er)$"), r"yz\1"),
    (re.compile(r"our(?=$|s$|ed$|ing$|ite|able|ful|hood|er|ly)"), "or"),
    (re.compile(r"(?<=[a-z]{2})([bt])re(s?)$"), r"\1er\2"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|or$|ors$|ment$|ful$)"), "l"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"amme(s?)$"), r"am\1"),
    (re.compile(r"(?<=[a-z])(ae|oe)(?=[a-z])"), "e"),
    (re.compile(r"^(toward|afterward|forward|among|amid|while|whil)(s|st|)$"), r"\1"),
)
_SAME_WORD = {
    "pct": "percent",
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "kerb": "curb",
    "cheque": "check",
    "gaol": "jail",
    "okay": "ok",
    "adviser": "advisor",
    "advisers": "advisors",
    "aluminium": "aluminum",
    "storey": "story",
    "per cent": "percent",
}
# Endings that turn one form of a word into another, longest first.
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "en", "s", "d", "n", "t", "'s", "'", "ly", "e")
# Under 5 letters one changed letter nearly always makes another word (war, car; north, forth is
# 5). Spellings of names (Hussein, Husein) differ by one or two letters of 6 or more.
_LONG_ENOUGH = 6
_LETTERS_A_SLIP = 6
# What two forms of one word share at the front: "deepen, deepening" 6, "is, was" 0.
_SHORTEST_STEM = 3

_CONTRACTIONS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\b(can't|cannot)\b"), "can not"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\blet's\b"), "let us"),
)
# After a noun this is a genitive: then no full form equals the other wording, and nothing is said.
_AMBIGUOUS = (
    (re.compile(r"'s\b"), (" is", " has")),
    (re.compile(r"'d\b"), (" had", " would")),
)
ARTICLES = frozenset({"a", "an", "the"})


@lru_cache(maxsize=16384)
def house_spelling(word: str) -> str:
    """Return a word in one house's spelling, without marks, case, accents, hyphens or points."""
    plain = re.sub(r"[^\w']", "", fold_word(word)).strip("'")
    plain = _SAME_WORD.get(plain, plain)
    for pattern, replacement in _HOUSE_SPELLING:
        plain = pattern.sub(replacement, plain)
    return plain


def same_spelling(one: str, other: str) -> bool:
    """Tell whether two words are spellings of one: house style, accents, or a slip in a long word."""
    left, right = house_spelling(one), house_spelling(other)
    if left == right:
        return True
    longest = max(len(left), len(right))
    if longest < _LONG_ENOUGH or left[:1] != right[:1] or any(c.isdigit() for c in left + right):
        return False
    if same_lexeme(one, other):
        return False
    slips = longest // _LETTERS_A_SLIP
    return bool(DamerauLevenshtein.distance(left, right, score_cutoff=slips) <= slips)


def same_lexeme(one: str, other: str) -> bool:
    """Tell whether two words are forms of one word (tense, number, person, case) or of one class."""
    left, right = (re.sub(r"[^\w']", "", fold_word(word)) for word in (one, other))
    if FAMILIES.get(left, -1) == FAMILIES.get(right, -2):
        return True
    return bool(_stems(left) & _stems(right))


def unfold_contractions(text: str) -> tuple[str, ...]:
    """Return the full forms that a wording may stand for, in small letters and with straight marks.

    >>> unfold_contractions("It’s late"), unfold_contractions("They don't")
    (('it is late', 'it has late', "it's late"), ('they do not',))
    """
    plain = fold_word(text)
    for pattern, full in _CONTRACTIONS:
        plain = pattern.sub(full, plain)
    for ending, readings in _AMBIGUOUS:
        if ending.search(plain):
            return (*(ending.sub(full, plain) for full in readings), plain)
    return (plain,)


@lru_cache(maxsize=16384)
def _stems(word: str) -> frozenset[str]:
    found = {word}
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_STEM:
            continue
        found.add(stem)
        if ending.startswith("ie"):
            found.add(stem + "y")
        if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
            found.add(stem[:-1])
    return frozenset(found)
