"""Where two wordings differ: collated like any two witnesses, in runs of words that differ together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..collation import collate, find_moved, fold_reading, join_words
from ..text import folded_words

Pair = tuple[str, str]

# Words lost at either end that make a sentence, a clause behind its comma, or at least this many
# are a cut, not a slip (a definition, not a measurement: fewer are an omission).
_SHORTEST_CUT = 4
_ENDS = (".", "!", "?", "…")
_CLOSERS = "”\"'’)] "


@dataclass(frozen=True, slots=True)
class Place:
    """Columns `[begin, end)` in which two wordings differ, word beside word.

    `is_cut` says that the first wording goes on beyond the second there; `following` is what stands
    behind the place in both.
    """

    begin: int
    end: int
    pairs: tuple[Pair, ...]
    following: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def befores(self) -> list[str]:
        """The words of the first wording."""
        return [left for left, _ in self.pairs if left]

    @property
    def afters(self) -> list[str]:
        """The words of the second."""
        return [right for _, right in self.pairs if right]

    @property
    def texts(self) -> Pair:
        """Both sides as running text."""
        return join_words(self.befores), join_words(self.afters)


def lay_out(fullest: str, rendering: str) -> tuple[list[Pair], tuple[tuple[int, int], ...]]:
    """Return two wordings word beside word, and the stretches that stand elsewhere in one of them.

    The empty string stands where one has no word.
    """
    collation = collate({"A": (fullest,), "B": (rendering,)})
    columns = [(column.readings[0] or "", column.readings[1] or "") for column in collation.columns]
    return columns, tuple((moved.begin, moved.end) for moved in find_moved(collation))


def places_of(columns: Sequence[Pair]) -> list[Place]:
    """Return the runs of columns that differ, in order."""
    same = _agreement(columns)
    places: list[Place] = []
    at = 0
    while at < len(columns):
        if same[at]:
            at += 1
            continue
        end = at
        while end < len(columns) and not same[end]:
            end += 1
        run = tuple(columns[at:end])
        if not _same_but_for_type(run):
            following = tuple(right or left for left, right in columns[end : end + 3])
            places.append(Place(at, end, run, following))
        at = end
    return places


def _same_but_for_type(run: Sequence[Pair]) -> bool:
    """Whether both sides are one when dashes and marks are set alike and spaces let go."""
    left, right = (join_words(words) for words in zip(*run, strict=True))
    if folded_words(left) != folded_words(right):
        return False
    one, other = (fold_reading(text).replace('"', "'").replace("''", "'") for text in (left, right))
    return one == other


def _agreement(columns: Sequence[Pair]) -> list[bool]:
    """Return which columns read the same; marks and capitals at a wording's ends are its setting."""
    same = [fold_reading(left) == fold_reading(right) for left, right in columns]
    for side in (0, 1):
        carried = [at for at, column in enumerate(columns) if column[side]]
        if not carried:
            continue
        first, last = columns[carried[0]], columns[carried[-1]]
        same[carried[0]] |= all(first) and _opening(first[0]) == _opening(first[1])
        same[carried[-1]] |= all(last) and _bare(last[0]) == _bare(last[1])
    return same


def _opening(word: str) -> str:
    return fold_reading(word.lstrip("'‘’“”\"[(").replace("]", "")).lower()


def _bare(word: str) -> str:
    return fold_reading(word.rstrip(".,;:?!…—–-'’\"” "))


def split_cuts(place: Place, width: int) -> Iterator[Place]:
    """Yield a run, what the second wording lacks at its own end or beginning split from changes."""
    pairs = place.pairs
    low, high = 0, len(pairs)
    if place.begin == 0:
        while low < high and not pairs[low][1]:
            low += 1
        # Only up to the end of a sentence: what follows belongs to the change.
        while 0 < low < high and not pairs[low - 1][0].rstrip(_CLOSERS).endswith(_ENDS):
            low -= 1
    if place.end == width:
        while high > low and not pairs[high - 1][1]:
            high -= 1
    cuts = [(0, low), (high, len(pairs))]
    replaced = any(not left for left, _ in pairs[low:high])
    held = [not replaced and _is_cut([left for left, _ in pairs[a:b] if left]) for a, b in cuts]
    low, high = low if held[0] else 0, high if held[1] else len(pairs)
    for begin, end, is_cut in ((0, low, True), (low, high, False), (high, len(pairs), True)):
        if begin < end:
            yield replace(
                place,
                begin=place.begin + begin,
                end=place.begin + end,
                pairs=pairs[begin:end],
                following=_following(place, end),
                is_cut=is_cut,
            )


def _following(place: Place, end: int) -> tuple[str, ...]:
    inside = [right or left for left, right in place.pairs[end:]]
    return (*inside, *place.following)[:3]


def _is_cut(words: Sequence[str]) -> bool:
    """Whether words lost at an end of the wording are a part of it, rather than a word or two."""
    text = " ".join(words).rstrip(_CLOSERS)
    many = len(folded_words(text))
    return many >= _SHORTEST_CUT or (many > 1 and text.endswith(_ENDS))
