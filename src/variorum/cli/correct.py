"""The commands that put stories right by hand: correct join, split, move, part, list."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, Literal

import click

from ..archive import Archive
from ..errors import OptionError
from ..model import ArticleId
from ..model.holding import Correction, Hit
from ..text import printable
from .held import ARCHIVE, JSON, opened, print_story
from .named import named_pages, pages_of, texts_of
from .running import Examples, print_json

Kind = Literal["join", "split", "move", "part"]
_WHO_IN_ENVIRONMENT = ("LOGNAME", "USER", "USERNAME")


class Corrections(Examples, click.Group):
    """Commands under one name, whose help ends in examples as that of any other."""


def _readable(_: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """Refuse bytes that are no text: a database takes none, and nobody could read them."""
    try:
        " ".join((value,) if isinstance(value, str) else value).encode("utf-8")
    except UnicodeEncodeError as error:
        raise click.BadParameter("is no text in UTF-8", param=parameter) from error
    return value


PAGES = click.argument("pages", nargs=-1, required=True, metavar="PAGE...", callback=_readable)
WHO = click.option(
    "--who",
    metavar="NAME",
    envvar=_WHO_IN_ENVIRONMENT,
    default="",
    callback=_readable,
    help="Who says so; if not given, the name that the environment has of you.",
)
NOTE = click.option("--note", metavar="TEXT", default="", callback=_readable, help="Why.")


@click.group(
    cls=Corrections,
    examples="variorum correct join 4dc30590982156bc 9a1f02c47be0d815 --note 'one fire'\n"
    "variorum correct split https://mail.example/pier\n"
    "variorum correct list",
)
def correct() -> None:
    """Put stories right by hand, for good: no later run undoes it.

    STORY is any id that a story ever had; PAGE is the id of an article or the address of its page.
    What was put right is kept with who did it, when and why; where two contradict
    each other, the later one holds.
    """


@click.command(cls=Examples, examples="variorum correct join 4dc30590982156bc 9a1f02c47be0d815")
@click.argument("story", metavar="STORY", callback=_readable)
@click.argument("other", metavar="STORY", callback=_readable)
@NOTE
@WHO
@ARCHIVE
@JSON
def join(story: str, other: str, url: str, **by_hand: Any) -> None:
    """Make one story of two."""
    with opened(url) as archive:
        kept, joined = texts_of(archive, story), texts_of(archive, other)
        if kept[0].story == joined[0].story:
            click.echo(f"nothing changed: {story} and {other} are one story already", err=True)
            return
        # All texts of both, so that they stay together however pages to come group them.
        articles = (*_ids(joined), *_ids(kept[1:]))
        _put_right(archive, "join", articles, kept[0].article, **by_hand)


@click.command(
    cls=Examples,
    examples="variorum correct split https://mail.example/pier --note 'another pier'",
)
@PAGES
@NOTE
@WHO
@ARCHIVE
@JSON
def split(pages: tuple[str, ...], url: str, **by_hand: Any) -> None:
    """Give pages, and copies of their text, their own story."""
    with opened(url) as archive:
        found = named_pages(archive, pages)
        _put_right(archive, "split", _ids(found), None, **by_hand)


@click.command(
    cls=Examples,
    examples="variorum correct move https://mail.example/pier --to 4dc30590982156bc",
)
@PAGES
@click.option(
    "--to", "story", metavar="STORY", required=True, callback=_readable, help="Where they belong."
)
@NOTE
@WHO
@ARCHIVE
@JSON
def move(pages: tuple[str, ...], story: str, url: str, **by_hand: Any) -> None:
    """Move pages, and copies of their text, to another story."""
    with opened(url) as archive:
        found = named_pages(archive, pages)
        moved = {each.account for each in found}
        staying = [each for each in texts_of(archive, story) if each.account not in moved]
        if not staying:
            click.echo(f"nothing changed: story {story} has no other text than theirs", err=True)
            return
        _put_right(archive, "move", _ids(found), staying[0].article, **by_hand)


@click.command(
    cls=Examples, examples="variorum correct part https://mail.example/pier --note 'own report'"
)
@PAGES
@NOTE
@WHO
@ARCHIVE
@JSON
def part(pages: tuple[str, ...], url: str, **by_hand: Any) -> None:
    """Count pages as copies of nothing, whatever their words.

    Each has an account of its own then, and together they are a story of their own; `move` takes
    them back to one.
    """
    with opened(url) as archive:
        found = named_pages(archive, pages)
        _put_right(archive, "part", _ids(found), None, **by_hand)


@click.command("list", cls=Examples, examples="variorum correct list\nvariorum correct list --json")
@ARCHIVE
@JSON
def list_corrections(url: str, as_json: bool) -> None:
    """List what was put right by hand, by whom, when and why."""
    with opened(url) as archive:
        made = archive.corrections()
        headlines = {} if as_json else _headlines(archive, made)
    for each in made:
        if as_json:
            print_json(asdict(each))
        else:
            _print_correction(each, headlines)
    if not made and not as_json:
        click.echo("nothing was put right by hand")


for _command in (join, split, move, part, list_corrections):
    correct.add_command(_command)


def _put_right(
    archive: Archive,
    kind: Kind,
    articles: tuple[ArticleId, ...],
    target: ArticleId | None,
    *,
    who: str,
    note: str,
    as_json: bool,
) -> None:
    """Keep a correction, and print the stories that come of it."""
    if not who.strip():
        raise OptionError("--who", "is needed: the environment has no name of you")
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    made = Correction(kind, articles, target, who.strip(), when, note.strip())
    before = _groups(archive, made.named)
    changed = archive.correct(made)
    if _groups(archive, made.named) == before:
        click.echo("nothing changed; what you said is kept, and holds for pages to come", err=True)
        return
    # One of those left may have gone up in another since: it leads there.
    stories = [archive.summary(each) for each in changed]
    for story in {each.id: each for each in stories}.values():
        if as_json:
            print_json(asdict(story))
        else:
            print_story(story)


def _groups(archive: Archive, articles: Iterable[ArticleId]) -> set[frozenset[Any]]:
    """Return the stories in which some articles stand: of each, which pages share which account."""
    stories = {each.story for each in archive.newest(articles)}
    return {
        frozenset((each.article, each.account) for each in pages_of(archive, story))
        for story in stories
        if story is not None
    }


def _ids(pages: Iterable[Hit]) -> tuple[ArticleId, ...]:
    return tuple(each.article for each in pages)


def _headlines(archive: Archive, made: Iterable[Correction]) -> dict[str, str]:
    """Return the headlines of the pages that corrections name, as far as those are the newest states."""
    named = [id for each in made for id in each.named]
    return {hit.article: hit.headline or "" for hit in archive.newest(named)}


def _print_correction(correction: Correction, headlines: dict[str, str]) -> None:
    click.echo(printable(f"{correction.when}  {correction.who}: {correction.kind}"))
    for id in correction.articles:
        click.echo(printable(f"    {id}  {headlines.get(id, '')}".rstrip()))
    if correction.target:
        click.echo(
            printable(f"    with {correction.target}  {headlines.get(correction.target, '')}")
        )
    if correction.note:
        click.echo(printable(f"    note: {correction.note}"))
