"""What every command on pages does alike: its options, its examples, where its words go, how it ends."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from ..archive import Archive, open_archive
from ..model import Failure, Note
from ..text import printable

PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
FAST = click.option(
    "--fast",
    is_flag=True,
    help="For bulk: read of HTML only its lines and metadata, a little less exactly.",
)
DONE, SOME_FAILED = 0, 1


class Examples(click.Command):
    """A command whose help ends in working examples, printed as they are."""

    def __init__(self, *args: Any, examples: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("context_settings", {"help_option_names": ["-h", "--help"]})
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the options."""
        with formatter.section("Example"):
            for line in self.examples.splitlines():
                formatter.write(f"  {line}\n")


def open_here() -> Archive:
    """Return an archive that works with all of this machine."""
    return open_archive(workers=os.cpu_count() or 1)


def report(failures: Iterable[Failure], notes: Iterable[Note] = ()) -> None:
    """Name on standard error what a person should know of, and what failed."""
    for note in notes:
        click.echo(printable(f"note: {note.location}: {note.text}"), err=True)
    for failure in failures:
        click.echo(printable(f"failed: {failure.error}"), err=True)


def print_json(record: Mapping[str, Any]) -> None:
    """Print one object on a line of its own."""
    # Bytes, since standard output need not be UTF-8 where JSON always is.
    line = json.dumps(record, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8"))


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file, text as UTF-8, or end with the reason why that cannot be done."""
    try:
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise click.FileError(str(path), error.strerror or str(error)) from error
