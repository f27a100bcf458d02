"""`variorum export`: the accounts of a set of pages in the formats of other programs."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from ..errors import OptionError
from ..model import Comparison
from .export_all import of_archive, write_all
from .export_files import NAMES, TABLED, TABLES, Files, files_of, may_follow
from .held import ARCHIVE, opened
from .running import DONE, FAST, SOME_FAILED, Examples, open_here, report, write_file


@click.command(
    cls=Examples,
    examples=(
        "variorum export pages --format dot | dot -Tsvg > stemma.svg\n"
        "variorum export pages --format csv --table pairs > pairs.csv\n"
        "variorum export pages --format ninjs > articles.ninjs.jsonl\n"
        "variorum export pages --format tei --output editions/\n"
        "variorum export --story 4dc30590982156bc --archive news.db --format tei\n"
        "variorum export --all --one-per-account --format jsonl --output corpus.jsonl.gz"
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "name",
    type=click.Choice(NAMES),
    required=True,
    help="What to write.",
)
@click.option(
    "--account", "account_id", metavar="ID", help="Only this account; the id's beginning will do."
)
@click.option("--story", "story_id", metavar="ID", help="Only the accounts of this story.")
@click.option(
    "--table",
    type=click.Choice(TABLES),
    help="Which table of csv or parquet; all of them go to a folder.",
)
@click.option(
    "--output",
    metavar="FILE or FOLDER",
    help="Where to write instead of standard output; a folder gets a file an account or table.",
)
@of_archive
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
    is_whole: bool,
    **chosen: Any,
) -> None:
    """Write what was found in the formats of other programs. Nothing is stored.

    One account: TEI, DOT, GraphML, Newick, CollateX. All there is: JSON, HTML, ninjs, JSON-LD, Atom, and
    tables as CSV or Parquet.

    Without a PATH the story or the account is looked for in the archive, by any id that it ever had.

    With --all every article of the archive is a row of its own, with its text, its account and its
    story: a collection of texts for other programs. --output may end in .gz.

    Without --account or --story, formats of one text leave out the accounts that nobody copied. FOLDER
    is a folder that exists or a name that ends in a slash.
    """
    if is_whole:
        if paths or account_id or story_id or table:
            raise click.UsageError("--all is for the archive as a whole, without PATH, ID or table")
        write_all(url, name, output, **chosen)
        sys.exit(DONE)
    if name == "jsonl" or any(chosen.values()):
        raise click.UsageError("jsonl and the choice of articles are for --all")
    if account_id and story_id:
        raise click.UsageError("give --account or --story, not both")
    if table and name not in TABLED:
        raise click.UsageError("--table is for --format csv or parquet")
    is_folder = output is not None and (output.endswith("/") or Path(output).is_dir())
    if name in TABLED and not (table or is_folder):
        raise click.UsageError(
            f"{name} has several tables: choose a --table, or give a folder to --output"
        )
    if paths:
        comparison = open_here().compare(paths, standard_input=sys.stdin.buffer, fast=fast)
    else:
        comparison, story_id, account_id = _held(url, story_id, account_id)
    report(comparison.failures, comparison.notes)
    try:
        files = files_of(comparison, name, table, account_id, story_id)
    except OptionError as error:
        raise click.UsageError(str(error)) from error
    if output is not None and is_folder:
        _write_folder(Path(output), files)
    else:
        _write_one(output, files, is_joined=may_follow(name))
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


def _write_one(output: str | None, files: Files, *, is_joined: bool) -> None:
    """Write all texts to one file or to standard output, where one may hold them."""
    if len(files) > 1 and not is_joined:
        raise click.UsageError(
            f"there are {len(files)} to write ({_listed(files)}): choose one with --account, "
            "or give a folder to --output"
        )
    whole = b"".join(files.values())
    if output is None:
        # Bytes, since standard output need not be UTF-8 where these formats always are.
        sys.stdout.buffer.write(whole)
    else:
        write_file(Path(output), whole)


def _write_folder(folder: Path, files: Files) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.FileError(str(folder), error.strerror or str(error)) from error
    for name, content in files.items():
        write_file(folder / name, content)


def _listed(names: Iterable[str]) -> str:
    first = list(names)
    return ", ".join(first[:3]) + (", …" if len(first) > 3 else "")
