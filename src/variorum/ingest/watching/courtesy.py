"""How hosts are treated: one request at a time, a gap between two, and robots.txt obeyed."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from ...errors import RefusedError
from .answers import ROBOTS, Answer, Conditions, Purpose, Unanswered
from .fetching import AGENT
from .robots import KeptRobots, Robots, robots_of
from .targets import Target, join_url

MOST_REDIRECTS = 5
_FOR_GOOD = frozenset({301, 308})
_REDIRECTS = frozenset({302, 303, 307}) | _FOR_GOOD
# Between two requests to one host. Crawlers of archives commonly wait one to five seconds.
GAP = timedelta(seconds=2)
# RFC 9309: a robots.txt is kept for a day at the most; one that could not be had is soon asked again.
_KEPT = timedelta(days=1)
_KEPT_UNREACHABLE = timedelta(minutes=30)
# A request that would have to wait longer than this for its host, since a robots.txt or a redirect
# led there, is put off instead: others can be made meanwhile.
LONGEST_WAIT = timedelta(seconds=10)
# Hosts that nobody asks any more are forgotten beyond so many.
_MOST_HOSTS = 10_000


class Clock(Protocol):
    """Where the time comes from, and how it passes."""

    def now(self) -> datetime:
        """Return the time of day, with its zone."""
        ...

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        ...


class Asking(Protocol):
    """What asks a host once; `Fetcher` does."""

    def read_target(self, url: str) -> Target:
        """Return what a URL asks for; raise RefusedError where it may not be asked."""
        ...

    def ask(
        self, target: Target, purpose: Purpose, conditions: Conditions | None = None
    ) -> Answer | Unanswered:
        """Return what a host answers to one request."""
        ...

    def close(self) -> None:
        """End the requests under way, and answer no more."""
        ...


@dataclass(slots=True)
class _Host:
    """One host: whose turn it is, and when the next may be."""

    free_at: datetime
    gap: timedelta
    turn: threading.Lock = field(default_factory=threading.Lock)


class Courtesy:
    """Asks hosts as they want to be asked; to be shared by all threads."""

    def __init__(self, fetcher: Asking, clock: Clock, *, gap: timedelta = GAP) -> None:
        self._fetcher, self._clock, self._gap = fetcher, clock, gap
        self._lock = threading.Lock()
        self._hosts: dict[str, _Host] = {}
        self._robots: dict[str, tuple[datetime, Robots]] = {}
        self._asked: list[KeptRobots] = []

    def fetch(
        self, url: str, purpose: Purpose, conditions: Conditions | None = None
    ) -> Answer | Unanswered:
        """Return what stands at a URL, redirects followed, each judged like the URL itself."""
        return self._follow(url, purpose, conditions, self._forbidden)

    def remember(self, kept: KeptRobots) -> None:
        """Obey a robots.txt that was asked for before."""
        try:
            host = self._host(self._fetcher.read_target(kept.origin + "/").host)
        except RefusedError:
            return
        host.gap = max(self._gap, timedelta(seconds=kept.robots.delay or 0))
        with self._lock:
            self._robots[kept.origin] = (kept.until, kept.robots)

    def asked_robots(self) -> list[KeptRobots]:
        """Return each robots.txt that was had since this was asked last."""
        with self._lock:
            asked, self._asked = self._asked, []
        return asked

    def free_at(self, url: str) -> datetime | None:
        """Return when the host of a URL may be asked next, `None` where it may be now."""
        try:
            host = self._fetcher.read_target(url).host
        except RefusedError:
            return None
        known = self._hosts.get(host)
        return known.free_at if known else None

    def leave_alone(self, url: str, until: datetime) -> None:
        """Ask the host of a URL nothing before `until`."""
        try:
            host = self._host(self._fetcher.read_target(url).host)
        except RefusedError:
            return
        host.free_at = max(host.free_at, until)

    def _follow(
        self,
        url: str,
        purpose: Purpose,
        conditions: Conditions | None,
        forbidden: Callable[[Target], Unanswered | None],
    ) -> Answer | Unanswered:
        here, moved = url, True
        for _ in range(MOST_REDIRECTS + 1):
            try:
                target = self._fetcher.read_target(here)
            except RefusedError as error:
                via = f" (where {url} leads)" if here != url else ""
                return Unanswered(url, f"{error}{via}", refused=True)
            refused = forbidden(target)
            if refused is not None:
                return refused
            answer = self._ask(target, purpose, conditions)
            if isinstance(answer, Unanswered):
                return answer
            location = _location(answer)
            if answer.status not in _REDIRECTS or not location:
                return replace(answer, asked=url, moved=moved and here != url)
            here, moved = join_url(target.url, location) or "", moved and answer.status in _FOR_GOOD
        told = f"{url}: is redirected more than {MOST_REDIRECTS} times"
        return Unanswered(url, told, refused=True)

    def _ask(
        self, target: Target, purpose: Purpose, conditions: Conditions | None
    ) -> Answer | Unanswered:
        """Ask once it is this request's turn at its host."""
        host = self._host(target.host)
        with host.turn:
            wait = host.free_at - self._clock.now()
            if wait > LONGEST_WAIT:
                told = f"{target.url}: its host wants to be left alone until {host.free_at:%H:%M}"
                return Unanswered(target.url, told, refused=False, not_before=host.free_at)
            if wait > timedelta(0):
                self._clock.sleep(wait.total_seconds())
            try:
                return self._fetcher.ask(target, purpose, conditions)
            finally:
                host.free_at = max(host.free_at, self._clock.now() + host.gap)

    def _forbidden(self, target: Target) -> Unanswered | None:
        """Return why a target may not be asked now, as far as its robots.txt goes."""
        until, robots = self._known_robots(target) or (None, None)
        if until is None or robots is None:
            found = self._ask_robots(target)
            if isinstance(found, Unanswered):
                return replace(found, url=target.url)
            until, robots = found
        if not robots.reachable:
            told = f"{target.url}: its host fails to give its robots.txt, so nothing is asked"
            return Unanswered(target.url, told, refused=False, by_robots=True, not_before=until)
        if not robots.allows(target.path):
            told = f"{target.url}: the robots.txt of its host asks robots to leave it alone"
            return Unanswered(target.url, told, refused=True, by_robots=True)
        return None

    def _known_robots(self, target: Target) -> tuple[datetime, Robots] | None:
        with self._lock:
            known = self._robots.get(target.origin)
        return known if known is not None and self._clock.now() < known[0] else None

    def _ask_robots(self, target: Target) -> tuple[datetime, Robots] | Unanswered:
        """Return what the robots.txt of a host says and until when; or why the host gives no answer."""
        answer = self._follow(target.origin + "/robots.txt", ROBOTS, None, _never)
        if isinstance(answer, Unanswered):
            return answer
        robots = robots_of(answer.status, answer.body, AGENT)
        now = self._clock.now()
        host = self._host(target.host)
        host.gap = max(self._gap, timedelta(seconds=robots.delay or 0))
        host.free_at = max(host.free_at, now + host.gap)
        found = (now + (_KEPT if robots.reachable else _KEPT_UNREACHABLE), robots)
        with self._lock:
            if len(self._robots) >= _MOST_HOSTS:
                self._robots.clear()
            self._robots[target.origin] = found
            if robots.reachable:
                self._asked.append(KeptRobots(target.origin, *found))
        return found

    def _host(self, name: str) -> _Host:
        with self._lock:
            if len(self._hosts) >= _MOST_HOSTS:
                now = self._clock.now()
                self._hosts = {
                    each: host
                    for each, host in self._hosts.items()
                    if host.turn.locked() or host.free_at > now
                }
            if name not in self._hosts:
                self._hosts[name] = _Host(self._clock.now(), self._gap)
            return self._hosts[name]


def _never(target: Target) -> Unanswered | None:
    """Forbid nothing: a robots.txt itself may always be asked for."""
    return None


def _location(answer: Answer) -> str | None:
    """Return where an answer leads; letters beyond ASCII are UTF-8 where they can be."""
    told = answer.header("location")
    try:
        return told.encode("latin-1").decode("utf-8") if told else None
    except UnicodeDecodeError:
        return told
