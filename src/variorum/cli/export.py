"""`variorum export`: the accounts of a set of pages in the formats of other programs."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from ..errors import OptionError
from ..export import (
    FORMATS,
    account_record,
    choose_account,
    choose_story,
    comparison_record,
    render_apparatus,
    render_pairs,
    render_witnesses,
    story_record,
)
from ..model import Account, Comparison
from .held import ARCHIVE, opened
from .running import DONE, FAST, SOME_FAILED, Examples, open_here, report, write_file

TABLES = ("pairs", "apparatus", "witnesses")
Texts = Mapping[str, str]


@click.command(
    cls=Examples,
    examples=(
        "variorum export pages --format dot | dot -Tsvg > stemma.svg\n"
        "variorum export pages --format csv --table pairs > pairs.csv\n"
        "variorum export pages --format tei --output editions/\n"
        "variorum export --story 4dc30590982156bc --archive news.db --format tei"
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "name",
    type=click.Choice([*FORMATS, "csv", "json"]),
    required=True,
    help="What to write.",
)
@click.option(
    "--account", "account_id", metavar="ID", help="Only this account; the id's beginning will do."
)
@click.option("--story", "story_id", metavar="ID", help="Only the accounts of this story.")
@click.option(
    "--table", type=click.Choice(TABLES), help="Which table of csv; all of them go to a folder."
)
@click.option(
    "--output",
    metavar="FILE or FOLDER",
    help="Where to write instead of standard output; a folder gets a file an account or table.",
)
@ARCHIVE
@FAST
def export(
    paths: tuple[str, ...],
    name: str,
    account_id: str | None,
    story_id: str | None,
    table: str | None,
    output: str | None,
    url: str,
    fast: bool,
) -> None:
    """Write accounts as TEI, DOT, GraphML, Newick, CollateX JSON, CSV or JSON. Nothing is stored.

    Without a PATH the story or the account is looked for in the archive, by any id that it ever had.

    Without --account or --story, formats of one text leave out the accounts that nobody copied. FOLDER
    is a folder that exists or a name that ends in a slash.
    """
    if account_id and story_id:
        raise click.UsageError("give --account or --story, not both")
    if table and name != "csv":
        raise click.UsageError("--table is for --format csv")
    is_folder = output is not None and (output.endswith("/") or Path(output).is_dir())
    if name == "csv" and not (table or is_folder):
        raise click.UsageError(
            "csv has several tables: choose a --table, or give a folder to --output"
        )
    if paths:
        comparison = open_here().compare(paths, standard_input=sys.stdin.buffer, fast=fast)
    else:
        comparison, story_id, account_id = _held(url, story_id, account_id)
    report(comparison.failures, comparison.notes)
    try:
        texts = _render(comparison, name, table, account_id, story_id)
    except OptionError as error:
        raise click.UsageError(str(error)) from error
    if output is not None and is_folder:
        _write_folder(Path(output), texts)
    else:
        _write_one(output, texts, is_joined=name in FORMATS and FORMATS[name].may_follow)
    sys.exit(SOME_FAILED if comparison.failures else DONE)


def _held(
    url: str, story_id: str | None, account_id: str | None
) -> tuple[Comparison, str | None, str | None]:
    """Return a story of the archive, or that of an account, with the ids that both have now."""
    with opened(url) as archive:
        if account_id:
            held = archive.account(account_id)
            return held.comparison, None, held.account.id
        if story_id:
            comparison = archive.story(story_id)
            return comparison, comparison.stories[0].id, None
    raise click.UsageError("give pages, or --story or --account to export from the archive")


def _render(
    comparison: Comparison,
    name: str,
    table: str | None,
    account_id: str | None,
    story_id: str | None,
) -> Texts:
    """Return the texts to write, each by the name of the file in which it would stand."""
    story = choose_story(comparison, story_id) if story_id else None
    account = choose_account(comparison, account_id) if account_id else None
    if name == "json":
        chosen = account or story
        record = account_record(account) if account else story_record(story) if story else None
        return {
            f"{chosen.id if chosen else 'comparison'}.json": _json_line(
                record or comparison_record(comparison)
            )
        }
    stories = (story,) if story else comparison.stories
    accounts = (account,) if account else tuple(a for each in stories for a in each.accounts)
    if name == "csv":
        is_whole = account is None and story is None
        return _tables(comparison, accounts, table, is_whole=is_whole)
    if not (account or story):
        accounts = _copied(accounts)
    articles = {article.id: article for article in comparison.articles}
    kind = FORMATS[name]
    return {f"{each.id}{kind.suffix}": kind.render(each, articles) for each in accounts}


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
) -> Texts:
    """Return the tables asked for; of pairs, all between the articles of the accounts."""
    articles = {article.id: article for article in comparison.articles}
    members = set(articles) if is_whole else {each for a in accounts for each in a.articles}
    alignments = [
        each for each in comparison.alignments if each.left in members and each.right in members
    ]
    texts = {}
    for each in (table,) if table else TABLES:
        if each == "pairs":
            texts["pairs.csv"] = render_pairs(alignments, accounts, articles)
        elif each == "apparatus":
            texts["apparatus.csv"] = render_apparatus(accounts)
        else:
            texts["witnesses.csv"] = render_witnesses(accounts, articles)
    return texts


def _write_one(output: str | None, texts: Texts, *, is_joined: bool) -> None:
    """Write all texts to one file or to standard output, where one may hold them."""
    if len(texts) > 1 and not is_joined:
        raise click.UsageError(
            f"there are {len(texts)} to write ({_listed(texts)}): choose one with --account, "
            "or give a folder to --output"
        )
    whole = "".join(texts.values())
    if output is None:
        # Bytes, since standard output need not be UTF-8 where these formats always are.
        sys.stdout.buffer.write(whole.encode("utf-8"))
    else:
        write_file(Path(output), whole)


def _write_folder(folder: Path, texts: Texts) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.FileError(str(folder), error.strerror or str(error)) from error
    for name, text in texts.items():
        write_file(folder / name, text)


def _listed(names: Iterable[str]) -> str:
    first = list(names)
    return ", ".join(first[:3]) + (", …" if len(first) > 3 else "")


def _json_line(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
