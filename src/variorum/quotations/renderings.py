"""The renderings of one utterance: one for each wording of each account, compared with the fullest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..collation import fold_reading
from ..model import (
    ArticleId,
    CarriedRendering,
    Change,
    Marks,
    Quotation,
    Rendering,
    Span,
)
from .changes import changes_between, differ_throughout, headline_changes
from .given import Given
from .grading import grade
from .likeness import Wording, holds, longest_run, wording_of
from .names import same_person
from .splicing import Splice, Stretches, stretches_of

_SETTING = ".,;:—–- \"“”'’"
_QUOTES = ' "“”'
# A wording at least this long beside the longest is as full as that: a word or two more or less
# does not make one the fuller, and what most accounts give is likelier to have been said.
_AS_FULL = 0.85
# So near as a cue and its sentence.
_NEAR = 200
# A part of another wording that the fullest has for the better part is still compared with it.
_MOSTLY = 0.75
_ELSEWHERE = "a part of another rendering: the fullest lacks these words"
_THROUGHOUT = "differs throughout: perhaps a translation of its own"

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What else the articles of a story quote: the words of each body's quotations, and all stretches.

    `texts` are those of the articles' captures.
    """

    texts: Mapping[ArticleId, str]
    bodies: Mapping[ArticleId, Sequence[Words]]
    stretches: Stretches

    @classmethod
    def of(cls, given: Iterable[Given], texts: Mapping[ArticleId, str]) -> "Beside":
        """Return what stands beside each other in all quotations of a story."""
        bodies: dict[ArticleId, list[Words]] = {}
        told = list(given)
        for each in told:
            if not each.quotation.in_headline:
                words = wording_of(each.quotation.text).words
                bodies.setdefault(each.quotation.article, []).append(words)
        return cls(texts, bodies, stretches_of(told))


def renderings_of(
    given: Sequence[Given], speaker: str | None, beside: Beside
) -> tuple[tuple[Rendering, ...], tuple[str, ...]]:
    """Return the renderings, the fullest first, and what is to be said of them all."""
    wordings: dict[tuple[str | None, str, bool, str], list[Given]] = {}
    for each in given:
        quotation = each.quotation
        text = beside.texts.get(quotation.article, "")
        other = other_speaker(quotation, speaker, text)
        key = (each.account, _folded(quotation.text), quotation.in_headline, other or "")
        wordings.setdefault(key, []).append(each)
    ordered = _fullest_first(list(wordings.values()))
    fullest = ordered[0][0].quotation.text.strip(_SETTING)
    texts = list(dict.fromkeys(each[0].quotation.text for each in ordered))
    splices = [beside.stretches.find_splice(each[0]) for each in ordered]
    renderings = tuple(
        _spliced(
            _rendering(group, fullest, speaker, beside, texts),
            splice,
            ordered[0],
            splices[0],
        )
        for group, splice in zip(ordered, splices, strict=True)
    )
    apart = any(_THROUGHOUT in each.reasons for each in renderings)
    notes = ("renderings differ throughout: perhaps each is a translation of its own",)
    return renderings, notes if apart else ()


def _quotations(given: Sequence[Given]) -> list[Quotation]:
    return [each.quotation for each in given]


def _folded(text: str) -> str:
    return fold_reading(text.strip(_SETTING))


def _fullest_first(groups: Sequence[list[Given]]) -> list[list[Given]]:
    """Order wordings; of those that are as full as the longest, what most accounts give is first."""
    ordered = sorted(groups, key=_rank)
    longest = _length(ordered[0])
    full = [
        each
        for each in ordered
        if each[0].quotation.in_headline == ordered[0][0].quotation.in_headline
        and each[0].quotation.kind == ordered[0][0].quotation.kind
        and _length(each) >= _AS_FULL * longest
    ]
    carried: dict[str, tuple[set[str], set[str]]] = {}
    for each in full:
        accounts, articles = carried.setdefault(_words_of(each), (set(), set()))
        accounts.update(given.account or given.quotation.article for given in each)
        articles.update(given.quotation.article for given in each)
    counts = {words: (len(one), len(other)) for words, (one, other) in carried.items()}
    first = max(full, key=lambda each: counts[_words_of(each)])
    return [first, *(each for each in ordered if each is not first)]


def _words_of(group: Sequence[Given]) -> str:
    return " ".join(wording_of(group[0].quotation.text).words)


