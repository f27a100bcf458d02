"""Paths as a person gives them: files, folders of them, `-`; each file once, in order of name."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model import Failure, Note

PAGE_ENDINGS = (".txt", ".html", ".htm")
RECORD_ENDINGS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
WARC_ENDINGS = (".warc", ".warc.gz")
ENDINGS = PAGE_ENDINGS + RECORD_ENDINGS + WARC_ENDINGS


def list_files(paths: Iterable[str]) -> Iterator[Path | Failure | Note]:
    """Yield the files that `paths` name, a failure for each that names none, a note for repeats."""
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        if path.is_dir():
            found = _files_below(path)
            if not found:
                yield Failure(given, f"{given}: the folder holds no pages ({_wanted()})")
        elif path.exists():
            found = [path]
        else:
            yield Failure(given, f"{given}: there is no such file or folder")
            continue
        for each in found:
            resolved = each.resolve()
            if resolved in seen:
                yield Note(str(each), "is given more than once; read once")
                continue
            seen.add(resolved)
            yield each


def _files_below(folder: Path) -> list[Path]:
    return sorted(
        each
        for each in folder.rglob("*")
        if each.name.lower().endswith(ENDINGS)
        and each.is_file()
        and not any(part.startswith(".") for part in each.relative_to(folder).parts)
    )


def _wanted() -> str:
    return "files ending in " + ", ".join(ENDINGS)
