"""Feeds watched over several polls and runs, with a real host and a clock that runs by itself."""

import email.utils
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice, pairwise
from random import Random

import pytest

from tests.ingest.watching.serving import (
    START,
    Asked,
    Host,
    Network,
    TestClock,
    fetcher_on,
    response,
    serving,
)
from variorum.ingest.watching import (
    HeldVisits,
    MemoryVisits,
    Pause,
    TakenEntry,
    TakenPage,
    Visits,
    Watched,
    WatchOptions,
    captures,
    watch,
)
from variorum.model import Capture, Failure, Note

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


@pytest.fixture
def desk() -> Iterator[Desk]:
    with serving() as host:
        host.say("/robots.txt", "", 404)
        yield Desk(host, Network(host))


def urls(found: Iterable[Watched]) -> list[str]:
    return [each.answer.url for each in found if isinstance(each, TakenPage)]


def failures(found: Iterable[Watched]) -> list[Failure]:
    return [each for each in found if isinstance(each, Failure)]


def notes(found: Iterable[Watched]) -> str:
    return " | ".join(each.text for each in found if isinstance(each, Note))


def test_teasers_lead_to_pages_and_whole_entries_are_taken(desk: Desk) -> None:
    desk.host.say("/feed", feed(entry("/a"), entry("/b", PROSE)))
    desk.host.say("/a", f"<h1>Pier</h1><p>{PROSE}", content_type="text/html; charset=utf-8")
    found = desk.watch()
    assert [type(each) for each in found] == [TakenEntry, TakenPage]
    assert desk.host.paths() == ["/feed", "/a"]
    entry_taken, page = captures(found)
    assert isinstance(entry_taken, Capture) and isinstance(page, Capture)
    assert entry_taken.url == SITE + "/b" and entry_taken.stated.headline == "Pier /b"
    assert page.url == SITE + "/a" and page.markup and "harbour" in page.text
    assert page.taken_at and page.taken_at.startswith("2031-03-01T09:00")


def test_all_pages_are_read_where_that_is_wanted(desk: Desk) -> None:
    desk.host.say("/feed", feed(entry("/b", PROSE), entry("", PROSE)))
    desk.host.say("/b", PROSE)
    found = desk.watch(options=replace(ONCE, always_pages=True))
    assert [type(each) for each in found] == [TakenEntry, TakenPage]


def test_a_second_run_takes_what_is_new(desk: Desk) -> None:
    desk.host.say("/feed", feed(entry("/a"), entry("/b", PROSE)))
    desk.host.say("/a", "one")
    desk.host.say("/c", "three")
    assert len(desk.watch()) == 2
    desk.clock.sleep(900)
    assert desk.watch() == []
    desk.host.say("/feed", feed(entry("/c"), entry("/a"), entry("/b", PROSE)))
    assert urls(desk.watch()) == [SITE + "/c"]


def test_conditions_spare_the_second_answer(desk: Desk) -> None:
    def says(asked: Asked) -> Iterable[bytes]:
        if asked.headers.get("if-none-match") == '"7"':
            return [response(status=304)]
        stamp = email.utils.format_datetime(START, usegmt=True)
        return [response(feed(entry("/a")), etag='"7"', last_modified=stamp)]

    desk.host.says["/feed"] = says
    desk.host.say("/a", "one")
    assert len(desk.watch()) == 1
    assert desk.watch() == []
    last = desk.host.asked[-1]
    assert last.headers["if-none-match"] == '"7"' and "if-modified-since" in last.headers


def test_a_changed_entry_has_its_page_read_again(desk: Desk) -> None:
    desk.host.say("/feed", feed(entry("/a")))
    desk.host.say("/a", "one")
    desk.watch()
    desk.host.say("/feed", feed(entry("/a", "Ferries stop for good.")), etag='"2"')
    desk.host.say("/a", "two")
    # Too soon: the page of a live blog is not read at every poll.
    assert desk.watch() == []
    desk.clock.sleep(4000)
    assert urls(desk.watch()) == [SITE + "/a"]
    desk.clock.sleep(4000)
    assert desk.watch() == []


