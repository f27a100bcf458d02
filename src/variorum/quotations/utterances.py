"""Utterances: quotations of a story's articles brought together, each with all its renderings."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..collation import fold_reading
from ..model import (
    Account,
    AccountId,
    Article,
    ArticleId,
    Marks,
    Quotation,
    QuotationId,
    Span,
    Utterance,
    content_id,
)
from .likeness import Wording, likeness, render_one, word_weights, wording_of
from .mending import mended
from .names import one_people, same_person
from .renderings import Given, renderings_of

# Two stretches of one paragraph that only a cue keeps apart are one quotation: “Go,” she said,
# “and do not return.” The longest cue with its speaker's office and place fits in this.
_LONGEST_CUE = 160
# The cue ends its sentence before the next piece opens: “Go,” she said. “Do not return.”
_ENDED = re.compile(r"\w[.!?…]\s*\S{0,2}$")


@dataclass(slots=True)
class _Group:
    leader: Wording
    given: list[Given]
    share: float = 1.0

    def names(self) -> list[str]:
        return [
            each.quotation.speaker.name
            for each in self.given
            if each.quotation.speaker is not None and each.quotation.speaker.name is not None
        ]


def gather_utterances(
    articles: Sequence[Article], accounts: Sequence[Account], quotations: Sequence[Quotation]
) -> tuple[Utterance, ...]:
    """Return what was said in one story, each utterance with its renderings, the fullest first.

    Quotations come together by the weighty words they share and by their speaker, whatever
    their order; reported speech without marks is not compared.
    """
    held = {article.id for article in articles}
    account_of = _accounts_of(accounts)
    quoted = mended(
        articles,
        account_of,
        [each for each in quotations if each.kind != "indirect" and each.article in held],
    )
    given = [
        Given(quotation, spans, account_of.get(quotation.article))
        for quotation, spans in _joined(articles, quoted)
    ]
    called = one_people(
        (each.speaker.name, each.article)
        for each in quoted
        if each.speaker is not None and each.speaker.name is not None
    )
    utterances = [_utterance(group, called) for group in _groups(given)]
    return tuple(sorted(utterances, key=_order))


def _order(utterance: Utterance) -> tuple[int, int, str]:
    """Put first what most articles carry; then the longest."""
    carried = {article for each in utterance.renderings for article in each.articles}
    return -len(carried), -len(utterance.renderings[0].text), utterance.id


def _accounts_of(accounts: Iterable[Account]) -> Mapping[ArticleId, AccountId]:
    return {article: account.id for account in accounts for article in account.articles}


def _joined(
    articles: Sequence[Article], quotations: Sequence[Quotation]
) -> list[tuple[Quotation, tuple[Span, ...]]]:
    """Return the quotations of every article, stretches that only a cue divides made one."""
    paragraphs = {
        article.id: [(each.begin, each.end) for each in article.paragraphs] for article in articles
    }
    texts = {article.id: article.capture.text for article in articles}
    joined: list[tuple[Quotation, tuple[Span, ...]]] = []
    for quotation in sorted(set(quotations), key=lambda each: (each.article, each.begin, each.end)):
        if joined and _goes_on(joined[-1], quotation, paragraphs[quotation.article]):
            first, spans = joined[-1]
            text = _with(first, quotation, texts[quotation.article])
            wider = replace(first, text=text, end=quotation.end, marks=_worse(first, quotation))
            joined[-1] = (wider, (*spans, quotation.span))
        else:
            joined.append((quotation, (quotation.span,)))
    return joined


def _with(first: Quotation, second: Quotation, text: str) -> str:
    """Return two pieces as one text; a comma that only led to the cue gives way to the end it hides."""
    between = text[first.end : second.begin]
    if first.text.endswith(",") and _ENDED.search(between):
        return f"{first.text[:-1]}. {second.text}"
    return f"{first.text} {second.text}"


def _worse(one: Quotation, other: Quotation) -> Marks:
    return one.marks if one.marks != "ok" else other.marks


def _goes_on(
    before: tuple[Quotation, tuple[Span, ...]],
    quotation: Quotation,
    paragraphs: Sequence[tuple[int, int]],
) -> bool:
    """Whether a direct quotation goes on with the one before it, behind a cue."""
    first, _ = before
    if first.article != quotation.article or first.in_headline or quotation.in_headline:
        return False
    if first.kind != "direct" or quotation.kind != "direct" or first.speaker is None:
        return False
    same = quotation.speaker is not None and (
        quotation.speaker.begin == first.speaker.begin
        or (quotation.speaker.name is not None and quotation.speaker.name == first.speaker.name)
    )
    near = 0 <= quotation.begin - first.end <= _LONGEST_CUE
    return (
        same
        and near
        and any(begin <= first.begin and quotation.end <= end for begin, end in paragraphs)
    )


def _groups(given: Sequence[Given]) -> list[_Group]:
    """Give every wording to the fullest wording that it renders; what fits none begins a group."""
    wordings = {each: wording_of(each.quotation.text) for each in given}
    distinct = {wording.words: wording for wording in wordings.values()}
    weights = word_weights(distinct.values())
    groups: list[_Group] = []
    index: dict[str, list[int]] = {}
    for each in sorted(given, key=lambda each: _fullness(each, wordings[each])):
        wording = wordings[each]
        best = _best(each, wording, groups, _candidates(wording, index), weights)
        if best is not None:
            share, number = best
            groups[number].given.append(each)
            groups[number].share = min(groups[number].share, share)
            continue
        for word in wording.weighty or wording.words:
            index.setdefault(word, []).append(len(groups))
        groups.append(_Group(wording, [each]))
    return groups


def _fullness(given: Given, wording: Wording) -> tuple[bool, int, int, str, str, int]:
    """Order wordings: body before headline, then the fullest first, then by text and place."""
    quotation = given.quotation
    return (
        quotation.in_headline,
        -sum(wording.weighty.values()),
        -len(wording.words),
        fold_reading(quotation.text),
        quotation.article,
        quotation.begin,
    )


def _candidates(wording: Wording, index: Mapping[str, list[int]]) -> list[int]:
    words = wording.weighty or wording.words
    return sorted({number for word in words for number in index.get(word, ())})


def _best(
    given: Given,
    wording: Wording,
    groups: Sequence[_Group],
    candidates: Iterable[int],
    weights: Mapping[str, float],
) -> tuple[float, int] | None:
    best: tuple[float, int] | None = None
    for number in candidates:
        group = groups[number]
        share, shared = likeness(group.leader, wording, weights)
        if wording.words == group.leader.words:
            share = 1.0
        if best is not None and share <= best[0]:
            continue
        if render_one(
            group.leader, wording, share, shared, same_speaker=_same_speaker(given, group)
        ):
            best = (share, number)
    return best


def _same_speaker(given: Given, group: _Group) -> bool | None:
    names = group.names()
    speaker = given.quotation.speaker
    if speaker is None or speaker.name is None or not names:
        return None
    return any(same_person(speaker.name, name) for name in dict.fromkeys(names))


def _utterance(group: _Group, called: Mapping[str, str]) -> Utterance:
    names = group.names()
    persons = Counter(called[name] for name in names)
    speaker = min(persons, key=lambda name: (-persons[name], name)) if persons else None
    many = len(group.given) > 1
    reasons = [
        f"{len(group.given)} quotations share their weighty words" if many else "quoted once"
    ]
    variants = sorted({name for name in names if called[name] == speaker} - {speaker})
    if variants:
        reasons.append(f"{', '.join(variants)} and {speaker} are one person: the surname agrees")
    renderings, notes = renderings_of(group.given, speaker)
    first = group.given[0].quotation
    return Utterance(
        QuotationId(content_id("utterance", first.article, str(first.begin), renderings[0].text)),
        speaker,
        renderings,
        round(group.share, 3),
        (*reasons, *notes),
    )
