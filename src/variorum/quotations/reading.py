"""One paragraph read for quotations: its stretches in their sentences, its cues and what they govern."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import QuotedSpan
from .clauses import Clause, clauses, signed
from .cues import find_cues
from .masking import Masked, Word, is_cover, mask
from .stretches import Stretch

_MARKS = frozenset("\"“”„«»‘’'`.,?!…—–-()") | {"''", "``", "’’", "‘‘"}
_PARTS = _MARKS | {":", ","}
# The longest sentence of the 924 labelled articles has 221 words and marks. A longer run is a list
# or no prose, and to weigh every cue in it against every other takes time that grows with its
# square.
_LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A covered paragraph, the clauses of each sentence, and its quoted stretches."""

    masked: Masked
    clauses: tuple[tuple[Clause, ...], ...]
    stretches: tuple[Stretch, ...]


def read_paragraph(text: str, following: str | None, *, headline: bool = False) -> ReadParagraph:
    """Cover the quotations of a paragraph and find what its cues govern."""
    masked = mask(text, following)
    held = _by_sentence(masked)
    governed = tuple(
        clauses(words, find_cues(words, quoted=bool(spans))) or (signed(words) if spans else ())
        if len(words) <= _LONGEST_SENTENCE and not masked.dashed
        else ()
        for words, spans in zip(masked.sentences, held, strict=True)
    )
    stretches = tuple(
        stretch
        for number, spans in enumerate(held)
        if spans
        for stretch in _stretches(
            number, masked.sentences[number], spans, governed[number], headline
        )
    )
    return ReadParagraph(masked, governed, stretches)


def _by_sentence(masked: Masked) -> list[list[QuotedSpan]]:
    """Return the stretches that begin in each sentence."""
    held: list[list[QuotedSpan]] = [[] for _ in masked.sentences]
    begins = [words[0].begin for words in masked.sentences]
    for span in masked.stretches:
        at = bisect_right(begins, span.begin) - 1
        if at >= 0:
            held[at].append(span)
    return held


def _stretches(
    number: int,
    words: Sequence[Word],
    spans: Sequence[QuotedSpan],
    governed: Sequence[Clause],
    headline: bool,
) -> list[Stretch]:
    alone = _is_alone(words)
    ends = [word.end for word in words]
    found: list[Stretch] = []
    for span in spans:
        place = min(bisect_right(ends, span.begin), len(words) - 1)
        clause = _governing(words, place, governed)
        found.append(Stretch(span, number, place, clause, alone, headline))
    return found


def _governing(words: Sequence[Word], place: int, governed: Sequence[Clause]) -> Clause | None:
    """Return the clause in whose content a word stands; of several the surest near one."""
    around = [
        clause for clause in governed if any(begin <= place < end for begin, end in clause.content)
    ]
    if around:
        # The innermost: the last cue before the words, or the first behind them.
        behind = [clause for clause in around if clause.cue[0] < place]
        return behind[-1] if behind else around[0]
    return None


def _is_alone(words: Sequence[Word]) -> bool:
    """Whether a sentence is nothing but quoted."""
    return all(is_cover(word) or word.low in _MARKS for word in words)


def is_bare(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a range of words is quoted stretches and marks alone: direct speech."""
    return all(word.low in _PARTS or is_cover(word) for word in words[begin:end])
