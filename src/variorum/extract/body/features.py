"""Features of the lines of a page, by which prose of the article is told from everything else."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from . import wording
from .wrapping import Block

Matrix = NDArray[np.float32]

_WORD = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*")
_WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_STOPS = ".!?…。！？|।"
_CLOSERS = "\"'”’»)]」』“*_ "
_SENTENCE = re.compile(r"[.!?][\"'”’»)]* +[\"'“‘«(]*[A-ZÀ-ÞА-Я\d]|[。！？]")
_BULLET = re.compile(r"^(?:[*•·▪‣►»>–—-]|\d{1,2}[.)])\s")
_MARKS = re.compile(r"[\"“”«»„]")
_SEPARATORS = re.compile(r"[|›»>•·/]|::|→")
_ADDRESS = re.compile(r"https?:|www\.|\.com\b|@\w")
_DIGITS = re.compile(r"\d")
# Two lines that begin with this many letters alike are a teaser and its longer self.
_OPENING = 24

LINE_FEATURES = (
    "words (log)",
    "words over 12",
    "words over 30",
    "letters a word",
    "ends a sentence",
    "ends in a colon",
    "ends in dots",
    "ends open",
    "sentences (log)",
    "prose (words of a line that ends a sentence, log)",
    "commas a word",
    "begins in lower case",
    "begins with a digit",
    "begins with a quotation mark",
    "begins with a bullet",
    "quotation marks",
    "share of capitalised words",
    "share of words in capitals",
    "share of digits",
    "share of stop words",
    "share of chrome words",
    "chrome word in a short line",
    "saying verb",
    "verb",
    "you or we, share",
    "date",
    "date label",
    "clock",
    "caption wording",
    "byline wording",
    "notice wording",
    "heads a list of links",
    "separators",
    "web address",
    "unspaced script",
    "brackets",
    "exclamation or question",
    "long without a verb",
    "names a day with its year in prose",
    "tells a past deed",
)

PAGE_FEATURES = (
    "blank lines before",
    "blank lines after",
    "indent",
    "stands elsewhere on the page",
    "begins like another line",
    "words shared with the prose",
    "rare words shared with the prose",
)


_OVER_12 = LINE_FEATURES.index("words over 12")
_HEADS_LINKS = LINE_FEATURES.index("heads a list of links")
_PROSE = LINE_FEATURES.index("prose (words of a line that ends a sentence, log)")


@lru_cache(maxsize=1 << 16)
def _describe(text: str) -> tuple[float, ...]:
    """Return the features that a line has by itself, in the order of LINE_FEATURES."""
    written = _WORD.findall(text)
    lower = text.lower()
    lowered = [word.lower() for word in written]
    count = max(1, len(written))
    wide = len(_WIDE.findall(text)) if not text.isascii() else 0
    unspaced = len(_UNSPACED.findall(text)) if wide else 0
    length = count + unspaced / 2
    digits = len(_DIGITS.findall(text))
    bare = text.rstrip(_CLOSERS)
    last = bare[-1:]
    ends = float(last in _STOPS and bool(last))
    stripped = text.lstrip("*•·-– ")
    first = stripped[:1]
    chrome = sum(word in wording.CHROME_WORDS for word in lowered) / count
    has_verb = not wording.VERBS.isdisjoint(lowered) or any(
        word.endswith("ed") for word in lowered if len(word) > 4
    )
    dated = float(digits > 0 and wording.names_a_day(lower))
    return (
        float(np.log1p(length)),
        float(length >= 12),
        float(length >= 30),
        len(text) / count / 10,
        ends,
        float(last == ":"),
        float(bare.endswith(("...", "…", "[..", ".."))),
        float(last in ",;-–" and bool(last)),
        float(np.log1p(len(_SENTENCE.findall(text)))),
        float(np.log1p(length)) * ends,
        (text.count(",") + text.count("，") + text.count("、")) / count,
        float(first.islower()),
        float(first.isdigit()),
        float(first in "\"“‘«„'"),
        float(_BULLET.match(text) is not None),
        min(4.0, len(_MARKS.findall(text))) / 4,
        sum(word[0].isupper() for word in written[1:]) / count,
        sum(word.isupper() and len(word) > 1 for word in written) / count,
        digits / len(text),
        sum(word in wording.STOP_WORDS for word in lowered) / count,
        chrome,
        float(chrome > 0 and count <= 8),
        float(not wording.SAYING.isdisjoint(lowered)),
        float(has_verb),
        sum(word in wording.YOU_WORDS for word in lowered) / count,
        dated,
        float(wording.DATE_LABEL.match(lower) is not None),
        float(wording.CLOCK.search(lower) is not None) if digits else 0.0,
        float(wording.words_a_caption(lower)),
        float(wording.BYLINE.match(lower) is not None),
        float(wording.NOTICE.search(lower) is not None),
        float(count <= 12 and wording.RELATED_HEAD.match(stripped.lower()) is not None),
        min(4.0, len(_SEPARATORS.findall(text))) / 4,
        float(_ADDRESS.search(lower) is not None),
        unspaced / len(text),
        float("(" in text or "[" in text),
        float("!" in text or "?" in text),
        float(length >= 8 and not has_verb),
        float(dated and ends and length >= 8),
        float(not wording.PAST_VERBS.isdisjoint(lowered)),
    )


def page_matrix(blocks: Sequence[Block]) -> Matrix:
    """Return a row for each block: its own features, its neighbours', and its place on the page."""
    own = _own_features(blocks)
    return np.hstack([own, *_neighbours(own), _places(own)]).astype(np.float32)


