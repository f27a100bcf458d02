"""All versions of one text laid side by side, whatever order they come in.

Progressive alignment on a growing profile: first the version that shares most with all others,
then always the one nearest to those already there.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Collation, Column
from .gaps import readings_of
from .paragraphs import number_paragraphs
from .profile import Profile
from .sentences import sentence_starts
from .words import Word, words_of

Keys = tuple[str, ...]
_SHINGLE = 3


@dataclass(frozen=True, slots=True)
class Version:
    """A text to collate: its sigil and its paragraphs."""

    sigil: str
    paragraphs: tuple[str, ...]


def collate(
    versions: Mapping[str, Sequence[str]] | Sequence[Version], *, by_sentence: bool = False
) -> Collation:
    """Return the collation of all versions; witnesses stand in the order of their sigla.

    With `by_sentence`, words are laid on each other only in sentences that are one, edited; two
    sentences told in place of each other stand one after the other, each in its own columns.

    >>> collate({"A": ["Rain fell on Monday."], "B": ["Rain fell Monday."]}).columns[2].readings
    ('on', '')
    """
    if isinstance(versions, Mapping):
        versions = [Version(sigil, tuple(texts)) for sigil, texts in versions.items()]
    texts = {version.sigil: words_of(version.paragraphs) for version in versions}
    sigla = tuple(sorted(texts, key=lambda sigil: (len(sigil), sigil)))
    profile, placed = _align(texts, by_sentence)
    order = profile.places()
    layout = tuple(_layout(texts[sigil], placed[_keys(texts[sigil])], order) for sigil in sigla)
    rows = [
        _row(texts[sigil], lines, len(order)) for sigil, lines in zip(sigla, layout, strict=True)
    ]
    if not by_sentence:
        numbers = number_paragraphs(layout, len(order))
        told = readings_of(rows, numbers)
        columns = tuple(Column(*each) for each in zip(told, numbers, strict=True))
        return Collation(sigla, columns, layout)
    sentences = profile.sentences_in_order()
    numbers = number_paragraphs(_openings(layout, sentences), len(order), by_sentence=True)
    told = readings_of(rows, numbers, sentences)
    columns = tuple(Column(*each) for each in zip(told, numbers, sentences, strict=True))
    return Collation(sigla, columns, layout)


def _openings(
    layout: Sequence[Sequence[Sequence[int]]], sentences: Sequence[int]
) -> list[list[tuple[int, ...]]]:
    """Return a layout in which each word stands where its sentence begins, as paragraphs do."""
    first: dict[int, int] = {}
    for place, sentence in enumerate(sentences):
        first.setdefault(sentence, place)
    return [
        [tuple(first[sentences[place]] for place in places) for places in paragraphs]
        for paragraphs in layout
    ]


def _align(
    texts: Mapping[str, tuple[tuple[Word, ...], ...]], by_sentence: bool
) -> tuple[Profile, dict[Keys, tuple[int, ...]]]:
    """Align each distinct sequence of words once; return the profile, and columns of words."""
    copies = Counter(_keys(text) for text in texts.values())
    starts: dict[Keys, tuple[bool, ...]] = {}
    begun: dict[Keys, tuple[bool, ...]] = {}
    for _, text in sorted(texts.items()):
        # Two layouts of the same words: the smaller tuple, so that the order of versions is idle.
        keys = _keys(text)
        starts[keys] = min(starts.get(keys, _starts(text)), _starts(text))
        if by_sentence:
            begun[keys] = min(begun.get(keys, _begun(text)), _begun(text))
    profile = Profile()
    placed = {
        keys: profile.add(keys, starts[keys], copies[keys], begun.get(keys, ()))
        for keys in _order_of_adding(copies)
    }
    return profile, placed


def _order_of_adding(copies: Mapping[Keys, int]) -> list[Keys]:
    """The version that shares most with all, then the nearest to any taken; ties by the words."""
    waiting = sorted(copies, key=lambda keys: (-len(keys), keys))
    shingles = {
        keys: {keys[i : i + _SHINGLE] for i in range(len(keys) - _SHINGLE + 1)} for keys in waiting
    }
    nearness = {
        keys: sum(len(shingles[keys] & shingles[other]) * copies[other] for other in waiting)
        for keys in waiting
    }
    taken: list[Keys] = []
    while waiting:
        chosen = max(waiting, key=lambda keys: nearness[keys])
        waiting.remove(chosen)
        for keys in waiting:
            shared = len(shingles[keys] & shingles[chosen])
            nearness[keys] = max(shared, nearness[keys]) if taken else shared
        taken.append(chosen)
    return taken


def _keys(text: Sequence[Sequence[Word]]) -> Keys:
    return tuple(word.key for words in text for word in words)


def _starts(text: Sequence[Sequence[Word]]) -> tuple[bool, ...]:
    return tuple(at == 0 for words in text for at in range(len(words)))


def _begun(text: Sequence[Sequence[Word]]) -> tuple[bool, ...]:
    return tuple(begins for words in text for begins in sentence_starts(words))


def _layout(
    text: Sequence[Sequence[Word]], columns: Sequence[int], places: Sequence[int]
) -> tuple[tuple[int, ...], ...]:
    lines, at = [], 0
    for words in text:
        lines.append(tuple(places[column] for column in columns[at : at + len(words)]))
        at += len(words)
    return tuple(lines)


def _row(
    text: Sequence[Sequence[Word]], layout: Sequence[Sequence[int]], width: int
) -> list[str | None]:
    row: list[str | None] = [None] * width
    for words, places in zip(text, layout, strict=True):
        for word, place in zip(words, places, strict=True):
            row[place] = word.text
    return row
