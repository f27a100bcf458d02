"""What a conflict of figures is about, in a phrase: "people hurt", "people on board", "sum in EUR"."""

from collections.abc import Collection

from ..model import Figure
from .things import thing_of

_BEFELL = {
    "killed": "people killed",
    "injured": "people hurt",
    "missing": "people missing",
    "arrested": "people arrested",
    "displaced": "people displaced",
    "infected": "people infected",
    "rescued": "people rescued",
    "captured": "people held",
}
_NOUNS = {"percent": "share", "age": "age", "duration": "time"}
_SHOWN = 2


def topic_of(figure: Figure, other: Figure, taken: Collection[str]) -> str:
    """Return the phrase for what two figures state differently, unlike any that is taken."""
    phrase = _phrase(figure, other)
    if phrase not in taken:
        return phrase
    thing, against = thing_of(figure), thing_of(other)
    # As the words stand in the text, not by the alphabet.
    shared = [word for word in (figure.about or "").split() if word in thing.words & against.words]
    told = f"{phrase} ({', '.join(shared[:_SHOWN])})" if shared else phrase
    number = 2
    while told in taken:
        told = f"{phrase} ({number})"
        number += 1
    return told


def _phrase(figure: Figure, other: Figure) -> str:
    thing, against = thing_of(figure), thing_of(other)
    if thing.deed in _BEFELL:
        return _BEFELL[thing.deed]
    if figure.kind == "money":
        return f"sum in {figure.unit or other.unit}"
    counted = [each.counted for each in (figure, other) if each.counted and " " in each.counted]
    if counted:
        return min(counted)
    unit = figure.counted or other.counted or thing.unit or "number"
    noun = _NOUNS.get(figure.kind, unit)
    shared = [word for word in (figure.about or "").split() if word in thing.words & against.words]
    return f"{noun} ({', '.join(shared[:_SHOWN])})" if shared else noun
