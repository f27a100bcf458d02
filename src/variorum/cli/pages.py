"""The commands on pages, nothing stored: compare, read, quotations, figures, trace."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from ..archive import Archive, Found, Reading
from ..errors import OptionError
from ..export import (
    article_record,
    comparison_record,
    figure_record,
    print_comparison,
    print_trace,
    quotation_record,
    trace_record,
)
from ..export.html import render_html
from ..model import ArticleId
from .held import ARCHIVE, opened
from .running import (
    DONE,
    FAST,
    PATHS,
    SOME_FAILED,
    Examples,
    open_here,
    print_json,
    report,
    write_file,
)

Finding = TypeVar("Finding")


@click.command(cls=Examples, examples="variorum compare pages --html report.html")
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
    comparison = open_here().compare(paths, standard_input=sys.stdin.buffer, fast=fast)
    report(comparison.failures, comparison.notes)
    if html_file is not None:
        write_file(html_file, render_html(comparison))
    if as_json:
        print_json(comparison_record(comparison))
    else:
        print_comparison(comparison, sys.stdout)
    sys.exit(SOME_FAILED if comparison.failures else DONE)


@click.command(cls=Examples, examples="variorum read pages > articles.jsonl")
@PATHS
@FAST
def read(paths: tuple[str, ...], fast: bool) -> None:
    """Print the article that each page carries, one JSON object a line."""
    reading = _read(open_here(), paths, fast=fast)
    for article in reading.articles:
        print_json(article_record(article))
    sys.exit(SOME_FAILED if reading.failures else DONE)


@click.command(cls=Examples, examples="variorum quotations pages > quotations.jsonl")
@PATHS
def quotations(paths: tuple[str, ...]) -> None:
    """Print every quotation with its speaker, one JSON object a line."""
    archive = open_here()
    reading = _read(archive, paths)
    _print_found(reading, archive.quotations(reading.articles), quotation_record)


@click.command(cls=Examples, examples="variorum figures pages > figures.jsonl")
@PATHS
def figures(paths: tuple[str, ...]) -> None:
    """Print every figure (quantity, sum, share, date, age) stated, one JSON object a line."""
    archive = open_here()
    reading = _read(archive, paths)
    _print_found(reading, archive.figures(reading.articles), figure_record)


@click.command(
    cls=Examples,
    examples=(
        'echo "was already in the narrow part" | variorum trace - pages\n'
        "variorum trace pasted.txt pages --json\n"
        "variorum trace pasted.txt --archive news.db"
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a report.")
@ARCHIVE
@FAST
def trace(file: str, paths: tuple[str, ...], as_json: bool, url: str, fast: bool) -> None:
    """Find every page that carries a pasted text, oldest first, and what each changed.

    FILE holds the text (a sentence, a paragraph, a whole page), - is standard input. PATH is where to
    look; without one the text is looked for in the archive.
    """
    if file == "-" and "-" in paths:
        raise click.UsageError("standard input holds either the text or the pages, not both")
    archive = open_here()
    try:
        text = archive.pasted(file, standard_input=sys.stdin.buffer)
    except OptionError as error:
        raise click.UsageError(f"cannot trace {error}") from error
    if paths:
        traced = archive.trace(text, paths, standard_input=sys.stdin.buffer, fast=fast)
    else:
        with opened(url) as held:
            traced = held.trace(text)
    report(traced.failures, traced.notes)
    if as_json:
        print_json(trace_record(traced))
    else:
        print_trace(traced, sys.stdout)
    sys.exit(SOME_FAILED if traced.failures else DONE)


def _read(archive: Archive, paths: tuple[str, ...], *, fast: bool = False) -> Reading:
    reading = archive.read(paths, standard_input=sys.stdin.buffer, fast=fast)
    report(reading.failures, reading.notes)
    return reading


def _print_found(
    reading: Reading,
    found: Found[Finding],
    record: Callable[[Finding, Mapping[ArticleId, str | None]], dict[str, Any]],
) -> None:
    """Print what was found in the articles of a reading, and end as the commands do."""
    report(found.failures)
    keys = {article.id: article.capture.key for article in reading.articles}
    for finding in found.findings:
        print_json(record(finding, keys))
    sys.exit(SOME_FAILED if reading.failures or found.failures else DONE)
