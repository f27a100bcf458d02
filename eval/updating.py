"""Accounts grown with what happens beside copying: updates of the wire, two exemplars, two wires.

Where the figures come from: 142 of 274 labelled pages of one event are nobody's copies; of the copies
.79 read like their exemplar to the word or nearly, .14 are cut, .06 edited; five carry a second
account; the largest accounts have 29, 14 and 7 pages; .80 credit an agency. Of British newspaper
texts on court cases a third is wholly derived from the agency's and nearly half partly (the METER
corpus, Clough et al. 2002). Here a quarter is left as it is and three quarters are worn (see
`eval.editing`): harder than the event, so that there is something to tell. How often a wire is
updated, how much stays, and how fast copies follow are set by reading the event's accounts.
"""

import random
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from eval.editing import edit
from eval.growing import WIRE, Grown, GrownAccount, Paragraphs, page_moment, withhold

_TWO_EXEMPLARS, _TWO_WIRES = 0.06, 0.05
# Of the pages that carry a second account so many are known to (eval accounts, `also`).
_KNOWN = 0.75
_UPDATED = 0.5
_SECOND_PARTS = (0.2, 0.5)


def grow_lineage(
    wire: Paragraphs, local: Sequence[str], other: Paragraphs, size: int, chance: random.Random
) -> GrownAccount:
    """Grow an account of about `size` extant texts; `other` is the second wire that some carry."""
    account = GrownAccount()
    appeared = _send_out(account, wire, chance)
    later_share = chance.choice((0.1, 0.25, 0.4, 0.6))
    for number in range(size + size // 4):
        above = _choose_exemplar(account, later_share, chance)
        name = f"{number:02d}"
        appeared[name] = appeared[above] + timedelta(minutes=2 + chance.expovariate(1 / 300))
        text = account.texts[above].paragraphs
        second = _beside(account, above, chance)
        if second is not None:
            text = _draw(text, account.texts[second].paragraphs, chance)
            appeared[name] = max(appeared[name], appeared[second] + timedelta(minutes=5))
        text = edit(text, local, chance)
        is_merged = chance.random() < _TWO_WIRES
        if is_merged:
            text = _merge(text, other, chance)
        account.texts[name] = Grown(
            name,
            text,
            above,
            page_moment(appeared[name], chance),
            credits=chance.random() < 0.8,
            second=second,
            is_known_mixed=is_merged and chance.random() < _KNOWN,
        )
    withhold(account, size, chance)
    return account


def _send_out(
    account: GrownAccount, wire: Paragraphs, chance: random.Random
) -> dict[str, datetime]:
    """Put the states of the wire into an account: first what fits into so many paragraphs, then more."""
    began = datetime(2031, 5, 2, 6) + timedelta(minutes=chance.randrange(900))
    states = chance.choice((2, 2, 3)) if chance.random() < _UPDATED and len(wire) >= 8 else 1
    cuts = [round(len(wire) * (0.45 + 0.55 * at / max(1, states - 1))) for at in range(states)]
    text = wire if states == 1 else wire[: cuts[0]]
    appeared: dict[str, datetime] = {}
    above: str | None = None
    for number in range(states):
        name = WIRE if number == 0 else f"{WIRE}-{number + 1}"
        if number:
            text = _update(text, wire[cuts[number - 1] : cuts[number]], chance)
            began += timedelta(minutes=20 + chance.expovariate(1 / 200))
        appeared[name] = began
        moment = page_moment(began, chance)
        account.texts[name] = Grown(name, text, above, moment, credits=False)
        above = name
    return appeared


def _update(text: Paragraphs, news: Sequence[str], chance: random.Random) -> Paragraphs:
    """Return the next state: news at the top, the old lede lower or gone, figures raised, an end cut."""
    updated = list(text)
    if chance.random() < 0.5:
        old = updated.pop(0)
        if chance.random() < 0.5:
            updated.insert(min(2, len(updated)), old)
    for paragraph in news:
        updated.insert(chance.choice((0, 1, 1, 2, 3)), paragraph)
    if chance.random() < 0.4:
        updated = [_raise(each) for each in updated]
    if chance.random() < 0.25 and len(updated) > 6:
        updated = updated[: -chance.choice((1, 2))]
    return tuple(updated)


def _raise(text: str) -> str:
    return re.sub(
        r"\b([1-8])(\d?)\b", lambda found: f"{int(found[1]) + 1}{found[2]}", text, count=1
    )


def _choose_exemplar(account: GrownAccount, later_share: float, chance: random.Random) -> str:
    """Choose a copy, or a state of the wire, such as came later the sooner."""
    copies = [name for name in account.texts if not account.is_state(name)]
    if copies and chance.random() < later_share:
        return chance.choice(copies)
    return chance.choice([name for name in account.texts if account.is_state(name)])


def _beside(account: GrownAccount, above: str, chance: random.Random) -> str | None:
    """Choose a second text to draw on: neither kin above nor the same words."""
    if chance.random() >= _TWO_EXEMPLARS:
        return None
    kin = account.lineage(above) | {above}
    words = account.texts[above].paragraphs
    others = [
        name
        for name, text in account.texts.items()
        if name not in kin and above not in account.lineage(name) and text.paragraphs != words
    ]
    return chance.choice(others) if others else None


def _draw(text: Paragraphs, other: Paragraphs, chance: random.Random) -> Paragraphs:
    """Return a text with a stretch of another put in place of its own, and what it lacked."""
    share = chance.uniform(*_SECOND_PARTS)
    length = max(1, round(len(other) * share))
    begin = chance.randrange(max(1, len(other) - length + 1))
    taken = other[begin : begin + length]
    place = round(len(text) * begin / max(1, len(other)))
    kept = [each for each in text if not any(_is_same(each, theirs) for theirs in taken)]
    place = min(place, len(kept))
    return (*kept[:place], *taken, *kept[place:])


def _is_same(one: str, other: str) -> bool:
    """Tell whether two paragraphs are one, edited."""
    first, second = set(one.lower().split()), set(other.lower().split())
    return len(first & second) > 0.5 * min(len(first), len(second))


def _merge(text: Paragraphs, other: Paragraphs, chance: random.Random) -> Paragraphs:
    """Return a text with some paragraphs of another wire behind or among its own."""
    take = other[: chance.randrange(2, max(3, len(other) // 2 + 1))]
    at = len(text) if chance.random() < 0.6 else chance.randrange(1, len(text) + 1)
    return (*text[:at], *take, *text[at:])
