"""Omission or gap: whether a witness left words out, or lacks the whole passage."""

from collections.abc import Sequence

# A sentence of news prose has 8 to 40 words; a shorter stretch that is missing is an editor's cut
# inside a sentence and says what its exemplar read: less. Measured on the agency texts: 1 sentence
# in 12 has fewer than 8 words.
_SHORTEST_GAP = 8


def readings_of(
    rows: Sequence[Sequence[str | None]],
    paragraphs: Sequence[int],
    sentences: Sequence[int] | None = None,
) -> list[tuple[str | None, ...]]:
    """Return the readings of each column: the empty string for an omission, `None` for a gap.

    Where sentences are known, what a witness lacks of a sentence that it has is an omission, and
    any whole sentence a gap.
    """
    if sentences is None:
        filled = [_fill(row, paragraphs) for row in rows]
    else:
        filled = [_fill_sentences(row, sentences) for row in rows]
    return list(zip(*filled, strict=True))


def _fill_sentences(row: Sequence[str | None], sentences: Sequence[int]) -> list[str | None]:
    carried = {sentence for sentence, word in zip(sentences, row, strict=True) if word is not None}
    return [
        "" if word is None and sentence in carried else word
        for sentence, word in zip(sentences, row, strict=True)
    ]


def _fill(row: Sequence[str | None], paragraphs: Sequence[int]) -> list[str | None]:
    filled = list(row)
    at = 0
    while at < len(row):
        if row[at] is not None:
            at += 1
            continue
        end = at
        while end < len(row) and row[end] is None:
            end += 1
        if not _is_gap(at, end, paragraphs):
            filled[at:end] = [""] * (end - at)
        at = end
    return filled


def _is_gap(begin: int, end: int, paragraphs: Sequence[int]) -> bool:
    if end - begin >= _SHORTEST_GAP:
        return True
    opens = begin == 0 or paragraphs[begin - 1] != paragraphs[begin]
    closes = end == len(paragraphs) or paragraphs[end - 1] != paragraphs[end]
    return opens and closes
