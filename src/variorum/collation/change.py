"""What kind of difference two wordings of one place show."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from ..model import ReadingKind
from .numerals import amount, states_number
from .spelling import (
    ARTICLES,
    house_spelling,
    same_lexeme,
    same_spelling,
    unfold_contractions,
)
from .words import Word, fold_reading, split_words, word_key

# A unit with changes of several kinds is called by the gravest.
_GRAVITY: tuple[ReadingKind, ...] = (
    "punctuation",
    "orthographic",
    "grammatical",
    "transposition",
    "addition",
    "omission",
    "lexical",
    "attribution",
    "figure",
)
_RANK = {kind: rank for rank, kind in enumerate(_GRAVITY)}
_AROUND = re.compile(r"^\W+|\W+$")
_HELPING = ARTICLES | frozenset("is are was were be been has have had will would".split())
_CUES = frozenset(
    "said says say told tells according added adds announced announces argued argues claimed claims "
    "confirmed confirms declared declares noted notes reported reports remarked stated states "
    "stressed tweeted warned warns wrote writes quoted citing cited insisted insists alleged "
    "alleges acknowledged admitted admits explained explains asserted asserts replied".split()
)


@lru_cache(maxsize=16384)
def classify_change(before: str, after: str) -> ReadingKind:
    """Return the kind of change that turns one wording into another; marks and glyphs as written.

    >>> classify_change("2,500 troops", "3,500 troops"), classify_change("two", "2")
    ('figure', 'orthographic')
    """
    left, right = split_words(before), split_words(after)
    if not left or not right:
        return _classify_presence(before, left, right)
    if [word.key for word in left] == [word.key for word in right]:
        return _classify_marks(left, right)
    if _is_respelling(left, right):
        return "orthographic"
    if _is_transposition(left, right):
        return "transposition"
    if _is_attribution(left, right):
        return "attribution"
    kinds = [_classify_part(old, new) for old, new in _parts(left, right)]
    return max(kinds, key=_RANK.__getitem__) if kinds else "punctuation"


def _classify_presence(before: str, left: Sequence[Word], right: Sequence[Word]) -> ReadingKind:
    words = left or right
    if not words:
        return "punctuation"
    if all(word.key in _HELPING for word in words):
        return "grammatical"
    return "omission" if left else "addition"


def _classify_marks(left: Sequence[Word], right: Sequence[Word]) -> ReadingKind:
    """Same letters: capitals, accents, hyphens differ, or only marks around the words do."""
    for one, other in zip(left, right, strict=True):
        if _number_marks_differ(one, other):
            return "figure"
    if [_core(word) for word in left] != [_core(word) for word in right]:
        return "orthographic"
    return "punctuation"


def _number_marks_differ(one: Word, other: Word) -> bool:
    """Tell 2.5 from 25, whose digits are the same; 2,500 and 2500 are the same number."""
    amounts = amount(one.form), amount(other.form)
    return None not in amounts and amounts[0] != amounts[1]


def _core(word: Word) -> str:
    return _AROUND.sub("", word.form)


def _is_respelling(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether hyphens, spaces, numerals or house spelling make up all the difference."""
    one, other = (" ".join(word.text for word in side) for side in (left, right))
    amounts = amount(one), amount(other)
    if None not in amounts:
        return amounts[0] == amounts[1]
    if states_number(one) or states_number(other):
        parts = list(_parts(left, right))
        return all(old and new and _same_amount(old, new) for old, new in parts)
    unfolded = [set(map(_letters, unfold_contractions(text))) for text in (one, other)]
    if unfolded[0] & unfolded[1]:
        return True
    return _spelled(left) == _spelled(right) or (
        len(left) == len(right)
        and all(same_spelling(a.text, b.text) for a, b in zip(left, right, strict=True))
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _same_amount(left: Sequence[Word], right: Sequence[Word]) -> bool:
    one, other = (" ".join(word.text for word in side) for side in (left, right))
    amounts = amount(one), amount(other)
    if None not in amounts:
        return amounts[0] == amounts[1]
    keys = ["".join(word.key for word in side) for side in (left, right)]
    return keys[0] == keys[1]


def _is_transposition(left: Sequence[Word], right: Sequence[Word]) -> bool:
    return len(left) > 1 and Counter(w.key for w in left) == Counter(w.key for w in right)


def _is_attribution(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether both wordings say who said it, and not the same."""
    cues = [[word.key for word in side if word.key in _CUES] for side in (left, right)]
    if not cues[0] or not cues[1]:
        return False
    rest = [[word.key for word in side if word.key not in _CUES] for side in (left, right)]
    if rest[0] != rest[1]:
        return len(left) < 8 and len(right) < 8
    return not all(same_lexeme(a, b) for a, b in zip(cues[0], cues[1], strict=False))


def is_house_style(before: str, after: str) -> bool:
    """Tell whether two spellings are those of two houses, rather than one a slip.

    >>> is_house_style("organised", "organized"), is_house_style("organised", "ogranised")
    (True, False)
    """
    amounts = amount(before), amount(after)
    if None not in amounts:
        return amounts[0] == amounts[1]
    return _spelled(split_words(before)) == _spelled(split_words(after))


def habit(before: str, after: str) -> str | None:
    """Return what a change of type or spelling is an instance of, `None` for other changes.

    A desk that drops one comma before "and" drops them all: such places are one habit.
    """
    kind = classify_change(before, after)
    if kind not in ("punctuation", "orthographic"):
        return None
    marks = ["".join(c for c in fold_reading(text) if not c.isalnum()) for text in (before, after)]
    letters = [word_key(text) for text in (before, after)] if kind == "orthographic" else []
    return "|".join((*marks, *letters))


def _spelled(words: Sequence[Word]) -> str:
    return "".join(house_spelling(word.text) for word in words)


def _parts(
    left: Sequence[Word], right: Sequence[Word]
) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Yield the stretches in which two wordings differ, word by word."""
    begin_left = begin_right = 0
    for block in Indel.opcodes([w.key for w in left], [w.key for w in right]):
        if block.tag != "equal":
            continue
        if block.src_start > begin_left or block.dest_start > begin_right:
            yield left[begin_left : block.src_start], right[begin_right : block.dest_start]
        begin_left, begin_right = block.src_end, block.dest_end
    if begin_left < len(left) or begin_right < len(right):
        yield left[begin_left:], right[begin_right:]


def _classify_part(old: Sequence[Word], new: Sequence[Word]) -> ReadingKind:
    if not old or not new:
        return _classify_presence("", old, new)
    texts = [" ".join(word.text for word in side) for side in (old, new)]
    if _is_respelling(old, new):
        return "orthographic"
    if all(states_number(text) for text in texts) or None not in map(amount, texts):
        return "figure"
    if _is_attribution(old, new):
        return "attribution"
    if _is_inflection(old, new):
        return "grammatical"
    return "lexical"


def _is_inflection(old: Sequence[Word], new: Sequence[Word]) -> bool:
    """Tell whether only tense, number, person, article or auxiliaries changed."""
    if len(old) == len(new):
        return all(
            same_lexeme(a.text, b.text) or same_spelling(a.text, b.text)
            for a, b in zip(old, new, strict=True)
        )
    return _content(old) == _content(new) or (
        len(_content(old)) == len(_content(new)) == 1
        and same_lexeme(_content(old)[0], _content(new)[0])
    )


def _content(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words if word.key not in _HELPING]