def test_a_page_listed_twice_is_read_once(desk: Desk) -> None:
    desk.host.say("/feed", feed(entry("/a"), entry("/a#comments"), entry("/a")))
    desk.host.say("/sport", feed(entry("/a", "Another teaser.")))
    desk.host.say("/a", "one")
    assert urls(desk.watch(FEED, SITE + "/sport")) == [SITE + "/a"]
    desk.clock.sleep(9000)
    assert desk.watch(FEED, SITE + "/sport") == []


def test_a_kill_between_feed_and_pages_loses_no_page(desk: Desk) -> None:
    desk.host.say("/feed", feed(*(entry(f"/{name}") for name in "abcd")), etag='"1"')
    for name in "abcd":
        desk.host.say(f"/{name}", name)
    first = urls(desk.watch(most=2))
    # The page that was handed out last may not have been stored: it comes again.
    second = urls(desk.watch())
    assert first == [SITE + "/a", SITE + "/b"]
    assert second == [SITE + "/b", SITE + "/c", SITE + "/d"]


def test_a_failing_page_is_tried_again_and_given_up(desk: Desk) -> None:
    desk.host.say("/feed", feed(entry("/a"), entry("/gone")))
    desk.host.say("/a", status=500)
    desk.host.say("/gone", status=410)
    found = desk.watch()
    assert [each.location for each in failures(found)] == [SITE + "/gone"]
    assert "tried again" in notes(found) and "next run" in notes(found)
    for _ in range(6):
        desk.clock.sleep(86_400)
        found += desk.watch()
    assert [each.location for each in failures(found)] == [SITE + "/gone", SITE + "/a"]
    assert desk.host.paths().count("/a") == 5 and desk.host.paths().count("/gone") == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_for_rest_gets_it(desk: Desk, status: int) -> None:
    desk.host.say("/feed", feed(entry("/a"), entry("/b")))
    desk.host.say("/a", status=status, retry_after="60")
    asked: list[tuple[str, float]] = []

    def says(asking: Asked) -> Iterable[bytes]:
        asked.append((asking.path, (desk.clock.now() - START).total_seconds()))
        return [response("there")]

    desk.host.says["/b"] = says
    found = desk.watch(options=replace(ONCE, patience=timedelta(seconds=90)), most=2)
    assert urls(found) == [SITE + "/b"]
    assert asked[0][1] >= 60


def test_retry_after_holds_over_runs(desk: Desk) -> None:
    desk.host.say("/feed", status=429, retry_after="7200")
    desk.watch()
    desk.clock.sleep(3600)
    desk.watch()
    assert desk.host.paths() == ["/feed"]
    desk.clock.sleep(3700)
    desk.host.say("/feed", feed(entry("/a", PROSE)))
    assert len(desk.watch()) == 1


def test_polls_keep_their_distance(desk: Desk) -> None:
    moments: list[float] = []

    def says(asked: Asked) -> Iterable[bytes]:
        moments.append((desk.clock.now() - START).total_seconds())
        return [response(feed(entry(f"/{len(moments)}", PROSE)))]

    desk.host.says["/feed"] = says
    every = timedelta(minutes=30)
    found = desk.watch(options=WatchOptions(every=every, workers=1), most=4)
    assert len(found) == 4
    gaps = [later - sooner for sooner, later in pairwise(moments)]
    assert all(1800 <= gap <= 2000 for gap in gaps)


def test_what_robots_forbids_is_a_note(desk: Desk) -> None:
    desk.host.say("/robots.txt", "User-agent: *\nDisallow: /a", content_type="text/plain")
    desk.host.say("/feed", feed(entry("/a"), entry("/b")))
    desk.host.say("/b", "two")
    found = desk.watch()
    assert urls(found) == [SITE + "/b"] and not failures(found)
    assert "robots.txt" in notes(found) and "/a" not in desk.host.paths()
    assert desk.watch() == []


