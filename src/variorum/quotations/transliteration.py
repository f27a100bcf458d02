"""One name in several spellings: do two words render the same sounds?

Names written in another script come in many romanisations, which keep the consonants and waver in
the vowels and in a few classes of letters (g, q, k; s, z; v, w). Two words are compared consonant
by consonant, and the vowels between them slot by slot.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Spelling = Literal["same", "alike", "near", "slip"]

# Letters that decomposition leaves as they are.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
# A group of letters and the sounds it writes, longest first. A capital stands for one sound; the
# class of a sound is what the same sound becomes in other romanisations.
_GROUPS: tuple[tuple[str, str], ...] = (
    ("shch", "X"),
    ("tsch", "C"),
    ("tch", "C"),
    ("sch", "X"),
    ("dzh", "J"),
    ("ch", "C"),
    ("sh", "X"),
    ("zh", "Z"),
    ("kh", "K"),
    ("gh", "G"),
    ("ph", "f"),
    ("th", "T"),
    ("dh", "D"),
    ("ck", "k"),
    ("ts", "W"),
    ("tz", "W"),
    ("dj", "J"),
    ("x", "ks"),
)
_CLASSES = {
    **dict.fromkeys("kKgGq", "k"),
    **dict.fromkeys("tT", "t"),
    **dict.fromkeys("dD", "d"),
    **dict.fromkeys("sz", "s"),
    **dict.fromkeys("vw", "v"),
    **dict.fromkeys("JjYZ", "j"),
}
_GROUP = re.compile("|".join(group for group, _ in _GROUPS))
_SOUNDS = dict(_GROUPS)
_SOFT = re.compile(r"c(?=[eiy])")
_MAC = re.compile(r"^mc(?=[^aeiou])|^mac(?=[^aeiouhk])")
_GLIDE = re.compile(r"^(?:y|i(?=[aou])|j)(?=[aeiou])")
# "Yeltsin" and "Eltsin"; "Fatimah" and "Fatima"; "Romanoff" and "Romanov"; "John" and "Jon".
_LEADING_GLIDE = re.compile(r"^Y(?=e)")
_SILENT = re.compile(r"(?<=[aeiouy])h(?=[^aeiouy]|$)")
_FINAL_F = re.compile(r"(?<=[eo])ff$")
_VOWEL_GROUPS = (
    (re.compile(r"ou|oo|uu"), "u"),
    (re.compile(r"ee|ie"), "i"),
    (re.compile(r"ue"), "u"),
    (re.compile(r"oe"), "o"),
    (re.compile(r"[iyj]{2,}$|y$"), "i"),
    (re.compile(r"[ea](?:[yj]+|i)"), "E"),
    (re.compile(r"ae|aa"), "a"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"ii+"), "i"),
)
_VOWELS = re.compile(r"[aeiouy]+j?(?![aeiou])|[aeiouy]+|(?<=[aeiouy])j(?![aeiou])")

# What it costs that one sound, or one slot of vowels, is written in another way. Set by reading
# pairs of one name in several romanisations (all well under the limits below) and pairs of kindred
# but different names (Hansen and Hanson, Maria and Mario: over them, or near only).
_WITHIN_CLASS = 0.05
# A plain g is no plain k: only where q, gh or kh is written does the romanisation waver.
_FAR_APART = ({"s", "z"}, {"g", "k"})
_APART = 0.3
_KINDRED_VOWELS = {
    frozenset("ei"): 0.15,
    frozenset("ou"): 0.1,
    frozenset("ae"): 0.2,
    frozenset("aE"): 0.2,
    frozenset("eE"): 0.2,
    frozenset("iE"): 0.2,
}
_OTHER_VOWEL = 0.25
_OTHER_VOWELS = 0.4
_VOWEL_LOST = 0.4
# The last vowel tells Julia from Jules, Maria from Mario; the first Ali from Oli.
_LAST_VOWEL = 1.0
# Up to here two spellings sound alike; up to the limit of their length they may.
_ALIKE = 0.1
_NEAR = (0.0, 0.1, 0.2, 0.4, 0.45)
# One letter lost, added, changed or two exchanged, in words of this length.
_SLIP_LENGTH = 6


@dataclass(frozen=True, slots=True)
class _Sounds:
    consonants: str
    vowels: tuple[str, ...]
    skeleton: str


@lru_cache(maxsize=1 << 16)
def plain_letters(word: str) -> str:
    """Return a word in small unaccented letters, without apostrophes and hyphens.

    >>> plain_letters("O’Brien"), plain_letters("Łukasz"), plain_letters("Jong-un")
    ('obrien', 'lukasz', 'jongun')
    """
    folded = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in folded if letter.isalnum())


def skeleton(word: str) -> str:
    """Return the classes of a word's consonants: spellings of one name share it.

    >>> skeleton("Qaddafi") == skeleton("Gadhafi")
    True
    """
    return _sounds(plain_letters(word)).skeleton


def sounds_of(word: str) -> tuple[str, ...]:
    """Return the skeletons of a word, two where kh may be a k or an h: what to look it up by."""
    plain = plain_letters(word)
    if "kh" not in plain:
        return (_sounds(plain).skeleton,)
    return _sounds(plain).skeleton, _sounds(plain.replace("kh", "h")).skeleton


def spelling_of(one: str, other: str) -> Spelling | None:
    """Return how two words can be spellings of one name, `None` where they are two names.

    `same`: letter by letter, accents aside; `alike`: they sound alike; `near`: the consonants
    agree and the vowels nearly; `slip`: one letter of a long word differs.

    >>> spelling_of("Zelensky", "Zelenskyy"), spelling_of("Mohammed", "Muhammad")
    ('alike', 'near')
    >>> spelling_of("Maria", "Mario") is None
    True
    """
    left, right = sorted((plain_letters(one), plain_letters(other)))
    return _spelling(left, right)


@lru_cache(maxsize=1 << 16)
def _spelling(one: str, other: str) -> Spelling | None:
    if not one or not other:
        return None
    if one == other:
        return "same"
    cost = _cost(_sounds(one), _sounds(other))
    if cost is None and ("kh" in one) != ("kh" in other):
        # "Kharkov" and "Harkov": where kh is no k it is an h.
        cost = _cost(_sounds(one.replace("kh", "h")), _sounds(other.replace("kh", "h")))
    if cost is not None:
        heard = len(_sounds(one).consonants)
        if cost <= _ALIKE:
            return "alike" if heard > 1 or cost == 0 else None
        if cost <= _NEAR[min(heard, len(_NEAR) - 1)]:
            return "near"
        if one[-1] in "aeiou" or other[-1] in "aeiou":
            return None
    return "slip" if _is_slip(one, other) else None


def _cost(one: _Sounds, other: _Sounds) -> float | None:
    """Return what it costs to read one word as the other; `None` where the consonants differ."""
    if one.skeleton != other.skeleton:
        return None
    cost = sum(
        _APART if {left, right} in _FAR_APART else _WITHIN_CLASS
        for left, right in zip(one.consonants, other.consonants, strict=True)
        if left != right
    )
    last = len(one.vowels) - 1
    for at, (left, right) in enumerate(zip(one.vowels, other.vowels, strict=True)):
        if left != right:
            cost += _vowel_cost(left, right, is_last=at == last)
    return cost


def _vowel_cost(one: str, other: str, *, is_last: bool) -> float:
    if len(one) == len(other):
        unlike = [frozenset(pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
        kindred = _KINDRED_VOWELS.get(unlike[0]) if len(unlike) == 1 else None
        if kindred is not None:
            return kindred
    if is_last:
        return _LAST_VOWEL
    if not one or not other:
        return _VOWEL_LOST
    return _OTHER_VOWEL if len(one) == len(other) == 1 else _OTHER_VOWELS


@lru_cache(maxsize=1 << 16)
def _sounds(word: str) -> _Sounds:
    """Return the consonants of a plain word and the vowels before, between and after them."""
    heard = _LEADING_GLIDE.sub("", _GLIDE.sub("Y", _FINAL_F.sub("v", _MAC.sub("mak", word))))
    heard = _SILENT.sub("", _SOFT.sub("s", heard))
    heard = _GROUP.sub(lambda found: _SOUNDS[found.group()], heard).replace("c", "k")
    consonants: list[str] = []
    vowels = [""]
    at = 0
    while at < len(heard):
        found = _VOWELS.match(heard, at)
        if found is not None:
            vowels[-1] += _plain_vowels(found.group())
            at = found.end()
            continue
        if not (consonants and not vowels[-1] and _class(consonants[-1]) == _class(heard[at])):
            consonants.append(heard[at])
            vowels.append("")
        at += 1
    return _Sounds("".join(consonants), tuple(vowels), "".join(map(_class, consonants)))


def _class(sound: str) -> str:
    return _CLASSES.get(sound, sound)


def _plain_vowels(written: str) -> str:
    for pattern, sound in _VOWEL_GROUPS:
        written = pattern.sub(sound, written)
    return written


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter of two long words differs, or two neighbours have changed places."""
    if min(len(one), len(other)) < _SLIP_LENGTH or abs(len(one) - len(other)) > 1:
        return False
    if one[0] != other[0]:
        return False
    begin = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if begin is None:
        return True
    if len(one) != len(other):
        shorter, longer = sorted((one, other), key=len)
        return shorter[begin:] == longer[begin + 1 :]
    if one[begin + 1 :] == other[begin + 1 :]:
        return True
    exchanged = one[begin + 1 : begin + 2] + one[begin : begin + 1]
    return exchanged == other[begin : begin + 2] and one[begin + 2 :] == other[begin + 2 :]