def feature_names() -> tuple[str, ...]:
    """Return the names of the columns of `page_matrix`."""
    own = (*LINE_FEATURES, *PAGE_FEATURES)
    shifted = [f"{name}, {shift:+d}" for shift in _SHIFTS for name in (*own, "outside the page")]
    smoothed = [f"{own[column]}, mean within {radius}" for radius in _RADII for column in _SMOOTHED]
    return (*own, *shifted, *smoothed, *_PLACES)


_SHIFTS = (-2, -1, 1, 2)
_RADII = (3, 8, 20)
_SMOOTHED = tuple(
    (*LINE_FEATURES, *PAGE_FEATURES).index(name)
    for name in (
        "words (log)",
        "words over 12",
        "ends a sentence",
        "prose (words of a line that ends a sentence, log)",
        "share of capitalised words",
        "share of stop words",
        "share of chrome words",
        "saying verb",
        "notice wording",
        "stands elsewhere on the page",
        "words shared with the prose",
        "rare words shared with the prose",
    )
)
_PLACES = (
    "prose before, share of the page's",
    "prose after, share of the page's",
    "prose within 5, share of the page's most",
    "prose within 15, share of the page's most",
    "lines from the densest prose (log)",
    "after the densest prose",
    "lines of the page (log)",
    "prose lines of the page (log)",
    "share of the page's lines that are prose",
    "place on the page",
    "lines from the top (log)",
    "lines from the end (log)",
    "lines below a heading of links (log)",
    "heading of links among the lines above, share",
)


def _own_features(blocks: Sequence[Block]) -> Matrix:
    lines = np.array([_describe(block.text) for block in blocks], dtype=np.float32)
    columns = [
        [min(block.blank_before, 3) / 3 for block in blocks],
        [*(min(block.blank_before, 3) / 3 for block in blocks[1:]), 1.0],
        [min(block.indent, 8) / 8 for block in blocks],
        *_duplicates(blocks),
        *_cohesion(blocks, lines),
    ]
    return np.hstack([lines, np.array(columns, dtype=np.float32).T])


