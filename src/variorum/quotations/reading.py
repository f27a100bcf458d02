"""One paragraph read for quotations: its stretches in their sentences, its cues and what they govern."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..text import QuotedSpan
from .clauses import Clause, clauses
from .cues import find_cues
from .masking import Masked, Word, is_cover, mask
from .stretches import Stretch

_MARKS = frozenset("\"“”„«»‘’'`.,?!…—–-()")


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A covered paragraph, the clauses of each sentence, and its quoted stretches."""

    masked: Masked
    clauses: tuple[tuple[Clause, ...], ...]
    stretches: tuple[Stretch, ...]


def read_paragraph(text: str, following: str | None, *, headline: bool = False) -> ReadParagraph:
    """Cover the quotations of a paragraph and find what its cues govern."""
    masked = mask(text, following)
    governed = tuple(
        clauses(words, find_cues(words, quoted=_holds_stretch(masked, words)))
        for words in masked.sentences
    )
    stretches = tuple(
        stretch
        for number, words in enumerate(masked.sentences)
        for stretch in _stretches(masked, number, words, governed[number], headline)
    )
    return ReadParagraph(masked, governed, stretches)


def _holds_stretch(masked: Masked, words: Sequence[Word]) -> bool:
    begin, end = words[0].begin, words[-1].end
    return any(begin <= span.begin < end for span in masked.stretches)


def _stretches(
    masked: Masked,
    number: int,
    words: Sequence[Word],
    governed: Sequence[Clause],
    headline: bool,
) -> list[Stretch]:
    found: list[Stretch] = []
    if not masked.stretches or not words:
        return found
    for span in masked.stretches:
        if not words[0].begin <= span.begin < words[-1].end:
            continue
        place = next((at for at, word in enumerate(words) if word.end > span.begin), 0)
        clause = _governing(words, place, governed)
        found.append(Stretch(span, number, place, clause, _is_alone(words), headline))
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


def covers(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a range of words holds a quoted stretch."""
    return any(is_cover(word) for word in words[begin:end])


def is_bare(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a range of words is quoted stretches and marks alone: direct speech."""
    return all(is_cover(word) or word.low in _MARKS | {":", ","} for word in words[begin:end])


def span_text(masked: Masked, span: QuotedSpan) -> str:
    """Return the words of a stretch."""
    return masked.text[span.begin : span.end]
