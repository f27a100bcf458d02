"""Splices: two quotations that stand apart on one page, run together as one on another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..model import ArticleId
from ..text import folded_words
from .given import Given

# Parts of fewer words are phrases that a reporter picks, not utterances.
_SHORTEST_PART = 4
# So many words on either side of where two parts meet are looked for on pages that have it whole.
_SEAM = 2
# A word or two may have been put between, or lost, where two parts were joined.
_LARGEST_GAP = 2

Words = tuple[str, ...]
Origin = tuple[ArticleId, int]


@dataclass(frozen=True, slots=True)
class Splice:
    """The two parts that a quotation joins, in the words of the page that has them apart."""

    first: str
    second: str


@dataclass(slots=True)
class Stretches:
    """All stretches between marks of a story's articles, found by their first words."""

    _by_beginning: dict[Words, dict[Words, dict[Origin, str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )
    _seams: dict[Words, dict[ArticleId, str]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, given: Given) -> None:
        """Add the stretches of one quotation of an article's body."""
        if given.quotation.in_headline or given.quotation.kind != "direct":
            return
        origin = (given.quotation.article, given.quotation.begin)
        for piece in given.pieces:
            words = tuple(folded_words(piece))
            if len(words) >= _SHORTEST_PART:
                self._by_beginning[words[:_SHORTEST_PART]][words].setdefault(origin, piece)
            for at in range(len(words) - 2 * _SEAM + 1):
                account = given.account or origin[0]
                self._seams[words[at : at + 2 * _SEAM]][origin[0]] = account

    def find_splice(self, given: Given) -> Splice | None:
        """Return the splice, if what only this page gives in one run another gives as two quotations."""
        if given.quotation.in_headline or given.quotation.kind != "direct":
            return None
        for piece in given.pieces:
            for splice in self._splices(tuple(folded_words(piece)), given):
                return splice
        return None

    def _splices(self, words: Words, given: Given) -> Iterator[Splice]:
        parts = list(self._parts(words, given.quotation.article))
        apart = len({origin[0] for _, _, origin, _ in parts})
        for end, origin, first in sorted((end, origin, text) for _, end, origin, text in parts):
            for begin, _, other, second in parts:
                if other[0] != origin[0] or other[1] == origin[1]:
                    continue
                if not end <= begin <= end + _LARGEST_GAP:
                    continue
                seams = words[end - _SEAM : end + _SEAM], words[begin - _SEAM : begin + _SEAM]
                if not any(self._is_whole(seam, given, apart) for seam in seams):
                    yield Splice(first, second)

    def _parts(self, words: Words, article: ArticleId) -> Iterator[tuple[int, int, Origin, str]]:
        """Yield the stretches of other pages that stand whole in a longer one, and where."""
        for begin in range(len(words) - _SHORTEST_PART + 1):
            beginning = words[begin : begin + _SHORTEST_PART]
            for part, origins in self._by_beginning.get(beginning, {}).items():
                end = begin + len(part)
                if len(part) < len(words) and words[begin:end] == part:
                    for origin, text in sorted(origins.items()):
                        if origin[0] != article:
                            yield begin, end, origin, text

    def _is_whole(self, seam: Words, given: Given, apart: int) -> bool:
        """Whether another account has the words on both sides of a seam in one stretch.

        So do copies of the page itself; they say something only if they outnumber the pages that
        have the parts apart.
        """
        account = given.account or given.quotation.article
        holding = self._seams.get(seam, {})
        kin = sum(each == account for each in holding.values())
        return any(each != account for each in holding.values()) or kin > max(1, apart)


def stretches_of(given: Iterable[Given]) -> Stretches:
    """Return the stretches of all quotations, ready to be looked up."""
    stretches = Stretches()
    for each in given:
        stretches.add(each)
    return stretches
