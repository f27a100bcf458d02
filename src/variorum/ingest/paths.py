"""Paths as a person gives them: files, folders of them, `-`; each file once, in order of name."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model import Failure, Note
from .unpacking import PACKED_ENDINGS

PAGE_ENDINGS = (".txt", ".html", ".htm", ".xhtml")
RECORD_ENDINGS = (".jsonl", ".ndjson")
FEED_ENDINGS = (".xml", ".rss", ".atom")
WARC_ENDINGS = (".warc", ".wet")
PARQUET_ENDINGS = (".parquet",)
# Each of them also packed (.gz, .zst), but for Parquet, which packs its columns itself.
ENDINGS = PAGE_ENDINGS + RECORD_ENDINGS + (".json",) + FEED_ENDINGS + WARC_ENDINGS + PARQUET_ENDINGS
_FOUND = ENDINGS + tuple(each + packed for each in ENDINGS[:-1] for packed in PACKED_ENDINGS)


def list_files(paths: Iterable[str]) -> Iterator[Path | Failure | Note]:
    """Yield the files that `paths` name, a failure for each that names none, a note for repeats."""
    seen: set[Path] = set()
    for given in paths:
        for each in _files_of(given):
            if not isinstance(each, Path):
                yield each
                continue
            resolved = Path(os.path.realpath(each))
            if resolved in seen:
                yield Note(location_of(each), "is given more than once; read once")
                continue
            seen.add(resolved)
            yield each


def location_of(path: Path | str) -> str:
    """Return a path as text that can be stored and printed, whatever bytes its name has."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _files_of(given: str) -> Iterator[Path | Failure]:
    path = Path(given)
    failure = _refuse(path)
    if failure is not None:
        yield failure
    elif path.is_dir():
        found = list(_files_below(path))
        yield from found
        if not found:
            name = location_of(given)
            yield Failure(name, f"{name}: the folder holds no pages ({_wanted()})")
    else:
        yield path


def _refuse(path: Path) -> Failure | None:
    """Return why nothing can be read at `path`, `None` where it is a file or a folder."""
    name = location_of(path)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            return Failure(name, f"{name}: is a link that leads nowhere")
        return Failure(name, f"{name}: there is no such file or folder")
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or str(error)
        return Failure(name, f"{name}: cannot be read: {told}")
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    # Reading a pipe or a device could wait for ever.
    return Failure(
        name, f"{name}: is no regular file (a pipe, socket or device); give - to read a pipe"
    )


def _files_below(folder: Path) -> Iterator[Path | Failure]:
    """Yield the pages in a folder and below; hidden ones and links to folders are left alone."""
    failures: list[Failure] = []

    def refuse(error: OSError) -> None:
        name = location_of(error.filename or folder)
        failures.append(Failure(name, f"{name}: cannot be read: {error.strerror or error}"))

    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [each for each in folders if not each.startswith(".")]
        found += [
            Path(root, name)
            for name in names
            if name.lower().endswith(_FOUND) and not name.startswith(".")
        ]
    for path in sorted(found):
        yield _refuse(path) or path
    yield from failures


def _wanted() -> str:
    return "files ending in " + ", ".join(ENDINGS)
