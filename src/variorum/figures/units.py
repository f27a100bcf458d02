"""Units: the noun that a number counts, found without a parser, and its comparable form."""

import re
from typing import NamedTuple

MEASURES = frozenset(
    "kilometer kilometers kilometre kilometres km kms meter meters metre metres mile miles foot feet "
    "inch inches yard yards centimeter centimeters centimetre centimetres cm mm millimeters millimetres "
    "acre acres hectare hectares kilogram kilograms kilo kilos kg gram grams ton tons tonne tonnes "
    "pound pounds ounce ounces barrel barrels litre litres liter liters gallon gallons mph kph knots "
    "degree degrees celsius fahrenheit megawatt megawatts mw gigawatt gigawatts gw kilowatt kilowatts kwh "
    "volts watts bushel bushels carat carats decibels calories bpd points".split()
)
# A number and hyphen before these states how many ("a six-member panel"); "two-way" states nothing.
_HYPHENATED = MEASURES | frozenset(
    "strong member page person man woman seat story storey bed room vehicle car run goal game "
    "point vote nation ship aircraft".split()
)
TOLL = frozenset(
    "dead killed injured wounded missing hurt arrested detained homeless displaced hospitalised "
    "hospitalized infected captured kidnapped evacuated dying ill unaccounted".split()
)
PERSONS = frozenset(
    "people persons person men women man woman children child civilians civilian individuals lives "
    "victims casualties deaths fatalities others dead residents inhabitants humans souls".split()
)
_IRREGULAR = frozenset(
    "people men women children troops personnel police staff crew dead teeth feet mice cattle sheep "
    "fish aircraft spacecraft policemen policewomen servicemen gunmen congressmen firemen fishermen "
    "lawmakers midwives wives lives militia media species series clergy youth livestock infantry "
    "evacuees cavalry folk".split()
)
# Collective nouns which rather qualify the plural after them: "police officers", "crew members".
_ALSO_ADJECTIVES = frozenset("police staff crew militia media youth aircraft troops".split())
_NOT_PLURAL = frozenset(
    "is was has does says this us its his as thus plus yes gas bus less news perhaps always across "
    "besides versus sometimes afterwards previous various serious religious famous dangerous "
    "anonymous infectious suspicious mysterious precious numerous overseas business class mass press".split()
)
# Words that state no thing counted: "three times", "two ways", "the two sides".
_VAGUE = frozenset(
    "times things ways sides parts reasons words hands halves cents kinds types sorts fronts aspects "
    "thirds quarters fifths tenths hours' others' points' pm am o'clock percent".split()
)
_STOP = frozenset(
    "a an the and or but nor so yet of in on at to for from by with without within into onto over under "
    "after before since until during against between among through about around per than as that which "
    "who whom whose where when while if because though although is are was were be been being am do "
    "does did has have had having will would shall should can could may might must not no he she it "
    "they we you i him her them us this these those there here such said says say also only just then "
    "each every both either neither some any all his their its our your my what how why off up down out "
    "near inside outside across along behind beyond despite toward towards upon via amid left remain "
    "remained went came took made got including".split()
)
# A nautical mile is no mile, a square metre no metre.
_QUALIFIERS = frozenset("nautical square cubic basis".split())
_WORD = re.compile(r"[ -]([A-Za-zÀ-ÿ][\w’']*(?:\.(?=[A-Z]))?(?:[A-Z]\.)*)")
_HYPHEN_WORD = re.compile(r"-([a-z]+)\b")
_PER = re.compile(
    r"[ -](?:per|an?)[ -](?:second|minute|hour|day|week|month|year|capita|head"
    r"|person|barrel|share|gallon|ounce|ton|tonne)\b|/(?:h|hr|s|d)\b"
)
_RATED = frozenset(
    "barrels bpd kilometers kilometres km mile miles kilometer kilometre tonnes tons litres gallons "
    "meters metres feet".split()
)
_FURTHEST = 4


class Unit(NamedTuple):
    """The head noun of what is counted, as written, and where the counted phrase ends."""

    noun: str
    end: int


