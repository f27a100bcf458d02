"""What kinds of change one place shows: a number, a denial and a word may change side by side."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..collation import classify_change, join_words
from ..model import ChangeKind
from ..text import folded_words
from .denial import denies_more, is_bare_denial, is_denied, is_opposite, without_denial
from .places import Place
from .stated import is_figure, without_numbers

Classed = tuple[ChangeKind, str, str]

_CONTRACTED = re.compile(r"\w['’](?:s|re|ve|ll|d|m|t)\b", re.IGNORECASE)
# "No, we will not" denies once.
_INTERJECTION = re.compile(r"\b[Nn]o\s*[,.!;:—–-]")
_BRACKET = re.compile(r"[\[\]]")
# Of shorter words two may be told apart by the order of two letters: "form" and "from".
_LONG_ENOUGH = 6
_ARTICLES = frozenset({"a", "an", "the"})
_MARKS = "'\"‘’“”.,;:!?()[]…—– "
_ELLIPSIS = re.compile(r"\.\.+|…|\[\s*\]|(?:\. ){2}\.")


def classed(place: Place) -> Iterator[Classed]:
    """Yield the changes of one place, each with both wordings."""
    before, after = place.texts
    if place.is_cut:
        yield "truncation", before, after
        return
    if _is_elided(before, after):
        yield "omission", before, after
        return
    kind = _kind_of_type(before, after)
    if kind is not None:
        yield kind, before, after
        return
    folded = [folded_words(_INTERJECTION.sub(" ", text)) for text in (before, after)]
    if is_bare_denial(folded[0], folded[1], _folded(place.following)):
        yield "negation", before, after
        return
    if _is_bare_figure(place):
        yield "figure", before, after
        return
    if _kind_of_words(before, after) == "grammatical" and not _says_otherwise(before, after):
        yield "grammatical", before, after
        return
    told: list[Classed] = []
    leading = place.leading
    for befores, afters, following in _stretches(place):
        told += _classed_stretch(befores, afters, leading, following)
        leading = (afters or befores)[-1]
    if not denies_more(folded[0], folded[1], _folded(place.following)):
        told = [(_undenied_kind(each), *each[1:]) for each in told]
    for kind, same in groupby(told, key=lambda each: each[0]):
        lefts, rights = zip(*((left, right) for _, left, right in same), strict=True)
        yield kind, join_words(lefts), join_words(rights)


def _undenied_kind(told: Classed) -> ChangeKind:
    kind, before, after = told
    return _kind_of_words(before, after) if kind == "negation" else kind


def _is_elided(before: str, after: str) -> bool:
    """Whether dots stand for words that are left out."""
    if not _ELLIPSIS.search(after) or _ELLIPSIS.search(before):
        return False
    return Counter(folded_words(after)) < Counter(folded_words(before))


def _classed_stretch(
    befores: Sequence[str], afters: Sequence[str], leading: str, following: Sequence[str]
) -> Iterator[Classed]:
    before, after = join_words(befores), join_words(afters)
    kind = _kind_of_type(before, after)
    if kind is not None:
        yield kind, before, after
        return
    yield from _gravest_first(befores, afters, leading, following)


def _stretches(place: Place) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield a place in stretches: words that are kin by themselves, what stands between them together.

    Words beside each other all along are each a stretch.
    """
    befores, afters, following = place.befores, place.afters, list(place.following)
    if all(left and right for left, right in place.pairs):
        kin = [(at, at) for at in range(len(befores))]
    else:
        kin = _kin(befores, afters)
    low, high = 0, 0
    for left, right in [*kin, (len(befores), len(afters))]:
        if befores[low:left] or afters[high:right]:
            yield befores[low:left], afters[high:right], [*afters[right:], *following]
        if left < len(befores):
            yield [befores[left]], [afters[right]], [*afters[right + 1 :], *following]
        low, high = left + 1, right + 1


