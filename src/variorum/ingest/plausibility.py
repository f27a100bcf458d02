"""How much a text looks as if it had been decoded wrongly."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+")
_SIGN_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[¡¢£¤¥¦§¨©ª«¬®¯°±²³´¶¸¹º»¼½¾¿×÷‰†‡•™€\u2500-\u259f](?=[^\W\d_])"
)
# Categories that texts hold none of: controls, private use, unassigned code points, surrogates.
_NEVER = frozenset({"Cc", "Co", "Cn", "Cs"})
# So short a word may consist of letters with marks alone, as "à" and "où" do.
_SHORT = 2
# Scripts whose letters stand in words of their own; Japanese mixes the others as a habit.
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "THAI", "HANGUL")
# Where each of the eastern encodings has its common characters, by the first of their two bytes:
# punctuation, syllables, and the characters of the first level of the standard.
EASTERN = {
    "gb18030": ((0xA1, 0xA3), (0xB0, 0xD7)),
    "big5hkscs": ((0xA1, 0xC6),),
    "cp932": ((0x81, 0x83), (0x88, 0x97)),
    "euc_jp": ((0xA1, 0xA5), (0xB0, 0xCF)),
    "cp949": ((0xA1, 0xA3), (0xB0, 0xC8)),
}


def oddness(text: str) -> float:
    """Return the share of the characters beyond ASCII that look decoded wrongly, 0 to 1.

    Odd are code points that no text holds, words of letters in two scripts or all with marks,
    capitals in mid-word behind small letters, and signs in mid-word.

    >>> oddness("Der Bürgermeister schließt"), oddness("Ïîðò çàêðûò") > 0.5
    (0.0, True)
    """
    beyond = sum(1 for letter in text if letter > "\x7f")
    if not beyond:
        return 0.0
    odd = sum(_is_never(letter) for letter in text if letter > "\x7f" or letter < " ")
    odd += sum(_odd_letters(found.group()) for found in _WORD.finditer(text))
    odd += len(_SIGN_IN_WORD.findall(text))
    return min(1.0, odd / beyond)


def commonness(raw: bytes, encoding: str) -> float:
    """Return the share of the characters beyond ASCII that are common ones of an eastern encoding."""
    beyond = [letter for letter in raw.decode(encoding, "replace") if letter > "\x7f"]
    written = [letter.encode(encoding, "replace") for letter in beyond]
    common = sum(
        len(each) == 2 and any(low <= each[0] <= high for low, high in EASTERN[encoding])
        for each in written
    )
    return common / len(beyond) if beyond else 0.0


def _odd_letters(word: str) -> int:
    """Return how many letters beyond ASCII of a word are odd: all of them, or none."""
    beyond = sum(1 for letter in word if letter > "\x7f")
    if not beyond:
        return 0
    scripts = {_script(letter) for letter in word} - {None}
    if len(scripts) > 1:
        return beyond
    if scripts == {"LATIN"} and beyond == len(word) > _SHORT:
        return beyond
    return beyond if scripts <= {"LATIN", "CYRILLIC", "GREEK"} and _is_cased_oddly(word) else 0


def _is_cased_oddly(word: str) -> bool:
    """Whether small letters stand before capitals; names such as "McAllen" do so once."""
    turns = sum(a.islower() and b.isupper() for a, b in pairwise(word))
    return turns > 1 or (turns == 1 and word[-1].isupper() and word[0].islower())


@cache
def _script(letter: str) -> str | None:
    name = unicodedata.name(letter, "")
    return next((each for each in _SCRIPTS if name.startswith(each)), None)


@cache
def _is_never(letter: str) -> bool:
    return letter == "\ufffd" or (
        unicodedata.category(letter) in _NEVER and letter not in "\t\n\r\f\x1b"
    )
