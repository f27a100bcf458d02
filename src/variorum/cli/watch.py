"""`variorum watch`: feeds kept being read, what is new put into the archive or a folder."""

import os
import re
import sys
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from ..archive import open_archive
from ..errors import CaptureError, VariorumError
from ..model import Failure, Note
from .running import DONE, SOME_FAILED, Examples, report

if TYPE_CHECKING:
    from ..ingest.watching import Taken, Visits, Watched, WatchOptions

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_LEAST = timedelta(minutes=1)
# A list of feeds has some kilobytes.
_LARGEST_OPML = 16 * 1024 * 1024
_STATE, _ARCHIVE = "watch.db", "variorum.db"
# Pages are put into the archive so many at once, or as soon as there is a pause.
_BATCH = 100


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
        "variorum watch feeds.opml --once\n"
        "variorum watch https://courier.example/feed.xml --every 30m --into captured"
    ),
)
@click.argument("targets", nargs=-1, required=True, metavar="OPML|URL...")
@click.option("--once", is_flag=True, help="Read everything once and end.")
@click.option(
    "--every", type=Duration(), default="15m", show_default=True, help="How often feeds are asked."
)
@click.option("--pages", is_flag=True, help="Fetch the page of every entry, full text or not.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write new pages into this folder (WARC, and JSON lines for entries with full text); "
    "with --archive into both, without it not into the archive.",
)
@click.option(
    "--archive",
    envvar="VARIORUM_ARCHIVE",
    show_envvar=True,
    help=f"File or postgresql:// address of the archive.  [default: {_ARCHIVE}]",
)
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"File that remembers what was read.  [default: {_STATE}, beside the pages or the archive]",
)
@click.option(
    "--allow-private",
    is_flag=True,
    help="Also ask hosts of this machine and of private networks (an intranet).",
)
@click.pass_context
def watch(
    context: click.Context,
    targets: tuple[str, ...],
    once: bool,
    every: timedelta,
    pages: bool,
    into: Path | None,
    archive: str | None,
    state: Path | None,
    allow_private: bool,
) -> None:
    """Keep reading feeds, and take each new page once.

    URL is a feed (RSS, Atom, JSON Feed), a site map, or a page that names its feed; OPML a list of
    them. Hosts are asked one request at a time, as their robots.txt wants it.
    """
    if every < _LEAST:
        raise click.UsageError("feeds are asked once a minute at the most (--every 1m)")
    # The network's libraries are loaded with it: only where they are used.
    from ..ingest.watching import WatchOptions

    by_environment = context.get_parameter_source("archive") is ParameterSource.ENVIRONMENT
    if into is not None and (archive is None or by_environment):
        archive = None
    else:
        archive = archive or _ARCHIVE
    failures, urls = _subscriptions(targets)
    report(failures)
    options = WatchOptions(every=every, once=once, always_pages=pages)
    try:
        failed = _watch(
            urls,
            options,
            into,
            archive,
            state or _state(into, archive),
            allow_private=allow_private,
        )
    except VariorumError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(SOME_FAILED if failed or failures else DONE)


def _state(into: Path | None, archive: str | None) -> Path:
    """Return where it is remembered what was read, unless a person names a place."""
    if into is not None:
        return into / _STATE
    beside = Path(archive or "")
    return Path(_STATE) if "://" in str(archive) else beside.with_name(f"{beside.name}.{_STATE}")


def _watch(
    urls: list[str],
    options: "WatchOptions",
    into: Path | None,
    archive: str | None,
    state: Path,
    *,
    allow_private: bool,
) -> bool:
    """Watch until the end, or until a person ends it; tell whether anything failed."""
    from ..ingest.watching import Fetcher, SystemClock, VisitsFile, watch

    with ExitStack() as stack:
        desk = _Desk(into, archive, stack.enter_context(closing(VisitsFile(state))), stack)
        fetcher = stack.enter_context(closing(Fetcher(allow_private=allow_private)))
        found = watch(
            urls, fetcher, desk.visits, clock=SystemClock(), random=Random(), options=options
        )
        try:
            for each in found:
                desk.take(each)
        except KeyboardInterrupt:
            click.echo("ending; the next run goes on from here", err=True)
        finally:
            found.close()
        desk.settle()
        click.echo(f"{desk.count} new pages and entries", err=True)
    return desk.failed


class _Desk:
    """Where what was taken goes: a folder at once, an archive by the batch."""

    def __init__(
        self, into: Path | None, archive: str | None, visits: "Visits", stack: ExitStack
    ) -> None:
        from ..ingest.watching import HeldVisits, IntoFolder

        self.visits = HeldVisits(visits)
        self._folder = stack.enter_context(closing(IntoFolder(into))) if into else None
        self._archive = open_archive(archive, workers=os.cpu_count() or 1) if archive else None
        self._batch: list[Taken] = []
        self.count = 0
        self.failed = False

    def take(self, found: "Watched") -> None:
        """Take what watching has found."""
        from ..ingest.watching import Pause

        if isinstance(found, Failure):
            self.failed = True
            report([found])
        elif isinstance(found, Note):
            report((), [found])
        elif isinstance(found, Pause):
            self.settle()
        else:
            self.count += 1
            if self._folder is not None:
                self._folder.keep(found)
            self._batch.append(found)
            if self._archive is None or len(self._batch) >= _BATCH:
                self.settle()

    def settle(self) -> None:
        """Store what was taken, then remember that it was read."""
        from ..ingest.watching import captures

        if self._archive is not None and self._batch:
            added = self._archive.add_captures(captures(self._batch))
            self.failed = self.failed or bool(added.failures)
            report(added.failures, added.notes)
        self._batch.clear()
        self.visits.release()


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
