"""Utterances: quotations of a story's articles brought together, each with all its renderings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import (
    Account,
    Article,
    Quotation,
    QuotationId,
    Utterance,
    content_id,
)
from .given import Given, given_of
from .grouping import Group, group_quotations
from .names import one_people
from .renderings import Beside, renderings_of


def gather_utterances(
    articles: Sequence[Article], accounts: Sequence[Account], quotations: Sequence[Quotation]
) -> tuple[Utterance, ...]:
    """Return what was said in one story, each utterance with its renderings, the fullest first.

    Quotations come together by the weighty words they share and by their speaker, whatever
    their order; reported speech without marks is not compared.
    """
    texts = {article.id: article.capture.text for article in articles}
    given = given_of(articles, accounts, quotations)
    called = one_people((each.name, each.quotation.article) for each in given if each.name)
    beside = Beside.of(given, texts)
    utterances = [_utterance(group, called, beside) for group in group_quotations(given, texts)]
    return tuple(sorted(utterances, key=_order))


def link_utterances(
    told: Sequence[Sequence[Utterance]],
) -> tuple[tuple[Utterance, ...], ...]:
    """Return the utterances of several stories, what one person said once under one id in all.

    Pages of two stories quote one speech. Each story keeps its own renderings, and no two
    utterances of a story come under one id.
    """
    given = {
        Given(_fullest(utterance, place), (), None, utterance.speaker): (place, utterance)
        for place, utterances in enumerate(told)
        for utterance in utterances
    }
    called: dict[tuple[int, QuotationId], QuotationId] = {}
    for group in group_quotations(tuple(given), {}):
        members = [given[each] for each in group.given]
        seen: set[int] = set()
        for place, utterance in members:
            if place not in seen:
                called[place, utterance.id] = members[0][1].id
            seen.add(place)
    return tuple(
        tuple(replace(each, id=called.get((place, each.id), each.id)) for each in utterances)
        for place, utterances in enumerate(told)
    )


def _fullest(utterance: Utterance, story: int) -> Quotation:
    """Return the fullest rendering as if one page of the story had quoted it."""
    first = utterance.renderings[0]
    article, begin = first.articles[0], first.spans[0].begin if first.spans else story
    return Quotation(
        article,
        first.text,
        begin,
        begin + len(first.text),
        "direct",
        in_headline=first.in_headline,
        reasons=(utterance.id, str(story)),
    )


def _order(utterance: Utterance) -> tuple[int, int, str]:
    """Put first what most articles carry; then the longest."""
    carried = {article for each in utterance.renderings for article in each.articles}
    return -len(carried), -len(utterance.renderings[0].text), utterance.id


def _utterance(
    group: Group,
    called: Mapping[str, str],
    beside: Beside,
) -> Utterance:
    names = [each.name for each in group.given if each.name is not None]
    persons = Counter(called[name] for name in names)
    speaker = min(persons, key=lambda name: (-persons[name], name)) if persons else None
    many = len(group.given) > 1
    reasons = [
        f"{len(group.given)} quotations share their weighty words" if many else "quoted once"
    ]
    variants = sorted({name for name in names if called[name] == speaker} - {speaker})
    if variants:
        reasons.append(f"{', '.join(variants)} and {speaker} are one person: the surname agrees")
    renderings, notes = renderings_of(group.given, speaker, beside)
    first = group.given[0].quotation
    return Utterance(
        QuotationId(content_id("utterance", first.article, str(first.begin), renderings[0].text)),
        speaker,
        renderings,
        round(group.share, 3),
        (*reasons, *notes),
    )
