"""A capture cut into pieces: what is article and what is page around it, whose words they are.

The text is printed once, as it came; every piece carries the fields it proves and the account
whose words it shares, so that the page can fade, tint and point without a second copy.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import AccountId, Alignment, Article, ArticleId, Span
from .palette import Sign
from .register import Register

# Between two shared runs lie at least the marks and spaces that belong to no word; a longer gap
# is a word that is not shared.
_JOINED_GAP = 3


@dataclass(frozen=True, slots=True)
class CapturePiece:
    """A stretch of the capture with one look; `anchors` are the fields that begin here."""

    text: str
    anchors: tuple[str, ...]
    fields: str
    sign: Sign | None
    opens: bool
    chrome: bool


@dataclass(frozen=True, slots=True)
class CaptureBlock:
    """A paragraph of the article as it stands in the capture, or (no anchor) what lies between two."""

    anchor: str | None
    pieces: tuple[CapturePiece, ...]


def tints_of(
    alignments: Iterable[Alignment], account_of: Mapping[ArticleId, AccountId]
) -> dict[ArticleId, dict[AccountId, tuple[Span, ...]]]:
    """Return the spans that each article shares with each account: narrated words, in its own also quoted.

    Quoted words that stand in another account are no borrowing from it, so they are not tinted.
    """
    spans: dict[ArticleId, dict[AccountId, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for alignment in alignments:
        left, right = account_of.get(alignment.left), account_of.get(alignment.right)
        if left is None or right is None:
            continue
        for passage in alignment.passages:
            if passage.kind == "narrative" or (passage.kind == "quoted" and left == right):
                spans[alignment.left][right].append(passage.left)
                spans[alignment.right][left].append(passage.right)
    return {
        article: {account: _merged(found) for account, found in by_account.items()}
        for article, by_account in spans.items()
    }


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for begin, end in sorted(spans):
        if merged and begin - merged[-1].end <= _JOINED_GAP:
            merged[-1] = Span(merged[-1].begin, max(end, merged[-1].end))
        elif end > begin:
            merged.append(Span(begin, end))
    return tuple(merged)


def cut_capture(
    article: Article,
    tints: Mapping[AccountId, Sequence[Span]],
    register: Register,
    anchor: str,
) -> tuple[CaptureBlock, ...]:
    """Return the capture of an article in blocks and pieces, together its whole text."""
    text = article.capture.text
    fields = _field_spans(article)
    painted = _painted(article, tints, register)
    blocks = []
    for begin, end, number in _block_spans(article):
        block = f"{anchor}-p{number}" if number else None
        pieces = _pieces(text, begin, end, fields, painted, anchor, body=bool(number))
        if pieces:
            blocks.append(CaptureBlock(block, pieces))
    return tuple(blocks)


def _block_spans(article: Article) -> list[tuple[int, int, int]]:
    """Return the capture's text in stretches: paragraphs by number from 1, and 0 for the rest."""
    blocks, cursor, length = [], 0, len(article.capture.text)
    for number, paragraph in enumerate(article.paragraphs, start=1):
        begin, end = max(paragraph.begin, cursor), min(paragraph.end, length)
        if begin >= end:
            continue
        blocks += [(cursor, begin, 0), (begin, end, number)]
        cursor = end
    blocks.append((cursor, length, 0))
    return [block for block in blocks if block[0] < block[1]]


def _field_spans(article: Article) -> list[tuple[Span, str, str]]:
    """Return the spans that prove fields, with the field and, for the first span of each, its anchor."""
    found: list[tuple[Span, str, str]] = []
    for evidence in article.evidence:
        if evidence.field == "paragraphs":
            continue
        for number, span in enumerate(evidence.spans):
            found.append((span, evidence.field, evidence.field if number == 0 else ""))
    proven = {evidence.field for evidence in article.evidence}
    if "subheadings" not in proven:
        for number, heading in enumerate(article.subheadings):
            span = Span(heading.begin, heading.end)
            found.append((span, "subheadings", "subheadings" if number == 0 else ""))
    return found


def _painted(
    article: Article, tints: Mapping[AccountId, Sequence[Span]], register: Register
) -> list[tuple[Span, Sign]]:
    """Return disjoint tinted spans: the article's own account first, the others where it is not."""
    own = register.account_of.get(article.id)
    order = sorted(tints, key=lambda each: (each != own, -sum(e - b for b, e in tints[each]), each))
    painted: list[tuple[Span, Sign]] = []
    for account in order:
        if account not in register.signs:
            continue
        taken = [span for span, _ in painted]
        for span in (_with_marks(span, article.capture.text) for span in tints[account]):
            painted += [(free, register.signs[account]) for free in _free(span, taken)]
        painted.sort(key=lambda each: each[0])
    return painted


def _with_marks(span: Span, text: str) -> Span:
    """Widen a span of words by the marks that stand at them, so that a tint opens before the mark."""
    begin, end = span
    while begin > 0 and not (text[begin - 1].isalnum() or text[begin - 1].isspace()):
        begin -= 1
    while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
        end += 1
    return Span(begin, end)


def _free(span: Span, taken: Sequence[Span]) -> list[Span]:
    """Return the parts of a span that none of the (sorted, disjoint) taken ones covers."""
    parts, cursor = [], span.begin
    for begin, end in taken:
        if end <= cursor or begin >= span.end:
            continue
        if begin > cursor:
            parts.append(Span(cursor, begin))
        cursor = max(cursor, end)
    if cursor < span.end:
        parts.append(Span(cursor, span.end))
    return parts


def _pieces(
    text: str,
    begin: int,
    end: int,
    fields: Sequence[tuple[Span, str, str]],
    painted: Sequence[tuple[Span, Sign]],
    anchor: str,
    *,
    body: bool,
) -> tuple[CapturePiece, ...]:
    here = [each for each in fields if each[0].begin < end and each[0].end > begin]
    starts = [span.begin for span, _ in painted]
    first = max(bisect_right(starts, begin) - 1, 0)
    tinted = [each for each in painted[first : bisect_right(starts, end)] if each[0].end > begin]
    cuts = {begin, end}
    for span in (*(each[0] for each in here), *(each[0] for each in tinted)):
        cuts |= {max(span.begin, begin), min(span.end, end)}
    ordered = sorted(cut for cut in cuts if begin <= cut <= end)
    pieces: list[CapturePiece] = []
    before: Span | None = None
    for start, stop in pairwise(ordered):
        covering = [each for each in here if each[0].begin <= start and each[0].end >= stop]
        under = None
        if not text[start:stop].isspace():  # a blank line that two shared paragraphs enclose
            under = next((each for each in tinted if each[0].begin <= start < each[0].end), None)
        pieces.append(
            CapturePiece(
                text=text[start:stop],
                anchors=tuple(
                    f"{anchor}-{name}" for span, _, name in covering if name and span.begin == start
                ),
                fields=" ".join(dict.fromkeys(f"f-{field}" for _, field, _ in covering)),
                sign=under[1] if under else None,
                opens=under is not None and under[0] != before,
                chrome=not body and not covering,
            )
        )
        before = under[0] if under else None
    return tuple(pieces)
