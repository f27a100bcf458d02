"""When an address is asked again: times decided with clock and chance passed in."""

from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

import pytest

from tests.ingest.watching.serving import START
from variorum.ingest.watching.answers import Answer, Unanswered
from variorum.ingest.watching.outcomes import after_answer, after_failure, is_final, is_trouble
from variorum.ingest.watching.schedule import (
    FIRST_BACK_OFF,
    LONGEST_BACK_OFF,
    MOST_TRIES,
    back_off,
    next_poll,
    next_try,
    retry_after,
)
from variorum.ingest.watching.visits import Visit

PAGE = Visit("http://courier.example/a", "page", START)
FEED = Visit("http://courier.example/feed", "listing", START)


def answer(status: int, **headers: str) -> Answer:
    told = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer("http://courier.example/a", status, told, b"", START)


def test_waits_double_and_end_at_a_day() -> None:
    waits = [back_off(failures, Random(1)) for failures in range(1, 30)]
    assert FIRST_BACK_OFF / 2 <= waits[0] <= FIRST_BACK_OFF
    assert all(later >= sooner for sooner, later in pairwise(waits))
    assert LONGEST_BACK_OFF / 2 <= waits[-1] <= LONGEST_BACK_OFF
    assert back_off(10**9, Random(1)) <= LONGEST_BACK_OFF


def test_what_failed_together_does_not_come_back_together() -> None:
    random = Random(7)
    assert len({back_off(3, random) for _ in range(50)}) == 50


def test_the_same_chance_gives_the_same_times() -> None:
    assert next_poll(timedelta(minutes=15), START, Random(3)) == next_poll(
        timedelta(minutes=15), START, Random(3)
    )


def test_polls_come_no_sooner_than_wanted() -> None:
    every = timedelta(minutes=15)
    for seed in range(50):
        assert START + every <= next_poll(every, START, Random(seed)) <= START + every * 1.1


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("90", START + timedelta(seconds=90)),
        ("0", START),
        (" 5 ", START + timedelta(seconds=5)),
        ("9" * 5000, START + LONGEST_BACK_OFF),
        ("Sat, 01 Mar 2031 10:30:00 GMT", START + timedelta(minutes=90)),
        ("Fri, 28 Feb 2031 10:30:00 GMT", START),
        ("Sat, 01 Mar 2099 10:30:00 GMT", START + LONGEST_BACK_OFF),
        ("-5", None), ("soon", None), ("", None), (None, None), ("٣", None), ("1e9", None),
    ],
)  # fmt: skip
def test_retry_after(value: str | None, moment: datetime | None) -> None:
    assert retry_after(value, START) == moment


def test_a_host_that_names_a_time_is_asked_no_sooner() -> None:
    later = START + timedelta(hours=3)
    assert next_try(1, later, START, Random(1)) == later
    assert next_try(1, START, START, Random(1)) > START


@pytest.mark.parametrize(
    ("status", "final", "trouble"),
    [(404, True, False), (410, True, False), (403, True, False), (408, False, False),
     (429, False, True), (500, False, False), (503, False, True)],
)  # fmt: skip
def test_what_a_status_means(status: int, final: bool, trouble: bool) -> None:
    assert is_final(answer(status)) is final
    assert is_trouble(answer(status)) is trouble


def test_a_page_is_given_up_and_a_feed_is_not() -> None:
    assert after_failure(PAGE, answer(404), START, Random(1)).settled
    visit = PAGE
    for tries in range(1, MOST_TRIES + 1):
        assert not visit.settled
        visit = after_failure(visit, answer(500), START, Random(1))
        assert visit.failures == tries
    assert visit.settled
    feed = FEED
    for _ in range(20):
        feed = after_failure(feed, Unanswered(FEED.url, "…", refused=True), START, Random(1))
    assert not feed.settled and feed.next_at <= START + LONGEST_BACK_OFF


def test_an_answer_ends_failures_and_keeps_what_names_its_state() -> None:
    failed = after_failure(FEED, answer(503), START, Random(1))
    found = after_answer(failed, answer(200, etag='"1"', last_modified="x"), START, START)
    assert (found.failures, found.etag, found.last_modified) == (0, '"1"', "x")
    same = after_answer(found, answer(304), START + timedelta(1), START + timedelta(2))
    assert (same.etag, same.digest, same.next_at) == ('"1"', found.digest, START + timedelta(2))
    partly = after_answer(failed, answer(200, etag='"1"'), START, START, is_whole=False)
    assert partly.etag is None and partly.digest is None
