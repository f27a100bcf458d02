"""Feeds and site maps kept being read: what is new in them is taken, and nothing twice."""

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from ...errors import CaptureError
from ...model import Failure, Note
from .agenda import Agenda, Job, host_of
from .answers import LISTING, PAGE, Answer, Unanswered
from .courtesy import GAP, Asking, Clock, Courtesy
from .listed import (
    FORGOTTEN_AFTER,
    Listed,
    judge_listed,
    list_entries,
    listed_again,
    taken_visit,
    waiting_visit,
)
from .listings import Listing, read_listing
from .outcomes import (
    NOT_MODIFIED,
    after_answer,
    after_failure,
    asked_for_pause,
    conditions_of,
    digest_of,
    is_final,
    is_trouble,
    why_none,
)
from .schedule import next_poll, next_try
from .taken import Pause, Taken, TakenPage, take_entry
from .visits import Visit, Visits

Watched = Taken | Pause | Failure | Note
# An index of site maps leads to maps, a page to its feed, a list of feeds to feeds or to such pages.
_MOST_DEEP = 3
# So long at once nothing is waited for, so that a person can end it.
_LONGEST_SLEEP = 60.0
# Who waits longer than this has time to store what was taken.
_LONG = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """How feeds are watched: how often, for how long, and how much of them."""

    every: timedelta = timedelta(minutes=15)
    once: bool = False
    always_pages: bool = False
    workers: int = 4
    most_new: int = 200
    oldest: timedelta = timedelta(days=3)
    gap: timedelta = GAP
    # Reading once, what could be asked only later than this is left for the next run.
    patience: timedelta = timedelta(minutes=2)


def watch(
    subscriptions: Iterable[str],
    fetcher: Asking,
    visits: Visits,
    *,
    clock: Clock,
    random: Random,
    options: WatchOptions | None = None,
) -> Generator[Watched, None, None]:
    """Yield the pages and entries that are new in feeds, site maps, and pages that name a feed.

    Each is kept as visited when the next is asked for: who stores it first loses nothing when
    killed. Failures, notes and pauses come between. Closing the iterator ends what is under way, and
    closes the fetcher for that.
    """
    watcher = _Watcher(fetcher, visits, clock, random, options or WatchOptions())
    yield from watcher.run(subscriptions)