def read_unit(text: str, at: int, plural: bool = True) -> Unit | None:
    """Return the unit of a number that ends at `at`: the head noun after it, adjectives passed over.

    >>> read_unit("2,500 Varnese troops in", 5)
    Unit(noun='troops', end=20)
    """
    if text[at : at + 1] == "-":
        found = _HYPHEN_WORD.match(text, at)
        if found and found.group(1) in _HYPHENATED:
            return _rated(text, Unit(found.group(1), found.end()))
        return None
    if text[at : at + 1] in {"°", "º"}:
        found = re.compile(r"[°º] ?([CF])?\b").match(text, at)
        return Unit("degrees", found.end() if found else at + 1)
    return _rated(text, _counted_noun(text, at, plural))


def _counted_noun(text: str, at: int, plural: bool) -> Unit | None:
    proper: Unit | None = None
    toll: Unit | None = None
    for place in range(_FURTHEST):
        found = _WORD.match(text, at)
        if found is None:
            break
        word, at = found.group(1), found.end()
        lower = word.lower()
        if lower in _STOP or lower in _VAGUE:
            break
        if place == 0 and lower in MEASURES:
            return Unit(word, at)
        measure = _WORD.match(text, at) if place == 0 and lower in _QUALIFIERS else None
        if measure is not None and measure.group(1).lower() in MEASURES:
            return Unit(f"{word} {measure.group(1)}", measure.end())
        if lower in TOLL and toll is None:
            toll = Unit(lower, at)
        if is_plural(word) or (place == 0 and not plural and word.islower()):
            if not word[0].isupper():
                return _last_of_compound(text, Unit(lower, at))
            proper = Unit(word, at)
        elif proper is not None and not word[0].isupper() and not is_plural(word):
            break
    return toll if toll and (proper is None or toll.end < proper.end) else proper


def _last_of_compound(text: str, unit: Unit) -> Unit:
    """Go on to the plural that a collective noun only qualifies ("police officers")."""
    if unit.noun not in _ALSO_ADJECTIVES:
        return unit
    found = _WORD.match(text, unit.end)
    if found and found.group(1).islower() and is_plural(found.group(1)):
        return Unit(found.group(1), found.end())
    return unit


def _rated(text: str, unit: Unit | None) -> Unit | None:
    if unit is None or unit.noun.lower() not in _RATED:
        return unit
    rate = _PER.match(text, unit.end)
    return Unit(unit.noun + rate.group(), rate.end()) if rate else unit


def is_plural(word: str) -> bool:
    """Return whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return True
    return (
        len(word) > 3
        and lower.endswith("s")
        and word[-1] == "s"
        and not lower.endswith(("ss", "us", "is", "'s", "ous"))
        and lower not in _NOT_PLURAL
    )


_SINGULARS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "wives": "wife",
    "feet": "foot",
    "troops": "troops",
    "km": "kilometre",
    "kms": "kilometre",
    "kilometer": "kilometre",
    "meter": "metre",
    "centimeter": "centimetre",
    "millimeter": "millimetre",
    "liter": "litre",
    "tonne": "ton",
    "kg": "kilogram",
    "kilo": "kilogram",
}


_RATE_LINK = re.compile(r"[ -](?:per|an?)[ -]|/")
_RATE_NAMES = {
    f"{unit} per {short}": f"{unit} per hour"
    for unit in ("km", "kms", "kilometres", "kilometers", "miles")
    for short in ("h", "hr")
}
_RATES = {"mph": "mile per hour", "kph": "kilometre per hour"}


def normal_unit(unit: str | None) -> str | None:
    """Return the form in which two units compare: lower case, singular, one spelling, head noun only."""
    if unit is None:
        return None
    lower = unit.lower()
    rated = _RATE_LINK.sub(" per ", lower)
    if " per " in rated:
        head, _, rate = _RATE_NAMES.get(rated, rated).partition(" per ")
        return f"{normal_unit(head)} per {rate}"
    if lower in _RATES:
        return _RATES[lower]
    qualifier, _, head = lower.rpartition(" ")
    if qualifier in _QUALIFIERS:
        return f"{qualifier} {normal_unit(head)}"
    word = lower.split()[-1]
    word = _SINGULARS.get(word, word)
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("ches", "shes", "sses", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and word != "troops":
        word = word[:-1]
    return _SINGULARS.get(word, word)


def vague_noun(text: str, at: int) -> bool:
    """Return whether the word after a number is one with which it states nothing ("two ways")."""
    found = _WORD.match(text, at)
    return found is not None and found.group(1).lower() in _VAGUE
