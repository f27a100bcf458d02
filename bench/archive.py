"""The archive: what adding to a large one costs, how fast its pages are read meanwhile, how large it is.

The collection is one agency's output with copies that we made of it on other outlets' pages, two
days about the original, and is kept in a temporary folder.
"""

import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from eval.editing import Paragraphs, edit
from eval.growing import paragraphs_of
from eval.labelled import data_path, read_rows
from variorum.archive import Archive, open_archive
from variorum.ingest import make_capture
from variorum.model import Capture, Stated

from .copies import ORIGINALS

# By default a few minutes; 100,000 for what is stated in docs.
SIZE = 4_000
_ADDED = 1000
_READERS = 8
# Stories that are opened: those that a front page shows.
_OPENED = 50
_SECONDS = 20.0
_SEED = 23
_OUTLETS = tuple(f"Outlet {number}" for number in range(200))
_DESKS = (1, 2, 3)
_WORKERS = 2


def run(size: int = SIZE) -> Iterator[str]:
    """Yield speed of adding to an archive of `size` articles, times of reading, and bytes an article."""
    data_path("bulk")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "variorum.db"
        yield from measure(str(path), size)
        yield _told_size(path, size + _ADDED)


def measure(url: str, size: int) -> Iterator[str]:
    """Yield the measurements on an archive that is to be filled."""
    captures = grow_captures(size + _ADDED)
    chance = random.Random(_SEED)
    chance.shuffle(captures)
    archive = open_archive(url, workers=_WORKERS)
    begun = time.perf_counter()
    archive.add_captures(captures[:size])
    seconds = time.perf_counter() - begun
    yield f"filled with {size:,} articles: {size / seconds:.0f} articles/s"
    added = captures[size:]
    begun = time.perf_counter()
    archive.add_captures(added)
    seconds = time.perf_counter() - begun
    yield f"add of {len(added):,} more to {size:,}: {len(added) / seconds:.0f} articles/s"
    yield from read_times(archive, "nobody adding")


def read_times(archive: Archive, told: str) -> Iterator[str]:
    """Yield the times of the pages that people ask for, with several readers at once."""
    stories = archive.stories(limit=_OPENED).rows
    words = [word for each in stories for word in (each.headline or "").split()[:3]]
    begun = time.perf_counter()
    judged = archive.judge(_OPENED)
    if judged:
        spent = 1000 * (time.perf_counter() - begun) / judged
        yield f"compared ahead: {judged} stories, those of most houses, {spent:.0f} ms each"
    articles = [a.id for each in stories for a in archive.story(each.id).articles]
    asks: dict[str, Callable[[random.Random], Any]] = {
        "front": lambda chance: archive.stories(limit=50),
        "story": lambda chance: archive.story(chance.choice(stories).id),
        "article": lambda chance: archive.article(chance.choice(articles)),
        "search": lambda chance: archive.search(chance.choice(words)),
    }
    times: dict[str, list[float]] = {name: [] for name in asks}
    until = time.perf_counter() + _SECONDS

    def read(number: int) -> None:
        chance = random.Random(number)
        while time.perf_counter() < until:
            name = chance.choice(list(asks))
            begun = time.perf_counter()
            asks[name](chance)
            times[name].append(1000 * (time.perf_counter() - begun))
            time.sleep(0.05)

    threads = [threading.Thread(target=read, args=(n,)) for n in range(_READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name, found in times.items():
        yield (
            f"{name}, {told}, {_READERS} readers: median {statistics.median(found):.1f} ms, "
            f"99th percentile {_percentile(found, 0.99):.0f} ms ({len(found)} pages)"
        )


def grow_captures(size: int) -> list[Capture]:
    """Return captures of about so many pages: one agency's articles, and copies of them elsewhere."""
    chance = random.Random(_SEED)
    rows = [
        row for row in islice(read_rows("bulk"), size // ORIGINALS + 200) if row["text"].strip()
    ]
    wires = [(row, paragraphs_of(row["text"], chance)) for row in rows]
    wires = [(row, wire) for row, wire in wires if wire][: max(1, size // ORIGINALS)]
    foreign = [wire[0] for _, wire in wires[:200]]
    found = [_capture(row, wire, None, n) for n, (row, wire) in enumerate(wires)]
    while len(found) < size:
        row, wire = chance.choice(wires)
        text: Paragraphs = wire
        for _ in range(chance.choice((0, *_DESKS))):
            text = edit(text, foreign, chance)
        found.append(_capture(row, text, chance.choice(_OUTLETS), len(found)))
    return found


def _capture(row: dict[str, Any], text: Sequence[str], outlet: str | None, number: int) -> Capture:
    stated = Stated(
        headline=row["title"],
        outlet=outlet or "Agency",
        published=row["date"],
        recovered=True,
    )
    url = (
        row["url"]
        if outlet is None
        else f"https://{outlet.replace(' ', '').lower()}.example/{number}"
    )
    return make_capture(
        f"bulk:{number}", "\n\n".join(text), is_markup=False, url=url, stated=stated
    )


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def _told_size(path: Path, articles: int) -> str:
    held = sum(each.stat().st_size for each in path.parent.glob(path.name + "*"))
    return f"archive: {held / 1e6:.0f} MB, {held / articles / 1000:.1f} kB an article with its text"