def _duplicates(blocks: Sequence[Block]) -> tuple[list[float], list[float]]:
    """Return whether each block stands elsewhere on the page, and whether another begins alike."""
    whole = Counter(block.text for block in blocks)
    opening = Counter(block.text[:_OPENING] for block in blocks)
    return (
        [float(whole[block.text] > 1) for block in blocks],
        [float(opening[block.text[:_OPENING]] > 1) for block in blocks],
    )


def _cohesion(blocks: Sequence[Block], lines: Matrix) -> tuple[list[float], list[float]]:
    """Return how many of a block's longer words the page's prose has elsewhere: all, and the rare ones."""
    words = [_long_words(block.text) for block in blocks]
    prose = (lines[:, _PROSE] > 0) & (lines[:, _OVER_12] > 0)
    counts: Counter[str] = Counter()
    for index in np.flatnonzero(prose).tolist():
        counts.update(words[index])
    shared: list[float] = []
    rare: list[float] = []
    for index, each in enumerate(words):
        own = 1 if prose[index] else 0
        elsewhere = [counts[word] - own for word in each]
        size = max(4, len(each))
        shared.append(sum(count > 0 for count in elsewhere) / size)
        rare.append(sum(count > 2 for count in elsewhere) / size)
    return shared, rare


@lru_cache(maxsize=1 << 16)
def _long_words(text: str) -> frozenset[str]:
    if _UNSPACED.search(text):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(
        word.lower() for word in _WORD.findall(text) if len(word) > 4 or word[0].isupper()
    )


def _neighbours(own: Matrix) -> list[Matrix]:
    count, width = own.shape
    found: list[Matrix] = []
    for shift in _SHIFTS:
        moved = np.zeros((count, width + 1), dtype=np.float32)
        moved[:, -1] = 1.0
        kept = slice(max(0, -shift), count - max(0, shift))
        taken = slice(max(0, shift), count - max(0, -shift))
        if count > abs(shift):
            moved[kept, :-1] = own[taken]
            moved[kept, -1] = 0.0
        found.append(moved)
    return found


def _within(values: Matrix, radius: int) -> Matrix:
    """Return for each row the mean of the rows at most `radius` away, outside rows as zeros."""
    count = len(values)
    sums = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0, dtype=np.float64)])
    at = np.arange(count)
    high = np.minimum(count, at + radius + 1)
    low = np.maximum(0, at - radius)
    return np.asarray((sums[high] - sums[low]) / (2 * radius + 1), dtype=np.float32)


def _below_heads(heads: Matrix) -> tuple[Matrix, Matrix]:
    """Return how far below the last heading of links each block stands, and how many are above it."""
    at = np.arange(len(heads))
    last = np.maximum.accumulate(np.where(heads > 0, at, -len(heads)))
    share = np.cumsum(heads) / max(1.0, float(heads.sum()))
    return np.log1p(np.minimum(at - last, 30)).astype(np.float32), share.astype(np.float32)


def _places(own: Matrix) -> Matrix:
    count = len(own)
    prose = np.expm1(own[:, _PROSE]) * own[:, _OVER_12]
    total = max(1.0, float(prose.sum()))
    before = np.cumsum(prose) - prose
    near = _within(prose[:, None], 5)[:, 0]
    wide = _within(prose[:, None], 15)[:, 0]
    at = np.arange(count)
    densest = int(np.argmax(wide + near))
    places = np.stack(
        [
            before / total,
            (total - before - prose) / total,
            near / max(1e-6, float(near.max())),
            wide / max(1e-6, float(wide.max())),
            np.log1p(np.abs(at - densest)),
            (at > densest).astype(np.float32),
            np.full(count, np.log1p(count)),
            np.full(count, np.log1p(float((prose > 0).sum()))),
            np.full(count, float((prose > 0).mean())),
            at / count,
            np.log1p(at),
            np.log1p(count - 1 - at),
            *_below_heads(own[:, _HEADS_LINKS]),
        ],
        axis=1,
    )
    smoothed = [_within(own[:, _SMOOTHED], radius) for radius in _RADII]
    return np.hstack([*smoothed, places]).astype(np.float32)
