"""The sentence on whose text the outlets of a story print, the same in the terminal and on the page."""

from collections import Counter, defaultdict

from ..model import Story
from ..model.fidelity import Fidelity
from .wording import count, join_names

_NAMED = 6
_UNNAMED = "unnamed outlets"


def outlets_sentence(story: Story) -> str | None:
    """Return which share of each outlet's text is its own; `None` where one outlet is all there is.

    "Own text: Radio Skerrow 100%; Merrow Mail 3%; two others none. Agency text: …"
    """
    if len(story.outlets) < 2:
        return None
    named: dict[str, list[str]] = defaultdict(list)
    for each in story.outlets[:_NAMED]:
        if share := _percent(each.own):
            named[share].append(each.outlet or _UNNAMED)
    told = [f"{join_names(names)} {share}" for share, names in named.items()]
    some = sum(bool(_percent(each.own)) for each in story.outlets[_NAMED:])
    if some:
        told.append(f"{count(some, 'other')} some")
    nothing = sum(not _percent(each.own) for each in story.outlets)
    if nothing:
        told.append(f"{count(nothing, 'other' if told else 'outlet')} none")
    return f"Own text: {'; '.join(told)}.{_agencies(story)}"


def fidelity_sentence(story: Story) -> str | None:
    """Return which outlets changed quotations that they took over; `None` where none did.

    "Quotations taken over: Merrow Mail changed 1 of 4 and lost marks of 2; all 9 of the others stand
    as they did."
    """
    changed = [each for each in story.fidelity if each.changed]
    if not changed:
        return None
    ranked = sorted(changed, key=lambda each: (-len(each.changed), each.outlet or ""))
    told = [f"{each.outlet or _UNNAMED} {_what_it_did(each)}" for each in ranked[:_NAMED]]
    if left := sum(len(each.changed) for each in ranked[_NAMED:]):
        told.append(f"{count(len(ranked) - _NAMED, 'other')} changed {left}")
    rest = sum(each.taken for each in story.fidelity if not each.changed)
    if rest:
        others = (
            f"all {rest} of the others stand" if rest > 1 else "the only one of the others stands"
        )
        told.append(f"{others} as {'they' if rest > 1 else 'it'} did")
    return f"Quotations taken over: {'; '.join(told)}."


def _what_it_did(fidelity: Fidelity) -> str:
    """Return "changed 1 of 4", "lost marks of 2 of 4", or both: a lost mark alone leaves the words."""
    unmarked = sum(not each.changes and each.marks != "ok" for each in fidelity.changed)
    reworded = len(fidelity.changed) - unmarked
    if not unmarked:
        return f"changed {reworded} of {fidelity.taken}"
    if not reworded:
        return f"lost marks of {unmarked} of {fidelity.taken}"
    return f"changed {reworded} of {fidelity.taken} and lost marks of {unmarked}"


def _percent(share: float) -> str:
    """Return a share as "42%"; nothing where it rounds to nothing."""
    return f"{share:.0%}" if share >= 0.005 else ""


def _agencies(story: Story) -> str:
    printed = Counter(name for each in story.outlets for name in each.agencies)
    if not printed:
        return ""
    ranked = sorted(printed.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    told = [f"{name} ({count(number, 'outlet')})" for name, number in ranked[:_NAMED]]
    if len(ranked) > _NAMED:
        told.append(count(len(ranked) - _NAMED, "other"))
    return f" Agency text: {join_names(told)}."
