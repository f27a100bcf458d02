"""Whose text the outlets of a story print: a sentence, and a line an outlet beneath it."""

from dataclasses import dataclass

from ...model import Fidelity, OutletShare, Story
from ..outlets import outlets_sentence
from ..wording import join_names, tallied
from .phrases import percent

_SHOWN_CHANGED = 3
_LONGEST = 60


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
    fidelity = {each.outlet: each for each in story.fidelity}
    return OutletsView(
        sentence,
        tuple(
            OutletLine(
                each.outlet or "Unnamed outlets",
                _told(each, fidelity.get(each.outlet)),
                (*each.reasons, *_changed(fidelity.get(each.outlet))),
            )
            for each in story.outlets
        ),
    )


def _told(share: OutletShare, fidelity: Fidelity | None) -> str:
    told = f"{tallied(share.pages, 'page')}, {percent(share.own)} of the text its own"
    if share.agencies:
        told = f"{told}; prints {join_names(share.agencies)}"
    if fidelity is None:
        return told
    stand = "stands as it did" if fidelity.kept == 1 else "stand as they did"
    return f"{told}; of {tallied(fidelity.taken, 'quotation')} taken over {fidelity.kept} {stand}"


def _changed(fidelity: Fidelity | None) -> tuple[str, ...]:
    """Return the quotations that an outlet changed, the first few with the reason."""
    changed = fidelity.changed if fidelity is not None else ()
    told = [f"“{_shortened(each.text)}”: {each.reasons[0]}" for each in changed[:_SHOWN_CHANGED]]
    if left := len(changed) - len(told):
        told.append(f"{left} more changed")
    return tuple(told)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
