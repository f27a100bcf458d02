"""Neighbours: which articles may carry one text, told by the two of them alone."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from ...model import Article, content_id
from ...reuse.fingerprints import RUN, run_hashes
from ...reuse.wording import Wording
from ...reuse.words import word_numbers
from ...stories.components import components

Hashes = npt.NDArray[np.int64]
Facts = Mapping[int, tuple[int, int, str]]

# One run in so many is kept: 60 of an article of 400 words. 4, as reuse has it, would double what
# is stored and take 3 % more of the copies of a paragraph, which make no account.
SAMPLE = 8
# Half a hash's bits do: two different runs of an archive of a million articles are one by chance
# once in a hundred thousand, and SQLite keeps 47 bits in 6 bytes.
_BITS = 17
_BYTES = 6
# Two articles are neighbours if they share so many sampled runs (some 28 words) that make up so
# much of the shorter one. In 26,530 articles of one agency the largest neighbourhood has 66 pages
# so; with two runs, or a tenth, it has 482 and 414, with both 3,911: backgrounds chain them. An
# account asks for .35 of the shorter article at the least (see accounts.kinship).
FEWEST_SHARED = 3
LEAST_SHARE = 0.2
# Articles further apart in time must share most of the shorter one: as accounts ask for.
NEAR_DAYS = 10
FAR_SHARE = 0.6
# A run in more articles than this is a formula. Only here the archive's growth plays in.
COMMONEST = 5000
# A neighbourhood of more pages is cut at stronger links: reuse of 600 articles takes half a second.
MOST = 600
STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def sampled_runs(article: Article, wording: Wording | None = None) -> Hashes:
    """Return the sampled runs of words of an article's paragraphs, each once, in order.

    `wording` where its words are read already.
    """
    numbers = word_numbers(article) if wording is None else wording.numbers
    hashes = run_hashes(numbers.astype(np.uint64), RUN)
    kept = hashes[hashes % np.uint64(SAMPLE) == 0] >> np.uint64(_BITS)
    return np.unique(kept).astype(np.int64)


def pack_runs(hashes: Hashes) -> bytes:
    """Return sampled runs in 6 bytes each, all that they have."""
    return hashes.astype("<i8").view("u1").reshape(-1, 8)[:, :_BYTES].tobytes()


def unpack_runs(packed: bytes) -> Hashes:
    """Return what `pack_runs` was given."""
    held = np.frombuffer(packed, dtype="u1").reshape(-1, _BYTES)
    return np.pad(held, ((0, 0), (0, 8 - _BYTES))).view("<i8").reshape(-1)


def find_links(
    hashes: Mapping[int, Hashes], owned: tuple[Hashes, Hashes], facts: Facts
) -> list[tuple[int, int, float]]:
    """Return the links of articles, by number: the lower, the higher, the share of the shorter one.

    `hashes` are the runs of the articles asked for, `owned` which articles have which of them,
    `facts` the count of runs and the day of every article named there.
    """
    runs, owners = owned
    order = np.lexsort((owners, runs))
    runs, owners = runs[order], owners[order]
    found: list[tuple[int, int, float]] = []
    for number in sorted(hashes):
        mine = hashes[number]
        begins, ends = np.searchsorted(runs, mine), np.searchsorted(runs, mine, side="right")
        kept = ends - begins <= COMMONEST
        begins, lengths = begins[kept], (ends - begins)[kept]
        if not lengths.sum():
            continue
        at = np.arange(int(lengths.sum())) + np.repeat(
            begins - np.cumsum(lengths) + lengths, lengths
        )
        others, shared = np.unique(owners[at], return_counts=True)
        for other, count in zip(
            others[shared >= FEWEST_SHARED].tolist(),
            shared[shared >= FEWEST_SHARED].tolist(),
            strict=True,
        ):
            if other != number and (other not in hashes or other > number):
                link = _link(number, other, count, facts)
                if link is not None:
                    found.append(link)
    return found


def _link(one: int, other: int, shared: int, facts: Facts) -> tuple[int, int, float] | None:
    (count, day, _), (other_count, other_day, _) = facts[one], facts[other]
    share = shared / max(1, min(count, other_count))
    far = bool(day and other_day and abs(day - other_day) > NEAR_DAYS)
    if share < (FAR_SHARE if far else LEAST_SHARE):
        return None
    return min(one, other), max(one, other), round(share, 4)


def groups_sharing(groups: Sequence[Sequence[Hashes]]) -> list[tuple[int, ...]]:
    """Return which groups of articles hang together by sampled runs that may matter, two or more each."""
    owned = [[set(runs.tolist()) for runs in group] for group in groups]
    owners: dict[int, set[int]] = {}
    for at, group in enumerate(owned):
        for run in set().union(*group):
            owners.setdefault(run, set()).add(at)
    shared = {run for run, having in owners.items() if len(having) > 1}
    thin = [[runs & shared for runs in group] for group in owned]
    links = [
        (at, at + 1 + other, 1.0)
        for at, group in enumerate(thin)
        for other, later in enumerate(thin[at + 1 :])
        if any(
            len(one & two) >= FEWEST_SHARED
            for one in group
            if len(one) >= FEWEST_SHARED
            for two in later
        )
    ]
    return [each for each in components(range(len(groups)), links) if len(each) > 1]


def home_of(ids: Sequence[str]) -> str:
    """Return what names a group of articles or accounts, whatever their order."""
    return content_id(*sorted(ids))
