"""Alignment of a short stretch of words with the columns between two anchors."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel, LCSseq

Keys = Mapping[str, int]
Pairs = dict[int, int]

# Scores of the dynamic programme. A substitution (-.6) beats an omission with an addition (-1);
# leaving out a column that few witnesses have costs next to nothing.
_EQUAL = 2.0
_ALIKE = 0.9
_OTHER = -0.6
_SKIP = 0.5
# "deepen, deepening" .80; "troops, group" .55.
_ALIKE_RATIO = 0.7
# Cells of a table above which words that are unique on both sides split the window first,
# and above which only the longest common subsequence is taken.
_SPLIT_CELLS = 900
_MOST_CELLS = 8_000


def align_window(words: Sequence[str], columns: Sequence[Keys]) -> Pairs:
    """Return which column each word belongs to; words without one are new at their place."""
    if not words or not columns:
        return {}
    if len(words) * len(columns) <= _SPLIT_CELLS:
        return _align_exactly(words, columns)
    pairs: Pairs = {}
    begin_word = begin_column = 0
    for word, column in (*_unique_pairs(words, columns), (len(words), len(columns))):
        inner = _align_between(words[begin_word:word], columns[begin_column:column])
        pairs.update((begin_word + w, begin_column + c) for w, c in inner.items())
        if word < len(words):
            pairs[word] = column
        begin_word, begin_column = word + 1, column + 1
    return pairs


def _align_between(words: Sequence[str], columns: Sequence[Keys]) -> Pairs:
    if len(words) * len(columns) <= _MOST_CELLS:
        return _align_exactly(words, columns)
    modal = [max(sorted(keys), key=keys.__getitem__) for keys in columns]
    blocks = LCSseq.opcodes(list(words), modal)
    return {
        block.src_start + step: block.dest_start + step
        for block in blocks
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
    }


def _unique_pairs(words: Sequence[str], columns: Sequence[Keys]) -> list[tuple[int, int]]:
    """Words that stand once on both sides, the longest chain in order (patience)."""
    counts = Counter(words)
    where: dict[str, list[int]] = {}
    for place, keys in enumerate(columns):
        for key in keys:
            where.setdefault(key, []).append(place)
    found = [
        (at, where[word][0])
        for at, word in enumerate(words)
        if counts[word] == 1 and len(where.get(word, ())) == 1
    ]
    return _longest_rising(found)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    best: list[tuple[int, int]] = []
    for at, (_, place) in enumerate(pairs):
        length, before = max(
            ((best[b][0], b) for b in range(at) if pairs[b][1] < place), default=(0, -1)
        )
        best.append((length + 1, before))
    at = max(range(len(pairs)), key=lambda each: best[each][0], default=-1)
    kept = []
    while at >= 0:
        kept.append(pairs[at])
        at = best[at][1]
    return kept[::-1]


def _align_exactly(words: Sequence[str], columns: Sequence[Keys]) -> Pairs:
    """Needleman and Wunsch, with words compared to all that a column has."""
    if not words or not columns:
        return {}
    most = max(sum(keys.values()) for keys in columns)
    skip = [_SKIP * sum(keys.values()) / most for keys in columns]
    scores = [[0.0]]
    for cost in skip:
        scores[0].append(scores[0][-1] - cost)
    for word in words:
        above = scores[-1]
        row = [above[0] - _SKIP]
        for place, keys in enumerate(columns):
            row.append(
                max(
                    above[place] + _score(word, keys),
                    above[place + 1] - _SKIP,
                    row[place] - skip[place],
                )
            )
        scores.append(row)
    return _trace(words, columns, scores, skip)


def _trace(
    words: Sequence[str],
    columns: Sequence[Keys],
    scores: Sequence[Sequence[float]],
    skip: Sequence[float],
) -> Pairs:
    pairs: Pairs = {}
    word, place = len(words), len(columns)
    while word and place:
        here = scores[word][place]
        if here == scores[word - 1][place - 1] + _score(words[word - 1], columns[place - 1]):
            word, place = word - 1, place - 1
            pairs[word] = place
        elif here == scores[word][place - 1] - skip[place - 1]:
            place -= 1
        else:
            word -= 1
    return pairs


def _score(word: str, keys: Keys) -> float:
    if word in keys:
        return _EQUAL
    return max(_likeness(word, key) for key in keys)


@lru_cache(maxsize=65536)
def _likeness(one: str, other: str) -> float:
    if one[0].isdigit() and other[0].isdigit():
        return _ALIKE
    if one[0] != other[0]:
        return _OTHER
    ratio = Indel.normalized_similarity(one, other, score_cutoff=_ALIKE_RATIO)
    return _ALIKE if ratio else _OTHER