class _Watcher:
    """One run of watching."""

    def __init__(
        self, fetcher: Asking, visits: Visits, clock: Clock, random: Random, options: WatchOptions
    ) -> None:
        self._fetcher, self._visits, self._clock = fetcher, visits, clock
        self._random, self._options = random, options
        self._courtesy = Courtesy(fetcher, clock, gap=options.gap)
        self._agenda = Agenda()
        self._running: dict[Future[Answer | Unanswered], Job] = {}
        self._troubles: dict[str, int] = {}
        self._paused: datetime | None = None

    def run(self, subscriptions: Iterable[str]) -> Iterator[Watched]:
        """Yield what is new until nothing is left to do."""
        self._begin(subscriptions)
        with ThreadPoolExecutor(self._options.workers, "watching") as pool:
            try:
                while self._start(pool) or (yield from self._sleep()):
                    yield from self._finish()
            finally:
                if self._running:
                    self._fetcher.close()
        if len(self._agenda):
            told = f"{len(self._agenda)} addresses could be asked only later; the next run does"
            yield Note("watch", told)

    def _begin(self, subscriptions: Iterable[str]) -> None:
        now = self._clock.now()
        for kept in self._visits.robots():
            if now < kept.until:
                self._courtesy.remember(kept)
        for url in subscriptions:
            visit = self._visits.load(url)
            # Reading once is a person's wish for now, unless the host is in trouble.
            waits = visit is not None and (visit.failures or not self._options.once)
            self._agenda.add(Job(url, "listing", url), visit.next_at if visit and waits else now)
        for visit in self._visits.waiting():
            self._agenda.add(Job(visit.url, "page", visit.listed_by or visit.url), visit.next_at)

    def _start(self, pool: ThreadPoolExecutor) -> bool:
        """Start what is due as long as there are hands; tell whether anything is under way."""
        while len(self._running) < self._options.workers:
            job = self._agenda.take(self._clock.now())
            if job is None:
                break
            conditions = conditions_of(self._visits.load(job.url))
            purpose = PAGE if job.kind == "page" else LISTING
            self._running[pool.submit(self._courtesy.fetch, job.url, purpose, conditions)] = job
        return bool(self._running)

    def _sleep(self) -> Generator[Watched, None, bool]:
        """Wait for the next job; return whether there is one to wait for."""
        moment = self._agenda.next_at()
        if moment is None:
            return False
        now = self._clock.now()
        if self._options.once and moment - now > self._options.patience:
            return False
        if moment - now > _LONG and self._paused != moment:
            self._paused = moment
            yield Pause(moment)
        left = (moment - self._clock.now()).total_seconds()
        self._clock.sleep(min(max(left, 0.0), _LONGEST_SLEEP))
        return True

    def _finish(self) -> Iterator[Watched]:
        """Yield what the requests that are done have brought."""
        if not self._running:
            return
        moment = self._agenda.next_at()
        idle = len(self._running) < self._options.workers and moment is not None
        left = (moment - self._clock.now()).total_seconds() if idle and moment else _LONGEST_SLEEP
        done, _ = wait(
            self._running, timeout=min(max(left, 0.01), _LONGEST_SLEEP), return_when=FIRST_COMPLETED
        )
        for future in [each for each in self._running if each in done]:
            job = self._running.pop(future)
            answer = future.result()
            for kept in self._courtesy.asked_robots():
                self._visits.keep_robots(kept)
            self._mind_host(job, answer)
            self._agenda.done(job, self._courtesy.free_at(job.url))
            yield from self._settle(job, answer)

    def _mind_host(self, job: Job, answer: Answer | Unanswered) -> None:
        """Leave a host alone that is in trouble, the longer the oftener it was."""
        now = self._clock.now()
        host = host_of(answer.url)
        if not is_trouble(answer):
            self._troubles.pop(host, None)
            return
        if isinstance(answer, Unanswered) and answer.not_before is not None:
            return
        self._troubles[host] = self._troubles.get(host, 0) + 1
        pause = asked_for_pause(answer, now)
        until = pause or next_try(self._troubles[host], None, now, self._random)
        self._courtesy.leave_alone(answer.url, until)

    def _settle(self, job: Job, answer: Answer | Unanswered) -> Iterator[Watched]:
        now = self._clock.now()
        visit = self._visits.load(job.url) or Visit(job.url, job.kind, now, listed_by=job.listed_by)
        why = why_none(answer, visit)
        if isinstance(answer, Unanswered) and answer.not_before is not None:
            if answer.by_robots:
                yield Note(job.url, answer.reason)
            self._visits.keep(replace(visit, next_at=answer.not_before))
            self._agenda.add(job, answer.not_before)
        elif isinstance(answer, Unanswered) or why is not None:
            yield from self._fail(job, visit, answer, why or "")
        elif job.kind == "page":
            yield from self._take_page(job, visit, answer)
        else:
            yield from self._take_listing(job, visit, answer)

    def _fail(
        self, job: Job, visit: Visit, answer: Answer | Unanswered, why: str
    ) -> Iterator[Watched]:
        now = self._clock.now()
        visit = after_failure(visit, answer, now, self._random)
        by_robots = isinstance(answer, Unanswered) and answer.by_robots
        self._visits.keep(visit)
        if visit.settled or job.kind == "listing":
            # A host may well ask to be left alone: that a page is not read then is no failure.
            is_wish = by_robots and job.kind == "page"
            yield Note(job.url, why) if is_wish else Failure(job.url, why)
        else:
            yield Note(job.url, f"{why}; it is tried again")
        again = job.kind == "page" and not visit.settled
        if again or (job.depth == 0 and job.kind == "listing" and self._polls_again(answer)):
            self._agenda.add(job, visit.next_at)

    def _polls_again(self, answer: Answer | Unanswered) -> bool:
        """Whether a feed that failed is asked again in this run."""
        return not self._options.once or not is_final(answer)

    def _take_page(self, job: Job, visit: Visit, answer: Answer) -> Iterator[Watched]:
        now = self._clock.now()
        is_new = answer.status != NOT_MODIFIED and visit.digest != digest_of(answer.body)
        if is_new:
            yield TakenPage(answer, job.listed_by)
        self._visits.keep(after_answer(visit, answer, now, now))

    def _take_listing(self, job: Job, visit: Visit, answer: Answer) -> Iterator[Watched]:
        now = self._clock.now()
        next_at = next_poll(self._options.every, now, self._random)
        is_same = answer.status == NOT_MODIFIED or visit.digest == digest_of(answer.body)
        is_whole = True
        if answer.moved and answer.url != visit.answered_by:
            yield Note(job.url, f"has moved for good to {answer.url}")
        if not is_same:
            try:
                listing = read_listing(answer)
            except CaptureError as error:
                failed = Unanswered(job.url, str(error), refused=True)
                yield from self._fail(job, visit, failed, str(error))
                return
            yield from listing.told
            self._go_further(job, listing, now)
            left = yield from self._take_listed(job, listing, answer.url, now)
            # What leads to others must be read in full each time, to have them asked too.
            is_whole = listing.is_whole and not left and not listing.further
            if is_whole:
                self._visits.forget(job.url, now - FORGOTTEN_AFTER)
        self._visits.keep(after_answer(visit, answer, now, next_at, is_whole=is_whole))
        if job.depth == 0 and not self._options.once:
            self._agenda.add(job, next_at)

    def _go_further(self, job: Job, listing: Listing, now: datetime) -> None:
        for url in listing.further if job.depth < _MOST_DEEP else ():
            visit = self._visits.load(url)
            moment = visit.next_at if visit and visit.failures else now
            self._agenda.add(Job(url, "listing", job.url, job.depth + 1), moment)

    def _take_listed(
        self, job: Job, listing: Listing, url: str, now: datetime
    ) -> Generator[Watched, None, bool]:
        """Yield the entries that are new, have new pages read, and return whether any was left."""
        new = left = later = 0
        for listed in list_entries(
            listing,
            url,
            always_pages=self._options.always_pages,
            since=now - self._options.oldest,
        ):
            visit = self._visits.load(listed.url)
            verdict = judge_listed(listed, visit, job.url, now)
            later += verdict == "later"
            if verdict in {"later", "known"}:
                again = listed_again(visit, now) if visit else None
                if again is not None:
                    self._visits.keep(again)
                continue
            new += 1
            if new > self._options.most_new:
                left += 1
            else:
                yield from self._take(job, listed, visit, now)
        if left:
            yield Note(job.url, f"lists {left} more that are new; later polls read them")
        return bool(left or later)

    def _take(
        self, job: Job, listed: Listed, visit: Visit | None, now: datetime
    ) -> Iterator[Watched]:
        if listed.capture is not None:
            yield take_entry(listed.capture, job.url, now)
            self._visits.keep(taken_visit(listed, job.url, now))
            return
        self._visits.keep(waiting_visit(listed, visit, job.url, now))
        self._agenda.add(Job(listed.url, "page", job.url), now)
