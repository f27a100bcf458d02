"""What a figure is about: the content words around it, by which two articles' figures compare."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import filterfalse
from typing import NamedTuple

from ..text import iterate_tokens
from ..text.tokens import WORD
from .deeds import nearest_deed
from .stated import Stated

# The words of a clause that tell one figure from another stand close by. Not measured: five either
# side keep "people killed" apart from "people arrested" in the sentences of our own cases.
_EITHER_SIDE = 5
# "The number of people hurt": the deed stands right behind its noun.
_DEED_BEHIND = 2
# Words looked at on either side; a bound, so that a table without full stops costs no square.
_WINDOW = 30
# "On board", "in hospital", "without power": a preposition and its noun, no article between.
_PHRASE = re.compile(
    r" (?:on|in|at|under|without|aboard|from|of) (?!(?:the|a|an|its|his|her|their|this|that|all|some)\b)"
    r"[a-z]{3,}\b(?! of\b)"
)
_FUNCTION_WORDS = frozenset(
    "a an the and or but nor so yet of in on at to for from by with without within into onto over under "
    "after before since until during against between among through about around per than as that this "
    "these those which who whom whose where when while if because though although is are was were be "
    "been being am do does did has have had having will would shall should can could may might must not "
    "no he she it they we you i him her his hers its their our your my me us them there here such said "
    "says say told also only just then each every both either neither some any all what how why off up "
    "down out more most less least nearly almost least other others another new old one two three s "
    "according mr mrs ms dr very".split()
)


class Words(NamedTuple):
    """The words of a sentence in the form in which they compare, and where each begins."""

    norms: list[str]
    begins: list[int]


def read_words(sentence: str, first: int) -> Words:
    """Return the words of a sentence from the offset `first` on."""
    if sentence.isascii():
        # As `iterate_tokens` does, without a tuple for each word.
        begins = [found.start() for found in WORD.finditer(sentence, first)]
        return Words(WORD.findall(sentence.lower().replace("`", "'"), first), begins)
    tokens = [token for token in iterate_tokens(sentence) if token.begin >= first]
    return Words([token.norm for token in tokens], [token.begin for token in tokens])


def content_words(
    words: Words, begin: int, end: int, unit: str | None, noun_end: int | None = None
) -> str | None:
    """Return the content words near `[begin, end)` of its sentence, one space between two.

    Of a toll, what befell the people comes first; `noun_end` is where a noun counted ends that
    stands before the number.
    """
    norms, begins = words
    first = bisect_left(begins, begin)
    last = bisect_left(begins, end, lo=first)
    before = norms[max(0, first - _WINDOW) : first]
    within = norms[first:last]
    after = norms[last : last + _WINDOW]
    near = _nearest(reversed(before))[::-1]
    near += [word for word in within if _is_content(word)]
    near += _nearest(after)
    if unit and unit.isalpha() and unit.lower() not in near:
        near.insert(0, unit.lower())
    told = before
    if noun_end is not None:
        behind = bisect_left(begins, noun_end)
        told = norms[behind : behind + _DEED_BEHIND][::-1]
    deed = nearest_deed(told, within, after if noun_end is None else [])
    if deed:
        near.insert(0, deed)
    return " ".join(dict.fromkeys(near)) or None


def _nearest(words: Iterable[str]) -> list[str]:
    """Return the first content words, as many as tell one figure from another."""
    found: list[str] = []
    for word in filterfalse(_FUNCTION_WORDS.__contains__, words):
        if len(word) > 1 and not word[0].isdigit():
            found.append(word)
            if len(found) == _EITHER_SIDE:
                break
    return found


def counted_words(text: str, stated: Stated) -> str | None:
    """Return what a figure counts, as written: its noun and a short phrase behind it.

    >>> counted_words("All 186 people on board were safe.", Stated("quantity", 4, 14, 186, "people"))
    'people on board'
    """
    if stated.unit is None or not text[stated.begin : stated.end].endswith(stated.unit):
        return stated.unit
    behind = _PHRASE.match(text, stated.end)
    return stated.unit + behind.group() if behind else stated.unit


def _is_content(word: str) -> bool:
    return word not in _FUNCTION_WORDS and not word[0].isdigit() and len(word) > 1
