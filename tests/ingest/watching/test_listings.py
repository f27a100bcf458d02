"""Lists of feeds, site maps, feeds and pages that name one: told by content, read within bounds."""

import gzip
import json
import time

import pytest

from tests.ingest.watching.serving import START
from variorum.errors import CaptureError
from variorum.ingest.watching import Answer, read_opml
from variorum.ingest.watching.listings import MOST_MAPS, read_listing

URL = "https://courier.example/list"
PROSE = "The harbour council of Marn voted on Tuesday to close the old ferry pier. " * 8
OPML = """<?xml version="1.0"?><opml version="2.0"><head/><body>
<outline text="News"><outline text="Inner"><outline type="rss" text="Courier" title="The Courier"
 xmlUrl="https://courier.example/feed?a=1&amp;b=2"/></outline>
<outline XMLURL="https://gazette.example/atom" text="Gazette"/></outline>
<outline text="again" xmlurl="https://gazette.example/atom"/>
<outline type="link" url="https://tolva.example/" text="a page"/><outline text="empty"/></body></opml>"""
NEWS_MAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://courier.example/old </loc><lastmod>2031-02-27</lastmod></url>
<url><loc>https://www.courier.example/new</loc><news:news><news:publication><news:name>Courier</news:name>
</news:publication><news:publication_date>2031-03-01T08:00:00+01:00</news:publication_date>
<news:title>Pier closes</news:title></news:news></url>
<url><loc>/relative</loc></url><url><loc>https://other.example/x</loc></url><url/></urlset>"""
RSS = f"""<rss version="2.0"><channel><title>The Courier</title><link>https://courier.example/</link>
<item><title>Pier closes</title><link>/pier</link><guid>1</guid><description>Ferries stop.</description>
</item><item><title>Whole</title><link>https://courier.example/whole</link>
<description>{PROSE}</description></item></channel></rss>"""


def answer(body: str | bytes, **headers: str) -> Answer:
    raw = body.encode() if isinstance(body, str) else body
    told = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(URL, 200, told, raw, START)


def test_nested_lists_of_feeds() -> None:
    found = read_opml(OPML.encode(), "feeds.opml")
    assert [each.url for each in found] == [
        "https://courier.example/feed?a=1&b=2",
        "https://gazette.example/atom",
        "https://tolva.example/",
    ]
    assert found[0].title == "The Courier"
    assert read_listing(answer(OPML)).further == tuple(each.url for each in found)


@pytest.mark.parametrize("raw", [b"", b"none", b"<opml><body/></opml>", b"\x00\xff\xfe", b"<opml"])
def test_what_lists_no_feeds_says_so(raw: bytes) -> None:
    with pytest.raises(CaptureError, match=r"feeds\.opml"):
        read_opml(raw, "feeds.opml")


def test_a_list_that_breaks_off_gives_what_came_before() -> None:
    assert len(read_opml(OPML[:400].encode(), "feeds.opml")) == 2


def test_no_entity_of_a_list_stands_for_a_file_or_a_bomb() -> None:
    bomb = '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    raw = bomb + '<!ENTITY f SYSTEM "file:///etc/hostname">]><opml><body>'
    raw += '<outline text="&j;" xmlUrl="https://courier.example/&f;"/></body></opml>'
    begun = time.perf_counter()
    try:
        urls = [each.url for each in read_opml(raw.encode(), "feeds.opml")]
    except CaptureError:
        urls = []
    assert all(len(url) < 100 for url in urls)
    assert time.perf_counter() - begun < 1


def test_a_news_site_map_newest_first() -> None:
    found = read_listing(answer(NEWS_MAP))
    assert [page.url for page in found.pages] == [
        "https://www.courier.example/new",
        "https://courier.example/old",
        "https://courier.example/relative",
    ]
    assert found.pages[0].title == "Pier closes"
    assert "1 addresses of other sites" in str(found.told)


