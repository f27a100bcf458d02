"""Pages that mean harm, put on the desk: escaped, made visible, never followed."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

from tests.web.asking import Desk

# Elements that the desk's own templates make; anything else came from a captured page.
_NEVER = {"iframe", "object", "embed", "img", "base", "meta-refresh", "b onclick"}


class Reader(HTMLParser):
    """Notes what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[str] = []
        self.scripts: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in _NEVER:
            self.acts.append(tag)
        if tag == "script":
            self.scripts.append(told.get("src"))
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.acts.append(f"{tag} {name}")
            if name in {"href", "src", "action"} and not re.match(
                r"(/(?!/)|#|https?://)", value or ""
            ):
                self.acts.append(f"{tag} {name}={value}")
            if name == "href" and (value or "").startswith("http"):
                assert {"noopener", "noreferrer", "nofollow"} <= set(
                    (told.get("rel") or "").split()
                )


def test_nothing_that_a_page_brings_acts(hostile_pages: dict[str, str]) -> None:
    assert sum(path.startswith("/articles/") for path in hostile_pages) >= 3
    for path, page in hostile_pages.items():
        if not page:
            continue
        reader = Reader()
        reader.feed(page)
        assert reader.acts == [], path
        assert all((src or "").startswith("/static/script.js") for src in reader.scripts), path
        assert len(reader.scripts) == 1


def test_what_steers_the_page_is_made_visible(hostile_pages: dict[str, str]) -> None:
    whole = "".join(hostile_pages.values())
    assert "\u202e" not in whole and "\x1b" not in whole and "\x00" not in whole
    assert "[U+202E]" in whole
    assert "{{ 7 * 7 }}" in whole and ">49<" not in whole


def test_feeds_of_hostile_pages_are_well_formed(hostile_desk: Desk) -> None:
    answer = hostile_desk.ask("/briefing/2031-05-02.atom")
    assert answer.status_code == 200
    feed = ElementTree.fromstring(answer.content)
    assert feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert hostile_desk.ask("/briefing/2031-05-02.json").status_code == 200
    assert "\x1b" not in hostile_desk.ask("/briefing/2031-05-02.txt").text


def test_every_answer_says_that_nothing_may_run(hostile_desk: Desk) -> None:
    for path in ("/", "/nothing", "/search?q=wall", "/static/style.css", "/briefing/latest.txt"):
        policy = hostile_desk.ask(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy


def test_a_trace_of_hostile_words_is_escaped(hostile_desk: Desk) -> None:
    text = "</textarea><script>acted()</script>\u202e"
    page = hostile_desk.ask("/trace", "POST", data={"text": text}).text
    assert "<script>acted" not in page and "</textarea><script" not in page
