"""What one rendering does to the words of another: changes classed and graded.

A quotation is a small account: the two wordings are collated like any two witnesses.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio_alignment

from ..collation import classify_change, collate, fold_reading, join_words
from ..model import Change, ChangeKind
from ..text import fold_typography, folded_words
from .grading import grade, is_negation

# Words lost at either end that make a sentence, or at least this many, are a cut, not a slip
# (a definition, not a measurement: fewer are an omission).
_SHORTEST_CUT = 4
_ENDS = (".", "!", "?", "…")
# A rendering shorter than this share of the fullest is a fragment; it is looked for by letters and
# found at a likeness of 70 of 100. Of 182 fragments on the summit pages 94 % score over 70 against
# the wording of which they are renderings; against another, 99 % score 60 or less.
_FRAGMENT = 0.6
_FOUND = 70.0
# Renderings that keep less than this share of words may each be a translation of its own. Not
# measured: no labelled translations are at hand.
_THROUGHOUT = 0.5
# "Most words" of a headline (a definition, not a measurement).
_NEAR = 0.75


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
    window = _window(fullest, rendering)
    if window is not None:
        begin, end = window
        lost = (fullest[:begin].strip(), fullest[end:].strip())
        inner = changes_between(fullest[begin:end], rendering)
        cuts = [_change("truncation", each, "") if each else None for each in lost]
        return tuple(each for each in (cuts[0], *inner, cuts[1]) if each is not None)
    columns = _columns(fullest, rendering)
    places = _places(columns)
    moved = _moved(columns, places)
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


def headline_changes(fullest: str, headline: str) -> tuple[Change, ...]:
    """Return what the words quoted in a headline change of the fullest rendering.

    A headline that shares most words with it is compared like any rendering. One in words of its
    own shows only the changes that matter, or else a single one from the whole to the whole.
    """
    words = Counter(folded_words(headline))
    shared = words & Counter(folded_words(fullest))
    found = changes_between(fullest, headline)
    if sum(shared.values()) >= _NEAR * sum(words.values()):
        return found
    matter = tuple(each for each in found if each.kind in ("negation", "figure"))
    return matter or (_change("lexical", fullest, headline),)


def _window(fullest: str, rendering: str) -> tuple[int, int] | None:
    """Return the stretch of a much longer wording of which a fragment is the rendering.

    A fragment is compared with its own place: word by word, its little words would be found all
    over the longer text.
    """
    if len(rendering) > _FRAGMENT * len(fullest):
        return None
    found = partial_ratio_alignment(_plain(rendering), _plain(fullest), score_cutoff=_FOUND)
    if found is None or found.dest_end - found.dest_start < len(rendering) // 2:
        return None
    begin, end = found.dest_start, found.dest_end
    while begin and not fullest[begin - 1].isspace():
        begin -= 1
    while end < len(fullest) and not fullest[end].isspace():
        end += 1
    return (begin, end) if end - begin < len(fullest) else None


def _plain(text: str) -> str:
    """Return a text of the same length with case, glyphs and hyphens folded."""
    plain = fold_typography(text).lower().replace("-", " ")
    # Lower-casing lengthens a few letters: then the glyphs alone are folded.
    return plain if len(plain) == len(text) else fold_typography(text)


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
    same = _agreement(columns)
    at = 0
    while at < len(columns):
        if same[at]:
            at += 1
            continue
        end = at
        while end < len(columns) and not same[end]:
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


def _agreement(columns: Sequence[tuple[str, str]]) -> list[bool]:
    """Return which columns read the same; marks and capitals at a wording's ends are its setting."""
    same = [fold_reading(left) == fold_reading(right) for left, right in columns]
    for side in (0, 1):
        carried = [at for at, column in enumerate(columns) if column[side]]
        if not carried:
            continue
        first, last = columns[carried[0]], columns[carried[-1]]
        same[carried[0]] |= all(first) and first[0].lower() == first[1].lower()
        same[carried[-1]] |= all(last) and _bare(last[0]) == _bare(last[1])
    return same


def _bare(word: str) -> str:
    return fold_reading(word.rstrip(".,;:?!…—–-'’\"” "))


def _moved(columns: Sequence[tuple[str, str]], places: Sequence[_Place]) -> tuple[int, int] | None:
    """Return the stretch within which words only changed places, if any did."""
    for first, one in enumerate(places):
        for other in places[:first:-1]:
            before, after = (folded_words(text) for text in _texts(columns[one.begin : other.end]))
            if before != after and sorted(before) == sorted(after):
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
    if kind != "punctuation":
        before, after = before.strip(" ,;:"), after.strip(" ,;:")
    return Change(kind, before, after, graded, reason)
