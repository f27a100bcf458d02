"""What is remembered of each address between two runs, so that nothing is read twice or lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from .robots import KeptRobots

Kind = Literal["listing", "page", "entry"]


@dataclass(frozen=True, slots=True)
class Visit:
    """The last that is known of one address.

    `listed_by` is the feed or site map that named it, and `listed_as` a digest of what that said,
    so that a changed entry is read again; `listed_at` is when it last did, to the day. `digest` is
    that of what was read. A page that is not `settled` is still to be read, not before `next_at`.
    """

    url: str
    kind: Kind
    next_at: datetime
    settled: bool = False
    asked_at: datetime | None = None
    answered_by: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    failures: int = 0
    listed_by: str | None = None
    listed_as: str | None = None
    listed_at: datetime | None = None


class Visits(Protocol):
    """Where visits are kept."""

    def load(self, url: str) -> Visit | None:
        """Return what is known of an address."""
        ...

    def keep(self, visit: Visit) -> None:
        """Keep what is known of an address, in place of what was; it stays, come what may."""
        ...

    def waiting(self) -> Iterable[Visit]:
        """Return the pages that are still to be read, those due first in front."""
        ...

    def forget(self, listing: str, before: datetime) -> None:
        """Forget what was read of a listing that has not named it since `before`."""
        ...

    def robots(self) -> Iterable[KeptRobots]:
        """Return each robots.txt that is kept, those that hold no longer included."""
        ...

    def keep_robots(self, kept: KeptRobots) -> None:
        """Keep a robots.txt in place of the one before."""
        ...


class MemoryVisits:
    """Visits kept as long as the program runs."""

    def __init__(self) -> None:
        self._visits: dict[str, Visit] = {}
        self._robots: dict[str, KeptRobots] = {}

    def load(self, url: str) -> Visit | None:
        """Return what is known of an address."""
        return self._visits.get(url)

    def keep(self, visit: Visit) -> None:
        """Keep what is known of an address, in place of what was."""
        self._visits[visit.url] = visit

    def waiting(self) -> tuple[Visit, ...]:
        """Return the pages that are still to be read, those due first in front."""
        found = (each for each in self._visits.values() if each.kind == "page" and not each.settled)
        return tuple(sorted(found, key=lambda visit: (visit.next_at, visit.url)))

    def forget(self, listing: str, before: datetime) -> None:
        """Forget what was read of a listing that has not named it since `before`."""
        self._visits = {
            url: visit
            for url, visit in self._visits.items()
            if visit.kind == "listing"
            or not visit.settled
            or visit.listed_by != listing
            or (visit.listed_at or visit.asked_at or before) >= before
        }

    def robots(self) -> tuple[KeptRobots, ...]:
        """Return each robots.txt that is kept."""
        return tuple(self._robots.values())

    def keep_robots(self, kept: KeptRobots) -> None:
        """Keep a robots.txt in place of the one before."""
        self._robots[kept.origin] = kept


class HeldVisits:
    """Visits held back until what they brought is stored; what is not released is read again.

    A run that is killed before forgets them, as though those addresses had not been asked.
    """

    def __init__(self, kept: Visits) -> None:
        self._kept = kept
        self._held: dict[str, Visit] = {}
        self._forgotten: dict[str, datetime] = {}

    def load(self, url: str) -> Visit | None:
        """Return what is known of an address, held back or not."""
        return self._held.get(url) or self._kept.load(url)

    def keep(self, visit: Visit) -> None:
        """Hold what is known of an address."""
        # The last word on an address goes behind all that it may rest on.
        self._held.pop(visit.url, None)
        self._held[visit.url] = visit

    def waiting(self) -> tuple[Visit, ...]:
        """Return the pages that are still to be read, those due first in front."""
        found = {visit.url: visit for visit in self._kept.waiting()} | self._held
        pages = (each for each in found.values() if each.kind == "page" and not each.settled)
        return tuple(sorted(pages, key=lambda visit: (visit.next_at, visit.url)))

    def forget(self, listing: str, before: datetime) -> None:
        """Forget it once it is kept when the others were listed last."""
        self._forgotten[listing] = before

    def robots(self) -> Iterable[KeptRobots]:
        """Return each robots.txt that is kept."""
        return self._kept.robots()

    def keep_robots(self, kept: KeptRobots) -> None:
        """Keep a robots.txt, which is true whatever is stored, at once."""
        self._kept.keep_robots(kept)

    def release(self) -> None:
        """Have all that is held kept, in the order in which it came, then forget what may be."""
        for visit in self._held.values():
            self._kept.keep(visit)
        self._held.clear()
        for listing, before in self._forgotten.items():
            self._kept.forget(listing, before)
        self._forgotten.clear()
