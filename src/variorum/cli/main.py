"""The `variorum` command and its verbs."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from .. import __version__
from ..archive import Archive, Found, Reading, open_archive
from ..errors import OptionError
from ..export import (
    article_record,
    comparison_record,
    figure_record,
    print_comparison,
    print_trace,
    printable,
    quotation_record,
    trace_record,
)
from ..export.html import render_html
from ..model import ArticleId, Failure, Note

PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
FAST = click.option(
    "--fast",
    is_flag=True,
    help="For bulk: read of HTML only its lines and metadata, a little less exactly.",
)
DONE, SOME_FAILED = 0, 1
Finding = TypeVar("Finding")


class Examples(click.Command):
    """A command whose help ends in working examples, printed as they are."""

    def __init__(self, *args: Any, examples: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the options."""
        with formatter.section("Example"):
            for line in self.examples.splitlines():
                formatter.write(f"  {line}\n")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="variorum")
def main() -> None:
    """How many independent accounts a news story has, who copied whom, and what changed.

    PATH is a captured page (.txt, .html), a feed (.xml, .rss, .atom), a file of records (.jsonl, .json,
    .parquet), a web archive (.warc, .wet), any of them packed (.gz, .zst), a folder of these, or - for
    standard input.
    """


@main.command(cls=Examples, examples="variorum compare pages --html report.html")
@PATHS
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a report.")
@click.option(
    "--html",
    "html_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the report as one self-contained HTML page, too.",
)
@FAST
def compare(paths: tuple[str, ...], as_json: bool, html_file: Path | None, fast: bool) -> None:
    """Compare pages: stories, accounts, who copied whom, quotations, figures. Nothing is stored."""
    comparison = _open().compare(paths, standard_input=sys.stdin.buffer, fast=fast)
    _report(comparison.failures, comparison.notes)
    if html_file is not None:
        _write(html_file, render_html(comparison))
    if as_json:
        _print_json(comparison_record(comparison))
    else:
        print_comparison(comparison, sys.stdout)
    sys.exit(SOME_FAILED if comparison.failures else DONE)


@main.command(cls=Examples, examples="variorum read pages > articles.jsonl")
@PATHS
@FAST
def read(paths: tuple[str, ...], fast: bool) -> None:
    """Print the article that each page carries, one JSON object a line."""
    reading = _read(_open(), paths, fast=fast)
    for article in reading.articles:
        _print_json(article_record(article))
    sys.exit(SOME_FAILED if reading.failures else DONE)


@main.command(cls=Examples, examples="variorum quotations pages > quotations.jsonl")
@PATHS
def quotations(paths: tuple[str, ...]) -> None:
    """Print every quotation with its speaker, one JSON object a line."""
    archive = _open()
    reading = _read(archive, paths)
    _print_found(reading, archive.quotations(reading.articles), quotation_record)


@main.command(cls=Examples, examples="variorum figures pages > figures.jsonl")
@PATHS
def figures(paths: tuple[str, ...]) -> None:
    """Print every figure (quantity, sum, share, date, age) stated, one JSON object a line."""
    archive = _open()
    reading = _read(archive, paths)
    _print_found(reading, archive.figures(reading.articles), figure_record)


@main.command(
    cls=Examples,
    examples=(
        'echo "was already in the narrow part" | variorum trace - pages\n'
        "variorum trace pasted.txt pages --json"
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@PATHS
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a report.")
@FAST
def trace(file: str, paths: tuple[str, ...], as_json: bool, fast: bool) -> None:
    """Find every page that carries a pasted text, oldest first, and what each changed.

    FILE holds the text (a sentence, a paragraph, a whole page), - is standard input. PATH is where to
    look.
    """
    if file == "-" and "-" in paths:
        raise click.UsageError("standard input holds either the text or the pages, not both")
    archive = _open()
    try:
        text = archive.pasted(file, standard_input=sys.stdin.buffer)
    except OptionError as error:
        raise click.UsageError(f"cannot trace {error}") from error
    traced = archive.trace(text, paths, standard_input=sys.stdin.buffer, fast=fast)
    _report(traced.failures, traced.notes)
    if as_json:
        _print_json(trace_record(traced))
    else:
        print_trace(traced, sys.stdout)
    sys.exit(SOME_FAILED if traced.failures else DONE)


def _open() -> Archive:
    return open_archive(workers=os.cpu_count() or 1)


def _read(archive: Archive, paths: tuple[str, ...], *, fast: bool = False) -> Reading:
    reading = archive.read(paths, standard_input=sys.stdin.buffer, fast=fast)
    _report(reading.failures, reading.notes)
    return reading


def _print_found(
    reading: Reading,
    found: Found[Finding],
    record: Callable[[Finding, Mapping[ArticleId, str | None]], dict[str, Any]],
) -> None:
    """Print what was found in the articles of a reading, and end as the commands do."""
    _report(found.failures)
    keys = {article.id: article.capture.key for article in reading.articles}
    for finding in found.findings:
        _print_json(record(finding, keys))
    sys.exit(SOME_FAILED if reading.failures or found.failures else DONE)


def _report(failures: Iterable[Failure], notes: Iterable[Note] = ()) -> None:
    for note in notes:
        click.echo(printable(f"note: {note.location}: {note.text}"), err=True)
    for failure in failures:
        click.echo(printable(f"failed: {failure.error}"), err=True)


def _print_json(record: Mapping[str, Any]) -> None:
    # Bytes, since standard output need not be UTF-8 where JSON always is.
    line = json.dumps(record, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8"))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.FileError(str(path), error.strerror or str(error)) from error
