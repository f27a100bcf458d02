"""Whose text the outlets of a story print: a sentence, and a line an outlet beneath it."""

from dataclasses import dataclass

from ...model import OutletShare, Story
from ..outlets import outlets_sentence
from ..wording import join_names, tallied
from .phrases import percent


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet: its pages, the share of its words that is its own, whose text else it prints, why."""

    name: str
    told: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletsView:
    """The sentence on all outlets of a story, and each by itself."""

    sentence: str
    lines: tuple[OutletLine, ...]


def view_outlets(story: Story) -> OutletsView | None:
    """Return whose text each outlet prints; `None` where there is only one to tell of."""
    sentence = outlets_sentence(story)
    if sentence is None:
        return None
    return OutletsView(
        sentence,
        tuple(
            OutletLine(each.outlet or "Unnamed outlets", _told(each), each.reasons)
            for each in story.outlets
        ),
    )


def _told(share: OutletShare) -> str:
    told = f"{tallied(share.pages, 'page')}, {percent(share.own)} of the text its own"
    return f"{told}; prints {join_names(share.agencies)}" if share.agencies else told
