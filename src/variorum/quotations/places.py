"""Where two wordings differ: collated like any two witnesses, in runs of words that differ together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..collation import collate, find_moved, fold_reading, join_words
from ..text import folded_words

Pair = tuple[str, str]

# Words lost at either end that make a sentence, a clause behind its comma, or at least this many
# are a cut, not a slip (a definition, not a measurement: fewer are an omission).
SHORTEST_CUT = 4
# A headline capitals most words of four letters and more; a sentence hardly two thirds of them.
_LONG_ENOUGH = 4
_MOST = 0.75
_ENDS = (".", "!", "?", "…")
_CLOSERS = "”\"'’)] "


@dataclass(frozen=True, slots=True)
class Place:
    """Columns `[begin, end)` in which two wordings differ, word beside word.

    `is_cut` says that the first wording goes on beyond the second there; `leading` is the word
    before the place, `following` the words behind it.
    """

    begin: int
    end: int
    pairs: tuple[Pair, ...]
    leading: str = ""
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
    if _is_capitalised(fullest) != _is_capitalised(rendering):
        columns = [_caseless(pair) for pair in columns]
    return columns, tuple((moved.begin, moved.end) for moved in find_moved(collation))


def _is_capitalised(text: str) -> bool:
    """Whether a wording is set as headlines are: Most Words With a Capital, or ALL IN CAPITALS."""
    words = [word for word in text.split()[1:] if len(word) >= _LONG_ENOUGH and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 1 and capitals >= _MOST * len(words)


def _caseless(pair: Pair) -> Pair:
    left, right = pair
    return (left, left) if fold_reading(left).lower() == fold_reading(right).lower() else pair


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
            leading = columns[at - 1][0] or columns[at - 1][1] if at else ""
            places.append(Place(at, end, run, leading, following))
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
    if _is_cut_short(place):
        yield replace(place, is_cut=True)
        return
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
    opens = pairs[high - 1][0] if high else place.leading
    held = [
        not replaced and _is_cut([left for left, _ in pairs[begin:end] if left], behind)
        for (begin, end), behind in zip(cuts, ("", opens), strict=True)
    ]
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


def _is_cut(words: Sequence[str], behind: str) -> bool:
    """Whether words lost at an end of the wording are a part of it, rather than a word or two.

    `behind` is the word behind which they stood.
    """
    text = " ".join(words).rstrip(_CLOSERS)
    many = len(folded_words(text))
    whole = text.endswith(_ENDS) or behind.rstrip(_CLOSERS).endswith((*_ENDS, ",", ";"))
    return many >= SHORTEST_CUT or (many > 1 and whole)


def _is_cut_short(place: Place) -> bool:
    """Whether the end of a sentence is lost, its beginning kept: “We will come” of “… come if asked.”"""
    pairs, leading = place.pairs, place.leading
    if len(pairs) > 1 and _ends_in_dots(*pairs[0]):
        pairs, leading = pairs[1:], pairs[0][0]
    lost = [left for left, _ in pairs if left]
    return (
        bool(leading)
        and not any(right for _, right in pairs)
        and len(lost) >= SHORTEST_CUT
        and lost[-1].rstrip(_CLOSERS).endswith(_ENDS)
        and not leading.rstrip(_CLOSERS).endswith(_ENDS)
        and not any(word.rstrip(_CLOSERS).endswith(_ENDS) for word in lost[:-1])
    )


def _ends_in_dots(left: str, right: str) -> bool:
    """Whether a word is the same but for the dots that stand behind it."""
    return right.rstrip(_CLOSERS).endswith(("...", "…")) and _bare(left) == _bare(right)
