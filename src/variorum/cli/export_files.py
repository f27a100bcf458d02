"""The files that `variorum export` writes: what is in each, by its name."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from ..export import (
    FORMATS,
    WHOLE_FORMATS,
    account_record,
    apparatus_table,
    choose_account,
    choose_story,
    comparison_record,
    narrowed,
    pairs_table,
    render_csv,
    render_parquet,
    story_of,
    story_record,
    witnesses_table,
)
from ..export.tables import Table
from ..model import Account, Comparison, Story

TABLES = ("pairs", "apparatus", "witnesses")
# The formats that have several tables.
TABLED = ("csv", "parquet")
NAMES = (*FORMATS, *WHOLE_FORMATS, *TABLED, "json", "jsonl")
Files = Mapping[str, bytes]


def may_follow(name: str) -> bool:
    """Return whether one file may hold several texts of a format."""
    kind = FORMATS.get(name) or WHOLE_FORMATS.get(name)
    return kind is not None and kind.may_follow


def files_of(
    comparison: Comparison,
    name: str,
    table: str | None,
    account_id: str | None,
    story_id: str | None,
) -> Files:
    """Return what is to be written, each by the name of the file in which it would stand."""
    story = choose_story(comparison, story_id) if story_id else None
    account = choose_account(comparison, account_id) if account_id else None
    if name == "json":
        return _json(comparison, story, account)
    if name in WHOLE_FORMATS:
        return _whole(comparison, name, story, account)
    stories = (story,) if story else comparison.stories
    accounts = (account,) if account else tuple(a for each in stories for a in each.accounts)
    if name in TABLED:
        is_whole = account is None and story is None
        tables = _tables(comparison, accounts, table, is_whole=is_whole)
        if name == "parquet":
            return {f"{each}.parquet": render_parquet(rows) for each, rows in tables}
        return {f"{each}.csv": _bytes(render_csv(rows)) for each, rows in tables}
    if not (account or story):
        accounts = _copied(accounts)
    articles = {article.id: article for article in comparison.articles}
    kind = FORMATS[name]
    return {f"{each.id}{kind.suffix}": _bytes(kind.render(each, articles)) for each in accounts}


def _json(comparison: Comparison, story: Story | None, account: Account | None) -> Files:
    chosen = account or story
    record: Mapping[str, Any] = (
        account_record(account)
        if account
        else story_record(story)
        if story
        else comparison_record(comparison)
    )
    line = json.dumps(record, ensure_ascii=False) + "\n"
    return {f"{chosen.id if chosen else 'comparison'}.json": _bytes(line)}


def _whole(
    comparison: Comparison, name: str, story: Story | None, account: Account | None
) -> Files:
    """Return a format that holds whatever was found, of all or of what was chosen."""
    if account is not None:
        comparison = narrowed(comparison, story_of(comparison, account), account)
    elif story is not None:
        comparison = narrowed(comparison, story)
    kind = WHOLE_FORMATS[name]
    return {f"{stem}{kind.suffix}": _bytes(text) for stem, text in kind.render(comparison).items()}


def _copied(accounts: Sequence[Account]) -> tuple[Account, ...]:
    copied = tuple(account for account in accounts if len(account.witnesses) > 1)
    single = len(accounts) - len(copied)
    if single:
        told = "one account" if single == 1 else f"{single} accounts"
        note = f"note: {told} of one page left out; --account or --story asks for them"
        click.echo(note, err=True)
    return copied


def _tables(
    comparison: Comparison, accounts: Sequence[Account], table: str | None, *, is_whole: bool
) -> Iterator[tuple[str, Table]]:
    """Give the tables asked for; of pairs, all between the articles of the accounts."""
    articles = {article.id: article for article in comparison.articles}
    members = set(articles) if is_whole else {each for a in accounts for each in a.articles}
    alignments = [
        each for each in comparison.alignments if each.left in members and each.right in members
    ]
    for each in (table,) if table else TABLES:
        if each == "pairs":
            yield each, pairs_table(alignments, accounts, articles)
        elif each == "apparatus":
            yield each, apparatus_table(accounts)
        else:
            yield each, witnesses_table(accounts, articles)


def _bytes(text: str) -> bytes:
    # Half a character, which a captured page may hold and UTF-8 may not, is a question mark.
    return text.encode("utf-8", "replace")