def test_a_packed_site_map() -> None:
    raw = gzip.compress(NEWS_MAP.encode())
    assert len(read_listing(answer(raw, content_type="application/gzip")).pages) == 3


def test_a_packed_site_map_that_is_a_bomb() -> None:
    with pytest.raises(CaptureError, match="unpacks to more than"):
        read_listing(answer(gzip.compress(b" " * 40_000_000)))


def test_an_index_leads_to_its_newest_maps() -> None:
    maps = "".join(
        f"<sitemap><loc>https://courier.example/{day}.xml</loc><lastmod>2031-01-{day:02}</lastmod>"
        "</sitemap>"
        for day in range(1, 29)
    )
    found = read_listing(answer(f"<sitemapindex>{maps}</sitemapindex>"))
    assert found.further[0] == "https://courier.example/28.xml"
    assert len(found.further) == MOST_MAPS and "28 site maps" in str(found.told)


def test_a_feed_and_a_json_feed() -> None:
    found = read_listing(answer(RSS))
    assert [each.stated.teaser for each in found.entries] == [True, False]
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "items": [{"id": "1", "url": "https://courier.example/1", "content_text": PROSE}],
    }
    found = read_listing(answer(json.dumps(value)))
    assert [each.url for each in found.entries] == ["https://courier.example/1"]


def test_an_empty_feed_is_no_failure() -> None:
    found = read_listing(answer("<rss><channel><title>x</title></channel></rss>"))
    assert found.entries == () and "no entries" in str(found.told)


def test_a_page_leads_to_the_first_feed_that_it_names() -> None:
    page = """<html><head><base href="/sub/"><link rel="stylesheet" href="a.css">
    <link REL="Alternate Feed" TYPE="application/atom+xml; charset=utf-8" href="feed.xml">
    <link rel=alternate type="application/rss+xml" href="/comments"><link rel=alternate href=/x
     hreflang=de></head><body>"""
    found = read_listing(answer(page, content_type="text/html"))
    assert found.further == ("https://courier.example/sub/feed.xml",)
    assert "names 2 feeds" in str(found.told)


@pytest.mark.parametrize(
    "raw",
    [b"", b"plain words", b"<html><p>no feed", b'{"a": 1}', b"[" * 100_000, b'{"version":',
     b"%PDF-1.4", b"\x1f\x8b broken", b"PK\x03\x04", b"<rss", b"<rss><channel><item><title>x",
     b"<urlset", b"<urlset>" + b"<url>" * 50_000, b"\xff\xfe<\x00r\x00", b"<opml><outline/></opml>"],
)  # fmt: skip
def test_malformed_listings_fail_in_a_sentence_or_give_what_they_have(raw: bytes) -> None:
    begun = time.perf_counter()
    try:
        found = read_listing(answer(raw))
    except CaptureError as error:
        assert URL in str(error)
    else:
        assert not found.entries and not found.pages
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize(
    "raw",
    [
        b"<rss><channel>" + b"<item><title>a</title></item>" * 60_000,
        b"<rss><channel>" + b"<item/>" * 100_000,
        b"<html><head>" + b"<link rel=alternate type=application/rss+xml href=/x>" * 100_000,
        b"<!--" * 2_000_000,
        b"<?a?>" * 2_000_000,
        b"<rss><channel><item><title>" + b"<![CDATA[" * 500_000,
        b"<urlset>" + b"<url><loc>http://courier.example/1</loc></url>" * 60_000,
        b'{"version":"https://jsonfeed.org/version/1","items":[' + b'{"id":1},' * 300_000 + b"{}]}",
    ],
    ids=[
        "entries",
        "empty entries",
        "links",
        "comments",
        "instructions",
        "sections",
        "map",
        "json",
    ],
)
def test_listings_made_to_cost_time_cost_little(raw: bytes) -> None:
    begun = time.perf_counter()
    try:
        read_listing(answer(raw))
    except CaptureError as error:
        assert URL in str(error)
    assert time.perf_counter() - begun < 5
