"""Carriers: the articles in which a pasted text stands, whole or in part, as it is or lightly changed.

The runs of reuse and its alignment; only that of one text all runs are looked up, not a sample,
in one pass over the collection.
"""

from collections.abc import Iterator, Sequence, Set
from itertools import islice, pairwise

import numpy as np
import numpy.typing as npt

from ..model import Article, CarriedPassage, Carrier
from .chains import SEED, Run, Seeds, find_chains
from .edges import widen
from .filling import fill_chains
from .fingerprints import run_hashes
from .needle import Needle, read_needle
from .pages import Page, lay_out
from .passages import KINDS, Matched, match_words
from .words import Numbers, Places, Words, read_words, word_numbers

# How many articles are looked through at once: enough that numpy does the work, few enough that
# a million need no more memory than these.
_AT_ONCE = 1000
# Of a short text (or one edited so that only short runs are left) the words found must make up so
# much of the stretch in which they stand: stray pairs of words are everywhere.
_DENSE = 0.5
# Fewer words of a chain in another field of the page ("Port Ansel" of a caption and of the dateline
# below it) are a chance neighbour.
_LEFT_OVER = 4


def find_carriers(text: str, articles: Sequence[Article]) -> tuple[Carrier, ...]:
    """Return every article that carries a passage of `text`, in the order of the articles."""
    needle = read_needle(text)
    if not needle.length:
        return ()
    found = (_carry(needle, page, numbers) for page, numbers in _candidates(needle, articles))
    return tuple(carrier for carrier in found if carrier is not None)


def _candidates(needle: Needle, articles: Sequence[Article]) -> Iterator[tuple[Page, Numbers]]:
    """Yield the pages that share so many runs with the needle that they may carry it."""
    rest = iter(articles)
    while together := list(islice(rest, _AT_ONCE)):
        pages = [lay_out(article) for article in together]
        wordings = [word_numbers(page.article) for page in pages]
        for number in np.nonzero(_count_runs(needle, wordings) >= needle.fewest_runs)[0]:
            yield pages[number], wordings[number]


def _count_runs(needle: Needle, wordings: Sequence[Numbers]) -> npt.NDArray[np.int64]:
    """Return how many runs of the needle begin in each article, repeated ones each time."""
    owners = np.repeat(np.arange(len(wordings)), [len(numbers) for numbers in wordings])
    hashes = run_hashes(np.concatenate(wordings), needle.seed)
    found = np.isin(hashes, needle.hashes)
    # A run must not begin in one article and end in the next.
    found &= owners[: len(hashes)] == owners[needle.seed - 1 :]
    return np.bincount(owners[: len(hashes)][found], minlength=len(wordings))


def _carry(needle: Needle, page: Page, numbers: Numbers) -> Carrier | None:
    chains = find_chains(needle.seeds, Seeds(numbers, needle.seed), needle.fewest_equal)
    if not chains:
        return None
    words = page.with_voices(read_words(page.article))
    filled = fill_chains(chains, needle.words, words)
    kept = [
        part
        for chain in filled
        if _is_passage(chain, needle)
        for part in _by_field(chain, page.fields[words.paragraphs])
    ]
    if not kept:
        return None
    matched = match_words(needle.words, words, kept)
    in_body = np.count_nonzero(page.is_body(words.paragraphs[matched.rights]))
    body = np.count_nonzero(page.is_body(words.paragraphs))
    return Carrier(
        article=page.article.id,
        passages=_cut(matched, page),
        text_share=len(np.unique(matched.lefts)) / needle.length,
        article_share=in_body / body if body else 0.0,
    )


def _by_field(chain: Sequence[Run], fields: Places) -> list[list[Run]]:
    """Cut a chain where the field of the page changes, and drop what is left over in another field."""
    parts: list[list[Run]] = []
    for run in chain:
        for place in range(run.words):
            word = Run(run.left + place, run.right + place, 1)
            if not parts or fields[parts[-1][-1].right] != fields[word.right]:
                parts.append([])
            parts[-1].append(word)
    longest = max(map(len, parts))
    return [part for part in parts if len(part) >= min(longest, _LEFT_OVER)]


def _is_passage(chain: Sequence[Run], needle: Needle) -> bool:
    found = sum(run.words for run in chain)
    if found < needle.fewest:
        return False
    if needle.seed == SEED:
        return True
    first, last = chain[0], chain[-1]
    stretch = max(last.left + last.words - first.left, last.right + last.words - first.right)
    return found >= _DENSE * stretch


def _cut(matched: Matched, page: Page) -> tuple[CarriedPassage, ...]:
    """Cut the chains where the voice changes; in order of the pasted text."""
    changes = (np.diff(matched.chains) != 0) | (np.diff(matched.voices) != 0)
    bounds = [0, *(np.nonzero(changes)[0] + 1).tolist(), len(matched.lefts)]
    taken = set(matched.lefts.tolist())
    passages = [_passage(matched, page, begin, end, taken) for begin, end in pairwise(bounds)]
    return tuple(sorted(passages, key=lambda each: each.pasted))


def _passage(matched: Matched, page: Page, begin: int, end: int, taken: Set[int]) -> CarriedPassage:
    left, right = matched.left, matched.right
    lefts, rights = matched.lefts[begin:end], matched.rights[begin:end]
    equal = int(np.count_nonzero(left.numbers[lefts] == right.numbers[rights]))
    kind = KINDS[int(matched.voices[begin])]
    pasted, carried = widen(
        left,
        right,
        (int(lefts[0]), int(lefts[-1])),
        (int(rights[0]), int(rights[-1])),
        taken,
    )
    told = left.reason(int(lefts[0])) or right.reason(int(rights[0]))
    return CarriedPassage(
        pasted=left.span(*pasted),
        carried=page.span(right, *carried),
        pasted_text=_text(left, *pasted),
        text=_text(right, *carried),
        words=equal,
        alike=len(lefts) - equal,
        kind=kind,
        field=page.field(int(right.paragraphs[rights[0]])),
        reason=None if kind == "narrative" else told,
    )


def _text(words: Words, first: int, last: int) -> str:
    """Return the text from the first word to the last, paragraphs joined by a space."""
    opening, closing = int(words.paragraphs[first]), int(words.paragraphs[last])
    parts = []
    for number in range(opening, closing + 1):
        text = words.article.paragraphs[number].text
        begin = int(words.begins[first]) if number == opening else 0
        end = int(words.ends[last]) if number == closing else len(text)
        parts.append(" ".join(text[begin:end].split()))
    return " ".join(parts)
