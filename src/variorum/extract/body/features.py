"""Features of the lines of a page, by which prose of the article is told from everything else.

All lines of a page are described at once, by operations on arrays of its letters and words: a
page costs a millisecond, a fifth of what patterns matched line by line cost.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .cohesion import shared_words
from .letters import BULLETS, CLOSING, STOPPING, Letter, any_of
from .lexicon import Mark
from .places import PLACES, RADII, SHIFTS, place_matrix
from .tally import Tally, tally_of
from .words import Flags, PageWords, Places, words_of_page
from .wrapping import Block

Matrix = NDArray[np.float32]
Columns = dict[str, NDArray[Any]]

# Two lines that begin with this many letters alike are a teaser and its longer self.
_OPENING = 24
_SHORT, _LONG, _VERY_LONG = 8, 12, 30
# Headings of links are not longer than this.
_HEADING_WORDS, _HEADING_LETTERS = 12, 70
# A sentence may end in so many marks: a stop within marks within brackets.
_MOST_CLOSERS = 3
_OPEN = any_of(Letter.COMMA, Letter.SEMICOLON, Letter.DASH)
_NUMBERING = any_of(Letter.PERIOD, Letter.CLOSING)
_LEADING = BULLETS | any_of(Letter.SPACE)
_QUOTING = any_of(Letter.QUOTE, Letter.APOSTROPHE)
_FULL_STOP = any_of(Letter.PERIOD, Letter.WIDE_PERIOD, Letter.ASKING)
_CLOSING_MARK = CLOSING & ~any_of(Letter.SPACE)
_OPENER = any_of(Letter.QUOTE, Letter.APOSTROPHE, Letter.BRACKET)
_OPENS_SENTENCE = any_of(Letter.UPPER, Letter.DIGIT, Letter.LETTER)

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

# These were found after the markup's model had been trained on the others; text alone has them too.
TEXT_FEATURES = (
    "begins as headings of links do",
    "begins as captions do",
    "ends in a bracket",
    "ends in the name of an agency",
    "has a stroke near its end",
    "asks",
    "tells of the author",
    "names who reported",
    "invites to subscribe",
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
OWN_FEATURES = (*LINE_FEATURES, *PAGE_FEATURES)
COLUMN = {name: column for column, name in enumerate(OWN_FEATURES)}

_SMOOTHED = (
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
_SMOOTHED_COLUMNS = [COLUMN[name] for name in _SMOOTHED]
# These tell how a page was rendered: which share of its lines is prose, stands apart, breaks off.
_OF_PAGE = (
    "words (log)",
    "ends a sentence",
    "blank lines before",
    "begins in lower case",
    "indent",
    "sentences (log)",
    "words over 30",
)
_PAGE_COLUMNS = [COLUMN[name] for name in _OF_PAGE]
_TEXT_SHIFTS = (-1, 1)
_NEAR_END = 30


def feature_names() -> tuple[str, ...]:
    """Return the names of the columns of `page_matrix`."""
    shifted = [
        f"{name}, {shift:+d}" for shift in SHIFTS for name in (*OWN_FEATURES, "outside the page")
    ]
    smoothed = [f"{name}, mean within {radius}" for radius in RADII for name in _SMOOTHED]
    return (*OWN_FEATURES, *shifted, *smoothed, *PLACES)


def text_feature_names() -> tuple[str, ...]:
    """Return the names of the columns of `text_matrix`."""
    shifted = [f"{name}, {shift:+d}" for shift in _TEXT_SHIFTS for name in TEXT_FEATURES]
    whole = [f"{name}, mean of the page" for name in _OF_PAGE]
    return (*feature_names(), *TEXT_FEATURES, *shifted, *whole)


def words_of_blocks(blocks: Sequence[Block]) -> PageWords:
    """Return the words of the blocks of a page."""
    return words_of_page([block.text for block in blocks])


def page_matrix(blocks: Sequence[Block], words: PageWords | None = None) -> Matrix:
    """Return a row for each block: its own features, its neighbours', and its place on the page.

    `words` are those of the blocks, where they are known.
    """
    return _page_matrix(_described(blocks, words), 0)


def text_matrix(blocks: Sequence[Block], words: PageWords | None = None) -> Matrix:
    """Return the rows of `page_matrix` with the features that only the model of text alone has."""
    columns = _described(blocks, words)
    width, wide = len(TEXT_FEATURES), len(feature_names())
    rows = _page_matrix(columns, len(text_feature_names()) - wide)
    more = _assembled(columns, TEXT_FEATURES)
    rows[:, wide : wide + width] = more
    rows[1:, wide + width : wide + 2 * width] = more[:-1]
    rows[:-1, wide + 2 * width : wide + 3 * width] = more[1:]
    rows[:, wide + 3 * width :] = rows[:, _PAGE_COLUMNS].mean(axis=0)
    return rows


def own_matrix(blocks: Sequence[Block]) -> Matrix:
    """Return the features that each block has by itself, in the order of OWN_FEATURES."""
    return _assembled(_described(blocks), OWN_FEATURES)


def _page_matrix(columns: Columns, room: int) -> Matrix:
    """Return the rows of `page_matrix` with so many columns of noughts behind them."""
    own = _assembled(columns, OWN_FEATURES)
    prose = np.expm1(own[:, COLUMN["prose (words of a line that ends a sentence, log)"]])
    prose *= own[:, COLUMN["words over 12"]]
    heads = own[:, COLUMN["heads a list of links"]]
    return place_matrix(own, own[:, _SMOOTHED_COLUMNS], prose, heads, room)


def _assembled(columns: Columns, names: Sequence[str]) -> Matrix:
    found = np.empty((len(names), len(columns[names[0]])), dtype=np.float32)
    for column, name in enumerate(names):
        found[column] = columns[name]
    return found.T


def _described(blocks: Sequence[Block], words: PageWords | None = None) -> Columns:
    """Return what each block is by itself, by the names of the features."""
    words = words or words_of_blocks(blocks)
    tally = tally_of(words)
    columns = _lengths(tally) | _endings(words, tally) | _beginnings(words)
    columns |= _wordings(tally, columns["ends a sentence"]) | _telling_marks(tally)
    return columns | _page_features(blocks, words, columns)


def _lengths(tally: Tally) -> Columns:
    letters, several = tally.letters, tally.several
    quotes = letters[:, Letter.QUOTE] + letters[:, Letter.GUILLEMET]
    parting = letters[:, Letter.SEPARATOR] + letters[:, Letter.GUILLEMET] + letters[:, Letter.SLASH]
    capitals = tally.marks[:, Mark.CAPITALISED] - tally.opening[:, Mark.CAPITALISED]
    return {
        "words (log)": np.log1p(tally.length),
        "words over 12": tally.length >= _LONG,
        "words over 30": tally.length >= _VERY_LONG,
        "letters a word": tally.size / several / 10,
        "commas a word": letters[:, Letter.COMMA] / several,
        "quotation marks": np.minimum(4, quotes) / 4,
        "share of capitalised words": capitals / several,
        "share of words in capitals": tally.marks[:, Mark.SHOUTED] / several,
        "share of digits": letters[:, Letter.DIGIT] / tally.size,
        "separators": np.minimum(4, parting) / 4,
        "unspaced script": letters[:, Letter.UNSPACED] / tally.size,
        "brackets": letters[:, Letter.BRACKET] > 0,
        "exclamation or question": letters[:, Letter.ASKING] > 0,
    }


def _endings(words: PageWords, tally: Tally) -> Columns:
    """Return how the blocks end, and how many sentences end within them."""
    classes = words.letters.classes
    at = words.last - 1
    for _ in range(_MOST_CLOSERS):
        at = at - (CLOSING[classes[at]] & (at > words.first))
    ending = classes[at]
    double = (ending == Letter.PERIOD) & (classes[at - 1] == Letter.PERIOD)
    ends = STOPPING[ending]
    return {
        "ends a sentence": ends,
        "ends in a bracket": classes[words.last - 1] == Letter.CLOSING,
        "has a stroke near its end": _strokes_near_end(words),
        "asks": ending == Letter.ASKING,
        "ends in a colon": ending == Letter.COLON,
        "ends in dots": (ending == Letter.DOTS) | double,
        "ends open": _OPEN[ending],
        "sentences (log)": np.log1p(_sentence_ends(words)),
        "prose (words of a line that ends a sentence, log)": np.log1p(tally.length) * ends,
    }


def _beginnings(words: PageWords) -> Columns:
    classes, first = words.letters.classes, words.first
    bulleted = BULLETS[classes[first]] & (classes[first + 1] == Letter.SPACE)
    digits = classes[first] == Letter.DIGIT
    number = first + 1 + (digits & (classes[first + 1] == Letter.DIGIT))
    numbered = digits & _NUMBERING[classes[number]] & (classes[number + 1] == Letter.SPACE)
    at = first
    for _ in range(_MOST_CLOSERS):
        at = at + _LEADING[classes[at]]
    opening = classes[at]
    return {
        "begins in lower case": opening == Letter.LOWER,
        "begins with a digit": opening == Letter.DIGIT,
        "begins with a quotation mark": _QUOTING[opening],
        "begins with a bullet": bulleted | numbered,
    }


def _sentence_ends(words: PageWords) -> Places:
    """Return how many sentences end within each block with another one behind them."""
    classes = words.letters.classes
    stops = np.flatnonzero(_FULL_STOP[classes])
    wide = classes[stops] == Letter.WIDE_PERIOD
    at = stops + 1
    for _ in range(2):
        at = at + _CLOSING_MARK[classes[at]]
    spaced = classes[at] == Letter.SPACE
    at = at + 1
    at = at + _OPENER[classes[at]]
    found = stops[wide | (spaced & _OPENS_SENTENCE[classes[at]])]
    block = np.searchsorted(words.first, found, side="right") - 1
    return np.bincount(block, minlength=len(words.first))


def _wordings(tally: Tally, ends: Flags) -> Columns:
    marks, several = tally.marks, tally.several
    shares = marks[:, [Mark.STOP, Mark.CHROME, Mark.YOU]] / several[:, None]
    borne = marks > 0
    opens = tally.opening > 0
    verbs = borne[:, Mark.VERB] | borne[:, Mark.PAST_FORM]
    heading = (tally.words <= _HEADING_WORDS) & (tally.size <= _HEADING_LETTERS)
    long = tally.length >= _SHORT
    return {
        "share of stop words": shares[:, 0],
        "share of chrome words": shares[:, 1],
        "chrome word in a short line": borne[:, Mark.CHROME] & (several <= _SHORT),
        "saying verb": borne[:, Mark.SAYING],
        "verb": verbs,
        "you or we, share": shares[:, 2],
        "date": borne[:, Mark.DAY],
        "date label": opens[:, Mark.DATE_LABEL],
        "clock": borne[:, Mark.CLOCK] | borne[:, Mark.AGO],
        "caption wording": borne[:, Mark.CAPTION] | borne[:, Mark.CREDIT],
        "byline wording": opens[:, Mark.BYLINE],
        "notice wording": borne[:, Mark.NOTICE] | (tally.letters[:, Letter.RIGHTS] > 0),
        "heads a list of links": opens[:, Mark.LINK_HEAD] & heading,
        "web address": borne[:, Mark.WEB] | (tally.letters[:, Letter.AT] > 0),
        "long without a verb": long & ~verbs,
        "names a day with its year in prose": borne[:, Mark.DAY] & ends & long,
        "tells a past deed": borne[:, Mark.PAST],
    }


def _telling_marks(tally: Tally) -> Columns:
    opens = tally.opening > 0
    return {
        "begins as headings of links do": opens[:, Mark.LINK_HEAD],
        "begins as captions do": opens[:, Mark.PICTURE] | opens[:, Mark.CAPTION],
        "ends in the name of an agency": tally.closing[:, Mark.HOUSE] > 0,
        "tells of the author": tally.marks[:, Mark.AUTHOR] > 0,
        "names who reported": tally.marks[:, Mark.REPORTED] > 0,
        "invites to subscribe": tally.marks[:, Mark.INVITATION] > 0,
    }


def _strokes_near_end(words: PageWords) -> Flags:
    """Return which blocks have a stroke near their ends, as credits of pictures have: "Fenn/Pool"."""
    found = np.zeros(len(words.first), dtype=bool)
    at = np.flatnonzero(words.letters.classes == Letter.SLASH)
    block = np.searchsorted(words.first, at, side="right") - 1
    found[block[words.last[block] - at <= _NEAR_END]] = True
    return found


def _page_features(blocks: Sequence[Block], words: PageWords, columns: Columns) -> Columns:
    """Return what a block is to the others of its page."""
    blanks = np.fromiter((block.blank_before for block in blocks), np.int64, len(blocks))
    indents = np.fromiter((block.indent for block in blocks), np.int64, len(blocks))
    opening = np.minimum(words.last, words.first + _OPENING)
    prose = np.asarray(columns["ends a sentence"] & columns["words over 12"])
    shared, rare = shared_words(words, prose)
    return {
        "blank lines before": np.minimum(blanks, 3) / 3,
        "blank lines after": np.minimum(np.append(blanks[1:], 3), 3) / 3,
        "indent": np.minimum(indents, 8) / 8,
        "stands elsewhere on the page": _repeated(words.hashes(words.first, words.last)),
        "begins like another line": _repeated(words.hashes(words.first, opening)),
        "words shared with the prose": shared,
        "rare words shared with the prose": rare,
    }


def _repeated(hashes: NDArray[np.uint64]) -> Flags:
    """Return which of `hashes` occur more than once."""
    ordered = np.argsort(hashes, kind="stable")
    alike = hashes[ordered][1:] == hashes[ordered][:-1]
    found = np.zeros(len(hashes), dtype=bool)
    found[ordered[1:][alike]] = True
    found[ordered[:-1][alike]] = True
    return found
