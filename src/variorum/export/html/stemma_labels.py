"""The words beside the marks of a stemma: two short lines each."""

from collections.abc import Mapping

from ...model import Account, Article, ArticleId
from ..stemma_marks import Mark
from ..wording import names_within, origin_name, outlet_name, relation_phrase, tallied
from .phrases import moment_worded, outlet_heading

# Room for "the lost original" left of its ring, more where the agency's name is longer; the narrow
# drawing leaves it to the legend.
_LOST_LABEL = 112
_LONGEST_LOST_LABEL = 210
_SMALL_CHARACTER = 6.8


def label(
    mark: Mark, account: Account, articles: Mapping[ArticleId, Article], room: int
) -> tuple[str, str]:
    """Return the two lines beside a mark, the second with as many names as there is room for."""
    if mark.lost and not mark.branch:
        return _lost_label(mark, account)
    pages = mark.witnesses or mark.branch
    if len(mark.witnesses) == 1:
        page = articles[pages[0].article]
        moment = moment_worded(page.published, year=False)
        parts = (moment, relation_phrase(pages[0]), _copied(mark))
        return outlet_heading(page), " · ".join(part for part in parts if part)
    names = list(dict.fromkeys(outlet_name(articles[each.article]) for each in pages))
    beneath = names_within(names, room)
    if mark.lost:
        return f"{tallied(len(pages), 'page')} from a lost version", beneath
    told = mark.alike or relation_phrase(pages[0], several=True)
    parts = (tallied(len(pages), "page"), told, _copied(mark))
    return ", ".join(part for part in parts if part), beneath


def _lost_label(mark: Mark, account: Account) -> tuple[str, str]:
    if mark.edges:
        return "a lost version", ""
    origin = origin_name(account)
    room = int(_LONGEST_LOST_LABEL / _SMALL_CHARACTER)
    return "the lost original", cut(f"{origin} text", room) if origin else ""


def _copied(mark: Mark) -> str:
    """Say how many pages that were copied from a mark are folded into it."""
    origin = "it" if len(mark.witnesses) == 1 else "them"
    return f"and {tallied(len(mark.branch), 'copy', 'copies')} of {origin}" if mark.branch else ""


def lost_room(account: Account) -> int:
    """Return the pixels that the name of the lost original needs left of its ring."""
    name = f"{origin_name(account) or ''} text"
    return int(min(_LONGEST_LOST_LABEL, max(_LOST_LABEL, len(name) * _SMALL_CHARACTER)))


def cut(words: str, room: int) -> str:
    """Return a label cut to the letters that there is room for."""
    if len(words) <= room:
        return words
    return words[: max(room - 1, 1)].rstrip() + "…"
