"""Alignments: every passage that any two articles share, found through an index."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ..model import Alignment, Article, ArticleId
from .candidates import find_candidates
from .chaining import Chaining
from .collecting import collection_put_off
from .cutting import cut_passages
from .pairs import Pairs, Shared
from .parts import Mapper, cut
from .speech import mark_speech
from .spread import Spread
from .wordings import Narration, Wordings

# Candidates of one part of the work.
_PART = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Reuse:
    """The alignments of a collection, and the words of the aligned articles as their pages give them."""

    alignments: tuple[Alignment, ...]
    narrations: Mapping[ArticleId, Narration]


def find_alignments(articles: Sequence[Article]) -> tuple[Alignment, ...]:
    """Return an alignment for each two articles that share a passage, whatever the order of the articles."""
    return find_reuse(articles).alignments


def find_reuse(
    articles: Sequence[Article],
    *,
    collections: Mapping[ArticleId, int] = MappingProxyType({}),
    voices: Mapping[ArticleId, bytes] = MappingProxyType({}),
    mapper: Mapper = map,
) -> Reuse:
    """Return the alignments, and with them the words that were read, which accounts need not read again.

    Where `collections` gives numbers, articles are compared only with those of the same number, as
    if each collection were looked at by itself: many small ones cost less in one go.
    `voices` are those of articles as `pack_voices` gave them; the others are read here.
    `mapper` does the parts of the work: `map` one after the other, an engine's in several processes.
    """
    with collection_put_off():
        return _find_reuse(articles, collections, voices, mapper)


def _find_reuse(
    articles: Sequence[Article],
    collections: Mapping[ArticleId, int],
    voices: Mapping[ArticleId, bytes],
    mapper: Mapper,
) -> Reuse:
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda a: a.id)
    wordings = Wordings(ordered, mapper, [collections.get(article.id, 0) for article in ordered])
    candidates = find_candidates(wordings.fingerprints, len(ordered))
    parts = cut(len(candidates), _PART)
    pairs = Pairs(mapper(Chaining(wordings.numbers, wordings.starts, candidates).chain, parts))
    del candidates
    aligned = sorted({*pairs.lefts.tolist(), *pairs.rights.tolist()})
    # Only now the voices: reading them costs as much as aligning, and most candidates drop out.
    wordings.hear(aligned, voices)
    wordings.forget()
    narrations = wordings.narrations(aligned)
    spread = Spread(pairs, wordings, mark_speech(pairs, wordings))
    alignments = tuple(
        alignment
        for shared in pairs.blocks(wordings)
        for alignment in _align(shared, wordings, spread)
    )
    return Reuse(alignments, narrations)


def _align(shared: Shared, wordings: Wordings, spread: Spread) -> Iterator[Alignment]:
    texts = spread.mark(shared)
    told = {
        number: f"stands in {number + 1} texts that otherwise share little"
        for number in set(texts.values())
    }
    reasons = {pair: told[number] for pair, number in texts.items()}
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
