"""Whoever guesses tokens has to wait; whoever has been let in has not."""

from collections.abc import Iterator

import pytest

from tests.contracts.pages import example_captures
from tests.web.listening import Listening
from variorum.archive import Archive, open_archive
from variorum.web import make_app
from variorum.web.guesses import FREE, LONGEST_WAIT, Guesses

TOKEN = "of-the-newsroom-of-veldoria"
KIND = "Content-Type: application/x-www-form-urlencoded"
HERE = "192.0.2.7"


class Clock:
    """A clock that somebody else turns."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guesses(clock: Clock) -> Guesses:
    return Guesses(clock)


def guess(guesses: Guesses, times: int, address: str = HERE) -> None:
    for at in range(times):
        guesses.wrong(address, f"guess {at} of {times}")


def test_some_wrong_tokens_are_free(guesses: Guesses) -> None:
    guess(guesses, FREE)
    assert guesses.wait(HERE) == 0
    guesses.wrong(HERE, "one more")
    assert guesses.wait(HERE) == 1


def test_waits_grow_up_to_a_bound(guesses: Guesses, clock: Clock) -> None:
    waits = []
    for at in range(2_000):
        guesses.wrong(HERE, str(at))
        waits.append(guesses.wait(HERE))
        clock.now += waits[-1]
        assert guesses.wait(HERE) == 0
    assert waits[FREE : FREE + 4] == [1, 2, 4, 8]
    assert waits[-1] == max(waits) == LONGEST_WAIT


def test_the_same_wrong_token_again_is_no_new_guess(guesses: Guesses) -> None:
    for _ in range(100):
        guesses.wrong(HERE, "the token of last year")
    assert guesses.wait(HERE) == 0


def test_others_do_not_wait_and_nobody_does_for_ever(guesses: Guesses, clock: Clock) -> None:
    guess(guesses, FREE + 9)
    assert guesses.wait(HERE) > 0
    assert guesses.wait("192.0.2.8") == 0
    clock.now += 2 * 3600
    guesses.wrong(HERE, "a new day")
    assert guesses.wait(HERE) == 0
    guess(guesses, FREE + 9)
    guesses.right(HERE)
    assert guesses.wait(HERE) == 0


def test_a_network_of_addresses_is_one(guesses: Guesses) -> None:
    for at in range(FREE + 1):
        guesses.wrong(f"2001:db8:1:2::{at:x}", f"guess {at}")
    assert guesses.wait("2001:db8:1:2:ffff::1") > 0
    assert guesses.wait("2001:db8:1:3::1") == 0
    for at in range(FREE + 1):
        guesses.wrong("::ffff:198.51.100.9", f"guess {at}")
    assert guesses.wait("198.51.100.9") > 0
    guesses.wrong("fe80::1%eth0", "a zone")
    guesses.wrong("a socket", "no address")


def test_memory_is_bounded(guesses: Guesses) -> None:
    for at in range(20_000):
        guesses.wrong(f"10.{at >> 16}.{at >> 8 & 255}.{at & 255}", "x" * 1_000)
    assert len(guesses._peers) <= 4096
    for at in range(2_000):
        guesses.wrong(HERE, str(at))
    assert len(guesses._peers[HERE].tried) <= 8


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    opened = open_archive(tmp_path_factory.mktemp("guessed") / "variorum.db")
    opened.add_captures(example_captures())
    yield opened
    opened.close()


def entered(desk: Listening) -> str:
    """Enter by the form, and return the cookie."""
    status, head, _ = desk.send("POST", "/entry", KIND, body=f"token={TOKEN}".encode())
    assert status == 303
    line = next(each for each in head.splitlines() if each.lower().startswith("set-cookie:"))
    return line.split(":", 1)[1].split(";")[0].strip()


def test_a_guesser_is_told_to_wait_and_the_right_token_waits_too(archive: Archive) -> None:
    with Listening(make_app(archive, token=TOKEN)) as desk:
        cookie = entered(desk)
        told = [
            desk.send("GET", "/api/stories", f"Authorization: Bearer guess-{at}")
            for at in range(FREE + 2)
        ]
        assert [status for status, _, _ in told] == [401] * (FREE + 1) + [429]
        _, head, body = told[-1]
        assert "retry-after: 1" in head.lower()
        assert b"try again" in body
        # Else a right guess would be known by its answer.
        assert desk.send("GET", "/api/stories", f"Authorization: Bearer {TOKEN}")[0] == 429
        status, head, body = desk.send("POST", "/entry", KIND, body=f"token={TOKEN}".encode())
        assert status == 429
        assert "retry-after" in head.lower() and "set-cookie" not in head.lower()
        assert desk.send("GET", "/api/stories", f"Cookie: {cookie}")[0] == 200
        assert desk.send("GET", "/api/stories")[0] == 401


def test_wrong_cookies_keep_nobody_out(archive: Archive) -> None:
    with Listening(make_app(archive, token=TOKEN)) as desk:
        for at in range(3 * FREE):
            assert desk.send("GET", "/", f"Cookie: variorum_desk={at:064x}")[0] == 401
        assert desk.send("GET", "/", f"Authorization: Bearer {TOKEN}")[0] == 200


def test_a_cookie_outlives_the_desk_but_not_the_token(archive: Archive) -> None:
    with Listening(make_app(archive, token=TOKEN)) as desk:
        cookie = entered(desk)
    with Listening(make_app(archive, token=TOKEN)) as desk:
        assert desk.send("GET", "/", f"Cookie: {cookie}")[0] == 200
    with Listening(make_app(archive, token=f"{TOKEN}-anew")) as desk:
        assert desk.send("GET", "/", f"Cookie: {cookie}")[0] == 401
    elsewhere = open_archive()
    with Listening(make_app(elsewhere, token=TOKEN)) as desk:
        assert desk.send("GET", "/", f"Cookie: {cookie}")[0] == 401
    elsewhere.close()
