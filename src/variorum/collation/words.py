"""Words as a collation compares them: each with its marks, typographic noise folded away."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..text import fold_typography, fold_word

# Scripts written without spaces are compared character by character.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CHUNK = re.compile(
    rf"[{_UNSPACED}][^\w\s]*|(?:(?!—|--|[{_UNSPACED}])\S)*(?:—|--)+[\"”’']?|(?:(?!—|--|[{_UNSPACED}])\S)+"
)
_ENDS_UNSPACED = re.compile(rf"[{_UNSPACED}][^\w\s]*$")
_STARTS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_LETTERS = re.compile(r"\w+")
_OPENING = frozenset("“‘«„‹([¿¡$€£¥#@")
_CLOSING = re.compile(r"[.,;:!?…%)\]”’\"'»›]+")
_GLUED_DASH = re.compile(r"\S(?:—|--)[\"”’']?$")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_OUTER_SINGLE = re.compile(r"^'(?=\w)|(?<=[.,!?;:])'$|(?<=[.,!?;:])'(?=\W*$)")


class Word(NamedTuple):
    """A word with its marks as written; the letters by which it aligns; the form by which it compares."""

    text: str
    key: str
    form: str


def split_words(paragraph: str) -> tuple[Word, ...]:
    """Return the words of a paragraph, punctuation attached to them.

    >>> [word.text for word in split_words('“Go,” he said - twice.')]
    ['“Go,”', 'he', 'said -', 'twice.']
    """
    found: list[str] = []
    pending = ""
    for chunk in _CHUNK.findall(paragraph.translate(_INVISIBLE)):
        if _LETTERS.search(chunk):
            found.append(pending + chunk)
            pending = ""
        elif not found or chunk[-1] in _OPENING:
            pending += chunk
        else:
            found[-1] += chunk if _CLOSING.fullmatch(chunk) else f" {chunk}"
    if pending and found:
        found[-1] += pending
    return tuple(Word(text, word_key(text), fold_reading(text)) for text in found)


@lru_cache(maxsize=65536)
def word_key(text: str) -> str:
    """Return the letters and digits of a word, case and accents folded."""
    return "".join(_LETTERS.findall(fold_word(text)))


@lru_cache(maxsize=65536)
def fold_reading(text: str) -> str:
    """Return the form by which two readings are the same: only glyphs and spaces are folded.

    >>> fold_reading("Iran‘s") == fold_reading("Iran's")
    True
    """
    plain = fold_typography(text.translate(_INVISIBLE).replace("…", "..."))
    plain = plain.replace("''", '"').replace("--", "-").replace(" ", "")
    return _OUTER_SINGLE.sub('"', plain)


def same_reading(one: str, other: str) -> bool:
    """Tell whether two readings differ in nothing but glyphs and spaces."""
    return one == other or fold_reading(one) == fold_reading(other)


def join_words(words: Iterable[str]) -> str:
    """Return running text from words with their marks; empty readings are passed over."""
    text = ""
    for word in words:
        if not word:
            continue
        glued = (
            not text
            or _GLUED_DASH.search(text[-4:])
            or (_STARTS_UNSPACED.match(word) and _ENDS_UNSPACED.search(text[-4:]))
        )
        text += word if glued else f" {word}"
    return text


def words_of(paragraphs: Sequence[str]) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each paragraph; a paragraph without any is left out."""
    split = (split_words(paragraph) for paragraph in paragraphs)
    return tuple(words for words in split if words)
