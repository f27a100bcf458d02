"""Numbers, dates and shares stated in a few words, brought into a form in which two can be compared."""

import re
from collections.abc import Sequence

from ..collation.numerals import amount

_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion first second third fourth fifth sixth seventh eighth "
    "ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth thirtieth hundredth thousandth millionth "
    "bn mn mln bln tn trn dozen score half quarter twice thrice once double triple quadruple "
    "single doubled doubles tripled triples trebled quadrupled halved halves".split()
)
_MANY = frozenset(
    "tens dozens scores hundreds thousands millions billions trillions decades centuries halves "
    "thirds quarters fourths fifths".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec today tomorrow yesterday".split()
)
_PER_CENT = frozenset({"percent", "pct", "%"})
_VAGUE = frozenset("a an some many several few couple countless numerous no all most much".split())
# Words that bound a number from one side or the other.
_ABOVE = frozenset("more over above least exceeding minimum beyond".split())
_BELOW = frozenset("less fewer under below most maximum almost nearly within".split())
_UNITS = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decades "
    "dollar dollars euro euros pound pounds yen yuan rouble roubles ruble rubles rupee rupees peso "
    "pesos franc francs cent cents pence mile miles kilometre kilometres kilometer kilometers km "
    "metre metres meter meters foot feet yard yards inch inches acre acres hectare hectares kilo "
    "kilos kilogram kilograms kg gram grams ton tons tonne tonnes ounce ounces litre litres liter "
    "liters gallon gallons barrel barrels degree degrees watt watts kilowatt kilowatts megawatt "
    "megawatts gigawatt gigawatts".split()
)
_SIGN = re.compile(r"[$€£¥₹₽₩%‰]")
_MONEY = frozenset("$€£¥₹₽₩")
_HAS_DIGIT = re.compile(r"\d")
_PIECES = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s|k|m)\b)?")


def stated_numbers(words: Sequence[str]) -> tuple[str, ...]:
    """Return the number words, dates and signs of money and shares among words as written.

    >>> stated_numbers(["some", "$2.5", "million", "on", "Friday"])
    ('2.5', '$', 'million', 'friday')
    """
    found: list[str] = []
    for word in words:
        found += [piece for piece in _pieces(word) if is_number(piece)]
        found += [sign for sign in _SIGN.findall(word) if sign != "%"]
        if "%" in word or word.lower().strip(".,;:!?") in _PER_CENT:
            found.append("percent")
        elif "percentage" in word.lower():
            found.append("points")
    return tuple(found)


def is_number(piece: str) -> bool:
    """Whether a word in small letters states a number or a date."""
    return bool(_HAS_DIGIT.search(piece)) or piece in _NUMBERS or piece in _MANY or piece in _DAYS


def same_numbers(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two rows of stated numbers state the same: "2,500" and "2500", "ten" and "10"."""
    if left == right:
        return True
    if set(left) & _MONEY != set(right) & _MONEY and set(left) & _MONEY and set(right) & _MONEY:
        return False
    one, other = amount(" ".join(left)), amount(" ".join(right))
    return one is not None and one == other


def is_figure(
    before: Sequence[str], after: Sequence[str], leading: str = "", following: Sequence[str] = ()
) -> bool:
    """Whether two sides of a place, as written, state different numbers.

    `leading` is the word before the place, `following` are those behind it.

    >>> is_figure(["hours"], ["days"], "three"), is_figure(["more"], ["less"], "", ["than", "50"])
    (True, True)
    >>> is_figure(["Friday"], ["then"])
    False
    """
    left, right = stated_numbers(before), stated_numbers(after)
    if left and right:
        return not same_numbers(left, right)
    plain = [{piece for word in side for piece in _pieces(word)} for side in (before, after)]
    if left == ("one",) or right == ("one",):
        return False
    if left or right:
        return bool(before) and bool(after) and plain[1 if left else 0] <= _VAGUE
    one, other = plain
    if one and other and one <= _UNITS and other <= _UNITS:
        return bool(stated_numbers([leading]))
    turned = (one & _ABOVE and other & _BELOW) or (one & _BELOW and other & _ABOVE)
    return bool(turned) and bool(stated_numbers(following[:3]))


def without_numbers(words: Sequence[str]) -> list[str]:
    """Return the words as written that neither state a number nor bound or measure one."""
    beside = _VAGUE | _ABOVE | _BELOW | _UNITS | {"points", "point", "times"}
    return [
        word for word in words if not stated_numbers([word]) and not set(_pieces(word)) <= beside
    ]


def _pieces(word: str) -> list[str]:
    plain = word.lower().replace("’", "'")
    if plain.endswith("'s"):
        plain = plain[:-2]
    return _PIECES.findall(plain)
