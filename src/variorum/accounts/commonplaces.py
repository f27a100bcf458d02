"""Common passages: what articles of different accounts share without one account copying the other.

Quoted speech, statements and posts, transcripts, notices, background told everywhere: each place of
a passage is gathered once, whatever number of pairs of articles share it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..model import (
    Account,
    AccountId,
    Alignment,
    Article,
    ArticleId,
    CommonPassage,
    PassageKind,
    Span,
)
from ..reuse import QUOTED, Words, read_words
from ..text import folded_words

Places = npt.NDArray[np.int64]

# So many at the most, the widest told first: a statement in a thousand articles is one entry.
MOST = 500
# Two spans of one article are one passage when as much of both is the same. Pairs of articles cut a
# quotation at different words; a longer speech and one sentence of it are two.
_SAME = 0.7
_BACKGROUND = "told in the same words by different accounts, too little to make them one"
_QUOTED = "words between quotation marks"
_SPEECH = "words that other articles here give as a quotation"
_CAPTION = "a caption"
# Fewest words of a caption that two pages have by no chance.
_LONG_CAPTION = 8
# At how many of its places a passage is looked up to say what it is.
_LOOKED_AT = 3


@dataclass(frozen=True, slots=True)
class _Shared:
    """One passage between two articles of different accounts."""

    articles: tuple[ArticleId, ArticleId]
    spans: tuple[Span, Span]
    words: int
    kind: PassageKind
    reason: str | None


def find_common(
    accounts: Sequence[Account],
    articles: Mapping[ArticleId, Article],
    alignments: Sequence[Alignment],
    most: int = MOST,
) -> tuple[tuple[CommonPassage, ...], int]:
    """Return the widest passages that different accounts share, and how many more there are."""
    homes = {each: account.id for account in accounts for each in account.articles}
    shared = sorted(
        (*_between_accounts(homes, _carried(accounts), alignments), *_captions(homes, articles)),
        key=lambda each: (-each.words, each.articles, each.spans),
    )
    gathered = [(first, _in_order(places)) for first, places in _gather(shared)]
    gathered.sort(key=lambda each: (-_weight(each[0], each[1], homes), each[1]))
    words = _WordsRead(articles)
    told = tuple(_tell(first, places, homes, words) for first, places in gathered[:most])
    return told, max(0, len(gathered) - most)


def _carried(accounts: Sequence[Account]) -> set[tuple[ArticleId, AccountId]]:
    """Return which articles carry passages of which other accounts: those were copied."""
    return {
        (witness.article, also.account)
        for account in accounts
        for witness in account.witnesses
        for also in witness.also
    }


def _between_accounts(
    homes: Mapping[ArticleId, AccountId],
    carried: Set[tuple[ArticleId, AccountId]],
    alignments: Sequence[Alignment],
) -> Iterator[_Shared]:
    for alignment in alignments:
        left, right = homes.get(alignment.left), homes.get(alignment.right)
        if left is None or right is None or left == right:
            continue
        is_copied = (alignment.left, right) in carried or (alignment.right, left) in carried
        for passage in alignment.passages:
            if passage.kind != "narrative" or not is_copied:
                yield _Shared(
                    (alignment.left, alignment.right),
                    (passage.left, passage.right),
                    passage.words,
                    passage.kind,
                    passage.reason,
                )


def _captions(
    homes: Mapping[ArticleId, AccountId], articles: Mapping[ArticleId, Article]
) -> Iterator[_Shared]:
    """Yield the captions that are the same, word for word, on pages of different accounts."""
    places: dict[tuple[str, ...], list[tuple[ArticleId, Span]]] = defaultdict(list)
    for article in sorted(homes):
        text = articles[article].capture.text
        for begin, end in articles[article].spans_of("captions"):
            words = tuple(folded_words(text[begin:end]))
            if len(words) >= _LONG_CAPTION:
                places[words].append((article, Span(begin, end)))
    for words, found in places.items():
        first, span = found[0]
        for article, other in found[1:]:
            if homes[article] != homes[first]:
                yield _Shared((first, article), (span, other), len(words), "common", _CAPTION)


def _in_order(places: Mapping[ArticleId, Span]) -> tuple[tuple[ArticleId, Span], ...]:
    return tuple(sorted(places.items()))


def _weight(
    first: _Shared, places: Sequence[tuple[ArticleId, Span]], homes: Mapping[ArticleId, AccountId]
) -> int:
    return first.words * len({homes[article] for article, _ in places})


def _gather(shared: Sequence[_Shared]) -> list[tuple[_Shared, dict[ArticleId, Span]]]:
    """Gather the passages that stand at one place of some article; the longest gives the kind."""
    found: list[tuple[_Shared, dict[ArticleId, Span]]] = []
    standing: dict[ArticleId, list[int]] = defaultdict(list)
    for passage in shared:
        at = _known(passage, found, standing)
        if at is None:
            at = len(found)
            found.append((passage, {}))
        places = found[at][1]
        for article, span in zip(passage.articles, passage.spans, strict=True):
            if article not in places:
                places[article] = span
                standing[article].append(at)
    return found


def _known(
    passage: _Shared,
    found: Sequence[tuple[_Shared, Mapping[ArticleId, Span]]],
    standing: Mapping[ArticleId, Sequence[int]],
) -> int | None:
    for article, span in zip(passage.articles, passage.spans, strict=True):
        for at in standing.get(article, ()):
            if found[at][0].kind == passage.kind and _are_same(found[at][1][article], span):
                return at
    return None


def _are_same(one: Span, other: Span) -> bool:
    both = min(one.end, other.end) - max(one.begin, other.begin)
    return both >= _SAME * max(one.end - one.begin, other.end - other.begin)


def _tell(
    first: _Shared,
    places: Sequence[tuple[ArticleId, Span]],
    homes: Mapping[ArticleId, AccountId],
    words: "_WordsRead",
) -> CommonPassage:
    article, (begin, end) = places[0]
    return CommonPassage(
        text=" ".join(words.articles[article].capture.text[begin:end].split()),
        words=first.words,
        kind=first.kind,
        reason=first.reason or _reason(first.kind, places, words),
        articles=tuple(each for each, _ in places),
        accounts=tuple(homes[each] for each, _ in places),
        spans=tuple(span for _, span in places),
    )


class _WordsRead:
    """The words of articles, each read once where many passages stand in it."""

    def __init__(self, articles: Mapping[ArticleId, Article]) -> None:
        self.articles = articles
        self._words: dict[ArticleId, tuple[Words, Places]] = {}

    def at(self, article: ArticleId, offset: int) -> tuple[Words, int]:
        """Return an article's words and the number of the first at or behind an offset."""
        if article not in self._words:
            words = read_words(self.articles[article])
            self._words[article] = (words, words.places)
        words, places = self._words[article]
        return words, int(np.searchsorted(places, offset))


def _reason(kind: PassageKind, places: Sequence[tuple[ArticleId, Span]], read: _WordsRead) -> str:
    """Say what kind of thing a passage is: what its paragraph is, or else how its words are marked."""
    if kind != "quoted":
        return _BACKGROUND
    marked = False
    for article, span in places[:_LOOKED_AT]:
        words, first = read.at(article, span.begin)
        if reason := words.reason(first):
            return reason
        marked |= bool(words.voices[first] == QUOTED)
    return _QUOTED if marked else _SPEECH
