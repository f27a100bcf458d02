"""robots.txt read as RFC 9309 has it, whatever it holds."""

import time

import pytest

from variorum.ingest.watching.robots import LONGEST_DELAY, read_robots, robots_of


def allows(robots: str, path: str) -> bool:
    return read_robots(robots.encode(), "Variorum").allows(path)


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("Disallow:", "/a", True),
        ("Disallow: /", "/a", False),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow: /desk", "/desktop", False),
        ("Disallow: /desk/", "/desk", True),
        ("Disallow: /desk\nAllow: /desk/open", "/desk/open/1", True),
        ("Allow: /desk/open\nDisallow: /desk", "/desk/closed", False),
        ("Allow: /\nDisallow: /desk", "/desk", False),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: *print", "/x?print=1", False),
        ("Disallow: /a*b*c", "/a1b2c3", False),
        ("Disallow: /a*b*c", "/a1c2b3", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /ab*b$", "/ab", True),
        ("Disallow: /%7edesk/%e4", "/~desk/%E4", False),
        ("Disallow: /ö", "/%C3%B6", False),
        ("Disallow: /a%2fb", "/a/b", True),
        ("disallow : /A # but not small ones", "/a", True),
        ("DISALLOW:/A", "/A", False),
        ("Disallow /a", "/a", True),
    ],
)
def test_rules(rules: str, path: str, allowed: bool) -> None:
    assert allows("User-agent: *\n" + rules, path) is allowed


def test_the_group_that_names_us_holds_instead_of_that_for_all() -> None:
    robots = (
        "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: VARIORUM/2.0\nDisallow: /x"
    )
    assert allows(robots, "/a") and not allows(robots, "/x")


def test_groups_of_one_name_are_one_group() -> None:
    ours = "User-agent: variorum\nDisallow: "
    robots = f"{ours}/a\nUser-agent: *\nDisallow: /\n{ours}/b"
    assert not allows(robots, "/a") and not allows(robots, "/b") and allows(robots, "/c")


def test_a_name_that_only_begins_like_ours_is_another() -> None:
    assert allows("User-agent: var\nDisallow: /\nUser-agent: variorums\nDisallow: /", "/a")


def test_rules_before_any_name_are_nobodys() -> None:
    assert allows("Disallow: /\nUser-agent: *\nDisallow: /x", "/a")


@pytest.mark.parametrize(
    ("told", "delay"),
    [("7", 7), ("2.5", 2.5), ("-1", None), ("soon", None), ("nan", None), ("inf", LONGEST_DELAY),
     ("1e99", LONGEST_DELAY), ("", None)],
)  # fmt: skip
def test_delays(told: str, delay: float | None) -> None:
    raw = f"User-agent: *\nCrawl-delay: {told}\nDisallow: /x".encode()
    assert read_robots(raw, "Variorum").delay == delay


@pytest.mark.parametrize(
    ("status", "allowed"),
    [(200, False), (404, True), (401, True), (410, True), (429, False), (500, False), (503, False)],
)
def test_what_an_answer_means(status: int, allowed: bool) -> None:
    assert robots_of(status, b"User-agent: *\nDisallow: /", "Variorum").allows("/a") is allowed


@pytest.mark.parametrize(
    "raw",
    [
        b"User-agent: *\n" + b"Disallow: /" + b"*a" * 200_000,
        b"User-agent: *\n" + b"Disallow: /*a*a*a*a*a*b\n" * 20_000,
        b"User-agent: *\n" * 40_000 + b"Disallow: /",
        b"User-agent: x\n" * 1000 + b"Disallow: /\n" * 40_000,
        b"\x00\xff" * 200_000,
        b"<html><body>" + b"not found " * 50_000,
    ],
    ids=["one long rule", "many rules", "many names", "names times rules", "bytes", "markup"],
)
def test_files_made_to_cost_time_cost_none(raw: bytes) -> None:
    begun = time.perf_counter()
    read_robots(raw, "Variorum").allows("/" + "a" * 4000)
    assert time.perf_counter() - begun < 1
