"""The main job: articles in, stories with their accounts, stemmata, quotations and figures out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..accounts import count_independent, find_accounts
from ..engine import Engine
from ..figures import build_ledger, find_figures
from ..model import (
    Account,
    Article,
    ArticleId,
    Comparison,
    Failure,
    Figure,
    Quotation,
    Story,
)
from ..quotations import find_quotations, gather_utterances
from ..reuse import find_alignments
from ..stemmatics import complete_account
from ..stories import group_stories
from .reading import Reading, gather

AccountRecord = tuple[Account, dict[ArticleId, Article]]


def compare_articles(reading: Reading, engine: Engine) -> Comparison:
    """Return all that the articles of a reading show together."""
    articles = reading.articles
    alignments = find_alignments(articles)
    accounts, failed_accounts = _complete(find_accounts(articles, alignments), articles, engine)
    quotations = gather(engine, find_quotations, articles)
    figures = gather(engine, find_figures, articles)
    grouped = group_stories(articles, accounts, figures.findings)
    by_id = {article.id: article for article in articles}
    stories = tuple(_tell(story, by_id, quotations.findings, figures.findings) for story in grouped)
    failures = (*reading.failures, *failed_accounts, *quotations.failures, *figures.failures)
    return Comparison(
        articles=articles,
        failures=failures,
        stories=stories,
        alignments=alignments,
        quotations=quotations.findings,
        figures=figures.findings,
        notes=reading.notes,
    )


def _complete(
    accounts: Sequence[Account], articles: Sequence[Article], engine: Engine
) -> tuple[tuple[Account, ...], tuple[Failure, ...]]:
    """Give every account its stemma, archetype and apparatus; one that fails stays as it was found."""
    by_id = {article.id: article for article in articles}
    records = [(account, {key: by_id[key] for key in account.articles}) for account in accounts]
    completed: list[Account] = []
    failures: list[Failure] = []
    for account, done in zip(
        accounts, engine.map(_complete_one, records, name=_name_account), strict=True
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


def _tell(
    story: Story,
    by_id: Mapping[ArticleId, Article],
    quotations: Sequence[Quotation],
    figures: Sequence[Figure],
) -> Story:
    members = set(story.articles)
    articles = [by_id[each] for each in story.articles]
    independence = count_independent(story.accounts, articles)
    return replace(
        story,
        houses=independence.houses,
        house_reasons=independence.reasons,
        utterances=gather_utterances(
            articles,
            story.accounts,
            [quotation for quotation in quotations if quotation.article in members],
        ),
        ledger=build_ledger(
            [figure for figure in figures if figure.article in members], story.accounts
        ),
    )
