"""MinHash signatures in bands (datasketch's MinHashLSH): how near-duplicates are usually found at scale."""

from collections.abc import Iterator, Sequence

from variorum.model import Article
from variorum.text import folded_words

# As its own documentation and most pipelines have it: 128 permutations, runs of five words.
_PERMUTATIONS = 128
_RUN = 5
# Half of the runs of both together; lower, and the bands let through what shares a phrase.
_THRESHOLD = 0.5


def find_near_duplicates(articles: Sequence[Article]) -> set[tuple[int, int]]:
    """Return the pairs of articles, by number, that fall into one band."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    runs = [list(_runs(article)) for article in articles]
    signatures = MinHash.bulk(runs, num_perm=_PERMUTATIONS)
    found: set[tuple[int, int]] = set()
    for number, signature in enumerate(signatures):
        found |= {(other, number) for other in index.query(signature)}
        index.insert(number, signature, check_duplication=False)
    return found


def _runs(article: Article) -> Iterator[bytes]:
    words = folded_words(article.text)
    for at in range(len(words) - _RUN + 1):
        yield " ".join(words[at : at + _RUN]).encode()
