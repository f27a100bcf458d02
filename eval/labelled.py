"""The labelled data: where it lies, and how it is read. Third-party text; nothing of it is kept here."""

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


class DataAbsentError(Exception):
    """The labelled file is not on this machine."""


def data_folder() -> Path:
    """Return the folder of labelled data: VARIORUM_DATA, or ../shared/data beside the checkout."""
    return Path(os.environ.get("VARIORUM_DATA") or ROOT.parent / "shared" / "data")


def data_path(name: str) -> Path:
    """Return the path of `name`.jsonl.gz; raise DataAbsentError where it is not there."""
    path = data_folder() / f"{name}.jsonl.gz"
    if not path.exists():
        raise DataAbsentError(f"{name}.jsonl.gz is not in the data folder (set VARIORUM_DATA)")
    return path


def read_rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of `name`.jsonl.gz."""
    with gzip.open(data_path(name), "rt", encoding="utf-8") as opened:
        for line in opened:
            yield json.loads(line)


def digest(name: str) -> str:
    """Return the digest of a labelled file, so that a floor says on what it was measured."""
    return hashlib.sha256(data_path(name).read_bytes()).hexdigest()[:16]
