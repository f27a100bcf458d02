"""Alignments: every passage that any two articles share, found through an index."""

from collections.abc import Sequence

from ..model import Alignment, Article
from .candidates import find_candidates
from .chains import Seeds
from .passages import Matched, cut_passages, match_words
from .speech import mark_speech
from .spread import mark_spread
from .texts import find_texts
from .words import Numbers, Words, read_words, word_numbers


def find_alignments(articles: Sequence[Article]) -> tuple[Alignment, ...]:
    """Return an alignment for each two articles that share a passage, whatever the order of the articles."""
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda a: a.id)
    wordings = [word_numbers(article) for article in ordered]
    pairs = _match_pairs(ordered, wordings, find_candidates(wordings))
    texts = find_texts(pairs)
    mark_speech(pairs, texts)
    spread = mark_spread(pairs, texts)
    return tuple(_align(pair, spread.get(number)) for number, pair in enumerate(pairs))


def _match_pairs(
    articles: Sequence[Article], wordings: Sequence[Numbers], candidates: Sequence[tuple[int, int]]
) -> list[Matched]:
    needed = sorted({number for pair in candidates for number in pair})
    words: dict[int, Words] = {n: read_words(articles[n], wordings[n]) for n in needed}
    seeds = {number: Seeds(wordings[number]) for number in needed}
    found = (
        match_words(words[left], words[right], (seeds[left], seeds[right]))
        for left, right in candidates
    )
    return [matched for matched in found if matched is not None]


def _align(pair: Matched, texts: int | None) -> Alignment:
    reason = None if texts is None else f"stands in {texts + 1} texts that otherwise share little"
    left_share, right_share = pair.shares
    return Alignment(
        left=pair.left.article.id,
        right=pair.right.article.id,
        passages=cut_passages(pair, reason),
        left_share=left_share,
        right_share=right_share,
    )
