"""Numbers with what they count: tolls, sums, ages, spans of time, plain quantities."""

import re

from .ages import read_age
from .hedges import hedge_after, hedge_before
from .magnitudes import read_magnitude
from .money import Currency, currency_after, currency_before
from .names import number_is_in_name, number_states_nothing
from .numbers import Number, Value, read_number
from .shares import read_of_many, read_percent
from .stated import Stated, hedged
from .units import MEASURES, PERSONS, TOLL, Unit, read_unit, vague_noun

_TIME_UNIT = re.compile(
    r"[ -](?:(?:consecutive|straight|full|more|additional|long|whole) )?"
    r"(?P<unit>seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies))\b"
    r"(?:'(?! [a-z]+ old))?(?P<long>-long\b)?(?! old\b)"
)
_RANGE = re.compile(r"(?: to |-| or | and )(?=[$€£]?[\da-z])", re.I)
_FOLLOWS_BARE = re.compile(
    r" (?:were|are|was|have|had|of (?:them|whom|those|the)|others?|more|in (?:hospital|custody)"
    r"|aboard|on board)\b"
)
_LEADS_TO_BARE = re.compile(
    r"\b(?:killed|killing|kills|kill|wounded|wounding|injured|injuring|hurting|toll|dead|deaths|leaving|arrested|"
    r"total|(?:rose|risen|rises|climbed|fell|fallen|dropped|increased|jumped|grew) (?:by|to|from))"
    r"(?: (?:to|of|at|stood at|stands at|reached|is|was|now))? (?:the )?$",
    re.I,
)
_COUNT_BEFORE = re.compile(
    r"\b(?:number|toll|tally|count|total)\b[^.;,\d]{0,40} (?:at|to|of|is|was|reached|stands at|stood at) $"
)
_COUNT_REACH = 60
_VOTE_REACH = 40
_VOTED = re.compile(
    r"\bvot(?:e|es|ed|ing)(?: (?:by|of|was|is|count))? (?P<first>[a-z\d-]+(?: to |-))?$", re.I
)
_AGAINST = re.compile(r"(?: to |-)\d", re.I)
_NUMBER_OF = re.compile(r"\b(?:number|total|tally|count) of(?= )", re.I)
_NOUN_REACH = 160
_LINKS = re.compile(r"^[^.;:\d]*\b(?:at|to|is|was|reached|from)(?: \d[\d,]*(?: to| and)?)? $")
_SMALLEST_BARE = 1000
# Newspapers spell numbers out up to nine or so, so that a range may begin in words and end in digits.
_SPELLED_OUT = 5
_SUM_LINK = re.compile(r" to |-| and ")


def read_quantity(text: str, at: int, floor: int) -> Stated | None:
    """Read the figure whose number begins at `at`; `None` where the number states nothing.

    `floor` is where the figure before it ended: hedges are not looked for beyond.
    """
    sign = currency_before(text, at) if text[at].isdigit() else None
    number = read_number(text, at, sign is not None)
    if number is None:
        return None
    if _is_of_votes(text, number):
        return None
    if found := _read_money(text, number, floor, sign):
        return found
    for read in (read_percent, read_age, _read_range, _read_duration, read_of_many):
        if found := read(text, number, floor):
            return found
    if found := read_magnitude(text, number, floor):
        return found
    if number_is_in_name(text, number) or number_states_nothing(text, number):
        return None
    return _read_counted(text, number, floor)


def _read_money(text: str, number: Number, floor: int, before: Currency | None) -> Stated | None:
    if before and before.at >= floor:
        begin, end, unit = before.at, number.end, before.code
        if unit == "USD" and (named := currency_after(text, end, number.value, number.scaled)):
            end, unit = named.at, named.code
    else:
        after = currency_after(text, number.end, float(number.value), number.scaled)
        if after is None:
            return None
        begin, end, unit = number.begin, after.at, after.code
    value, upper, end = _sum_range(text, number, end, text[begin : number.begin])
    stated = hedged(text, Stated("money", begin, end, value, unit, upper=upper), floor)
    if upper is not None and text[max(floor, begin - 8) : begin].lower() == "between ":
        return stated._replace(begin=begin - len("between "), hedge="between")
    return stated


def _sum_range(text: str, number: Number, end: int, sign: str) -> tuple[Value, Value | None, int]:
    """Return low and high of "$5-10 million" or "$5 million to $10 million", and where it ends."""
    between = (
        text[max(0, number.begin - len(sign) - 8) : number.begin - len(sign)]
        .lower()
        .endswith("between ")
    )
    link = _SUM_LINK.match(text, end)
    # "Fell 50 cents to $71": two sums, of which only the first is named after its number.
    if link is None or not sign or (link.group() == " and ") > between:
        return number.value, None, end
    start = link.end()
    if text.startswith(sign, start):
        start += len(sign)
    high = read_number(text, start, True) if text[start : start + 1].isdigit() else None
    if high is None:
        return number.value, None, end
    low = number.value
    if high.scaled and not number.scaled and low < 1000:
        low = low * (high.value / max(_leading(text, high), 1e-9))
    low = int(low) if low == int(low) else low
    return (low, high.value, high.end) if low < high.value else (number.value, None, end)