def test_links_of_a_feed_lead_nowhere_inside(desk: Desk) -> None:
    desk.network.names["inner.example"] = [["127.0.0.1"]]
    desk.network.names["169.254.169.254"] = [["169.254.169.254"]]
    bad = (
        "http://inner.example/",
        "http://169.254.169.254/x",
        "file:///etc/passwd",
        "http://0x7f.1/",
    )
    links = (f"<item><title>t</title><link>{link}</link></item>" for link in bad)
    desk.host.say("/feed", feed(*links))
    found = desk.watch()
    assert len(failures(found)) == 4 and desk.host.paths() == ["/feed"]
    assert set(desk.network.dialled) == {"93.184.215.14"}
    assert desk.watch() == []


def test_site_maps_give_what_changed_lately(desk: Desk) -> None:
    index = f"<sitemapindex><sitemap><loc>{SITE}/map.xml</loc></sitemap></sitemapindex>"
    dated = "<url><loc>{}</loc><lastmod>{}</lastmod></url>"
    pages = dated.format(SITE + "/new", "2031-02-28") + dated.format(SITE + "/old", "2019-01-01")
    desk.host.say("/sitemap.xml", index)
    desk.host.say("/map.xml", f"<urlset>{pages}</urlset>", etag='"1"')
    desk.host.say("/new", "new")
    assert urls(desk.watch(SITE + "/sitemap.xml")) == [SITE + "/new"]
    # The index is read in full each time, since the maps below it must be asked.
    pages = dated.format(SITE + "/newer", "2031-03-01")
    desk.host.say("/map.xml", f"<urlset>{pages}</urlset>")
    desk.host.say("/newer", "newer")
    assert urls(desk.watch(SITE + "/sitemap.xml")) == [SITE + "/newer"]


def test_a_front_page_leads_to_its_feed(desk: Desk) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    desk.host.say("/", f"<html><head>{link}</head><body>News")
    desk.host.say("/feed", feed(entry("/b", PROSE)))
    assert len(desk.watch(SITE + "/")) == 1


def test_lists_that_lead_in_circles_end(desk: Desk) -> None:
    def opml(path: str) -> str:
        return f'<opml><body><outline xmlUrl="{SITE}{path}"/></body></opml>'

    desk.host.says["/list"] = lambda asked: [response(opml("/other"))]
    desk.host.says["/other"] = lambda asked: [response(opml("/list"))]
    assert desk.watch(SITE + "/list") == []
    assert len(desk.host.paths()) <= 5


def test_a_long_feed_is_taken_in_turns(desk: Desk) -> None:
    entries = [entry(f"/{number}", PROSE) for number in range(7)]
    desk.host.say("/feed", feed(*entries), etag='"1"')
    options = replace(ONCE, most_new=5)
    first, second = desk.watch(options=options), desk.watch(options=options)
    assert "2 more that are new" in notes(first)
    assert [sum(isinstance(each, TakenEntry) for each in run) for run in (first, second)] == [5, 2]


@pytest.mark.parametrize("raw", ["", "<rss", "words", "\x00\x01"])
def test_a_malformed_feed_is_a_failure_and_asked_again_later(desk: Desk, raw: str) -> None:
    desk.host.say("/feed", raw)
    found = desk.watch()
    assert len(failures(found)) == 1
    visit = desk.visits.load(FEED)
    assert visit is not None and visit.failures == 1 and visit.next_at > desk.clock.now()


def test_a_feed_that_breaks_off_is_read_in_full_the_next_time(desk: Desk) -> None:
    whole = feed(entry("/b", PROSE), entry("/c", PROSE))
    desk.host.say("/feed", whole[: whole.rindex("Pier /c")], etag='"1"')
    found = desk.watch()
    assert "breaks off" in failures(found)[0].error and len(found) == 2
    desk.host.say("/feed", whole, etag='"1"')
    assert [each.listed_by for each in desk.watch() if isinstance(each, TakenEntry)] == [FEED]
    assert "if-none-match" not in desk.host.asked[-1].headers


