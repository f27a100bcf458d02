"""The letters of a page as arrays: what class each is of, and its lower case.

Python's string methods look at one letter at a time; a page has ten thousand. Two tables, filled as
letters turn up, turn a whole page into classes and lower case in two look-ups.
"""

import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Classes = NDArray[np.uint8]


class Letter:
    """The classes of letters that lines are judged by; each letter is of one.

    Plain numbers, since reading a member of an Enum costs as much as looking at a hundred letters.
    """

    OTHER = 0
    SPACE = 1
    LOWER = 2
    UPPER = 3
    LETTER = 4  # of a script without cases, and marks that combine with letters
    UNSPACED = 5  # of a script that sets no spaces between words
    DIGIT = 6
    COMMA = 7
    PERIOD = 8
    WIDE_PERIOD = 9  # ends a sentence without a space after it
    ASKING = 10
    QUOTE = 11
    GUILLEMET = 12  # closes a quotation or parts the steps of a path
    SEPARATOR = 13
    STAR = 14
    DASH = 15
    BRACKET = 16
    CLOSING = 17
    APOSTROPHE = 18
    COLON = 19
    SEMICOLON = 20
    AT = 21
    RIGHTS = 22
    SLASH = 23
    DOTS = 24
    LINE = 25  # what parts the blocks of a page


CLASSES = 26


_NAMED = {
    Letter.COMMA: ",，、،",
    Letter.PERIOD: ".।",
    Letter.WIDE_PERIOD: "。！？",
    Letter.ASKING: "!?؟",
    Letter.QUOTE: '"“”«„「」『』',
    Letter.GUILLEMET: "»",
    Letter.SEPARATOR: "|›>•·→",
    Letter.STAR: "*▪‣►_",
    Letter.DASH: "-–—",
    Letter.BRACKET: "([（",
    Letter.CLOSING: ")]）",
    Letter.APOSTROPHE: "'’‘",
    Letter.COLON: ":：",
    Letter.SEMICOLON: ";",
    Letter.AT: "@",
    Letter.RIGHTS: "©",
    Letter.SLASH: "/",
    Letter.DOTS: "…",
    Letter.LINE: "\n",
}
_CLASS_OF = {letter: kind for kind, letters in _NAMED.items() for letter in letters}
_SPACELESS = ((0x0E00, 0x0E7F), (0x3040, 0x30FF), (0x3400, 0x9FFF))
_UNKNOWN = 255
# Letters beyond the first plane (rare ideographs, pictographs) count as OTHER.
_PLANE = 0x10000


def any_of(*kinds: int) -> NDArray[np.bool_]:
    """Return a table that tells of each class whether it is one of `kinds`."""
    table = np.zeros(256, dtype=bool)
    table[list(kinds)] = True
    return table


WORDLIKE = any_of(Letter.LOWER, Letter.UPPER, Letter.LETTER, Letter.UNSPACED, Letter.DIGIT)
CLOSING = any_of(
    Letter.QUOTE, Letter.GUILLEMET, Letter.CLOSING, Letter.APOSTROPHE, Letter.STAR, Letter.SPACE
)
STOPPING = any_of(Letter.PERIOD, Letter.WIDE_PERIOD, Letter.ASKING, Letter.DOTS)
BULLETS = any_of(Letter.STAR, Letter.DASH, Letter.SEPARATOR, Letter.GUILLEMET)

_classes = np.full(_PLANE, _UNKNOWN, dtype=np.uint8)
_lowered = np.arange(_PLANE, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text: their classes, and their codes in lower case."""

    classes: Classes
    lower: Codes


def letters_of(text: str) -> Letters:
    """Return the classes and the lower case of the letters of `text`."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if not text.isascii():
        codes = np.minimum(codes, _PLANE - 1)
    classes = _classes[codes]
    if classes.max(initial=0) == _UNKNOWN:
        for code in np.unique(codes[classes == _UNKNOWN]).tolist():
            _learn(code)
        classes = _classes[codes]
    return Letters(classes, _lowered[codes])


def _learn(code: int) -> None:
    """Enter a letter into the tables."""
    letter = chr(code)
    _classes[code] = class_of(letter)
    lower = letter.lower()
    _lowered[code] = ord(lower[0])


def class_of(letter: str) -> int:
    """Return the class of one letter.

    >>> class_of("é") == Letter.LOWER, class_of("国") == Letter.UNSPACED, class_of("»") == Letter.GUILLEMET
    (True, True, True)
    """
    if letter in _CLASS_OF:
        return _CLASS_OF[letter]
    if letter.isspace():
        return Letter.SPACE
    if any(first <= ord(letter) <= last for first, last in _SPACELESS):
        return Letter.UNSPACED
    if letter.isalpha() or unicodedata.category(letter)[0] == "M":
        return (
            Letter.LOWER
            if letter.islower()
            else Letter.UPPER
            if letter.isupper()
            else Letter.LETTER
        )
    return Letter.DIGIT if letter.isnumeric() else Letter.OTHER
