"""Judging one story: quotations, stemmata, ledger, outlets; a comparison of just its pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...accounts import find_common
from ...engine import Engine, LocalEngine
from ...model import (
    Account,
    Article,
    ArticleId,
    Comparison,
    Failure,
    Figure,
    Note,
    Quotation,
    Span,
    Story,
)
from ...quotations import find_quotations
from ...reuse import find_reuse
from ...store.people import Saying, person_id
from ...store.stories import Judgement
from ..comparing import by_article, complete_accounts, tell_story
from ..reading import PAGE_LIMIT, location_of

Quotations = Mapping[ArticleId, tuple[Quotation, ...]]

# An account that few outlets dispute over is told by what is disputed, in so many words at the most.
_MOST_DISPUTED = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one story as it was grouped, with what they state.

    `quotations` are those of the articles in which somebody has looked for them before.
    """

    story: Story
    articles: tuple[Article, ...]
    figures: tuple[Figure, ...]
    quotations: Quotations = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged of some pages, and all their quotations."""

    judgement: Judgement
    quotations: Quotations = field(default_factory=dict)


def judge(pages: Pages, engine: Engine | None = None) -> Judged:
    """Return what a story's pages show together."""
    engine = engine or LocalEngine(1)
    articles = pages.articles
    quotations, unread = seek_quotations(articles, pages.quotations, engine)
    alignments = find_reuse(articles).alignments if len(articles) > 1 else ()
    accounts, failures = complete_accounts(pages.story.accounts, articles, engine)
    by_id = {article.id: article for article in articles}
    story = tell_story(
        replace(pages.story, accounts=accounts, headline=_headline(pages.story, accounts)),
        by_id,
        by_article(alignments),
        in_order(articles, quotations),
        pages.figures,
    )
    common, common_left = find_common(accounts, by_id, alignments)
    return Judged(
        Judgement(story, alignments, common, common_left, (*failures, *unread)), quotations
    )


def seek_quotations(
    articles: Sequence[Article], known: Quotations, engine: Engine | None = None
) -> tuple[Quotations, tuple[Failure, ...]]:
    """Return the quotations of articles, looked for where that was not done before, and what failed."""
    left = [each for each in articles if each.id not in known and each.kind == "article"]
    found = dict(known)
    failures: list[Failure] = []
    answers = (engine or LocalEngine(1)).map(
        find_quotations, left, name=location_of, limit=PAGE_LIMIT
    )
    for article, answer in zip(left, answers, strict=True):
        if isinstance(answer, Failure):
            failures.append(answer)
        else:
            found[article.id] = answer
    return found, tuple(failures)


def in_order(articles: Sequence[Article], quotations: Quotations) -> tuple[Quotation, ...]:
    """Return the quotations of articles one after the other."""
    return tuple(each for article in articles for each in quotations.get(article.id, ()))


def sayings_of(judged: Judged) -> list[Saying]:
    """Return who speaks in each page of a story, and where the quotations begin there."""
    persons = {
        (form.article, span): person
        for person in judged.judgement.story.people
        for form in (*person.forms, *person.pronouns)
        for span in form.spans
    }
    begins: dict[tuple[str, str], list[int]] = {}
    names: dict[str, str] = {}
    for quotations in judged.quotations.values():
        for each in quotations:
            speaker = each.speaker
            spoken = speaker and (each.article, Span(speaker.begin, speaker.end))
            person = persons.get(spoken) if spoken else None
            if person:
                id = person_id(person.name)
                names[id] = min(names.get(id, person.name), person.name)
                begins.setdefault((id, each.article), []).append(each.begin)
    return [
        Saying(id, names[id], article, tuple(found))
        for (id, article), found in sorted(begins.items())
    ]


def _headline(story: Story, accounts: Sequence[Account]) -> str | None:
    """Return the headline of the account whose headline the story has, now that its first state is known."""
    for before, after in zip(story.accounts, accounts, strict=True):
        if before.headline == story.headline:
            return after.headline
    return story.headline


def as_comparison(pages: Pages, judged: Judged) -> Comparison:
    """Return a story as the comparison of its pages that it is."""
    judgement = judged.judgement
    return Comparison(
        articles=pages.articles,
        failures=judgement.failures,
        stories=(judgement.story,),
        alignments=judgement.alignments,
        quotations=in_order(pages.articles, judged.quotations),
        figures=pages.figures,
        common=judgement.common,
        common_left=judgement.common_left,
    )


def not_yet(pages: Pages) -> Comparison:
    """Return a story as it was grouped, with a note that its pages are still being compared."""
    told = f"its {len(pages.articles)} pages are being compared; accounts are as they were grouped"
    return replace(
        as_comparison(pages, Judged(Judgement(pages.story), pages.quotations)),
        notes=(Note(f"story {pages.story.id}", told),),
    )


def disputed_in(story: Story) -> tuple[str, ...]:
    """Return in a few words what the accounts of a story contradict each other in."""
    conflicts: dict[str, list[str]] = {}
    for row in story.ledger:
        if row.status == "conflict":
            conflicts.setdefault(row.topic or row.text, []).append(row.text)
    told = [_short(" / ".join(dict.fromkeys(texts))) for texts in conflicts.values()]
    altered = _altered(story)
    if not altered:
        return tuple(told[:_MOST_DISPUTED])
    last = "1 altered quotation" if altered == 1 else f"{altered} altered quotations"
    return (*told[: _MOST_DISPUTED - 1], last)


def _altered(story: Story) -> int:
    return sum(
        any(
            change.grade == "alters meaning"
            for rendering in utterance.renderings
            for change in rendering.changes
        )
        for utterance in story.utterances
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
