"""What one rendering does to the words of another: changes classed and graded.

A quotation is a small account: the two wordings are collated like any two witnesses.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import partial_ratio_alignment

from ..collation import join_words
from ..model import Change, ChangeKind
from ..text import fold_typography, folded_words, tokenise
from .classing import classed
from .denial import denies
from .grading import grade, worst_of
from .moves import Move, take_moves
from .places import SHORTEST_CUT, Pair, lay_out, places_of, split_cuts
from .stated import stated_numbers

# A rendering shorter than this share of the fullest is a fragment; it is looked for by letters and
# found at a likeness of 70 of 100. Of 182 fragments on the summit pages 94 % score over 70 against
# the wording of which they are renderings; against another, 99 % score 60 or less.
_FRAGMENT = 0.6
_FOUND = 70.0
# So many words at either end are enough to say that a wording begins or ends alike (a definition).
_END_WORDS = 2
# So far from where letters agree best the words at its ends are looked for: a clause.
_REACH = 80
_QUOTED_ON = "quotes on where the fullest rendering begins or ends"
# Renderings that keep less than this share of words may each be a translation of its own. Not
# measured: no labelled translations are at hand.
_THROUGHOUT = 0.5
# Fewer words than this are not compared as a whole: half of four words is two.
_FEWEST_THROUGHOUT = 8
# "Most words" of a headline (a definition, not a measurement).
_NEAR = 0.75
_MARKED_BEHIND = re.compile(r"(?:\.\.+|…|\[\s*(?:…|\.\.+)?\s*\])[\W_]*$")
_MARKED_BEFORE = re.compile(r"^[\W_]*(?:\.\.+|…|\[\s*(?:…|\.\.+)?\s*\])")


def changes_between(fullest: str, rendering: str, *, piece: bool = False) -> tuple[Change, ...]:
    """Return what `rendering` changes of `fullest`, in order of place.

    A `piece` is quoted within reported speech and does not claim to be all that was said.

    >>> [change.kind for change in changes_between("We shall not go", "We shall go")]
    ['negation']
    """
    begin, end = _window(fullest, rendering) or (0, len(fullest))
    lost = fullest[:begin].strip(), fullest[end:].strip()
    first, last = (
        [_cut(each, rendering, opening=at == 0, piece=piece)] if each else []
        for at, each in enumerate(lost)
    )
    inner = _changes(fullest[begin:end], rendering, piece, (not first, not last))
    return (*first, *inner, *last)


def _changes(
    fullest: str, rendering: str, piece: bool, borders: tuple[bool, bool]
) -> Iterator[Change]:
    """Yield the changes in order; `borders` tell whether the fullest wording begins and ends here."""
    columns, elsewhere = lay_out(fullest, rendering)
    moves, places = take_moves(places_of(columns))
    found = [(move.begin, _moved(move, columns)) for move in moves]
    found += [(begin, _elsewhere(columns[begin:end])) for begin, end in elsewhere]
    for place in (each for run in places for each in split_cuts(run, len(columns))):
        at_border = (borders[0] and place.begin == 0) or (borders[1] and place.end == len(columns))
        for kind, before, after in classed(place):
            if kind == "truncation":
                sign = after or rendering
                change = _cut(before, sign, opening=place.begin == 0, piece=piece)
            elif at_border and not before and len(folded_words(after)) >= SHORTEST_CUT:
                change = Change("addition", "", after, "harmless", _QUOTED_ON)
            else:
                change = _change(kind, before, after)
            found.append((place.begin, change))
    for _, change in sorted(found, key=lambda each: each[0]):
        yield change


def headline_changes(fullest: str, headline: str) -> tuple[Change, ...]:
    """Return what the words quoted in a headline change of the fullest rendering.

    A headline picks words, so that what it leaves out at either end is no change. One with a
    single change shows it; where more differs, what alters the meaning is shown, or else one
    change from the words it stands for to its own.
    """
    found = [each for each in changes_between(fullest, headline) if each.kind != "truncation"]
    words = Counter(folded_words(headline))
    shared = words & Counter(folded_words(fullest))
    near = sum(shared.values()) >= _NEAR * sum(words.values())
    if not found or (near and len(found) == 1):
        return tuple(found)
    window = _window(fullest, headline)
    stood = fullest[slice(*window)] if window else fullest
    matter = _gravest(found, stood, headline)
    if matter:
        return matter
    graded = worst_of(each.grade for each in found)
    if near and graded == "harmless":
        return (max(found, key=lambda each: len(each.before) + len(each.after)),)
    return (Change("lexical", stood, headline, "notable", "put into other words"),)


def _gravest(found: Sequence[Change], stood: str, headline: str) -> tuple[Change, ...]:
    """Return one denial and one number of those found, each if the words as a whole bear it out."""
    denials = [sum(denies(word) for word in folded_words(text)) for text in (stood, headline)]
    numbers = [stated_numbers(text.split()) for text in (stood, headline)]
    borne_out = {
        "negation": (denials[0] - denials[1]) % 2 == 1,
        "figure": bool(numbers[1]) and not set(numbers[1]) <= set(numbers[0]),
    }
    first = {each.kind: each for each in reversed(found) if borne_out.get(each.kind)}
    return tuple(first[kind] for kind in ("negation", "figure") if kind in first)


def differ_throughout(fullest: str, rendering: str) -> bool:
    """Whether two renderings have so few words in common that each may be a translation."""
    words = folded_words(rendering)
    shared = Counter(folded_words(fullest)) & Counter(words)
    return len(words) >= _FEWEST_THROUGHOUT and sum(shared.values()) < _THROUGHOUT * len(words)


def _window(fullest: str, rendering: str) -> tuple[int, int] | None:
    """Return the stretch of a much longer wording of which a fragment is the rendering.

    A fragment is compared with its own place: word by word, its little words would be found all
    over the longer text.
    """
    if len(rendering) > _FRAGMENT * len(fullest) or _same_ends(fullest, rendering):
        return None
    found = partial_ratio_alignment(_plain(rendering), _plain(fullest), score_cutoff=_FOUND)
    if found is None or found.dest_end - found.dest_start < len(rendering) // 2:
        return None
    begin, end = _snapped(fullest, found.dest_start, found.dest_end, rendering)
    while begin and not fullest[begin - 1].isspace():
        begin -= 1
    while end < len(fullest) and not fullest[end].isspace():
        end += 1
    lost = len(folded_words(fullest[:begin])) + len(folded_words(fullest[end:]))
    return (begin, end) if lost >= SHORTEST_CUT else None


def _snapped(fullest: str, begin: int, end: int, rendering: str) -> tuple[int, int]:
    """Return a stretch moved to where the first and last words of the rendering stand near by."""
    words = folded_words(rendering)
    tokens = tokenise(fullest)
    norms = [token.norm for token in tokens]
    pairs = range(len(tokens) - _END_WORDS + 1)
    first = [tokens[at].begin for at in pairs if norms[at : at + _END_WORDS] == words[:_END_WORDS]]
    last = [
        tokens[at + _END_WORDS - 1].end
        for at in pairs
        if norms[at : at + _END_WORDS] == words[-_END_WORDS:]
    ]
    low = min(first, key=lambda at: abs(at - begin), default=begin)
    high = min(last, key=lambda at: abs(at - end), default=end)
    low = low if abs(low - begin) <= _REACH else begin
    high = high if abs(high - end) <= _REACH else end
    return (low, high) if low < high else (begin, end)


def _same_ends(fullest: str, rendering: str) -> bool:
    """Whether both begin alike and end alike: then what is lost was lost in the middle."""
    one, other = folded_words(fullest), folded_words(rendering)
    return (
        len(other) > 2 * _END_WORDS
        and one[:_END_WORDS] == other[:_END_WORDS]
        and one[-_END_WORDS:] == other[-_END_WORDS:]
    )


def _plain(text: str) -> str:
    """Return a text of the same length with case, glyphs and hyphens folded."""
    plain = fold_typography(text).lower().replace("-", " ")
    # Lower-casing lengthens a few letters: then the glyphs alone are folded.
    return plain if len(plain) == len(text) else fold_typography(text)


def _moved(move: Move, columns: Sequence[Pair]) -> Change:
    befores, afters = zip(*columns[move.begin : move.end], strict=True)
    before, after = join_words(befores), join_words(afters)
    graded, reason = grade("transposition", before, after, moved=move.words)
    return Change("transposition", before.strip(" ,;:"), after.strip(" ,;:"), graded, reason)


def _elsewhere(columns: Sequence[Pair]) -> Change:
    """Return the transposition of a passage that the collation has found at another place."""
    befores, afters = zip(*columns, strict=True)
    before, after = join_words(befores).strip(" ,;:"), join_words(afters).strip(" ,;:")
    return Change("transposition", before, after, "harmless", "the same words, but elsewhere")


def _cut(lost: str, kept: str, *, opening: bool, piece: bool) -> Change:
    """Return the truncation of a part at the beginning or the end of what is kept."""
    marked = (_MARKED_BEFORE if opening else _MARKED_BEHIND).search(kept) is not None
    graded, reason = grade("truncation", lost, "", marked=marked, piece=piece, opening=opening)
    return Change("truncation", lost.strip(" ,;:"), "", graded, reason)


def _change(kind: ChangeKind, before: str, after: str) -> Change:
    graded, reason = grade(kind, before, after)
    if kind != "punctuation":
        before, after = before.strip(" ,;:"), after.strip(" ,;:")
    return Change(kind, before, after, graded, reason)
