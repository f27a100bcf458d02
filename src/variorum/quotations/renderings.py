"""The renderings of one utterance: one for each wording of each account, compared with the fullest."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..collation import fold_reading
from ..model import (
    AccountId,
    ArticleId,
    CarriedRendering,
    Change,
    Marks,
    Quotation,
    Rendering,
    Span,
)
from .changes import changes_between, differ_throughout, headline_changes
from .grading import grade
from .likeness import holds, wording_of
from .names import same_person

# Parts of fewer words are phrases that a reporter picks, not utterances.
_SHORTEST_PART = 4
_SEAM = 2
_SETTING = ".,;:—–- \"“”'’"
_QUOTES = ' "“”'


@dataclass(frozen=True, slots=True)
class Given:
    """A quotation as one article of one account gives it; its stretches where a cue divides it."""

    quotation: Quotation
    spans: tuple[Span, ...]
    account: AccountId | None


def renderings_of(
    given: Sequence[Given], speaker: str | None
) -> tuple[tuple[Rendering, ...], tuple[str, ...]]:
    """Return the renderings, the fullest first, and what is to be said of them all."""
    wordings: dict[tuple[str | None, str, bool], list[Given]] = {}
    for each in given:
        key = (each.account, _folded(each.quotation.text), each.quotation.in_headline)
        wordings.setdefault(key, []).append(each)
    ordered = sorted(wordings.values(), key=_rank)
    fullest = ordered[0][0].quotation.text.strip(_SETTING)
    renderings = [_rendering(group, fullest, speaker, given) for group in ordered]
    return tuple(renderings), _notes(fullest, renderings)


def _folded(text: str) -> str:
    return fold_reading(text.strip(_SETTING))


def _rank(group: Sequence[Given]) -> tuple[bool, int, bool, int, str, str]:
    """Order wordings: body first, the fullest, what most articles carry, marks kept."""
    quotation = group[0].quotation
    wording = wording_of(quotation.text)
    return (
        quotation.in_headline,
        -sum(wording.weighty.values()) - len(wording.words),
        quotation.kind != "direct",
        -len({each.quotation.article for each in group}),
        _folded(quotation.text),
        group[0].account or "",
    )


def _rendering(
    group: Sequence[Given], fullest: str, speaker: str | None, given: Sequence[Given]
) -> Rendering:
    quotations = [each.quotation for each in group]
    # The best kept text stands for the wording: with its marks, and not in capitals.
    best = min(quotations, key=lambda each: (each.marks != "ok", each.article, each.begin))
    text = best.text.strip(' "“”').rstrip(",;:—– ")
    compare = headline_changes if best.in_headline else changes_between
    changes = compare(fullest, best.text.strip(_QUOTES))
    marks: Marks = next((each.marks for each in quotations if each.marks != "ok"), "ok")
    articles = tuple(sorted({each.article for each in quotations}))
    headline = best.in_headline
    return Rendering(
        text,
        articles,
        group[0].account,
        marks,
        tuple(span for each in group for span in each.spans),
        (*changes, *_attributed(quotations, speaker), *_spliced(best, given)),
        headline,
        headline and not _is_borne(best, given),
        tuple(sorted({each.article for each in quotations if each.marks != "ok"})),
        _carried(group),
    )


def _carried(group: Sequence[Given]) -> tuple[CarriedRendering, ...]:
    spans: dict[ArticleId, list[Span]] = {}
    for each in group:
        spans.setdefault(each.quotation.article, []).extend(each.spans)
    return tuple(
        CarriedRendering(article, tuple(sorted(held))) for article, held in sorted(spans.items())
    )


def _attributed(quotations: Sequence[Quotation], speaker: str | None) -> tuple[Change, ...]:
    """Return the change of speaker, if the articles of a wording all give it to somebody else."""
    names = {each.speaker.name for each in quotations if each.speaker and each.speaker.name}
    if not all(_is_named(each) for each in quotations):
        return ()
    if speaker is None or not names or any(same_person(name, speaker) for name in names):
        return ()
    other = min(names)
    return (Change("attribution", speaker, other, *grade("attribution", speaker, other)),)


def _is_named(quotation: Quotation) -> bool:
    """Whether a cue with the speaker's own name governs the words.

    A pronoun, a role or a name taken from the words around is too weak to charge a page with.
    """
    speaker = quotation.speaker
    if quotation.kind != "direct" or quotation.cue is None or speaker is None:
        return False
    return (
        speaker.name is not None
        and " " in speaker.name
        and (speaker.name.split()[-1].lower() in speaker.text.lower())
    )


def _spliced(quotation: Quotation, given: Sequence[Given]) -> tuple[Change, ...]:
    """Return the splice, if what only this article gives in one run another gives as two quotations."""
    words = wording_of(quotation.text).words
    others = [
        each.quotation
        for each in given
        if each.quotation.article != quotation.article and each.quotation.kind == "direct"
    ]
    parts: dict[ArticleId, list[tuple[int, int, Quotation]]] = {}
    for other in others:
        inner = wording_of(other.text).words
        if _SHORTEST_PART <= len(inner) < len(words) and holds(words, inner):
            at = next(i for i in range(len(words)) if words[i : i + len(inner)] == inner)
            parts.setdefault(other.article, []).append((at, at + len(inner), other))
    for apart in parts.values():
        for (_, end, first), (begin, _, second) in pairwise(sorted(apart, key=lambda e: e[:2])):
            seam = words[end - _SEAM : end] + words[begin : begin + _SEAM]
            if end <= begin <= end + 1 and not any(
                holds(wording_of(each.text).words, seam) for each in others
            ):
                return (
                    Change("splice", "", second.text, *grade("splice", first.text, second.text)),
                )
    return ()


def _is_borne(headline: Quotation, given: Sequence[Given]) -> bool:
    """Whether a quotation in the body of the same article has the words of its headline."""
    words = wording_of(headline.text).words
    return any(
        each.quotation.article == headline.article
        and not each.quotation.in_headline
        and holds(wording_of(each.quotation.text).words, words)
        for each in given
    )


def _notes(fullest: str, renderings: Sequence[Rendering]) -> tuple[str, ...]:
    body = [each for each in renderings[1:] if not each.in_headline]
    apart = [
        each
        for each in body
        if not any(change.kind == "truncation" for change in each.changes)
        and differ_throughout(fullest, each.text)
    ]
    if apart:
        return ("renderings differ throughout: perhaps each is a translation of its own",)
    return ()
