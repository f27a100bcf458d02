"""Alignments: every passage that any two articles share, found through an index."""

from collections.abc import Sequence

from ..model import Alignment, Article
from .candidates import find_candidates
from .chains import Seeds, find_chains
from .passages import Matched, cut_passages, match_words
from .speech import mark_speech
from .spread import mark_spread
from .texts import find_texts
from .words import Numbers, read_words, word_numbers


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
    seeds = {n: Seeds(wordings[n]) for n in sorted({n for pair in candidates for n in pair})}
    chained = [(pair, find_chains(seeds[pair[0]], seeds[pair[1]])) for pair in candidates]
    # Only now the voices: reading them costs as much as aligning, and most candidates drop out.
    sharing = [(pair, chains) for pair, chains in chained if chains]
    needed = sorted({number for pair, _ in sharing for number in pair})
    words = {number: read_words(articles[number], wordings[number]) for number in needed}
    return [match_words(words[left], words[right], chains) for (left, right), chains in sharing]


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
