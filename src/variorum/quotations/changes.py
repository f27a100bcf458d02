"""What one rendering does to the words of another: changes classed and graded.

A quotation is a small account: the two wordings are collated like any two witnesses.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..collation import classify_change, collate, fold_reading, join_words
from ..model import Change, ChangeKind
from ..text import folded_words
from .grading import grade, is_negation

# Words lost at either end that make a sentence, or at least this many, are a cut, not a slip.
_SHORTEST_CUT = 4
_ENDS = (".", "!", "?", "…")
# Renderings that keep less than this share of words in place are each their own translation.
_THROUGHOUT = 0.5


@dataclass(frozen=True, slots=True)
class _Place:
    begin: int
    end: int
    before: str
    after: str


def changes_between(fullest: str, rendering: str) -> tuple[Change, ...]:
    """Return what `rendering` changes of `fullest`, in order of place.

    >>> [change.kind for change in changes_between("We shall not go", "We shall go")]
    ['negation']
    """
    columns = _columns(fullest, rendering)
    places = _places(columns)
    moved = _moved(places)
    found: list[Change] = []
    if moved is not None:
        begin, end = moved
        before, after = _texts(columns[begin:end])
        found.append(_change("transposition", before, after))
        places = [place for place in places if place.end <= begin or place.begin >= end]
    for place in places:
        kind = _kind(place, len(columns))
        found.append(_change(kind, place.before, place.after))
    return tuple(found)


def differ_throughout(fullest: str, rendering: str) -> bool:
    """Whether two renderings have so few words in common that each may be a translation."""
    shared = Counter(folded_words(fullest)) & Counter(folded_words(rendering))
    return sum(shared.values()) < _THROUGHOUT * len(folded_words(rendering))


def _columns(fullest: str, rendering: str) -> list[tuple[str, str]]:
    collation = collate({"A": (fullest,), "B": (rendering,)})
    return [(column.readings[0] or "", column.readings[1] or "") for column in collation.columns]


def _texts(columns: Sequence[tuple[str, str]]) -> tuple[str, str]:
    return join_words(left for left, _ in columns), join_words(right for _, right in columns)


def _places(columns: Sequence[tuple[str, str]]) -> list[_Place]:
    """Return the runs of columns that differ; a cut at either end stands by itself."""
    places: list[_Place] = []
    at = 0
    while at < len(columns):
        if _same(*columns[at], last=at + 1 == len(columns)):
            at += 1
            continue
        end = at
        while end < len(columns) and not _same(*columns[end], last=end + 1 == len(columns)):
            end += 1
        for low, high in _parts(columns, at, end):
            before, after = _texts(columns[low:high])
            places.append(_Place(low, high, before, after))
        at = end
    return places


def _parts(columns: Sequence[tuple[str, str]], begin: int, end: int) -> list[tuple[int, int]]:
    """Split a run at the border between a sentence left out and words changed."""
    cut = begin
    if begin == 0:
        while cut < end and not columns[cut][1]:
            cut += 1
        # Only up to the end of a sentence: what follows belongs to the change.
        while cut > begin and cut < end and not columns[cut - 1][0].endswith(_ENDS):
            cut -= 1
    return [(low, high) for low, high in ((begin, cut), (cut, end)) if low < high]


def _same(left: str, right: str, *, last: bool) -> bool:
    """Whether a place reads the same; the mark that ends a quotation is its setting, not its words."""
    if fold_reading(left) == fold_reading(right):
        return True
    if not left or not right:
        return False
    return last and fold_reading(left.rstrip(".,;:—–- ")) == fold_reading(right.rstrip(".,;:—–- "))


def _moved(places: Sequence[_Place]) -> tuple[int, int] | None:
    """Return the stretch within which words only changed places, if any did."""
    for first, one in enumerate(places):
        for other in places[:first:-1]:
            between = [place for place in places if one.begin <= place.begin <= other.begin]
            before: Counter[str] = Counter()
            after: Counter[str] = Counter()
            for place in between:
                before.update(folded_words(place.before))
                after.update(folded_words(place.after))
            if before and before == after:
                return one.begin, other.end
    return None


def _kind(place: _Place, columns: int) -> ChangeKind:
    before, after = folded_words(place.before), folded_words(place.after)
    if before and not after and (place.begin == 0 or place.end == columns):
        whole = place.before.rstrip("”\"'’").endswith(_ENDS) and len(before) > 1
        if len(before) >= _SHORTEST_CUT or whole:
            return "truncation"
    if is_negation(before, after):
        return "negation"
    return classify_change(place.before, place.after)


def _change(kind: ChangeKind, before: str, after: str) -> Change:
    graded, reason = grade(kind, before, after)
    return Change(kind, before.strip(" ,;:"), after.strip(" ,;:"), graded, reason)
