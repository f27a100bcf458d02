"""Two spellings of one word, two forms of one word, or two words."""

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from ..text import fold_word

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

_IRREGULAR = (
    "be is are was were been being am",
    "have has had having",
    "do does did done doing",
    "say says said saying",
    "go goes went gone going",
    "take takes took taken taking",
    "give gives gave given giving",
    "make makes made making",
    "see sees saw seen seeing",
    "tell tells told telling",
    "hold holds held holding",
    "meet meets met meeting",
    "lead leads led leading",
    "find finds found finding",
    "leave leaves left leaving",
    "bring brings brought bringing",
    "think thinks thought thinking",
    "buy buys bought buying",
    "fall falls fell fallen falling",
    "rise rises rose risen rising",
    "speak speaks spoke spoken speaking",
    "come comes came coming",
    "become becomes became becoming",
    "begin begins began begun beginning",
    "know knows knew known knowing",
    "show shows showed shown showing",
    "keep keeps kept keeping",
    "lose loses lost losing",
    "win wins won winning",
    "pay pays paid paying",
    "send sends sent sending",
    "stand stands stood standing",
    "will would shall should 'll 'd",
    "can could may might must",
    "man men",
    "woman women",
    "person people",
    "child children",
    "i me my mine we us our ours he him his she her hers they them their theirs it its you your yours one",
    "a an the",
    "this that these those",
    "who whom which that whose",
)
_FAMILY = {word: family for family, words in enumerate(_IRREGULAR) for word in words.split()}
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
    if _FAMILY.get(left, -1) == _FAMILY.get(right, -2):
        return True
    return bool(_stems(left) & _stems(right))


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
