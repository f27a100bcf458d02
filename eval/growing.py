"""Accounts grown by chance from agency texts, so that the true family tree is known.

What editors do is done to real articles: cuts from the end, dropped, moved and added paragraphs,
house style, lost marks, light edits of wording, over several generations; some texts are then
withheld, and dates are wrong, coarse or missing. Everything comes from the seed.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from eval.editing import edit
from variorum.model import Moment
from variorum.text import sentences

Paragraphs = tuple[str, ...]
WIRE = "wire"


@dataclass(slots=True)
class Grown:
    """One text of a grown account: what it says, from what (and from what else), when it says it appeared."""

    name: str
    paragraphs: Paragraphs
    exemplar: str | None
    moment: Moment | None
    credits: bool
    withheld: bool = False
    second: str | None = None
    is_known_mixed: bool = False


@dataclass(frozen=True, slots=True)
class GrownAccount:
    """A grown account; `texts` by name, the wire first."""

    texts: dict[str, Grown] = field(default_factory=dict)

    @property
    def extant(self) -> dict[str, Grown]:
        """The texts that were not withheld."""
        return {name: text for name, text in self.texts.items() if not text.withheld}

    def is_state(self, name: str) -> bool:
        """Tell whether a text is a state of the wire."""
        return name.startswith(WIRE)

    def lineage(self, name: str) -> set[str]:
        """Return all texts from which one descends by its first exemplars."""
        found: set[str] = set()
        above = self.texts[name].exemplar
        while above is not None:
            found.add(above)
            above = self.texts[above].exemplar
        return found

    @property
    def archetype(self) -> str:
        """The lowest text from which all extant ones descend, which may be one of them."""
        lines = [self.lineage(name) | {name} for name in self.extant]
        shared = set.intersection(*lines)
        return max(shared, key=lambda name: len(self.lineage(name)))

    def branches(self, name: str) -> frozenset[str]:
        """Return the extant texts at or below a text."""
        found = frozenset() if self.texts[name].withheld else frozenset({name})
        for text in self.texts.values():
            if text.exemplar == name:
                found |= self.branches(text.name)
        return found

    def exemplar(self, name: str) -> str | None:
        """Return the nearest text above that leaves a trace: extant, or lost with two lines below."""
        above = self.texts[name].exemplar
        while above is not None and above != WIRE:
            if not self.texts[above].withheld or self._lines(above) > 1:
                return above
            above = self.texts[above].exemplar
        return above

    def _lines(self, name: str) -> int:
        below = [each.name for each in self.texts.values() if each.exemplar == name]
        return sum(bool(self.branches(each)) for each in below)


def paragraphs_of(text: str, chance: random.Random) -> Paragraphs:
    """Cut an article into paragraphs of one to three sentences."""
    found: list[str] = []
    for block in text.split("\n\n"):
        block = re.sub(r"\s+", " ", block).strip()
        spans = list(sentences(block))
        while spans:
            take = min(len(spans), chance.choice((1, 1, 1, 2, 2, 3)))
            found.append(block[spans[0].begin : spans[take - 1].end])
            spans = spans[take:]
    return tuple(found)


def grow_account(
    wire: Paragraphs, foreign: Sequence[str], size: int, chance: random.Random
) -> GrownAccount:
    """Grow an account of about `size` extant texts from a wire text."""
    began = datetime(2031, 5, 2, 6) + timedelta(minutes=chance.randrange(900))
    account = GrownAccount()
    account.texts[WIRE] = Grown(WIRE, wire, None, page_moment(began, chance), credits=False)
    appeared = {WIRE: began}
    later_share = chance.choice((0.1, 0.25, 0.4))
    for number in range(size + size // 4):
        copies = [name for name in account.texts if name != WIRE]
        above = chance.choice(copies) if copies and chance.random() < later_share else WIRE
        name = f"{number:02d}"
        appeared[name] = appeared[above] + timedelta(minutes=2 + chance.expovariate(1 / 300))
        account.texts[name] = Grown(
            name,
            edit(account.texts[above].paragraphs, foreign, chance),
            above,
            page_moment(appeared[name], chance),
            credits=chance.random() < 0.8,
        )
    withhold(account, size, chance)
    return account


def withhold(account: GrownAccount, size: int, chance: random.Random) -> None:
    """Withhold texts by chance until so many copies are left, and mostly the wire."""
    for name, text in account.texts.items():
        if account.is_state(name):
            text.withheld = chance.random() < 0.85
    copies = [name for name in account.texts if not account.is_state(name)]
    for name in chance.sample(copies, max(0, len(copies) - size)):
        account.texts[name].withheld = True


def page_moment(true: datetime, chance: random.Random) -> Moment | None:
    """Return what the page says: nothing, a day, a local time, a time with zone; at times wrongly."""
    if chance.random() < 0.15:
        return None
    if chance.random() < 0.1:
        true += timedelta(hours=chance.choice((-30, -8, 20, 40, 72)))
    form = chance.random()
    if form < 0.25:
        return Moment(true.date().isoformat(), "day")
    if form < 0.65:
        local = true + timedelta(hours=chance.choice((-5, 0, 1, 3, 8)))
        return Moment(local.isoformat(timespec="minutes"), "minute")
    return Moment(true.isoformat(timespec="seconds") + "+00:00", "second")
