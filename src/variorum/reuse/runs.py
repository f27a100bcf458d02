"""The equal runs of thousands of pairs of articles in one go: a call of numpy costs as much for one pair."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .chains import REFRAIN, SEED
from .fingerprints import run_hashes
from .words import Numbers, Places

Table = npt.NDArray[np.int64]

# Bits for a place within an article: none has thirty million words. What is left of 63 is for
# the pair, so many at a time.
_PLACE = 26
MOST_PAIRS = 1 << (63 - 2 * _PLACE)


@dataclass(frozen=True, slots=True, eq=False)
class _Seeds:
    """The runs of SEED words that stand in more than one of some articles, article after article.

    Each by the number of its wording, with its place, and how many times the article had it before
    (-1 for a refrain); those of an article lie between two of the `bounds`.
    """

    wordings: Places
    places: Places
    repeats: Places
    bounds: list[int]
    distinct: int


def find_runs(
    numbers: Numbers, starts: Places, pairs: Table
) -> tuple[Places, Places, Places, Places]:
    """Return the longest equal runs of at least a seed's words of up to MOST_PAIRS pairs.

    `numbers` are the words of all articles, one's from `starts` on. Returns the row of the pair,
    where the run begins on either side, and its words; in the order of the three.
    """
    if not len(pairs):
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, nothing, nothing
    articles, sides = np.unique(pairs, return_inverse=True)
    seeds = _find_seeds(numbers, starts, articles)
    return _merge_diagonals(*_match(seeds, sides.reshape(-1, 2)))


def _find_seeds(numbers: Numbers, starts: Places, articles: Places) -> _Seeds:
    lengths = starts[articles + 1] - starts[articles]
    words = [numbers[starts[each] : starts[each + 1]] for each in articles]
    hashes = run_hashes(np.concatenate(words), SEED)
    owners = np.repeat(np.arange(len(articles)), lengths)
    first = np.cumsum(lengths) - lengths
    within = owners[: len(hashes)] == owners[SEED - 1 :]
    order = np.argsort(hashes)
    order = order[within[order]]
    begins = np.flatnonzero(_is_fresh(hashes[order]))
    holders = owners[order]
    if not len(begins):
        nothing = np.zeros(0, dtype=np.int64)
        return _Seeds(nothing, nothing, nothing, [0] * (len(articles) + 1), 0)
    told = np.minimum.reduceat(holders, begins) != np.maximum.reduceat(holders, begins)
    sizes = np.diff(begins, append=len(order))
    wordings = np.full(len(hashes), -1, dtype=np.int64)
    wordings[order] = np.repeat(np.where(told, np.cumsum(told) - 1, -1), sizes)
    kept = np.flatnonzero(wordings >= 0)
    wordings, holders = wordings[kept], owners[kept]
    bounds = np.searchsorted(holders, np.arange(len(articles) + 1)).tolist()
    distinct = int(np.count_nonzero(told))
    repeats = _count_repeats(holders * distinct + wordings)
    return _Seeds(wordings, kept - first[holders], repeats, bounds, distinct)


def _count_repeats(keys: Places) -> Places:
    """Return how many times each key stood before; -1 for those that stand too often."""
    repeats = np.zeros(len(keys), dtype=np.int64)
    ordered = np.sort(keys)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    if not len(twice):
        return repeats
    among = np.searchsorted(twice, keys)
    again = np.flatnonzero(twice[np.minimum(among, len(twice) - 1)] == keys)
    again = again[np.argsort(keys[again], kind="stable")]
    begins = np.flatnonzero(_is_fresh(keys[again]))
    sizes = np.diff(begins, append=len(again))
    before = np.arange(len(again)) - np.repeat(begins, sizes)
    repeats[again] = np.where(np.repeat(sizes, sizes) > REFRAIN, -1, before)
    return repeats


def _is_fresh(ordered: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    fresh = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return fresh


def _match(seeds: _Seeds, sides: Table) -> tuple[Places, Places, Places]:
    """Return row, left and right place of each seed that a pair has on both sides."""
    order = np.argsort(sides[:, 1], kind="stable")
    rights, begins = np.unique(sides[order, 1], return_index=True)
    bounds = [*begins.tolist(), len(order)]
    lefts = sides[order, 0].tolist()
    # The place of each wording in the right article, which is held against all its lefts.
    there = np.full(seeds.distinct, -1, dtype=np.int64)
    rows, left_places, right_places = ([np.zeros(0, dtype=np.int64)] for _ in range(3))
    for number, right in enumerate(rights.tolist()):
        own = slice(seeds.bounds[right], seeds.bounds[right + 1])
        wordings, places, repeats = seeds.wordings[own], seeds.places[own], seeds.repeats[own]
        ranges = [
            slice(seeds.bounds[left], seeds.bounds[left + 1])
            for left in lefts[bounds[number] : bounds[number + 1]]
        ]
        wanted = np.concatenate([seeds.wordings[each] for each in ranges])
        at = np.concatenate([seeds.places[each] for each in ranges])
        row = np.repeat(
            order[bounds[number] : bounds[number + 1]], [each.stop - each.start for each in ranges]
        )
        for repeat in range(int(repeats.max(initial=-1)) + 1):
            layer = np.flatnonzero(repeats == repeat)
            there[wordings[layer]] = places[layer]
            found = there[wanted]
            hits = np.flatnonzero(found >= 0)
            rows.append(row[hits])
            left_places.append(at[hits])
            right_places.append(found[hits])
            there[wordings[layer]] = -1
    return np.concatenate(rows), np.concatenate(left_places), np.concatenate(right_places)


def _merge_diagonals(
    rows: Places, lefts: Places, rights: Places
) -> tuple[Places, Places, Places, Places]:
    """Join seeds that follow each other on one diagonal of a pair to runs."""
    # By pair, diagonal, place: one number each, and neighbours on a diagonal differ by one.
    middle = 1 << (_PLACE - 1)
    keys = (((rows << _PLACE) + (rights - lefts + middle)) << _PLACE) + lefts
    keys.sort()
    breaks = np.flatnonzero(np.diff(keys) != 1)
    begins = keys[np.concatenate(([0], breaks + 1))[: len(keys)]]
    ends = keys[np.concatenate((breaks, [len(keys) - 1]))[: len(keys)]]
    words = ends - begins + SEED
    mask = (1 << _PLACE) - 1
    rows, lefts = begins >> (2 * _PLACE), begins & mask
    rights = lefts + (begins >> _PLACE & mask) - middle
    order = np.argsort((((rows << _PLACE) + lefts) << _PLACE) + rights)
    return rows[order], lefts[order], rights[order], words[order]
