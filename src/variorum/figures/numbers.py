"""Numbers in digits and in English words, with their scale: "2,500", "3.2 million", "two hundred"."""

import re
from typing import NamedTuple

Value = int | float

_ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
# "m" and "b" after a figure mean a scale only beside a currency ("£5m"): "5m" alone may be metres.
_LETTER_SCALES = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
}
SMALL_WORDS = frozenset(_ONES) | frozenset(_TENS)
NUMBER_WORDS = SMALL_WORDS | {"a", "half"}
_HALF_MORE = re.compile(
    r" and a half\b(?:[ -](?P<scale>hundred|thousand|lakh|million|crore|billion|trillion|dozen)\b)?",
    re.I,
)
# "Three-quarters of a million": a share of a round number is that many.
_PART_OF = re.compile(
    r"(?P<part>three[ -]quarters|two[ -]thirds|a quarter|a third) of an? "
    r"(?P<scale>thousand|lakh|million|crore|billion|trillion)\b",
    re.I,
)
_PARTS = {"three quarters": 3 / 4, "two thirds": 2 / 3, "a quarter": 1 / 4, "a third": 1 / 3}

# A longer run of digits is a serial number, and past some hundreds no float holds it.
_MOST_DIGITS = 24

_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3}){0,12},\d{3}(?:\.\d+)?(?!,*\d)|\d+(?:\.\d+)?")
_SCALE = re.compile(r"[ -](hundred|thousand|lakh|million|crore|billion|trillion|dozen)\b", re.I)
_LETTER_SCALE = re.compile(r" ?(mn|mln|bn|tn)\b|(k)\b", re.I)
_CURRENCY_SCALE = re.compile(r" ?(k|mn|mln|bn|tn|m|b)\b", re.I)
_UNITS = "|".join(sorted(_ONES, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine)\b)?|{_UNITS})\b"
_HUNDREDS = rf"(?:(?:{_SMALL}|an?)[ -]hundred\b(?:(?: and)? {_SMALL})?|{_SMALL})"
_LARGE = r"[ -](?:thousand|lakh|million|crore|billion|trillion|dozen|score)\b"
_ANY_SCALE = "dozen|score|hundred|thousand|lakh|million|crore|billion|trillion"
_WORDS = re.compile(
    rf"half an? (?:{_ANY_SCALE})\b|an? (?:{_ANY_SCALE})\b(?:{_LARGE})?"
    rf"|{_HUNDREDS}(?:{_LARGE}(?: {_HUNDREDS}{_LARGE})*(?:(?: and)? {_HUNDREDS}(?!{_LARGE}))?)?",
    re.I,
)
_PIECE = re.compile(r"[a-z]+")


class Number(NamedTuple):
    """A number as written: where it stands, what it comes to, and whether in digits."""

    begin: int
    end: int
    value: Value
    in_digits: bool
    scaled: bool = False


def read_number(text: str, at: int, beside_currency: bool = False) -> Number | None:
    """Return the number that begins at `at`, scale included, or `None`.

    >>> read_number("3.2 million people", 0).value
    3200000
    """
    if text[at].isdigit():
        return _read_digits(text, at, beside_currency)
    if part := _PART_OF.match(text, at):
        share = _PARTS[part["part"].lower().replace("-", " ")]
        return Number(
            at, part.end(), round(share * _SCALES[part["scale"].lower()]), False, scaled=True
        )
    found = _WORDS.match(text, at)
    if found is None:
        return None
    more = _HALF_MORE.match(text, found.end())
    if more and found.group().lower() in _ONES:
        scale = _SCALES[more["scale"].lower()] if more["scale"] else 1
        value = _times(_ONES[found.group().lower()] + 0.5, scale)
        return Number(at, more.end(), value, False, scale > 1)
    pieces = _PIECE.findall(found.group().lower())
    return Number(at, found.end(), _value_of_words(pieces), False, pieces[-1] in _SCALES)


def _read_digits(text: str, at: int, beside_currency: bool) -> Number | None:
    found = _DIGITS.match(text, at)
    if found is None or found.end() - at > _MOST_DIGITS:
        return None
    value = _value_of_digits(found.group())
    leading = text[at - 1 : at] == "." and not text[max(0, at - 2) : at - 1].isalnum()
    if leading and "." not in found.group():
        at, value = at - 1, float(f"0.{found.group().replace(',', '')}")  # ".15 points"
    scale = _SCALE.match(text, found.end())
    if scale is None:
        letters = _CURRENCY_SCALE if beside_currency else _LETTER_SCALE
        scale = letters.match(text, found.end())
    if scale is None:
        return Number(at, found.end(), value, True)
    name = scale.group().strip(" -").lower()
    return Number(
        at, scale.end(), _times(value, _SCALES.get(name) or _LETTER_SCALES[name]), True, True
    )


def _value_of_digits(written: str) -> Value:
    plain = written.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _times(value: Value, scale: int) -> Value:
    # 3.2 * 1_000_000 is not 3200000 to the last bit; thousandths of a scale are all that is written.
    product = round(value * scale, 6)
    return int(product) if product == int(product) else product


def _value_of_words(pieces: list[str]) -> Value:
    if pieces[0] == "half":
        return _times(0.5, _SCALES[pieces[-1]])
    total = current = 0
    for piece in pieces:
        scale = _SCALES.get(piece)
        if scale is None:
            current += _ONES.get(piece, _TENS.get(piece, 0))
        elif scale == _SCALES["hundred"]:
            current = max(current, 1) * scale
        else:
            total, current = total + max(current, 1) * scale, 0
    return total + current
