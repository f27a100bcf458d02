"""`variorum watch`: feeds kept being read, new pages written into a folder."""

import re
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import click

from ..errors import CaptureError
from ..model import Failure, Note
from .running import DONE, SOME_FAILED, Examples, report

if TYPE_CHECKING:
    from ..ingest.watching import IntoFolder, Watched, WatchOptions

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_LEAST = timedelta(minutes=1)
# A list of feeds has some kilobytes.
_LARGEST_OPML = 16 * 1024 * 1024
_STATE = "watch.db"


class Duration(click.ParamType["timedelta"]):
    """A length of time as people write it: 90s, 15m, 2h, 1d."""

    name = "duration"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        """Return the length of time."""
        if isinstance(value, timedelta):
            return value
        found = re.fullmatch(r"\s*(\d{1,6})\s*([smhd])\s*", str(value))
        if not found:
            self.fail(f"{value!r} is no length of time such as 90s, 15m, 2h or 1d", param, ctx)
        return timedelta(**{_UNITS[found[2]]: int(found[1])})


@click.command(
    cls=Examples,
    examples=(
        "variorum watch feeds.opml --into captured --once\n"
        "variorum watch https://courier.example/feed.xml --into captured --every 30m"
    ),
)
@click.argument("targets", nargs=-1, required=True, metavar="OPML|URL...")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder that new pages are written into (WARC), and entries with full text (JSON lines).",
)
@click.option("--once", is_flag=True, help="Read everything once and end.")
@click.option(
    "--every", type=Duration(), default="15m", show_default=True, help="How often feeds are asked."
)
@click.option("--pages", is_flag=True, help="Fetch the page of every entry, full text or not.")
@click.option(
    "--allow-private",
    is_flag=True,
    help="Also ask hosts of this machine and of private networks (an intranet).",
)
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"File that remembers what was read.  [default: {_STATE} in the folder]",
)
def watch(
    targets: tuple[str, ...],
    into: Path,
    once: bool,
    every: timedelta,
    pages: bool,
    allow_private: bool,
    state: Path | None,
) -> None:
    """Keep reading feeds, and take each new page once.

    URL is a feed (RSS, Atom, JSON Feed), a site map, or a page that names its feed; OPML a list of
    them. Hosts are asked one request at a time, as their robots.txt wants it.
    """
    if every < _LEAST:
        raise click.UsageError("feeds are asked once a minute at the most (--every 1m)")
    # The network's libraries are loaded with it: only where they are used.
    from ..ingest.watching import WatchOptions

    failures, urls = _subscriptions(targets)
    report(failures)
    options = WatchOptions(every=every, once=once, always_pages=pages)
    try:
        into.mkdir(parents=True, exist_ok=True)
        failed = _watch(urls, options, into, state or into / _STATE, allow_private=allow_private)
    except OSError as error:
        raise click.FileError(str(into), error.strerror or str(error)) from error
    except CaptureError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(SOME_FAILED if failed or failures else DONE)


def _watch(
    urls: list[str], options: "WatchOptions", into: Path, state: Path, *, allow_private: bool
) -> bool:
    """Watch until the end, or until a person ends it; tell whether anything failed."""
    from ..ingest.watching import Fetcher, IntoFolder, SystemClock, VisitsFile, watch

    failed = False
    with (
        closing(VisitsFile(state)) as visits,
        closing(IntoFolder(into)) as folder,
        closing(Fetcher(allow_private=allow_private)) as fetcher,
    ):
        found = watch(urls, fetcher, visits, clock=SystemClock(), random=Random(), options=options)
        try:
            for each in found:
                failed = failed or isinstance(each, Failure)
                _keep(each, folder)
        except KeyboardInterrupt:
            click.echo("ended; the next run goes on from here", err=True)
        finally:
            found.close()
            click.echo(f"{folder.count} new pages and entries in {into}", err=True)
    return failed


def _keep(found: "Watched", folder: "IntoFolder") -> None:
    if isinstance(found, Failure):
        report([found])
    elif isinstance(found, Note):
        report((), [found])
    else:
        folder.keep(found)


def _subscriptions(targets: tuple[str, ...]) -> tuple[list[Failure], list[str]]:
    """Return what is to be followed; a target without a scheme is a file that lists feeds."""
    from ..ingest.watching import read_opml

    failures: list[Failure] = []
    urls: list[str] = []
    for target in targets:
        if "://" in target:
            urls.append(target)
            continue
        try:
            with Path(target).open("rb") as opened:
                raw = opened.read(_LARGEST_OPML + 1)
            if len(raw) > _LARGEST_OPML:
                raise CaptureError(target, "is longer than a list of feeds may be")
            urls += [each.url for each in read_opml(raw, target)]
        except CaptureError as error:
            failures.append(Failure(target, str(error)))
        except OSError as error:
            failures.append(Failure(target, f"{target}: cannot be read: {error.strerror or error}"))
    return failures, urls