def test_what_is_unchanged_was_read_before(desk: Desk) -> None:
    desk.host.say("/feed", status=304)
    assert "answers 304" in failures(desk.watch())[0].error


def test_a_pause_comes_before_each_long_wait(desk: Desk) -> None:
    desk.host.say("/feed", feed(entry("/a", PROSE)))
    found = watch(
        [FEED], fetcher_on(desk.network, desk.clock), desk.visits,
        clock=desk.clock, random=Random(1), options=WatchOptions(workers=1),
    )  # fmt: skip
    kinds = [type(each) for each in islice(found, 3)]
    found.close()
    assert kinds == [TakenEntry, Pause, Pause]
    assert len(desk.host.paths()) == 2


def test_visits_held_back_are_forgotten_by_a_kill(desk: Desk) -> None:
    desk.host.say("/feed", feed(entry("/a"), entry("/b", PROSE)), etag='"1"')
    desk.host.say("/a", "one")
    kept, desk.visits = desk.visits, HeldVisits(desk.visits)
    assert len(desk.watch()) == 2 and desk.watch() == []
    assert kept.load(FEED) is None
    held, desk.visits = desk.visits, HeldVisits(kept)
    assert len(desk.watch()) == 2
    desk.visits.release()
    desk.visits = kept
    assert desk.watch() == [] and held.load(FEED) is not None


def test_a_feed_that_moved_is_told_once(desk: Desk) -> None:
    desk.host.say("/feed", status=301, location="/new")
    desk.host.say("/new", feed(entry("/a", PROSE)))
    assert f"moved for good to {SITE}/new" in notes(desk.watch())
    assert desk.watch() == []
    desk.host.say("/feed", status=302, location="/newer")
    desk.host.say("/newer", feed(entry("/b", PROSE)))
    assert "moved" not in notes(desk.watch())


def test_hosts_are_asked_side_by_side_and_each_alone(desk: Desk) -> None:
    import threading

    asking: dict[str, int] = {}
    most: dict[str, int] = {"hosts": 0}
    lock = threading.Lock()

    def says(asked: Asked) -> Iterable[bytes]:
        name = asked.headers["host"]
        with lock:
            asking[name] = asking.get(name, 0) + 1
            most[name] = max(most.get(name, 0), asking[name])
            most["hosts"] = max(most["hosts"], len([n for n in asking.values() if n]))
        import time

        time.sleep(0.03)
        with lock:
            asking[name] -= 1
        return [response(f"page of {name} {asked.path}")]

    sites = [f"http://{name}.example" for name in ("courier", "gazette", "herald")]
    for number in range(4):
        desk.host.says[f"/{number}"] = says
    desk.host.say(
        "/feed",
        feed(
            *(
                f"<item><title>t</title><link>{site}/{n}</link></item>"
                for n in range(4)
                for site in sites
            )
        ),
    )
    found = desk.watch(options=replace(ONCE, workers=4))
    assert len(urls(found)) == 12
    assert most["hosts"] >= 2
    assert all(count == 1 for name, count in most.items() if name != "hosts")


def test_nothing_is_left_of_a_dead_host_but_a_failure(desk: Desk) -> None:
    desk.network.host = Host(port=1)
    found = desk.watch()
    assert failures(found) and "cannot be reached" in failures(found)[0].error


def test_a_host_whose_robots_txt_fails_is_asked_nothing(desk: Desk) -> None:
    desk.host.say("/robots.txt", status=500)
    desk.host.say("/feed", feed(entry("/a", PROSE)))
    found = desk.watch()
    assert "fails to give its robots.txt" in notes(found) and desk.host.paths() == []
    desk.host.say("/robots.txt", "", 404)
    desk.clock.sleep(3600)
    assert len(desk.watch()) == 1
