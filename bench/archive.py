"""The archive: what adding to a large one costs, how fast its pages are read meanwhile, how large it is.

The collection is one agency's output with copies that we made of it on other outlets' pages, two
days about the original, and is kept in a temporary folder.
"""

import multiprocessing
import os
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
from tests.contracts.postgresql import Server, find_programs
from variorum.archive import Archive, open_archive
from variorum.ingest import make_capture
from variorum.model import Capture, Stated
from variorum.model.holding import StorySummary

from .copies import ORIGINALS

# By default a few minutes; 100,000 for what is stated in docs.
SIZE = 4_000
_ADDED = 1000
# A server of our own, without the tuning that a real one has.
_ON_SERVER = 2000
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
        captures = grow_captures(size + 2 * _ADDED)
        random.Random(_SEED).shuffle(captures)
        yield from measure(str(path), captures)
        yield _told_size(path, captures)
    missing = find_programs()
    if missing:
        yield f"PostgreSQL: skipped: {missing}"
        return
    with Server() as server:
        few = captures[: min(size, _ON_SERVER) + 2 * _ADDED]
        for line in measure(server.new_database(), few):
            yield f"PostgreSQL: {line}"


def measure(url: str, captures: Sequence[Capture]) -> Iterator[str]:
    """Yield the measurements on an archive that is to be filled, the last captures added apart."""
    size = len(captures) - 2 * _ADDED
    archive = open_archive(url, workers=_WORKERS)
    yield f"filled with {size:,} articles: {_add(archive, captures[:size])}"
    more = captures[size : size + _ADDED]
    yield f"add of {_ADDED:,} more to {size:,}: {_add(archive, more)}"
    stories = archive.stories(limit=_OPENED).rows
    yield from first_openings(archive, stories)
    archive.close()
    # Readers are threads, as in a server; pages are added by a process of its own, as by `watch`.
    adding = multiprocessing.get_context("fork").Process(
        target=_add_apart, args=(url, captures[size + _ADDED :])
    )
    adding.start()
    reading = open_archive(url)
    yield from read_times(reading, stories, adding.is_alive)
    adding.join()
    reading.close()


def _add(archive: Archive, captures: Sequence[Capture]) -> str:
    """Add captures; return how fast that was, on the clock and in seconds of processors."""
    begun, spent = time.perf_counter(), _processor_seconds()
    archive.add_captures(captures)
    seconds, spent = time.perf_counter() - begun, _processor_seconds() - spent
    rate = len(captures) / seconds
    return f"{rate:.0f} articles/s ({1000 * spent / len(captures):.1f} CPU-seconds per 1,000)"


def _processor_seconds() -> float:
    return sum(os.times()[:4])


def _add_apart(url: str, captures: Sequence[Capture]) -> None:
    open_archive(url, workers=1).add_captures(captures)


def first_openings(archive: Archive, stories: Sequence[StorySummary]) -> Iterator[str]:
    """Yield how long the first reader of a story waits, those of a front page one after the other."""
    times, pending = [], 0
    for each in stories:
        begun = time.perf_counter()
        pending += bool(archive.story(each.id, wait=False).notes)
        times.append(1000 * (time.perf_counter() - begun))
    archive.judge(_OPENED)
    yield (
        f"first opening of a story of the front, as the desk opens it: {_told_times(times)}; "
        f"{pending} of {len(stories)} came as they were grouped, to be compared aside"
    )


def read_times(
    archive: Archive, stories: Sequence[StorySummary], is_adding: Callable[[], bool]
) -> Iterator[str]:
    """Yield the times of the pages that people ask for, several at once, while pages are added."""
    words = [word for each in stories for word in (each.headline or "").split()[:3]]
    articles = [a.id for each in stories for a in archive.story(each.id).articles]
    asks: dict[str, Callable[[random.Random], Any]] = {
        "front": lambda chance: archive.stories(limit=50),
        "story": lambda chance: archive.story(chance.choice(stories).id, wait=False),
        "article": lambda chance: archive.article(chance.choice(articles)),
        "search": lambda chance: archive.search(chance.choice(words)),
    }
    times: dict[str, list[float]] = {name: [] for name in asks}
    until = time.perf_counter() + _SECONDS

    def read(number: int) -> None:
        chance = random.Random(number)
        while is_adding() and time.perf_counter() < until:
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
        yield f"{name}, {_READERS} readers while pages are added: {_told_times(found)}"


def _told_times(found: Sequence[float]) -> str:
    if not found:
        return "not measured"
    return (
        f"median {statistics.median(found):.1f} ms, "
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


def _told_size(path: Path, captures: Sequence[Capture]) -> str:
    held = sum(each.stat().st_size for each in path.parent.glob(path.name + "*"))
    own = sum(len(each.text.encode("utf-8")) for each in captures)
    count = len(captures)
    return (
        f"archive: {held / 1e6:.0f} MB, {held / count / 1000:.1f} kB an article with its text "
        f"(which is {own / count / 1000:.1f} kB as it came)"
    )
