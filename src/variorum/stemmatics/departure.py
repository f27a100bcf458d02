"""How far a witness departs from its exemplar: what it kept, dropped, added and reworded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..collation import classify_change, fold_reading, join_words, sentence_blocks
from ..model import Collation

_OPENS = re.compile(r"^\W*[“\"«„]")
_CLOSES = re.compile(r"[”\"»]\W*$")
# Changes that are another wording; of type, spelling and inflection a desk takes no notice.
_REWORDED = frozenset({"lexical", "figure", "attribution", "addition", "omission"})


@dataclass(frozen=True, slots=True)
class Departure:
    """Shares of words, 0 to 1, against the text that a witness was copied from.

    `own` of the witness in sentences that the exemplar lacks; `dropped` of the exemplar;
    `changed` of the sentences of both. `is_grave` tells that a figure or words inside a quotation
    are others: an edit however small.
    """

    own: float = 0.0
    dropped: float = 0.0
    changed: float = 0.0
    is_grave: bool = False


def measure_departure(
    collation: Collation, text: Sequence[str], exemplar: Sequence[str]
) -> Departure:
    """Return how far a text departs from another, both given column by column.

    A dateline that was added, dropped or put in another way is no departure.
    """
    row = list(text)
    given = list(exemplar)
    own = lacking = changed = shared = 0
    is_first = True
    for begin, end in sentence_blocks(collation):
        here, there = sum(map(bool, row[begin:end])), sum(map(bool, given[begin:end]))
        if not here or not there:
            own, lacking = own + here, lacking + there
            continue
        if is_first:
            _pass_over_dateline(row, given, begin, end)
            is_first = False
        shared += max(here, there)
        for one, other in zip(row[begin:end], given[begin:end], strict=True):
            changed += not _same_letters(one, other)
    words, whole = sum(map(bool, row)), sum(map(bool, given))
    return Departure(
        own / words if words else 0.0,
        lacking / whole if whole else 0.0,
        changed / shared if shared else 0.0,
        _has_grave_change(collation, row, given),
    )


def _pass_over_dateline(row: list[str], given: list[str], begin: int, end: int) -> None:
    """Level what stands before the first word that both have."""
    for at in range(begin, end):
        is_shared = bool(row[at]) and _same_letters(row[at], given[at])
        if is_shared and any(map(str.islower, row[at])):
            return
        row[at] = given[at]


def _same_letters(one: str, other: str) -> bool:
    """Compare words without their marks: a lost mark is no change of wording."""
    forms = ["".join(filter(str.isalnum, fold_reading(each))).casefold() for each in (one, other)]
    return forms[0] == forms[1]


def _has_grave_change(collation: Collation, row: Sequence[str], given: Sequence[str]) -> bool:
    quoted = _quoted(collation, given)
    for begin, end in sentence_blocks(collation):
        if not any(row[begin:end]) or not any(given[begin:end]):
            continue
        for first, last in _differing(row, given, begin, end):
            kind = classify_change(join_words(given[first:last]), join_words(row[first:last]))
            if kind == "figure" or (kind in _REWORDED and all(quoted[first:last])):
                return True
    return False


def _differing(
    row: Sequence[str], given: Sequence[str], begin: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield the runs of columns in which two texts have other words."""
    first: int | None = None
    for at in (*range(begin, end), None):
        differs = at is not None and not _same_letters(row[at], given[at])
        if differs and first is None:
            first = at
        elif not differs and first is not None:
            yield first, end if at is None else at
            first = None


def _quoted(collation: Collation, given: Sequence[str]) -> list[bool]:
    """Tell for each column whether it stands between quotation marks of its paragraph."""
    quoted: list[bool] = []
    is_open, paragraph = False, 0
    for column, word in zip(collation.columns, given, strict=True):
        if column.paragraph != paragraph:
            is_open, paragraph = False, column.paragraph
        is_open = is_open or bool(_OPENS.match(word))
        quoted.append(is_open)
        if _CLOSES.search(word):
            is_open = False
    return quoted
