"""The tags that a page prints, also where its rendering has run them together."""

import re
from collections.abc import Iterable

from ..lines import Line
from ..page import Page

_LABEL = re.compile(
    r"^\W{0,3}(?:tags?|topics?|key ?words?|filed under|subjects?|schlag(?:wörter|worte)|"
    r"stichwörter|themen|etiquetas|"
    r"temas|mots[- ]clés|thèmes|argomenti|trefwoorden|onderwerpen|ämnen|emner|aiheet|tagi|štítky|"
    r"etichete|"
    r"ключевые слова|теги|теги:|etiketler|标签|標籤|태그)\s*[:：]\s*(?P<tags>.*)$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[,;|•·#/]\s*|\s{2,}")
# "IranIraqPolitics": a capital right behind a small letter begins the next tag.
_WELD = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_MOST, _LONGEST_TAG, _LONGEST_LINE = 30, 50, 400


def find_tags(page: Page) -> tuple[tuple[str, ...], Line | None]:
    """Return the tags of a page and the line that carries them."""
    for line in page.lines:
        found = _LABEL.match(line.text) if len(line.text) <= _LONGEST_LINE else None
        if found is None:
            continue
        tags = split_tags(found["tags"], (each.text for each in page.lines))
        if tags:
            return tags, line
        below = [
            each.text for each in page.lines[line.number + 1 : line.number + 2] if "," in each.text
        ]
        if below and len(below[0]) <= _LONGEST_LINE:
            return split_tags(below[0], ()), page.lines[line.number + 1]
    return (), None


def split_tags(printed: str, elsewhere: Iterable[str]) -> tuple[str, ...]:
    """Return the tags of one line; a run-together line is cut as other lines of the page print it.

    >>> split_tags("IranIraqPolitics", ["in Iran, Iraq, Politics"])
    ('Iran', 'Iraq', 'Politics')
    """
    tags = [tag for tag in _SEPARATOR.split(printed.strip()) if tag]
    if len(tags) == 1 and _WELD.search(printed):
        tags = _as_elsewhere(printed, elsewhere) or _WELD.split(printed.strip())
    kept = [tag.strip() for tag in tags if 1 < len(tag.strip()) <= _LONGEST_TAG]
    return tuple(dict.fromkeys(kept))[:_MOST]


def _as_elsewhere(printed: str, elsewhere: Iterable[str]) -> list[str]:
    wanted = re.sub(r"\W", "", printed)
    for line in elsewhere:
        if "," not in line or len(line) > len(printed) * 2:
            continue
        tags = [tag.strip() for tag in re.sub(r"^in\s", "", line).split(",")]
        if "".join(re.sub(r"\W", "", tag) for tag in tags) == wanted:
            return tags
    return []
