"""The words that only the page needs: marks and grades, shares, times; the rest is `export.wording`."""

import re
from collections.abc import Iterable
from datetime import date

from ...model import Article, ChangeKind, Grade, Moment
from ..wording import count, outlet_name

# Readings and changes share their kinds; these are the words that stand beside the mark.
KINDS: dict[ChangeKind, str] = {
    "punctuation": "marks only",
    "orthographic": "spelling only",
    "grammatical": "grammar",
    "lexical": "other word",
    "transposition": "moved",
    "addition": "added",
    "omission": "dropped",
    "figure": "changed figure",
    "attribution": "changed said-by",
    "negation": "negation changed",
    "splice": "two utterances joined",
    "truncation": "cut short",
}

GRADES: dict[Grade, tuple[str, str]] = {
    "harmless": ("○", "harmless"),
    "notable": ("◐", "notable"),
    "alters meaning": ("●", "alters meaning"),
}
GRADE_ORDER: tuple[Grade, ...] = ("harmless", "notable", "alters meaning")

_MONTH = re.compile(r"\d{4}-\d{2}")

_SHARES = (
    (0.995, "all"),
    (0.9, "nearly all"),
    (0.6, "most"),
    (0.4, "about half"),
    (0.15, "part"),
    (0.0, "little"),
)


def some(number: int) -> str:
    """Return how many are so, with the verb: "none is", "one is", "three are"."""
    return "none is" if number == 0 else count(number, "is", "are")


def outlet_heading(article: Article) -> str:
    """Return what to call a page's outlet where no sentence goes before it."""
    if article.outlet or article.host:
        return outlet_name(article)
    unnamed = outlet_name(article)
    return unnamed[:1].upper() + unnamed[1:]


def share_carried(share: float, whole: str = "its text") -> str:
    """Return the words for a share of a text: "nearly all of its text"."""
    words = next((words for least, words in _SHARES if share >= least), _SHARES[-1][1])
    return f"{words} of {whole}"


def percent(share: float) -> str:
    """Return a share as a whole percentage, never rounded up to everything or down to nothing."""
    rounded = round(share * 100)
    if rounded == 100 and share < 0.9995:
        rounded = 99
    return "under 1%" if rounded == 0 and share > 0 else f"{rounded}%"


def rounded(confidence: float) -> str:
    """Return a confidence as the detail states it: one decimal."""
    return f"{confidence:.1f}"


def day_worded(value: str, *, year: bool = True) -> str:
    """Return an ISO date or month, or what begins with one, in words; anything else as it is.

    >>> day_worded("2023-04-29")
    '29 April 2023'
    """
    try:
        if _MONTH.fullmatch(value):
            return f"{date.fromisoformat(value + '-01'):%B %Y}"
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{day.day} {day:%B}" + (f" {day.year}" if year else "")


def moment_worded(moment: Moment | None, *, year: bool = True) -> str | None:
    """Return a time as precise as its page gives it: "30 April 2023, 14:21"."""
    if moment is None:
        return None
    words = day_worded(moment.value, year=year)
    if moment.precision == "day" or len(moment.value) < 16:
        return words
    zone = f" {_zone(moment.value)}" if moment.has_zone else ""
    return f"{words}, {moment.value[11:16]}{zone}"


def _zone(value: str) -> str:
    return "UTC" if value.endswith(("Z", "+00:00")) else f"UTC{value[-6:].replace('-', '−')}"


def worst(grades: Iterable[Grade]) -> Grade | None:
    """Return the gravest of several grades, `None` if there are none."""
    return max(grades, key=GRADE_ORDER.index, default=None)
