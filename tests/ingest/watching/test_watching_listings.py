"""Site maps, front pages, lists and hosts of all kinds watched, hostile ones among them."""

import threading
import time
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from random import Random

import pytest

from tests.ingest.watching.desk import (
    FEED,
    ONCE,
    PROSE,
    SITE,
    Desk,
    entry,
    failures,
    feed,
    notes,
    urls,
)
from tests.ingest.watching.serving import Asked, Host, fetcher_on, response
from variorum.ingest.watching import (
    HeldVisits,
    Pause,
    TakenEntry,
    WatchOptions,
    watch,
)


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

    asking: dict[str, int] = {}
    most: dict[str, int] = {"hosts": 0}
    lock = threading.Lock()

    def says(asked: Asked) -> Iterable[bytes]:
        name = asked.headers["host"]
        with lock:
            asking[name] = asking.get(name, 0) + 1
            most[name] = max(most.get(name, 0), asking[name])
            most["hosts"] = max(most["hosts"], len([n for n in asking.values() if n]))

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
