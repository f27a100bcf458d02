"""What `variorum export --all` writes: the articles of an archive, one a row."""

import gzip
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from ..export import COLLECTIONS
from ..model import ArticleFilter
from .held import opened

_OPTIONS = (
    click.option(
        "--all",
        "is_whole",
        is_flag=True,
        help="All articles of the archive, one a row: jsonl, csv or parquet.",
    ),
    click.option("--from", "date_from", metavar="DAY", help="With --all: this day or later."),
    click.option("--to", "date_to", metavar="DAY", help="With --all: this day or earlier."),
    click.option(
        "--outlet", "outlets", multiple=True, metavar="NAME", help="With --all: of this outlet."
    ),
    click.option(
        "--agency", "agencies", multiple=True, metavar="NAME", help="With --all: of this agency."
    ),
    click.option(
        "--language", "languages", multiple=True, metavar="CODE", help="With --all: as en, de."
    ),
    click.option(
        "--own-text-only", is_flag=True, help="With --all: leave out pages that carry others' text."
    ),
    click.option(
        "--one-per-account",
        is_flag=True,
        help="With --all: of the pages that carry one text only the nearest to it.",
    ),
)


def of_archive(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say which articles of an archive are wanted."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def write_all(
    url: str,
    name: str,
    output: str | None,
    *,
    own_text_only: bool,
    one_per_account: bool,
    **filters: Any,
) -> None:
    """Write the articles that are wanted, and tell how many there were."""
    if name not in COLLECTIONS:
        raise click.UsageError(f"--all is for --format {', '.join(COLLECTIONS)}")
    if output is not None and (output.endswith("/") or Path(output).is_dir()):
        raise click.UsageError("--all goes to one file")
    asked = ArticleFilter(kinds=("article",), copies="own" if own_text_only else "all", **filters)
    with opened(url) as archive, _written(output) as stream:
        pages = archive.collect(asked, one_per_account=one_per_account)
        count = COLLECTIONS[name](pages, stream)
    click.echo(f"{count:,} article{'' if count == 1 else 's'}", err=True)


@contextmanager
def _written(output: str | None) -> Iterator[IO[bytes]]:
    """Give where to write; a file stands under its name only once it is whole."""
    if output is None:
        # Bytes, since standard output need not be UTF-8 where these formats always are.
        yield sys.stdout.buffer
        return
    path = Path(output)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as plain:
            if path.suffix == ".gz":
                # Without a time of its own: the same archive gives the same file.
                with gzip.GzipFile("", "wb", fileobj=plain, mtime=0) as packed:
                    yield packed  # type: ignore[misc]
            else:
                yield plain
        os.replace(part, path)  # noqa: PTH105 - over what is there, on every system
    except OSError as error:
        raise click.FileError(output, error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)
