"""Articles recovered from HTML, fast and fully, and from text alone, against trafilatura on the same pages.

Of HTML everything is counted that happens between the page as a string and the article: rendering,
body and fields. Text alone is what the rendering gives, read as a capture of text.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import trafilatura

from eval.labelled import read_rows
from variorum.errors import CaptureError
from variorum.extract import extract_articles, render_markup
from variorum.ingest import make_capture
from variorum.model import Capture

from .timing import time_in_turn

_PAGES = 40


def run() -> Iterator[str]:
    """Yield pages a second of both, and the ratios to trafilatura with its default settings and fast."""
    rows = [row for _, row in zip(range(_PAGES), read_rows("pages"), strict=False)]
    captures = _captures(rows)
    texts = [make_capture(each.location, each.text, is_markup=False) for each in captures]
    pages = [each.markup or "" for each in captures]
    ways: tuple[tuple[str, Callable[[], object]], ...] = (
        ("HTML", lambda: extract_articles(_rendered(captures))),
        ("HTML --fast", lambda: extract_articles(_rendered(captures), fast=True)),
        ("text alone", lambda: extract_articles(texts)),
    )
    for name, way in ways:
        ours, default = time_in_turn(way, lambda: [trafilatura.extract(page) for page in pages])
        _, fast = time_in_turn(
            way, lambda: [trafilatura.extract(page, fast=True) for page in pages], rounds=1
        )
        yield (
            f"{name}: {len(pages) / ours:8.1f} pages/s; trafilatura {len(pages) / default:6.1f}, "
            f"ratio {default / ours:5.2f}; trafilatura fast {len(pages) / fast:6.1f}, "
            f"ratio {fast / ours:5.2f}"
        )


def _rendered(captures: list[Capture]) -> list[Capture]:
    """Return the captures rendered anew: what making a capture of a page costs beyond reading it."""
    return [replace(each, text=render_markup(each.markup or "")) for each in captures]


def _captures(rows: list[dict[str, str]]) -> list[Capture]:
    found = []
    for row in rows:
        try:
            found.append(make_capture(row["id"], row["html"], is_markup=True, url=row["url"]))
        except CaptureError:
            continue
    return found
