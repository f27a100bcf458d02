"""Somebody who watches a host of the tests, run after run."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from random import Random

from tests.ingest.watching.serving import Host, Network, TestClock, fetcher_on
from variorum.ingest.watching import (
    MemoryVisits,
    Pause,
    TakenPage,
    Visits,
    Watched,
    WatchOptions,
    watch,
)
from variorum.model import Failure, Note

SITE = "http://courier.example"
FEED = SITE + "/feed"
PROSE = "The harbour council of Marn voted on Tuesday to close the old ferry pier. " * 9
ONCE = WatchOptions(once=True, workers=1)


def entry(path: str, text: str = "Ferries stop.", title: str = "Pier") -> str:
    link = f"<link>{SITE}{path}</link>" if path else ""
    return f"<item><title>{title} {path}</title>{link}<description>{text}</description></item>"


def feed(*entries: str) -> str:
    told = f"<title>The Courier</title><link>{SITE}/</link>"
    return f'<rss version="2.0"><channel>{told}{"".join(entries)}</channel></rss>'


@dataclass
class Desk:
    """Somebody who watches: what was brought, run after run."""

    host: Host
    network: Network
    clock: TestClock = field(default_factory=TestClock)
    visits: Visits = field(default_factory=MemoryVisits)

    def watch(
        self, *urls: str, options: WatchOptions = ONCE, most: int | None = None
    ) -> list[Watched]:
        """Watch some addresses; end after `most` findings."""
        fetcher = fetcher_on(self.network, self.clock)
        found = watch(
            urls or (FEED,), fetcher, self.visits,
            clock=self.clock, random=Random(1), options=options,
        )  # fmt: skip
        told = (each for each in found if not isinstance(each, Pause))
        taken: list[Watched] = list(islice(told, most))
        found.close()
        return taken


def urls(found: Iterable[Watched]) -> list[str]:
    return [each.answer.url for each in found if isinstance(each, TakenPage)]


def failures(found: Iterable[Watched]) -> list[Failure]:
    return [each for each in found if isinstance(each, Failure)]


def notes(found: Iterable[Watched]) -> str:
    return " | ".join(each.text for each in found if isinstance(each, Note))
