"""The main job: articles in, stories with their accounts, stemmata, quotations and figures out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..accounts import count_independent, find_accounts, find_common, tell_outlets
from ..engine import Engine, Limit
from ..figures import build_ledger, find_figures
from ..model import (
    Account,
    Alignment,
    Article,
    ArticleId,
    Comparison,
    Failure,
    Figure,
    Quotation,
    Story,
)
from ..quotations import (
    fidelity_of,
    find_persons,
    find_quotations,
    gather_utterances,
    link_utterances,
    name_speakers,
)
from ..reuse import find_reuse
from ..stemmatics import complete_account
from ..stories import group_stories
from .reading import gather
from .readings import Reading

# What the stemma, archetype and apparatus of one account may cost.
_LIMIT = Limit(seconds=60, memory=1_000_000_000)

AccountRecord = tuple[Account, dict[ArticleId, Article]]


def compare_articles(reading: Reading, engine: Engine) -> Comparison:
    """Return all that the articles of a reading show together."""
    articles = reading.articles
    reuse = find_reuse(articles)
    alignments = reuse.alignments
    found = find_accounts(articles, alignments, narrations=reuse.narrations)
    accounts, failed_accounts = complete_accounts(found, articles, engine)
    quotations = gather(engine, find_quotations, articles)
    figures = gather(engine, find_figures, articles)
    grouped = group_stories(articles, accounts, figures.findings)
    by_id = {article.id: article for article in articles}
    shared = by_article(alignments)
    stories = tuple(
        tell_story(story, by_id, shared, quotations.findings, figures.findings) for story in grouped
    )
    linked = link_utterances([story.utterances for story in stories])
    stories = tuple(
        replace(story, utterances=utterances)
        for story, utterances in zip(stories, linked, strict=True)
    )
    common, common_left = find_common(accounts, by_id, alignments)
    failures = (*reading.failures, *failed_accounts, *quotations.failures, *figures.failures)
    return Comparison(
        articles=articles,
        failures=failures,
        stories=stories,
        alignments=alignments,
        quotations=quotations.findings,
        figures=figures.findings,
        notes=reading.notes,
        common=common,
        common_left=common_left,
    )


def by_article(alignments: Sequence[Alignment]) -> dict[ArticleId, list[Alignment]]:
    """Return for each article the alignments in which it stands."""
    found: dict[ArticleId, list[Alignment]] = defaultdict(list)
    for alignment in alignments:
        found[alignment.left].append(alignment)
        found[alignment.right].append(alignment)
    return found


def complete_accounts(
    accounts: Sequence[Account], articles: Sequence[Article], engine: Engine
) -> tuple[tuple[Account, ...], tuple[Failure, ...]]:
    """Give every account its stemma, archetype and apparatus; one that fails stays as it was found."""
    by_id = {article.id: article for article in articles}
    records = [(account, {key: by_id[key] for key in account.articles}) for account in accounts]
    completed: list[Account] = []
    failures: list[Failure] = []
    for account, done in zip(
        accounts, engine.map(_complete_one, records, name=_name_account, limit=_LIMIT), strict=True
    ):
        if isinstance(done, Failure):
            failures.append(done)
            completed.append(account)
        else:
            completed.append(done)
    return tuple(completed), tuple(failures)


def _complete_one(record: AccountRecord) -> Account:
    return complete_account(*record)


def _name_account(record: AccountRecord) -> str:
    account, articles = record
    first = next(iter(articles.values())).capture.location
    return f"account {account.id} (with {first})"


def tell_story(
    story: Story,
    by_id: Mapping[ArticleId, Article],
    shared: Mapping[ArticleId, Sequence[Alignment]],
    quotations: Sequence[Quotation],
    figures: Sequence[Figure],
) -> Story:
    """Return a story with what its pages say and state, and who carries what of whom."""
    members = set(story.articles)
    articles = [by_id[each] for each in story.articles]
    independence = count_independent(story.accounts, articles)
    said = [quotation for quotation in quotations if quotation.article in members]
    people = find_persons(articles, said)
    told = replace(
        story,
        houses=independence.houses,
        house_reasons=independence.reasons,
        outlets=tell_outlets(story.accounts, by_id, shared),
        utterances=name_speakers(gather_utterances(articles, story.accounts, said), people, said),
        people=people,
        ledger=build_ledger(
            [figure for figure in figures if figure.article in members], story.accounts
        ),
    )
    return replace(told, fidelity=fidelity_of(told, by_id, said))
