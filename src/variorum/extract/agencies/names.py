"""Where known names stand in a text: one pass over its words, however many the names are."""

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+")
# Scripts that set no spaces between words: kana, Han, Thai; there a name may stand anywhere.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


class NameIndex:
    """Names, folded, by their first words."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index `names`; they are compared without regard to case."""
        spaced: dict[str, list[str]] = {}
        unspaced: list[str] = []
        for name in sorted(names, key=lambda each: (-len(each), each)):
            first = _WORD.search(name)
            if _UNSPACED.search(name):
                unspaced.append(name)
            elif first:
                spaced.setdefault(first.group(), []).append(name)
        self._spaced = {word: tuple(found) for word, found in spaced.items()}
        self._words = frozenset(spaced)
        self._unspaced = re.compile("|".join(map(re.escape, unspaced))) if unspaced else None

    def places(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield each name in `text`, folded, with its place; of names that overlap the first, longest.

        >>> list(NameIndex(["harn press"]).places("the Harn Press said"))
        [('harn press', 4, 14)]
        """
        if not text.isascii() and self._unspaced and _UNSPACED.search(text):
            yield from ((each.group(), *each.span()) for each in self._unspaced.finditer(text))
        # Most texts hold no first word of a name at all.
        if self._words.isdisjoint(_WORD.findall(text.casefold())):
            return
        reached = 0
        for word in _WORD.finditer(text):
            begin = word.start()
            if begin < reached:
                continue
            for name in self._spaced.get(word.group().casefold(), ()):
                end = begin + len(name)
                whole = not text[end : end + 1].isalnum()
                if whole and text[begin:end].casefold() == name:
                    yield name, begin, end
                    reached = end
                    break
