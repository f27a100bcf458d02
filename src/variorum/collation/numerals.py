"""Numbers in words and digits: what amount a wording states."""

import re
from collections.abc import Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
_SIMPLE = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
    **{word: value for value, word in enumerate(_ORDINALS)},
}
_SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
_PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+")
_ORDINAL_ENDING = frozenset({"st", "nd", "rd", "th"})


def amount(text: str) -> float | None:
    """Return the amount that a wording states, `None` when it is not one number and nothing else.

    >>> amount("twenty-five"), amount("$2.5 million"), amount("2,500"), amount("troops")
    (25.0, 2500000.0, 2500.0, None)
    """
    pieces = _PIECE.findall(text.lower())
    if not pieces or (len(pieces) > 1 and pieces[0] in _SCALES):
        return None
    return _evaluate([each for each in pieces if each not in _ORDINAL_ENDING and each != "and"])


def states_number(text: str) -> bool:
    """Tell whether digits or a number word stand in a wording."""
    return any(each[0].isdigit() or each in _SIMPLE for each in _PIECE.findall(text.lower()))


def _evaluate(pieces: Sequence[str]) -> float | None:
    total = current = 0.0
    stated = False
    for piece in pieces:
        if piece[0].isdigit():
            if stated:
                return None
            current, stated = float(piece.replace(",", "")), True
        elif piece in _SIMPLE:
            current, stated = current + _SIMPLE[piece], True
        elif piece in _SCALES:
            scale = _SCALES[piece]
            scaled = (current if stated else 1.0) * scale
            current, total = (scaled, total) if scale == 100 else (0.0, total + scaled)
            stated = True
        else:
            return None
    return total + current if stated else None
