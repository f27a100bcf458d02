"""Feeds watched over several polls and runs, with a real host and a clock that runs by itself."""

import email.utils
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

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
from tests.ingest.watching.serving import START, Asked, response
from variorum.ingest.watching import (
    TakenEntry,
    TakenPage,
    WatchOptions,
    captures,
)
from variorum.model import Capture


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
