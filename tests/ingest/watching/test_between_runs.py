"""What one run leaves to the next: robots.txt for a day, and what is still listed."""

from datetime import timedelta

from tests.ingest.watching.desk import FEED, PROSE, SITE, Desk, entry, feed, urls


def asked_for_robots(desk: Desk) -> int:
    return sum(each.path == "/robots.txt" for each in desk.host.asked)


def test_robots_are_asked_for_once_a_day_whatever_the_runs(desk: Desk) -> None:
    desk.host.say("/robots.txt", "User-agent: *\nDisallow: /secret\nCrawl-delay: 7", 200)
    desk.host.say("/feed", feed(entry("/1"), entry("/secret")))
    desk.host.say("/1", f"<html><p>{PROSE}")
    assert urls(desk.watch()) == [f"{SITE}/1"]
    assert asked_for_robots(desk) == 1
    desk.clock.moment += timedelta(hours=5)
    desk.clock.slept.clear()
    desk.host.say("/feed", feed(entry("/2"), entry("/3"), entry("/secret/2")))
    for path in ("/2", "/3"):
        desk.host.say(path, f"<html><p>{path} {PROSE}")
    assert urls(desk.watch()) == [f"{SITE}/2", f"{SITE}/3"]
    # Not asked for again, and obeyed all the same, the delay included.
    assert asked_for_robots(desk) == 1
    assert max(desk.clock.slept) > 6
    desk.clock.moment += timedelta(hours=25)
    desk.watch()
    assert asked_for_robots(desk) == 2


def test_a_host_that_fails_to_give_its_robots_is_asked_by_the_next_run(desk: Desk) -> None:
    desk.host.say("/robots.txt", "", 503)
    assert not urls(desk.watch())
    desk.clock.moment += timedelta(hours=1)
    desk.host.say("/robots.txt", "", 404)
    desk.host.say("/feed", feed(entry("/1")))
    desk.host.say("/1", f"<html><p>{PROSE}")
    assert urls(desk.watch()) == [f"{SITE}/1"]


def test_what_a_feed_lists_no_more_is_forgotten_after_a_month(desk: Desk) -> None:
    for path in ("/1", "/2", "/3"):
        desk.host.say(path, f"<html><p>{path} {PROSE}")
    desk.host.say("/feed", feed(entry("/1"), entry("/2")))
    assert len(urls(desk.watch())) == 2
    desk.clock.moment += timedelta(days=40)
    desk.host.say("/feed", feed(entry("/2"), entry("/3")))
    # What is still listed is not read again, however long ago that was.
    assert urls(desk.watch()) == [f"{SITE}/3"]
    assert desk.visits.load(f"{SITE}/1") is None
    assert desk.visits.load(f"{SITE}/2") is not None
    assert desk.visits.load(FEED) is not None
