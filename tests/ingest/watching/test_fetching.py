"""Requests to hosts that mean harm: each ends in time, in bounds, and in a sentence."""

import gzip
import time
import zlib
from collections.abc import Iterable, Iterator
from datetime import timedelta

import pytest

from tests.ingest.watching.serving import (
    PUBLIC,
    Asked,
    Host,
    Network,
    TestClock,
    fetcher_on,
    response,
    serving,
)
from variorum.ingest.watching import Answer, Fetcher
from variorum.ingest.watching.answers import LISTING, PAGE, ROBOTS, Conditions, Unanswered
from variorum.ingest.watching.courtesy import MOST_REDIRECTS, Courtesy
from variorum.ingest.watching.fetching import USER_AGENT

COURIER = "http://courier.example"


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as served:
        yield served


@pytest.fixture
def network(host: Host) -> Network:
    return Network(host)


def fetch(network: Network, url: str = COURIER + "/", **bound: float) -> Answer | Unanswered:
    clock = TestClock()
    courtesy = Courtesy(fetcher_on(network, clock, **bound), clock)
    return courtesy.fetch(url, PAGE)


def refused(network: Network, url: str = COURIER + "/", **bound: float) -> str:
    found = fetch(network, url, **bound)
    assert isinstance(found, Unanswered) and found.refused
    return found.reason


def broken(network: Network, **bound: float) -> str:
    found = fetch(network, COURIER + "/", **bound)
    assert isinstance(found, Unanswered) and not found.refused
    return found.reason


def test_a_page_is_read_with_what_its_host_says(host: Host, network: Network) -> None:
    host.say("/", "<p>Tolva", content_type="text/html; charset=UTF-8", etag='"1"')
    found = fetch(network)
    assert isinstance(found, Answer)
    assert (found.status, found.body, found.charset) == (200, b"<p>Tolva", "UTF-8")
    assert found.address == PUBLIC and found.media_type == "text/html"
    page = host.asked[-1]
    assert page.headers["host"] == "courier.example"
    assert page.headers["user-agent"] == USER_AGENT and "Variorum" in USER_AGENT


@pytest.mark.parametrize(
    "leads_to",
    [
        "http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/",
        "http://2130706433/", "http://0177.0.0.1/", "http://0x7f.1/", "http://localhost/",
        "http://inner.example/", "http://[::ffff:127.0.0.1]/", "//10.0.0.1/", "file:///etc/passwd",
        "http://desk:secret@courier.example/", "http://courier.example:22/", "gopher://courier.example/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://127.0.0.1.:80/", "http://[",
    ],
)  # fmt: skip
def test_no_redirect_leads_inside(host: Host, network: Network, leads_to: str) -> None:
    network.names |= {
        "inner.example": [["10.0.0.7"]],
        "localhost": [["127.0.0.1", "::1"]],
        "127.0.0.1": [["127.0.0.1"]],
        "169.254.169.254": [["169.254.169.254"]],
        "10.0.0.1": [["10.0.0.1"]],
        "::1": [["::1"]],
        "::ffff:127.0.0.1": [["::ffff:127.0.0.1"]],
        "64:ff9b::7f00:1": [["64:ff9b::7f00:1"]],
        "2002:7f00:1::": [["2002:7f00:1::"]],
    }
    host.say("/", status=302, location=leads_to)
    refused(network)
    assert set(network.dialled) == {PUBLIC}
    assert host.paths() == ["/"]


def test_literal_addresses_are_judged_without_a_resolver(host: Host) -> None:
    for url in (f"http://127.0.0.1:{host.port}/", f"http://[::1]:{host.port}/", "http://10.0.0.1/"):
        found = Courtesy(Fetcher(), TestClock()).fetch(url, PAGE)
        assert isinstance(found, Unanswered) and found.refused
    assert host.asked == []


