"""Words that are no part of a name, though they have a capital and stand before one.

"Picture Venn at the table", "Love Venn or not": the word opens a sentence or a headline. It is no
given name where the story writes it small elsewhere, and many more articles name somebody by what
stands behind it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import ArticleId
from .bearers import Bearer
from .nicknames import is_given_name
from .written_names import WrittenName

# So many times as many articles name somebody by the rest of the name.
_DOMINANT = 3
_FULL = 2


def strip_strays(bearers: Sequence[Bearer], texts: Sequence[str]) -> None:
    """Take stray first words off the names of bearers."""
    ends = _articles_by_end(bearers)
    small: dict[str, bool] = {}
    for bearer in bearers:
        name = bearer.name
        if name is None or len(name.parts) == 1:
            continue
        first = name.parts[0]
        if len(first) == 1 or is_given_name(first):
            continue
        rest = ends[name.parts[1:]] - ends[name.parts]
        # A full name behind the word says enough by itself.
        times = 0 if len(name.parts) > _FULL else _DOMINANT
        if not rest or len(rest) < times * len(ends[name.parts]):
            continue
        if first not in small:
            small[first] = _is_small(name.name.split()[0], texts)
        if small[first]:
            bearer.name = _without_first(name)
            bearer.names.clear()
            bearer.names[bearer.name.called] += 1


def _articles_by_end(bearers: Iterable[Bearer]) -> dict[tuple[str, ...], set[ArticleId]]:
    """Return for every end of a name the articles whose speakers are named so."""
    ends: dict[tuple[str, ...], set[ArticleId]] = defaultdict(set)
    for bearer in bearers:
        if bearer.name is not None:
            for at in range(len(bearer.name.parts)):
                ends[bearer.name.parts[at:]].add(bearer.article)
    return ends


def _is_small(word: str, texts: Iterable[str]) -> bool:
    written = re.compile(rf"(?<![\w.’'-]){re.escape(word.lower())}(?![\w’'-])")
    return any(written.search(text) for text in texts)


def _without_first(name: WrittenName) -> WrittenName:
    rest = name.name.split(None, 1)[1]
    return replace(name, name=rest, called=rest, parts=name.parts[1:])
