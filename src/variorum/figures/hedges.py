"""Hedges: the words that qualify a figure ("some", "at least", "or more"), and what they allow."""

import re
from typing import Literal

Bound = Literal["about", "least", "most", "nearly"]

_BOUNDS: dict[Bound, str] = {
    "least": "at least|no fewer than|no less than|not less than|a minimum of|more than|well over|"
    "just over|slightly more than|a little more than|a little over|upwards of|in excess of|"
    "greater than|higher than|over|above|exceeding|as many as|"
    "as much as|as few as|as little as",
    "most": "at most|no more than|not more than|up to|a maximum of|fewer than|less than|under|below|"
    "lower than|well under|just under",
    "nearly": "nearly|almost|close to|approaching|just short of|not quite",
    "about": "an estimated|estimated|some|about|around|roughly|approximately|approx[.]?|circa|"
    "an average of|an alleged|reportedly|perhaps|possibly|maybe|probably|something like",
}
# "As many as 40" reports a highest estimate, so the number bounds from above after all.
_UPPER = frozenset({"as many as", "as much as"})
# Before a span of time these place it ("over three days"), they do not qualify it.
_SPATIAL = frozenset({"over", "under", "above", "below", "around", "about"})
_ALTERNATIVES = "|".join(sorted("|".join(_BOUNDS.values()).split("|"), key=len, reverse=True))
_BEFORE = re.compile(rf"\b({_ALTERNATIVES}) (?:the )?$", re.I)
_AFTER = re.compile(r"(\+)(?!\d)| (or so|or more|or fewer|or less|or thereabouts)\b", re.I)
_LONGEST = 24
_LAST_WORDS = tuple(
    sorted(
        {each.replace("[.]?", "").split()[-1] for each in _ALTERNATIVES.split("|")}
        | {"the", "approx."}
    )
)


def hedge_before(text: str, begin: int, floor: int, spatial: bool = True) -> tuple[int, str] | None:
    """Return where the hedge before a figure begins, and its words; look no further back than `floor`."""
    # Nearly all words before a number end no hedge; to look one up costs a tenth of the search.
    if text[begin - 1 : begin] != " ":
        return None
    if not text[max(floor, begin - _LONGEST) : begin - 1].lower().endswith(_LAST_WORDS):
        return None
    found = _BEFORE.search(text, max(floor, begin - _LONGEST), begin)
    if found is None or (not spatial and found.group(1).lower() in _SPATIAL - {"about", "around"}):
        return None
    return found.start(), found.group(1).lower()


def hedge_after(text: str, end: int) -> tuple[int, str] | None:
    """Return where the hedge after a figure ends, and its words ("or more")."""
    found = _AFTER.match(text, end)
    return (found.end(), found.group().strip().lower()) if found else None


def bound_of(hedge: str | None) -> Bound | None:
    """Return on which side of its number a hedged figure may lie."""
    if hedge is None:
        return None
    if hedge in _UPPER or hedge in {"or fewer", "or less"}:
        return "most"
    if hedge in {"or more", "+"}:
        return "least"
    for bound, words in _BOUNDS.items():
        if hedge in words.replace("[.]?", "").split("|"):
            return bound
    return "about"