def test_one_bad_address_among_good_ones_condemns_the_name(host: Host, network: Network) -> None:
    network.names["courier.example"] = [[PUBLIC, "192.168.0.1"]]
    assert "192.168.0.1 is private" in refused(network)
    assert network.dialled == []


def test_a_name_that_changes_its_mind_is_connected_to_what_was_judged(
    host: Host, network: Network
) -> None:
    # Public when it is looked up first, private ever after: each connection is judged on the one
    # look-up that it is made from.
    network.names["courier.example"] = [[PUBLIC], ["127.0.0.1"]]
    host.say("/robots.txt", "", content_type="text/plain")
    host.say("/", "inner secrets")
    assert "127.0.0.1 is loopback" in refused(network)
    assert network.dialled == [PUBLIC]
    assert network.resolved == ["courier.example"] * 2


def test_redirects_go_round_only_so_often(host: Host, network: Network) -> None:
    host.say("/", status=301, location="/")
    assert f"more than {MOST_REDIRECTS}" in refused(network)
    assert len(host.paths()) == MOST_REDIRECTS + 1


def test_redirects_are_followed_within_bounds(host: Host, network: Network) -> None:
    host.say("/", status=302, location="/a?x=1#y")
    host.say("/a?x=1", status=308, location="http://other.example/b")
    host.say("/b", "there")
    found = fetch(network)
    assert isinstance(found, Answer) and found.body == b"there"
    assert (found.url, found.asked) == ("http://other.example/b", COURIER + "/")


@pytest.mark.parametrize("packing", ["gzip", "deflate", "raw deflate"])
def test_packed_pages_are_unpacked(host: Host, network: Network, packing: str) -> None:
    page = b"<p>" + b"Tolva and Marn " * 1000
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(page[:99]) + gzip.compress(page[99:]) + b"\0" * 50,
        "deflate": zlib.compress(page),
        "raw deflate": raw.compress(page) + raw.flush(),
    }[packing]
    host.say("/", packed, content_encoding=packing.split()[-1])
    found = fetch(network)
    assert isinstance(found, Answer) and found.body == page


def test_a_bomb_is_refused_before_it_goes_off(host: Host, network: Network) -> None:
    packing = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packing.compress(bytes(1 << 20)) for _ in range(80)) + packing.flush()
    host.say("/", bomb, content_encoding="gzip")
    begun = time.perf_counter()
    assert "is longer than 17 MB" in refused(network)
    assert time.perf_counter() - begun < 2


def test_a_bomb_within_a_bomb_is_not_unpacked(host: Host, network: Network) -> None:
    host.say("/", gzip.compress(gzip.compress(b"0" * 1000)), content_encoding="gzip, gzip")
    assert "which was not asked for" in refused(network)


def test_many_empty_parts_cost_no_time(host: Host, network: Network) -> None:
    host.say("/", gzip.compress(b"") * 100_000, content_encoding="gzip")
    begun = time.perf_counter()
    assert "in more than 16 parts" in refused(network)
    assert time.perf_counter() - begun < 2


def test_broken_packing_is_a_failure(host: Host, network: Network) -> None:
    host.say("/", gzip.compress(b"page" * 100)[:-20], content_encoding="gzip")
    assert "breaks off" in broken(network)
    host.say("/", b"no gzip at all", content_encoding="gzip")
    assert "is not packed as it says" in broken(network)


def test_a_body_without_end_is_cut_off(host: Host, network: Network) -> None:
    def endless(asked: Asked) -> Iterable[bytes]:
        yield b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n"
        while True:
            yield b"<p>more" * 10_000

    host.says["/"] = endless
    assert "is longer than" in refused(network)


def test_endless_chunks_and_their_dressing_are_cut_off(host: Host, network: Network) -> None:
    def dressed(asked: Asked) -> Iterable[bytes]:
        yield b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n"
        while True:
            yield b"1;" + b"x" * 10_000 + b"\r\nA\r\n"

    host.says["/"] = dressed
    assert "sends more than" in refused(network, transfer=1_000_000)


