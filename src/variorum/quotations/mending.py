"""Quotations whose opening or closing mark is lost, given the words that intact copies show to be theirs.

Where a mark is lost the words are still there: only where they begin or end is a guess. Another
article that has both marks and the same words tells.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import AccountId, Article, ArticleId, Paragraph, Quotation
from ..text import Token, folded_words, tokenise

# So many words at the end that kept its mark must agree (a definition, not a measurement).
_ANCHOR = 3
Words = tuple[str, ...]
Intact = Mapping[Words, set[tuple[Words, AccountId | None]]]


def mended(
    articles: Sequence[Article],
    account_of: Mapping[ArticleId, AccountId],
    quotations: Sequence[Quotation],
) -> list[Quotation]:
    """Return the quotations, those with a lost mark widened or narrowed to what intact ones show.

    A copy of the same account is believed in either direction; another account, which may have
    quoted a part, only where it has more.
    """
    if all(each.marks not in ("unopened", "unclosed") for each in quotations):
        return list(quotations)
    opened, closed = _intact(quotations, account_of)
    paragraphs = {each.id: each.paragraphs for each in articles}
    return [
        _mended(each, closed if each.marks == "unopened" else opened, paragraphs, account_of)
        if each.marks in ("unopened", "unclosed")
        else each
        for each in quotations
    ]


def _intact(
    quotations: Iterable[Quotation], account_of: Mapping[ArticleId, AccountId]
) -> tuple[Intact, Intact]:
    """Return the wordings between whole marks by their first words, and by their last."""
    opened: dict[Words, set[tuple[Words, AccountId | None]]] = {}
    closed: dict[Words, set[tuple[Words, AccountId | None]]] = {}
    for each in quotations:
        words = tuple(folded_words(each.text))
        if each.marks != "ok" or each.in_headline or len(words) < _ANCHOR:
            continue
        held = (words, account_of.get(each.article))
        opened.setdefault(words[:_ANCHOR], set()).add(held)
        closed.setdefault(words[-_ANCHOR:], set()).add(held)
    return opened, closed


@dataclass(frozen=True, slots=True)
class _Place:
    """The words of the paragraph in which a quotation stands, and which of them are its own."""

    paragraph: Paragraph
    tokens: tuple[Token, ...]
    first: int
    last: int


def _mended(
    quotation: Quotation,
    intact: Intact,
    paragraphs: Mapping[ArticleId, Sequence[Paragraph]],
    account_of: Mapping[ArticleId, AccountId],
) -> Quotation:
    place = _place(quotation, paragraphs.get(quotation.article, ()))
    if place is None or place.last - place.first < _ANCHOR:
        return quotation
    own = tuple(token.norm for token in place.tokens)
    lost_opening = quotation.marks == "unopened"
    anchor = (
        own[place.last - _ANCHOR : place.last]
        if lost_opening
        else own[place.first : place.first + _ANCHOR]
    )
    best: tuple[bool, int] | None = None
    for words, account in intact.get(anchor, ()):
        first = place.last - len(words) if lost_opening else place.first
        kin = account is not None and account == account_of.get(quotation.article)
        longer = len(words) > place.last - place.first
        if first < 0 or own[first : first + len(words)] != words or not (kin or longer):
            continue
        best = max(best or (False, 0), (kin, len(words)))
    return quotation if best is None else _resized(quotation, place, best[1])


def _place(quotation: Quotation, paragraphs: Iterable[Paragraph]) -> _Place | None:
    for paragraph in paragraphs:
        if paragraph.begin <= quotation.begin and quotation.end <= paragraph.end:
            tokens = tokenise(paragraph.text)
            spans = [paragraph.span(token.begin, token.end) for token in tokens]
            inside = [
                at
                for at, span in enumerate(spans)
                if quotation.begin <= span.begin and span.end <= quotation.end
            ]
            return _Place(paragraph, tokens, inside[0], inside[-1] + 1) if inside else None
    return None


def _resized(quotation: Quotation, place: _Place, length: int) -> Quotation:
    """Return the quotation with so many words, the end that kept its mark held."""
    paragraph = place.paragraph
    if quotation.marks == "unopened":
        low = place.tokens[place.last - length].begin
        high = place.tokens[place.last - 1].end
        text = paragraph.text[low:high] + quotation.text[tokenise(quotation.text)[-1].end :]
        return replace(quotation, text=text, begin=paragraph.span(low, high).begin)
    low = place.tokens[place.first].begin
    high = place.tokens[place.first + length - 1].end
    while high < len(paragraph.text) and paragraph.text[high] in ".?!…":
        high += 1
    return replace(quotation, text=paragraph.text[low:high], end=paragraph.span(low, high).end)
