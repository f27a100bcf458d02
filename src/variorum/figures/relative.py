"""Dates told by their distance: "yesterday", "last month", "two days later", "the following day"."""

import re
from collections.abc import Callable

from .calendar import DAY_PART
from .dates import DateWords, Shift, Step, read_month_date, read_weekday
from .numbers import SMALL_WORDS, read_number

_RELATIVE_DAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_DAY_WORD = re.compile(rf"(?P<day>{'|'.join(_RELATIVE_DAY)})\b{DAY_PART}", re.I)
_DAY_BEFORE = re.compile(r"the day (?P<which>before yesterday|after tomorrow)\b", re.I)
_MENTION = re.compile(
    r"(?:the|that) (?P<which>next|following|same|previous|preceding) (?:day|morning|night|evening)\b"
    r"|(?P<later>the day (?:after|before))(?=[.,;]|$)",
    re.I,
)
_THIS_PART = re.compile(
    r"(?:earlier |later )?this (?:morning|afternoon|evening)\b|(?P<last>last (?:night|evening))\b",
    re.I,
)
_PERIOD = re.compile(
    r"(?:(?:earlier|later|late|early) )?(?P<which>last|this|next) "
    r"(?P<step>week|month|year)\b(?![-\w]| and a half)",
    re.I,
)
# Headlines in title case have nearly all long words capitalised, sentences seldom a third.
_TITLE_CAPITALS = 0.6
_AGO = re.compile(
    r"(?: |-)(?P<step>day|week|month|year|decade)s? (?P<way>ago|earlier|later|before|after)\b(?P<of> \w+)?",
    re.I,
)
# What any number in digits must be followed by: most are not, and are passed by at once.
_DIGITS_AGO = re.compile(
    r"[\d,.]+[ -](?:day|week|month|year|decade|hundred|thousand|million)", re.I
)
_UNIT_A = re.compile(r"an? (?=(?:day|week|month|year|decade)\b)", re.I)


def _read_day_word(text: str, at: int) -> DateWords | None:
    found = _DAY_WORD.match(text, at)
    if found is None or (found["day"].isupper() and not text.isupper()):
        return None  # capitals throughout: a masthead
    if found["day"] == "Today" and re.search(r"[A-Z]\w+ $", text[max(0, at - 9) : at]):
        return None  # the name of a paper
    return DateWords(at, found.end(), Shift(_RELATIVE_DAY[found["day"].lower()], "day"))


def _read_day_before(text: str, at: int) -> DateWords | None:
    found = _DAY_BEFORE.match(text, at)
    if found is None:
        return None
    return DateWords(at, found.end(), Shift(-2 if "before" in found["which"].lower() else 2, "day"))


def _read_mention(text: str, at: int) -> DateWords | None:
    found = _MENTION.match(text, at)
    if found is None:
        return None
    word = (found["which"] or found["later"]).lower()
    amount = {"same": 0, "previous": -1, "preceding": -1, "the day before": -1}.get(word, 1)
    return DateWords(at, found.end(), Shift(amount, "day", from_mention=True))


def _read_part(text: str, at: int) -> DateWords | None:
    found = _THIS_PART.match(text, at)
    if found is None:
        return None
    return DateWords(at, found.end(), Shift(-1 if found["last"] else 0, "day"))


def _read_period(text: str, at: int) -> DateWords | None:
    found = _PERIOD.match(text, at)
    if found is None:
        return None
    if found["step"][0].isupper() and not _is_title(text):
        return None  # the name of a programme
    which = found["which"].lower()
    amount = 0 if which == "this" else 1 if which == "next" else -1
    step: Step = found["step"].lower()  # type: ignore[assignment]
    return DateWords(at, found.end(), Shift(amount, step))


def _is_title(text: str) -> bool:
    words = re.findall(r"[A-Za-z]{4,}", text)
    capitals = len([word for word in words if word[0].isupper()])
    return capitals > len(words) * _TITLE_CAPITALS


def read_ago(text: str, at: int) -> DateWords | None:
    """Read "two days ago", "a week later", "three months earlier"."""
    if text[at].isdigit() and _DIGITS_AGO.match(text, at) is None:
        return None
    article = _UNIT_A.match(text, at)
    if article:
        count, after = 1, article.end() - 1
    else:
        number = read_number(text, at)
        if number is None or not isinstance(number.value, int):
            return None
        count, after = number.value, number.end
    found = _AGO.match(text, after)
    if found is None or count > 400:
        return None
    way = found["way"].lower()
    if way in {"before", "after"} and found["of"]:
        return None  # "two days after the vote": from an event, not from a date
    decades = found["step"].lower() == "decade"
    step: Step = "year" if decades else found["step"].lower()  # type: ignore[assignment]
    count *= 10 if decades else 1
    amount = count if way in {"later", "after"} else -count
    return DateWords(at, found.end("way"), Shift(amount, step, from_mention=way != "ago"))


AGO_TRIGGERS = SMALL_WORDS | {"a", "an"}
_PERIOD_OPENERS = frozenset({"last", "this", "next", "earlier", "later", "early", "late"})
_MODIFIERS = frozenset({"last", "this", "next", "the", "coming", "past"})
# The readers to try at a word, in this order.
RELATIVE_READERS: tuple[tuple[frozenset[str], Callable[[str, int], DateWords | None]], ...] = (
    (frozenset(_RELATIVE_DAY), _read_day_word),
    (frozenset({"the"}), _read_day_before),
    (frozenset({"the", "that"}), _read_mention),
    (_PERIOD_OPENERS, _read_part),
    (_PERIOD_OPENERS, _read_period),
    (_MODIFIERS, read_weekday),
    (_MODIFIERS - {"the"}, read_month_date),
)
