"""What is to be asked, and when: at most one request a host at a time, the earliest first."""

import heapq
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from .visits import Kind


@dataclass(frozen=True, slots=True)
class Job:
    """One address to be asked; `depth` says how many others led to a listing."""

    url: str
    kind: Kind
    listed_by: str
    depth: int = 0


class Agenda:
    """Jobs in order of time; a host that is being asked keeps its other jobs back."""

    def __init__(self) -> None:
        self._queues: dict[str, list[tuple[datetime, int, Job]]] = {}
        self._urls: set[str] = set()
        self._busy: set[str] = set()
        self._free_at: dict[str, datetime] = {}
        self._count = 0

    def add(self, job: Job, moment: datetime) -> None:
        """Have a job done at `moment` or later; an address that waits already waits once."""
        if job.url in self._urls:
            return
        self._urls.add(job.url)
        self._count += 1
        # Of what is due at the same time, what came first goes first.
        heapq.heappush(self._queues.setdefault(host_of(job.url), []), (moment, self._count, job))

    def take(self, now: datetime) -> Job | None:
        """Return the job that is due longest at a host that is not busy; its host now is."""
        due = [
            (*queue[0][:2], host)
            for host, queue in self._queues.items()
            if host not in self._busy and self._moment(host) <= now
        ]
        if not due:
            return None
        host = min(due)[2]
        queue = self._queues[host]
        job = heapq.heappop(queue)[2]
        if not queue:
            del self._queues[host]
        self._urls.discard(job.url)
        self._busy.add(host)
        return job

    def done(self, job: Job, free_at: datetime | None) -> None:
        """Let the host of a job be asked again, at `free_at`."""
        host = host_of(job.url)
        self._busy.discard(host)
        self._free_at.pop(host, None)
        if free_at is not None and host in self._queues:
            self._free_at[host] = free_at

    def next_at(self) -> datetime | None:
        """Return when the next job at a host that is not busy is due."""
        return min(
            (self._moment(host) for host in self._queues if host not in self._busy), default=None
        )

    def __len__(self) -> int:
        """Return how many jobs wait."""
        return len(self._urls)

    def _moment(self, host: str) -> datetime:
        due = self._queues[host][0][0]
        return max(due, self._free_at.get(host, due))


def host_of(url: str) -> str:
    """Return the host of a URL, empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").removesuffix(".")
    except ValueError:
        return ""
