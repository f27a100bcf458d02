"""Articles recovered from text alone and from HTML, against trafilatura on the same pages."""

from collections.abc import Iterator

import trafilatura

from eval.labelled import read_rows
from variorum.errors import CaptureError
from variorum.extract import extract_articles
from variorum.ingest import make_capture
from variorum.model import Capture

from .timing import time_in_turn

_PAGES = 40


def run() -> Iterator[str]:
    """Yield pages a second of both, and the ratio."""
    rows = [row for _, row in zip(range(_PAGES), read_rows("pages"), strict=False)]
    from_markup = _captures(rows)
    from_text = [make_capture(each.location, each.text, is_markup=False) for each in from_markup]
    for name, captures in (("HTML", from_markup), ("text alone", from_text)):
        ours, rival = time_in_turn(
            lambda captures=captures: extract_articles(captures),  # type: ignore[misc]
            lambda: [trafilatura.extract(row["html"], fast=True) for row in rows],
        )
        yield (
            f"{name}: {len(captures) / ours:8.1f} pages/s; trafilatura (fast, HTML) "
            f"{len(rows) / rival:6.1f}; ratio {rival / ours:.2f}"
        )


def _captures(rows: list[dict[str, str]]) -> list[Capture]:
    found = []
    for row in rows:
        try:
            found.append(make_capture(row["id"], row["html"], is_markup=True, url=row["url"]))
        except CaptureError:
            continue
    return found
