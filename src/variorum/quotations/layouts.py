"""On which side of its cue what is said stands: behind it, before it, or around it.

"He said that …", "…, he said", "…, he said, …": learned votes choose, the rules propose.
"""

from collections.abc import Sequence
from typing import Literal

from .masking import Word, shape_of
from .shapes import QUOTED
from .subjects import CLOSING, SMALL_WORDS
from .votes import Judgement, Signs, steps, votes_of

Place = tuple[int, int]
Layout = Literal["behind", "before", "both", "none"]
_LONGEST = 22
_SIZES = steps((0, 1, 2, 3, 5, 8, 13, 21), _LONGEST)
# A comma further behind the cue does not end its clause.
_COMMA_REACH = 14
_NEAR = 3
_THAT_REACH = 6
_CONTEXT = (
    *("proposed", "cue", "suffix", "after", "border", "first", "left", "right", "earlier"),
    *("quoted", "that", "continuing", "comma", "closed", "behind"),
)
LAYOUT = Judgement(
    "layout",
    _CONTEXT,
    ("layout",),
    tuple(f"{each} layout" for each in _CONTEXT),
)


class Sides:
    """The words around a cue and its speaker: where those before it end, where more may begin."""

    __slots__ = ("before", "behind", "comma", "last", "place", "proposed", "words")

    def __init__(
        self, words: Sequence[Word], place: int, ends: Place, last: int, proposed: Layout
    ) -> None:
        """Look around a cue, which with its speaker holds the words `ends`; `last` ends the sentence."""
        self.words = words
        self.place = place
        self.last = last
        self.proposed = proposed
        before = ends[0]
        while before and not words[before - 1].text[0].isalnum():
            before -= 1
        self.before = before
        self.behind = ends[1]
        reach = min(last - 1, ends[1] + _COMMA_REACH)
        self.comma = next((at for at in range(ends[1], reach) if words[at].low == ","), None)

    def choices(self) -> list[Layout]:
        """Return the layouts that are possible."""
        found: list[Layout] = []
        if self.behind < self.last:
            found.append("behind")
        if self.before:
            found.append("before")
            if self.comma is not None:
                found.append("both")
        return found

    def continuation(self) -> int | None:
        """Return where words go on behind a cue in their midst."""
        if self.comma is None:
            return None
        at = self.comma + 1
        while at < self.last and not self.words[at].text[0].isalnum():
            at += 1
        return at if at < self.last else None


def chosen_layout(sides: Sides) -> Layout:
    """Return on which side of a cue the words stand."""
    choices = sides.choices()
    if len(choices) < 2:
        return choices[0] if choices else "none"
    return choices[votes_of(LAYOUT).best(layout_signs(sides), [(each,) for each in choices])]


def layout_signs(sides: Sides) -> Signs:
    """Return what tells how words stand around their cue."""
    words, place, last, comma = sides.words, sides.place, sides.last, sides.comma
    low = words[place].low
    near = words[sides.behind : min(last, sides.behind + _THAT_REACH)]
    border = words[sides.before].low if sides.before < place else "none"
    return (
        sides.proposed,
        low,
        low[-3:],
        shape_of(words, place + 1),
        border,
        words[0].low if words[0].low in SMALL_WORDS else shape_of(words, 0),
        _SIZES[min(sides.before, _LONGEST)],
        _SIZES[min(last - sides.behind, _LONGEST)],
        "yes" if QUOTED in [each.shape for each in words[: sides.before]] else "no",
        "yes" if QUOTED in [each.shape for each in near[:_NEAR]] else "no",
        "yes" if "that" in [each.low for each in near] else "no",
        "-" if comma is None else shape_of(words, comma + 1),
        "-" if comma is None else _SIZES[min(comma - sides.behind, _LONGEST)],
        "yes" if border in CLOSING else "no",
        shape_of(words, sides.behind),
    )
