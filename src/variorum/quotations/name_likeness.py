"""Are two full names forms of one person's name? What agrees, how surely, and what speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from .nicknames import are_forms_of_one
from .transliteration import spelling_of
from .written_names import WrittenName

# How sure it is that two people of one story whose names agree so are one. Judgements in order,
# not frequencies: none of the labelled articles names its people across articles.
_SURNAME = {"same": 1.0, "alike": 0.97, "near": 0.85, "slip": 0.8, "half": 0.8}
_GIVEN = {
    "same": 0.97,
    "alike": 0.93,
    "near": 0.88,
    "short form": 0.85,
    "initial": 0.8,
    "slip": 0.75,
}
_TURNED = 0.85
_OF_TWO_SURNAMES = 0.75
_SUFFIX_LEFT_OUT = 0.7
# A surname that is spelt in another way needs a given name that says more than an initial.
_FIRM = ("same", "alike", "near", "short form")
_WORDS = {
    "same": "the same given name",
    "alike": "a given name that sounds alike",
    "near": "a given name that sounds nearly alike",
    "short form": "a short form of the given name",
    "initial": "an initial that fits",
    "slip": "a given name of which one letter differs",
}
_SURNAME_WORDS = {
    "same": "the same surname",
    "alike": "a surname that sounds alike",
    "near": "a surname that sounds nearly alike",
    "slip": "a surname of which one letter differs",
    "half": "one half of a double surname",
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two names agree: how surely they are one person's, and in what."""

    confidence: float
    reason: str


def agreement_of(one: WrittenName, other: WrittenName) -> Agreement | None:
    """Return how two names of two parts or more agree; `None` where they are two people's."""
    if len(one.parts) < len(other.parts):
        one, other = other, one
    if one.sex and other.sex and one.sex != other.sex:
        return None
    found = _in_order(one.parts, other.parts) or _turned(one.parts, other.parts)
    if found is None or one.suffix == other.suffix:
        return found
    if one.suffix and other.suffix:
        return None
    return Agreement(
        found.confidence * _SUFFIX_LEFT_OUT, f"{found.reason}, “{one.suffix or other.suffix}” aside"
    )


def surnames_agree(one: str, other: str) -> bool:
    """Whether a surname alone can be another: the same, or one that sounds alike."""
    return spelling_of(one, other) in ("same", "alike")


def given_names_agree(one: str, other: str) -> bool:
    """Whether two given names, or an initial and one, can be one person's."""
    return _part_kind(one, other) is not None


def _in_order(longer: Sequence[str], shorter: Sequence[str]) -> Agreement | None:
    if "".join(longer).replace("-", "") == "".join(shorter).replace("-", ""):
        return Agreement(_GIVEN["same"], "the same name")
    surname = _surname_kind(longer[-1], shorter[-1])
    if surname is None:
        return _first_surname(longer, shorter)
    given = _given_kind(longer[:-1], shorter[:-1])
    if given is None or (surname not in ("same", "alike") and given not in _FIRM):
        return None
    return Agreement(
        _SURNAME[surname] * _GIVEN[given], f"{_SURNAME_WORDS[surname]} and {_WORDS[given]}"
    )


def _first_surname(longer: Sequence[str], shorter: Sequence[str]) -> Agreement | None:
    """Read "Pilar Ruiz" as "Pilar Ruiz Ocampo": of two surnames the first is used alone."""
    if len(longer) != len(shorter) + 1 or min(map(len, longer)) < len("ab"):
        return None
    if all(spelling_of(*pair) == "same" for pair in zip(longer, shorter, strict=False)):
        return Agreement(_OF_TWO_SURNAMES, "the same given name and the first of two surnames")
    return None


def _turned(longer: Sequence[str], shorter: Sequence[str]) -> Agreement | None:
    """Read a name whose surname stands at the other end."""
    whole = "".join(shorter).replace("-", "")
    for at in range(1, len(longer)):
        if "".join((*longer[at:], *longer[:at])).replace("-", "") == whole:
            return Agreement(_TURNED, "the same parts in another order")
    if len(longer) == len(shorter):
        turned = (*shorter[1:], shorter[0])
        again = (shorter[-1], *shorter[:-1])
        for each in (turned, again):
            kinds = [spelling_of(*pair) for pair in zip(longer, each, strict=True)]
            if all(kind in ("same", "alike") for kind in kinds):
                return Agreement(_TURNED * _GIVEN["alike"], "parts that sound alike, turned about")
    return None


def _surname_kind(one: str, other: str) -> str | None:
    kind = spelling_of(one, other)
    if kind is not None:
        return kind
    halves = [set(each.split("-")) for each in (one, other)]
    if sorted(map(len, halves)) == [1, 2] and halves[0] & halves[1]:
        return "half"
    return None


def _given_kind(longer: Sequence[str], shorter: Sequence[str]) -> str | None:
    """Return the weakest way in which the given names of the shorter name fit those of the longer."""
    longer = [part for each in longer for part in each.split("-")]
    shorter = [part for each in shorter for part in each.split("-")]
    if len(shorter) > len(longer):
        longer, shorter = shorter, longer
    if _middles_differ(longer, shorter):
        return None
    kinds: list[str] = []
    at = 0
    for part in shorter:
        kind = None
        while at < len(longer) and kind is None:
            kind = _part_kind(longer[at], part)
            at += 1
        if kind is None:
            return None
        kinds.append(kind)
    return max(kinds, key=list(_GIVEN).index, default=None)


def _middles_differ(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether two sets of initials speak against each other: "Piet W." is not "Piet H. W."."""
    if len(shorter) < len("ab") or not any(len(each) == 1 for each in (*longer, *shorter)):
        return False
    return any(
        _part_kind(left, right) is None for left, right in zip(longer, shorter, strict=False)
    )


def _part_kind(one: str, other: str) -> str | None:
    if one == other:
        return "same"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else None
    if are_forms_of_one(one, other):
        return "short form"
    return spelling_of(one, other)
