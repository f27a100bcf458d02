"""Alignments: every passage that any two articles share, found through an index."""

from collections.abc import Iterator, Sequence

from ..model import Alignment, Article
from .candidates import find_candidates
from .chains import Run, Seeds, find_chains
from .cutting import cut_passages
from .pairs import Pairs, Shared
from .speech import mark_speech
from .spread import Spread
from .wording import Wording
from .wordings import Wordings


def find_alignments(articles: Sequence[Article]) -> tuple[Alignment, ...]:
    """Return an alignment for each two articles that share a passage, whatever the order of the articles."""
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda a: a.id)
    wordings = Wordings(ordered)
    candidates = find_candidates([wording.numbers for wording in wordings.each])
    pairs = Pairs(_chain(wordings.each, candidates))
    # Only now the voices: reading them costs as much as aligning, and most candidates drop out.
    wordings.hear(sorted({*pairs.lefts.tolist(), *pairs.rights.tolist()}))
    spread = Spread(pairs, wordings, mark_speech(pairs, wordings))
    return tuple(
        alignment
        for shared in pairs.blocks(wordings)
        for alignment in _align(shared, wordings, spread)
    )


def _chain(
    each: Sequence[Wording], candidates: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], list[list[Run]]]]:
    """Yield the pairs that share chains of equal words, and the chains."""
    seeds: dict[int, Seeds] = {}
    for pair in candidates:
        for number in pair:
            if number not in seeds:
                seeds[number] = Seeds(each[number].numbers)
        chains = find_chains(seeds[pair[0]], seeds[pair[1]])
        if chains:
            yield pair, chains


def _align(shared: Shared, wordings: Wordings, spread: Spread) -> Iterator[Alignment]:
    texts = spread.mark(shared)
    reasons = {
        pair: f"stands in {number + 1} texts that otherwise share little"
        for pair, number in texts.items()
    }
    rows = zip(
        shared.left_articles.tolist(),
        shared.right_articles.tolist(),
        cut_passages(shared, wordings, reasons),
        *(shares.tolist() for shares in shared.shares(wordings, spread.narrated)),
        strict=True,
    )
    for left, right, passages, left_share, right_share in rows:
        yield Alignment(
            left=wordings.articles[left].id,
            right=wordings.articles[right].id,
            passages=passages,
            left_share=left_share,
            right_share=right_share,
        )
