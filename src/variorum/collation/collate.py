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
from .words import Word, words_of

Keys = tuple[str, ...]
_SHINGLE = 3


@dataclass(frozen=True, slots=True)
class Version:
    """A text to collate: its sigil and its paragraphs."""

    sigil: str
    paragraphs: tuple[str, ...]


def collate(versions: Mapping[str, Sequence[str]] | Sequence[Version]) -> Collation:
    """Return the collation of all versions; witnesses stand in the order of their sigla.

    >>> collate({"A": ["Rain fell on Monday."], "B": ["Rain fell Monday."]}).columns[2].readings
    ('on', '')
    """
    if isinstance(versions, Mapping):
        versions = [Version(sigil, tuple(texts)) for sigil, texts in versions.items()]
    texts = {version.sigil: words_of(version.paragraphs) for version in versions}
    sigla = tuple(sorted(texts, key=lambda sigil: (len(sigil), sigil)))
    order, placed = _align(texts)
    layout = tuple(_layout(texts[sigil], placed[_keys(texts[sigil])], order) for sigil in sigla)
    rows = [
        _row(texts[sigil], lines, len(order)) for sigil, lines in zip(sigla, layout, strict=True)
    ]
    numbers = number_paragraphs(layout, len(order))
    columns = tuple(
        Column(readings, number)
        for readings, number in zip(readings_of(rows, numbers), numbers, strict=True)
    )
    return Collation(sigla, columns, layout)


def _align(
    texts: Mapping[str, tuple[tuple[Word, ...], ...]],
) -> tuple[list[int], dict[Keys, tuple[int, ...]]]:
    """Align each distinct sequence of words once; return places of columns, and columns of words."""
    copies = Counter(_keys(text) for text in texts.values())
    starts: dict[Keys, tuple[bool, ...]] = {}
    for text in texts.values():
        # Two layouts of the same words: the smaller tuple, so that the order of versions is idle.
        keys = _keys(text)
        starts[keys] = min(starts.get(keys, _starts(text)), _starts(text))
    profile = Profile()
    placed = {
        keys: profile.add(keys, starts[keys], copies[keys]) for keys in _order_of_adding(copies)
    }
    return profile.places(), placed


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