def _kin(befores: Sequence[str], afters: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of words that are forms or spellings of one, opposites, or both numbers."""
    found: list[tuple[int, int]] = []
    start = 0
    for left, word in enumerate(befores):
        for right in range(start, len(afters)):
            if _are_kin(word, afters[right]):
                found.append((left, right))
                start = right + 1
                break
    return found


def _are_kin(one: str, other: str) -> bool:
    if _ELLIPSIS.search(one) or _ELLIPSIS.search(other):
        return False
    left, right = one.strip(_MARKS), other.strip(_MARKS)
    if left.lower() in _ARTICLES or right.lower() in _ARTICLES or _BRACKET.search(one + other):
        return False
    kind = _kind_of_type(left, right)
    return (
        (kind is not None and left != right)
        or classify_change(left, right) == "grammatical"
        or is_figure([one], [other])
        or is_denied(folded_words(one), folded_words(other))
    )


def _says_otherwise(before: str, after: str) -> bool:
    return is_denied(folded_words(before), folded_words(after)) or is_figure(
        before.split(), after.split()
    )


def _kind_of_type(before: str, after: str) -> ChangeKind | None:
    """Return the kind where both sides have the same words, `None` where they have not."""
    if is_figure(before.split(), after.split()) or _is_opposite(before, after):
        return None
    kind = classify_change(before, after)
    if kind == "orthographic" and _is_contraction(before, after):
        return "grammatical"
    if kind == "orthographic" and _is_restopped(before, after):
        return "punctuation"
    if kind == "lexical" and _is_slip(_core(before), _core(after)):
        return "orthographic"
    return kind if kind in ("punctuation", "orthographic") else None


def _is_opposite(before: str, after: str) -> bool:
    """Whether the words are one another's opposite by a prefix, which a slip of the pen is not."""
    left, right = folded_words(before), folded_words(after)
    return any(is_opposite(a, b) or is_opposite(b, a) for a in left for b in right)


def _is_restopped(before: str, after: str) -> bool:
    """Whether one sentence became two, or two one: a capital only because a stop stands before it."""
    left, right = before.split(), after.split()
    if len(left) != len(right) or [*map(_core, left)] != [*map(_core, right)]:
        return False
    capitals = [
        at
        for at, (one, other) in enumerate(zip(left, right, strict=True))
        if one.strip(_MARKS) != other.strip(_MARKS)
    ]
    return all(at > 0 and left[at - 1][-1] != right[at - 1][-1] for at in capitals)


def _core(text: str) -> str:
    return text.strip(_MARKS).lower()


def _is_slip(one: str, other: str) -> bool:
    """Whether two neighbouring letters of a long word changed places."""
    if len(one) != len(other) or len(one) < _LONG_ENOUGH or not one.isalpha():
        return False
    at = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(at) == 2 and at[1] - at[0] == 1 and one[at[0]] == other[at[1]]


def _is_contraction(before: str, after: str) -> bool:
    """Whether one side contracts what the other writes out."""
    counts = [len(_CONTRACTED.findall(text)) for text in (before, after)]
    words = [folded_words(text) for text in (before, after)]
    return counts[0] != counts[1] and (len(words[0]) != len(words[1]) or ["cannot"] in words)


def _gravest_first(
    befores: Sequence[str], afters: Sequence[str], leading: str, following: Sequence[str]
) -> Iterator[Classed]:
    """Yield a denial, then a number, then what else differs at a place."""
    before, after = join_words(befores), join_words(afters)
    left, right = (folded_words(_INTERJECTION.sub(" ", text)) for text in (before, after))
    denied = is_denied(left, right, _folded(following))
    if denied:
        yield "negation", before, after
        befores, afters = _undenied(befores, right), _undenied(afters, left)
        if not befores or not afters:
            return
    stated = is_figure(befores, afters, leading, following)
    if stated:
        yield "figure", before, after
        befores, afters = without_numbers(befores), without_numbers(afters)
    if (denied or stated) and _weighed(befores) == _weighed(afters):
        return
    rest = join_words(befores), join_words(afters)
    yield _kind_of_words(*rest), *rest


def _is_bare_figure(place: Place) -> bool:
    """Whether a number, with what bounds or measures it, is all that differs."""
    befores, afters = place.befores, place.afters
    rest = _weighed(without_numbers(befores)), _weighed(without_numbers(afters))
    return is_figure(befores, afters, place.leading, place.following) and rest[0] == rest[1]


def _folded(words: Sequence[str]) -> list[str]:
    return [part for word in words for part in folded_words(word)]


def _undenied(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the words without those that deny, and those that deny or are denied by their form."""
    return [
        word
        for word in words
        if without_denial(folded_words(word))
        and not any(
            is_opposite(part, other) or is_opposite(other, part)
            for part in folded_words(word)
            for other in others
        )
    ]


def _weighed(words: Sequence[str]) -> list[str]:
    return sorted(set(folded_words(join_words(words))) - _ARTICLES)


def _kind_of_words(before: str, after: str) -> ChangeKind:
    if not folded_words(before) and not folded_words(after):
        return "punctuation"
    if not folded_words(before) or not folded_words(after):
        return "omission" if folded_words(before) else "addition"
    kind = classify_change(before.strip(_MARKS), after.strip(_MARKS))
    if kind in ("attribution", "figure"):
        # Within quoted words "said" for "claimed" is another word, not another speaker; numbers
        # have been looked at.
        return "lexical"
    if kind in ("punctuation", "orthographic") and classify_change(before, after) == "punctuation":
        return "punctuation"
    return kind