def _length(group: Sequence[Given]) -> int:
    return len(wording_of(group[0].quotation.text).words)


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
    group: Sequence[Given],
    fullest: str,
    speaker: str | None,
    beside: Beside,
    texts: Sequence[str],
) -> Rendering:
    quotations = _quotations(group)
    # The best kept text stands for the wording: with its marks, and not in capitals.
    best = min(quotations, key=lambda each: (each.marks != "ok", each.article, each.begin))
    text = best.text.strip(_QUOTES).rstrip(",;:—– ")
    changes, reasons = _compared(fullest, best, texts)
    marks: Marks = next((each.marks for each in quotations if each.marks != "ok"), "ok")
    headline = best.in_headline
    return Rendering(
        text,
        tuple(sorted({each.article for each in quotations})),
        group[0].account,
        marks,
        tuple(span for each in group for span in each.spans),
        (*changes, *attributed_to_another(best, speaker, beside.texts.get(best.article, ""))),
        headline,
        headline and not _is_borne(best, beside.bodies),
        tuple(sorted({each.article for each in quotations if each.marks != "ok"})),
        _carried(group),
        reasons,
    )


def _compared(
    fullest: str, quotation: Quotation, texts: Sequence[str]
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """Return what a quotation changes of the fullest wording, and what is to be said of it as a whole.

    `texts` are all wordings: a part that the fullest lacks may stand in another.
    """
    text = quotation.text.strip(_QUOTES)
    words = wording_of(text).words
    if _shared(fullest, words) < _MOSTLY and any(
        len(each) > len(text) and holds(wording_of(each).words, words) for each in texts
    ):
        return (), (_ELSEWHERE,)
    if quotation.in_headline:
        return headline_changes(fullest, text), ()
    if differ_throughout(fullest, text):
        figures = [each for each in changes_between(fullest, text) if each.kind == "figure"]
        return tuple(figures[:1]), (_THROUGHOUT,)
    return changes_between(fullest, text, piece=quotation.kind == "mixed"), ()


def _shared(fullest: str, words: Words) -> float:
    """Return the longest run of words that a wording has of the fullest, as a share."""
    begin, end = longest_run(wording_of(fullest), Wording(words))
    return (end - begin) / max(1, len(words))


def _carried(group: Sequence[Given]) -> tuple[CarriedRendering, ...]:
    spans: dict[ArticleId, list[Span]] = {}
    for each in group:
        spans.setdefault(each.quotation.article, []).extend(each.spans)
    return tuple(
        CarriedRendering(article, tuple(sorted(held))) for article, held in sorted(spans.items())
    )


def attributed_to_another(
    quotation: Quotation, speaker: str | None, text: str
) -> tuple[Change, ...]:
    """Return the change of speaker, if the wording is given to somebody else."""
    other = other_speaker(quotation, speaker, text)
    if other is None or speaker is None:
        return ()
    return (Change("attribution", speaker, other, *grade("attribution", speaker, other)),)


def other_speaker(quotation: Quotation, speaker: str | None, text: str) -> str | None:
    """Return the name of the speaker, if a cue with another person's own name governs the words.

    A pronoun, a role or a name taken from the words around is too weak to charge a page with, and
    so is any name where the usual speaker's stands near by: it may have been read wrong. `text` is
    that of the article's capture.
    """
    named = quotation.speaker
    if quotation.kind != "direct" or quotation.cue is None or named is None or speaker is None:
        return None
    if named.name is None or " " not in named.name:
        return None
    if named.name.split()[-1].lower() not in named.text.lower():
        return None
    if same_person(named.name, speaker) or _surname(named.name) == _surname(speaker):
        # Two of one surname: more often a name read wrong than words given to a relative.
        return None
    around = text[max(0, quotation.begin - _NEAR) : quotation.begin]
    around += text[quotation.end : quotation.end + _NEAR]
    return None if _surname(speaker) in around.casefold() else named.name


def _surname(name: str) -> str:
    return name.split()[-1].casefold()


def _spliced(
    rendering: Rendering, splice: Splice | None, fullest: Sequence[Given], whole: Splice | None
) -> Rendering:
    """Return the rendering with its splice told; what the fullest joins, the others did not cut."""
    if splice is not None:
        change = Change(
            "splice",
            "",
            splice.second,
            *grade("splice", splice.first, splice.second),
        )
        return replace(rendering, changes=(*rendering.changes, change))
    if whole is None:
        return rendering
    words = wording_of(rendering.text).words
    parts = [wording_of(each).words for each in (whole.first, whole.second)]
    if not any(holds(words, part) or holds(part, words) for part in parts):
        return rendering
    kept = tuple(each for each in rendering.changes if each.kind != "truncation")
    reason = "stands by itself here; the fullest rendering runs it together with other words"
    return replace(rendering, changes=kept, reasons=(*rendering.reasons, reason))


def _is_borne(headline: Quotation, bodies: Mapping[ArticleId, Sequence[Words]]) -> bool:
    """Whether a quotation in the body of the same article has the words of its headline."""
    words = wording_of(headline.text).words
    return any(holds(each, words) for each in bodies.get(headline.article, ()))
