"""Numbers that state nothing: parts of names, scores, clock times, labels, phone numbers."""

import re

from .calendar import MONTHS, WEEKDAYS
from .numbers import Number

_WORD_BEFORE = re.compile(r"([A-Za-z][\w.'’]*)[ -]$")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;\"“”(\-–—•|]\s?)$")
# Words after which a number is a label or a rank.
_LABELS = frozenset(
    "no number num nos page pages chapter part phase stage step level type category article section "
    "clause paragraph rule line highway route interstate flight gate room floor channel episode season "
    "volume vol verse act title game round week day lot class grade tier version model study figure "
    "table top covid sars group formula psalm proposition prop amendment resolution measure unit box "
    "apartment apt suite district ward sector zone platform track terminal bus train serial code item "
    "op top under-".split()
)
_NOT_NAMES = frozenset(
    "in on at to for from by with after before since until about over under the a an and or but of as "
    "some all at when while if that than killing leaving nearly almost around only just another more "
    "least most up both these those its his her their our killed injured wounded more least most".split()
)
_CLOCK = re.compile(
    r":\d\d\b|\.\d\d ?(?:am|pm|a\.m|p\.m)| ?(?:a\.?m\b|p\.?m\b|am\b|pm\b|o'clock|GMT|hours GMT|noon)",
    re.I,
)
_SCORE = re.compile(r"-\d|/\d|\.\d+\.\d| ?x ?\d|(?:st|nd|rd|th)\b|[A-Za-z]|-[A-Z]|:\d")
_BEFORE_DIGIT = re.compile(r"(?:\d[-–/.:]|[A-Za-z]-?|#|/|@|_|\+)$")
# Bounded, since in a long table of digits an open end is run to from each of them.
_PHONE = re.compile(r"\+?\d[\d ()-]{6,60}\d")
# "The two ministers" were named before: small numbers after these words count nothing new.
_ANAPHORIC = re.compile(
    r"\b(?:the|these|those|both|other|his|her|its|their|our|my|your)(?: other| first| last)? $",
    re.I,
)
_LARGEST_ANAPHORIC = 10
_IDIOMS = re.compile(
    r"(?:one of|one another|one day|one thing|one-on-one|24/7|two-way|first two)\b", re.I
)


def number_is_in_name(text: str, number: Number) -> bool:
    """Return whether the number belongs to a name: "Boeing 737", "Group of 20", "Article 50"."""
    before = text[max(0, number.begin - 40) : number.begin]
    if re.search(r"\b(?:Group|Gang|Big|Council|Committee) of (?:the )?$", before):
        return True
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    written = word.group(1)
    lower = written.lower().rstrip(".")
    if lower in _LABELS:
        return not ("," in text[number.begin : number.end] or number.scaled)
    if not written[0].isupper() or lower in MONTHS or lower in WEEKDAYS or lower in _NOT_NAMES:
        return False
    if before.endswith("-"):
        return True  # "COVID-19", "Apollo-11"
    opens = _SENTENCE_END.search(before[: word.start()]) is not None
    # "Kessel 2,500 troops" is a list without its comma; a name has no thousands separator.
    return (
        not opens
        and number.in_digits
        and "," not in text[number.begin : number.end]
        and not number.scaled
    )


def number_states_nothing(text: str, number: Number) -> bool:
    """Return whether the number is a score, a time of day, a rank, a phone number, a label."""
    begin, end = number.begin, number.end
    if number.in_digits and _BEFORE_DIGIT.search(text[max(0, begin - 2) : begin]):
        return True
    if number.in_digits and _SCORE.match(text, end) and not _unit_hyphen(text, end):
        return True
    if _is_year_before_name(text, number):
        return True
    if _CLOCK.match(text, end) or _IDIOMS.match(text, begin):
        return True
    if number.in_digits and (phone := _PHONE.match(text, begin)) and phone.end() > end + 6:
        return True
    if not number.in_digits and _capitalised_inside(text, begin):
        return True
    small = isinstance(number.value, int) and number.value <= _LARGEST_ANAPHORIC
    return small and _ANAPHORIC.search(text, max(0, begin - 14), begin) is not None


def _is_year_before_name(text: str, number: Number) -> bool:
    """Return whether "2016" in "the 2016 Tarn Games" is a year within a name."""
    plain = text[number.begin : number.end]
    if not (plain.isdigit() and len(plain) == 4 and plain[:2] in {"19", "20"}):
        return False
    return re.match(r" [A-Z]", text[number.end : number.end + 2]) is not None


def _unit_hyphen(text: str, end: int) -> bool:
    return re.match(r"-[a-z]{3,}", text[end : end + 5]) is not None


def _capitalised_inside(text: str, begin: int) -> bool:
    """A number word with a capital inside a sentence is a name ("the Ten Hills")."""
    if not text[begin].isupper() or begin == 0:
        return False
    return _SENTENCE_END.search(text[max(0, begin - 3) : begin].rstrip() or "") is None