def test_a_body_shorter_than_it_says_is_a_failure(host: Host, network: Network) -> None:
    host.says["/"] = lambda asked: [b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nshort"]
    assert "HTTP" in broken(network)


@pytest.mark.parametrize(
    "begins", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nx-drip: ", b""]
)
def test_a_slow_drip_wins_no_time(host: Host, network: Network, begins: bytes) -> None:
    def drip(asked: Asked) -> Iterable[bytes]:
        yield begins
        for _ in range(100):
            time.sleep(0.05)
            yield b"x"

    host.say("/robots.txt", "", content_type="text/plain")
    host.says["/"] = drip
    begun = time.perf_counter()
    assert "in time" in broken(network, step=0.2, whole=0.5)
    assert time.perf_counter() - begun < 1.5


def test_a_host_that_says_nothing_is_given_up(host: Host, network: Network) -> None:
    def silent(asked: Asked) -> Iterable[bytes]:
        time.sleep(0.6)
        return []

    host.say("/robots.txt", "", content_type="text/plain")
    host.says["/"] = silent
    assert "did not answer in time" in broken(network, step=0.2, whole=0.5)


def test_a_flood_of_headers_is_cut_off(host: Host, network: Network) -> None:
    def flood(asked: Asked) -> Iterable[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            yield b"x-flood: " + b"x" * 1000 + b"\r\n"

    host.says["/"] = flood
    assert "HTTP" in broken(network)


def test_a_flood_of_promises_is_cut_off(host: Host, network: Network) -> None:
    def promises(asked: Asked) -> Iterable[bytes]:
        while True:
            yield b"HTTP/1.1 100 Continue\r\n\r\n" * 1000

    host.says["/"] = promises
    refused(network, transfer=1_000_000)


@pytest.mark.parametrize(
    "raw", [b"\x00\x01\x02", b"HTTP/1.1 abc\r\n\r\n", b"SSH-2.0-x\r\n", b"+PONG\r\n"]
)
def test_what_is_no_http_is_a_failure(host: Host, network: Network, raw: bytes) -> None:
    host.says["/"] = lambda asked: [raw]
    assert broken(network)


def test_what_is_no_page_is_not_read(host: Host, network: Network) -> None:
    host.say("/", b"%PDF-", content_type="application/pdf")
    assert "is application/pdf, not a page" in refused(network)


def test_nobody_at_home_is_a_failure(network: Network) -> None:
    network.host = Host(port=1)
    assert "cannot be reached" in broken(network)


def test_an_encrypted_host_is_called_by_its_name(network: Network) -> None:
    """The name stands in the greeting, though the connection goes to an address."""
    import socket
    import threading

    greeted: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        network.host.port = listening.getsockname()[1]

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                greeted.append(connection.recv(4096))
                connection.sendall(b"no greeting")

        threading.Thread(target=answer, daemon=True).start()
        fetcher = fetcher_on(network)
        found = fetcher.ask(fetcher.read_target("https://courier.example/"), PAGE)
    assert isinstance(found, Unanswered) and not found.refused
    assert b"courier.example" in greeted[0] and greeted[0][0] == 0x16
    assert network.dialled == [PUBLIC]


def test_conditions_are_told_to_the_address_that_gave_them(host: Host, network: Network) -> None:
    host.say("/", status=301, location="/new")
    host.say("/new", "x")
    clock = TestClock()
    courtesy = Courtesy(fetcher_on(network, clock), clock)
    courtesy.fetch(COURIER + "/", LISTING, Conditions(COURIER + "/new", '"7"', "Sat, 01 Mar 2031"))
    told = {each.path: each.headers.get("if-none-match") for each in host.asked}
    assert told == {"/robots.txt": None, "/": None, "/new": '"7"'}


def test_a_condition_that_holds_a_line_break_is_no_header(host: Host, network: Network) -> None:
    fetcher = fetcher_on(network)
    target = fetcher.read_target(COURIER + "/")
    found = fetcher.ask(target, PAGE, Conditions(target.url, "a\r\nX-Evil: 1"))
    assert isinstance(found, Unanswered) and host.asked == []


def test_a_robots_txt_without_end_is_read_to_its_bound(host: Host, network: Network) -> None:
    def endless(asked: Asked) -> Iterable[bytes]:
        yield b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\nUser-agent: *\nDisallow: /x\n"
        while True:
            yield b"# more\n" * 10_000

    host.says["/robots.txt"] = endless
    host.say("/", "open")
    assert isinstance(fetch(network), Answer)
    assert "robots.txt" in refused(network, COURIER + "/x")


def test_robots_are_told_apart_from_what_they_forbid(host: Host, network: Network) -> None:
    host.say("/robots.txt", "User-agent: variorum\nDisallow: /desk", content_type="text/plain")
    host.say("/desk", "closed")
    found = fetch(network, COURIER + "/desk")
    assert isinstance(found, Unanswered) and found.by_robots and found.refused
    assert host.paths() == []


def test_a_redirect_obeys_the_robots_of_where_it_leads(host: Host, network: Network) -> None:
    host.say("/", status=302, location="/closed")
    host.say("/robots.txt", "User-agent: *\nDisallow: /closed", content_type="text/plain")
    assert "robots.txt" in refused(network)
    assert host.paths() == ["/"]


@pytest.mark.parametrize(("status", "asks"), [(404, True), (403, True), (500, False), (429, False)])
def test_what_a_missing_or_failing_robots_txt_means(
    host: Host, network: Network, status: int, asks: bool
) -> None:
    host.say("/robots.txt", status=status)
    host.say("/", "open")
    found = fetch(network)
    assert isinstance(found, Answer) is asks
    if isinstance(found, Unanswered):
        assert found.by_robots and not found.refused and found.not_before


def test_robots_are_asked_once_and_requests_keep_their_distance(
    host: Host, network: Network
) -> None:
    host.say("/robots.txt", "User-agent: *\nCrawl-delay: 7", content_type="text/plain")
    host.say("/", "open")
    clock = TestClock()
    courtesy = Courtesy(fetcher_on(network, clock), clock, gap=timedelta(seconds=2))
    for _ in range(3):
        assert isinstance(courtesy.fetch(COURIER + "/", PAGE), Answer)
    assert [each.path for each in host.asked] == ["/robots.txt", "/", "/", "/"]
    assert clock.slept == [7, 7, 7]


def test_a_host_left_alone_is_not_asked(host: Host, network: Network) -> None:
    clock = TestClock()
    courtesy = Courtesy(fetcher_on(network, clock), clock)
    until = clock.now() + timedelta(hours=1)
    courtesy.leave_alone(COURIER + "/", until)
    found = courtesy.fetch(COURIER + "/", PAGE)
    assert isinstance(found, Unanswered) and found.not_before == until
    assert host.asked == [] and courtesy.free_at(COURIER + "/b") == until


def test_a_closed_fetcher_ends_what_is_under_way(host: Host, network: Network) -> None:
    import threading

    fetcher = fetcher_on(network, step=5)
    waits = threading.Event()

    def silent(asked: Asked) -> Iterable[bytes]:
        waits.set()
        time.sleep(3)
        return [response("late")]

    host.says["/"] = silent
    found: list[Answer | Unanswered] = []
    target = fetcher.read_target(COURIER + "/")
    asking = threading.Thread(target=lambda: found.append(fetcher.ask(target, ROBOTS)))
    asking.start()
    assert waits.wait(2)
    begun = time.perf_counter()
    fetcher.close()
    asking.join(2)
    assert time.perf_counter() - begun < 1 and isinstance(found[0], Unanswered)
    assert isinstance(fetcher.ask(target, ROBOTS), Unanswered)