def _leading(text: str, number: Number) -> float:
    found = re.match(r"[\d.,]+", text[number.begin : number.end])
    return float(found.group().replace(",", "").rstrip(".")) if found else 1.0


def _read_duration(text: str, number: Number, floor: int) -> Stated | None:
    found = _TIME_UNIT.match(text, number.end)
    if found is None:
        return None
    stated = Stated("duration", number.begin, found.end(), number.value, found["unit"].lower())
    return hedged(text, stated, floor, spatial=False)


def _is_of_votes(text: str, number: Number) -> bool:
    """Whether a number is one side of "voted 21 to 14": a result of two numbers, and no range."""
    if text.find("ot", max(0, number.begin - _VOTE_REACH), number.begin) < 0:
        return False
    voted = _VOTED.search(text, max(0, number.begin - _VOTE_REACH), number.begin)
    if voted is None:
        return False
    return bool(voted["first"]) or _AGAINST.match(text, number.end) is not None


def _read_range(text: str, number: Number, floor: int) -> Stated | None:
    """Read "between 10 and 15 people", "10 to 15 people", "10-15 percent"."""
    link = _RANGE.match(text, number.end)
    if link is None:
        return None
    high = read_number(text, link.end())
    if high is None or (number.in_digits and not high.in_digits):
        return None
    if high.in_digits != number.in_digits and (
        link.group() != " to " or number.value < _SPELLED_OUT
    ):
        return None  # "one in 10", "two-12": no range; "fifteen to 20" is one
    between = text[max(floor, number.begin - 8) : number.begin].lower().endswith("between ")
    from_ = text[max(floor, number.begin - 5) : number.begin].lower().endswith("from ")
    if (link.group() == " and ") != between or from_:
        return None
    low = number.value
    if high.scaled and not number.scaled and high.in_digits:
        low = round(low * high.value / max(_leading(text, high), 1e-9))
    if not low < high.value:
        return None
    whole = Number(number.begin, high.end, low, number.in_digits, high.scaled)
    for read in (read_percent, _read_duration):
        if found := read(text, whole, floor):
            return _with_upper(text, found, high.value, between)
    unit = read_unit(text, high.end)
    if unit is None or number_is_in_name(text, number):
        return None
    stated = Stated("quantity", number.begin, unit.end, low, unit.noun)
    return _with_upper(text, hedged(text, stated, floor), high.value, between)


def _with_upper(text: str, found: Stated, upper: Value, between: bool) -> Stated:
    begin = found.begin - len("between ") if between else found.begin
    return Stated(
        found.kind, begin, found.end, found.value, found.unit, "between" if between else found.hedge,
        upper, reasons=("a range",),
    )  # fmt: skip


def _read_counted(text: str, number: Number, floor: int) -> Stated | None:
    if vague_noun(text, number.end) and number.value < 100:
        return None
    # "2,000 or more engines": the hedge may stand between number and noun.
    end, between = hedge_after(text, number.end) or (number.end, None)
    unit = read_unit(text, end, plural=number.value != 1)
    hedge = hedge_before(text, number.begin, floor)
    if _looks_like_year(text, number) and hedge is None and not _counts_persons(unit):
        return None
    if unit is None:
        return _read_bare(text, number, floor, hedge is not None)
    if number.value == 1 and hedge is None and unit.noun not in PERSONS | TOLL | MEASURES:
        return None  # "one minister": an article, rather than a count
    name = _unit_name(unit.noun)
    stated = Stated("quantity", number.begin, unit.end, number.value, name, between)
    return hedged(text, stated, floor)


def _looks_like_year(text: str, number: Number) -> bool:
    written = text[number.begin : number.end]
    return number.in_digits and len(written) == 4 and written[:2] in {"19", "20"}


def _counts_persons(unit: Unit | None) -> bool:
    return unit is not None and unit.noun.lower() in PERSONS | MEASURES


def _unit_name(noun: str) -> str | None:
    return None if noun == "strong" else noun


def _read_bare(text: str, number: Number, floor: int, is_hedged: bool) -> Stated | None:
    """Read a number without a noun where its size or the words around it say that it counts."""
    large = number.value >= _SMALLEST_BARE and (
        number.scaled or "," in text[number.begin : number.end]
    )
    counts = (
        large
        or (is_hedged and number.value > 2)
        or (number.value > 1 and _FOLLOWS_BARE.match(text, number.end))
        or _LEADS_TO_BARE.search(text, max(0, number.begin - 30), number.begin)
        or _COUNT_BEFORE.search(text, max(0, number.begin - _COUNT_REACH), number.begin)
    )
    if not counts:
        return None
    noun = _noun_before(text, number.begin)
    stated = Stated("quantity", number.begin, number.end, number.value, noun and noun.noun)
    return hedged(text, stated, floor)._replace(noun_end=noun and noun.end)


def _noun_before(text: str, begin: int) -> Unit | None:
    """Return what "the number of people hurt rose to 52" counts: the noun stands before the number."""
    named = list(_NUMBER_OF.finditer(text, max(0, begin - _NOUN_REACH), begin))
    if not named or not _LINKS.search(text[named[-1].end() : begin]):
        return None
    unit = read_unit(text, named[-1].end())
    return unit if unit is not None and unit.end < begin else None
