"""The commands on an archive: add, stories, show, search, check."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import click

from ..archive import Archive, open_archive
from ..errors import ArchiveError, NotFoundError, OptionError
from ..model.holding import Hit, StorySummary
from ..text import printable
from .running import DONE, FAST, PATHS, SOME_FAILED, Examples, print_json, report

ARCHIVE = click.option(
    "--archive",
    "url",
    envvar="VARIORUM_ARCHIVE",
    default="variorum.db",
    show_default=True,
    metavar="FILE or URL",
    help="The archive: a file, or postgresql://… for a team; VARIORUM_ARCHIVE may name it.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
# Stories touched by one `add` that are compared at once; after more of them the rest is compared when
# somebody first opens it.
_AT_ONCE = 100


@contextmanager
def opened(url: str, *, must_exist: bool = True) -> Iterator[Archive]:
    """Give an archive, and end with a sentence where it cannot be used."""
    if must_exist and "://" not in url and not os.path.exists(url):  # noqa: PTH110 - may be an address
        raise click.ClickException(f"{url}: there is no archive yet; `variorum add` makes one")
    try:
        archive = open_archive(url, workers=os.cpu_count() or 1)
        try:
            yield archive
        finally:
            archive.close()
    except OptionError as error:
        raise click.UsageError(str(error)) from error
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error


@click.command(cls=Examples, examples="variorum add pages\nvariorum add pages --archive news.db")
@PATHS
@ARCHIVE
@FAST
def add(paths: tuple[str, ...], url: str, fast: bool) -> None:
    """Keep pages in the archive; only what is new is worked on.

    What an interrupted run has left is finished first. Pages may come in any order, in one go or
    again: accounts, stories and their ids come out the same.
    """
    with opened(url, must_exist=False) as archive, _progress() as progress:
        added = archive.add(paths, standard_input=sys.stdin.buffer, fast=fast, progress=progress)
        if len(added.stories) <= _AT_ONCE:
            archive.judge(_AT_ONCE, progress=progress)
    report(added.failures, added.notes)
    told = [f"{added.captures:,} new", f"{added.known:,} known"]
    if added.states:
        told.append(f"{added.states:,} new states of known pages")
    if added.resumed:
        told.append(f"{added.resumed:,} left by an earlier run")
    click.echo(f"{', '.join(told)}; {len(added.stories):,} stories new or changed")
    sys.exit(SOME_FAILED if added.failures else DONE)


@click.command(cls=Examples, examples="variorum stories --day 2025-10-14\nvariorum stories --json")
@ARCHIVE
@click.option("--day", metavar="DAY", help="Only stories with pages of this day, as 2031-05-02.")
@click.option("--outlet", metavar="NAME", help="Only stories that this outlet carries.")
@click.option("--agency", metavar="NAME", help="Only stories told by this agency.")
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True)
@click.option("--after", metavar="CURSOR", help="Go on where the last list ended.")
@JSON
def stories(
    url: str,
    day: str | None,
    outlet: str | None,
    agency: str | None,
    limit: int,
    after: str | None,
    as_json: bool,
) -> None:
    """List stories: those of most independent houses first, then of most accounts."""
    with opened(url) as archive:
        page = archive.stories(day=day, outlet=outlet, agency=agency, after=after, limit=limit)
    for each in page.rows:
        if as_json:
            print_json(asdict(each))
        else:
            print_story(each)
    if not page.rows and not as_json:
        click.echo("no stories")
    if page.next:
        click.echo(f"more: --after {page.next}", err=True)


@click.command(cls=Examples, examples="variorum show 4dc30590982156bc")
@click.argument("id", metavar="ID")
@ARCHIVE
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a report.")
def show(id: str, url: str, as_json: bool) -> None:
    """Show a story as `compare` shows its pages; ID is that of a story, an account or an article.

    An id that a story had before it grew will do, too.
    """
    # What prints a report is loaded with all that reports are made of.
    from ..export import comparison_record, print_comparison

    with opened(url) as archive:
        comparison = _story_of(archive, id)
    if as_json:
        print_json(comparison_record(comparison))
    else:
        print_comparison(comparison, sys.stdout)


def _story_of(archive: Archive, id: str) -> Any:
    try:
        return archive.story(id)
    except NotFoundError:
        pass
    try:
        return archive.account(id).comparison
    except NotFoundError:
        pass
    try:
        holding = archive.article(id)
    except NotFoundError as error:
        raise OptionError("ID", f"there is no story, account or article {id}") from error
    if holding.story is None:
        raise OptionError("ID", f"article {id} stands in no story")
    return archive.story(holding.story)


@click.command(
    cls=Examples,
    examples="variorum search 'ferry \"ran aground\" -drill'\nvariorum search ferry --own-text-only",
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@ARCHIVE
@click.option("--outlet", metavar="NAME", help="Only pages of this outlet.")
@click.option("--agency", metavar="NAME", help="Only pages that carry this agency's text.")
@click.option("--from", "date_from", metavar="DAY", help="Only pages of this day or later.")
@click.option("--to", "date_to", metavar="DAY", help="Only pages of this day or earlier.")
@click.option("--own-text-only", is_flag=True, help="Leave out pages that carry others' text.")
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True)
@click.option("--after", metavar="CURSOR", help="Go on where the last list ended.")
@JSON
def search(words: tuple[str, ...], url: str, limit: int, as_json: bool, **filters: Any) -> None:
    """Find articles that hold all WORDS; "words in quotation marks" as a phrase, -word not at all."""
    asked = " ".join(words)
    with opened(url) as archive:
        page = archive.search(asked, limit=limit, **filters)
    for hit in page.rows:
        if as_json:
            print_json(asdict(hit))
        else:
            _print_hit(hit)
    if not page.rows and not as_json:
        click.echo("nothing found")
    if page.next:
        click.echo(f"more: --after {page.next}", err=True)


@click.command(cls=Examples, examples="variorum check --archive news.db")
@ARCHIVE
def check(url: str) -> None:
    """Verify the archive: every page still what its digest says, every reference leads somewhere."""
    with opened(url) as archive:
        found = archive.check()
    for problem in found.problems:
        click.echo(printable(f"wrong: {problem}"), err=True)
    click.echo(
        f"{found.captures:,} captures, {found.articles:,} articles, {found.stories:,} stories: "
        + (f"{len(found.problems):,} problems" if found.problems else "all is well")
    )
    sys.exit(SOME_FAILED if found.problems else DONE)


def print_story(story: StorySummary) -> None:
    """Print a story of a list: its id, its headline, how many accounts, what is disputed."""
    counts = (
        f"{_count(story.houses, 'independent house')}, {_count(story.accounts, 'account')}, "
        f"{_count(story.pages, 'page')}"
    )
    click.echo(printable(f"{story.id}  {story.headline or '(no headline)'}"))
    days = " to ".join(dict.fromkeys(filter(None, (story.first_day, story.last_day))))
    click.echo(printable(f"    {counts}{'; ' + days if days else ''}"))
    if story.disputed:
        click.echo(printable(f"    disputed: {'; '.join(story.disputed)}"))


def _print_hit(hit: Hit) -> None:
    where = ", ".join(filter(None, (hit.outlet, (hit.published or "")[:10])))
    click.echo(printable(f"{hit.article}  {hit.headline or '(no headline)'}"))
    if where or hit.story:
        click.echo(printable(f"    {where}{'; story ' + hit.story if hit.story else ''}"))
    piece, at = [], hit.begin
    for mark in hit.marks:
        piece.append(hit.snippet[at - hit.begin : mark.begin - hit.begin])
        piece.append("*" + hit.snippet[mark.begin - hit.begin : mark.end - hit.begin] + "*")
        at = mark.end
    piece.append(hit.snippet[at - hit.begin :])
    click.echo(printable("    " + " ".join("".join(piece).split())))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@contextmanager
def _progress() -> Iterator[Callable[[int, str], None] | None]:
    """Give what tells on a terminal how far the work is."""
    if not sys.stderr.isatty():
        yield None
        return

    def told(done: int, what: str) -> None:
        click.echo(f"\r{done:,} {what}\x1b[K", err=True, nl=False)

    yield told
    click.echo("\r\x1b[K", err=True, nl=False)
