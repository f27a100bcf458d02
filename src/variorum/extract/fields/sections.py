"""The sections that a page belongs to: stated in its metadata, or printed as the way to it."""

import re

from ...model import Span
from ..lines import Line
from ..page import Page, folded_line, span_on

# "Home > News > Town": a way of at least one step behind the front page.
_STEP = re.compile(r"\s?[>»›→]\s?|\s/\s")
_HOME = frozenset(
    "home startseite start accueil inicio início home page homepage hjem hem etusivu főoldal "
    "главная головна beranda trang chủ 首页 ホーム 홈".split()
)
_REACH, _ABOVE = 25, 12
_LONGEST_LINE, _LONGEST, _MOST = 200, 40, 6


def find_sections(
    page: Page, stated: tuple[str, ...], headline: int | None
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Return the sections of a page and where it prints them."""
    above = page.before(_REACH)
    if stated:
        wanted = frozenset(stated)
        return stated, tuple(
            span_on(line, 0, len(line.text)) for line in above if line.text in wanted
        )
    title = folded_line(page.lines[headline].text) if headline is not None else ""
    for line in reversed(above[-_ABOVE:]):
        if line.number != headline and len(line.text) <= _LONGEST_LINE:
            steps = _steps(line, title)
            if steps:
                return steps, (Span(line.begin, line.end),)
    return (), ()


def _steps(line: Line, title: str) -> tuple[str, ...]:
    parts = [part.strip() for part in _STEP.split(line.text)]
    if len(parts) < 2 or parts[0].casefold().rsplit(": ", 1)[-1] not in _HOME:
        return ()
    named = (part for part in parts[1:] if part and folded_line(part) != title)
    return tuple(dict.fromkeys(part for part in named if len(part) <= _LONGEST))[:_MOST]
