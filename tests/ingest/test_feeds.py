"""Feeds of every format: one capture an entry, teasers told from articles, claims kept apart."""

import json
from pathlib import Path

import pytest

from variorum.ingest.feed_entry import iso_time, person
from variorum.model import Capture

from .reading import read, read_input, write

SENTENCE = "The harbour of Port Ansel was closed on Monday after a storm, the mayor said at noon. "
BODY = "".join(f"<p>{SENTENCE * 4}Paragraph {number}.</p>" for number in range(3))
SUMMARY = "A storm has closed the harbour of Port Ansel."

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Ansel Courier - World</title><link>https://anselcourier.example/world</link>
<atom:link rel="self" href="https://anselcourier.example/feed"/><language>en-GB</language>
<image><title>Logo</title><url>https://anselcourier.example/logo.png</url></image>
{items}
</channel></rss>"""

FULL = f"""<item><title>Storm &amp;amp; surge close harbour</title><link>https://anselcourier.example/1</link>
<guid isPermaLink="false">tag-1</guid><dc:creator>Ada Brook</dc:creator><dc:creator>Jon Lind</dc:creator>
<category>World</category><category>Weather</category><pubDate>Mon, 06 May 2024 11:00:00 +0200</pubDate>
<source url="https://vpa.example/feed">Vessland Press Agency</source>
<media:content url="https://anselcourier.example/a.jpg"><media:title>Waves</media:title>
<media:description>Waves at the pier</media:description>
<media:credit role="photographer">Mia Quist/VPA</media:credit></media:content>
<description>{SUMMARY}</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item>"""


def rss(*items: str) -> bytes:
    return RSS.format(items="\n".join(items)).encode()


def only(raw: bytes) -> Capture:
    (capture,), failures, _ = read_input(raw)
    assert not failures
    return capture


def test_rss_with_the_whole_text(tmp_path: Path) -> None:
    path = write(tmp_path / "world.rss", rss(FULL))
    (capture,), failures, notes = read(path)
    assert not failures
    assert not notes
    assert capture.location == f"{path}#1"
    assert (capture.url, capture.key) == ("https://anselcourier.example/1", "tag-1")
    assert capture.media_type == "text/html"
    assert capture.markup == BODY
    assert capture.text.count("the mayor said at noon.") == 12
    stated = capture.stated
    assert stated.headline == "Storm & surge close harbour"
    assert stated.byline == ("Ada Brook", "Jon Lind")
    assert (stated.outlet, stated.supplier) == ("The Ansel Courier", "Vessland Press Agency")
    assert stated.published == "2024-05-06T11:00:00+02:00"
    assert (stated.language, stated.tags) == ("en", ("World", "Weather"))
    assert stated.standfirst == SUMMARY
    assert stated.image_credit == ("Mia Quist/VPA",)
    assert stated.credit == ()
    assert not stated.teaser


@pytest.mark.parametrize(
    "description",
    [
        SUMMARY,
        SENTENCE * 9 + "Two ferries were […]",
        f"&lt;p&gt;{SENTENCE * 9}&lt;/p&gt; &lt;a href='/1'&gt;Continue reading...&lt;/a&gt;",
    ],
)
def test_rss_with_a_teaser_only(description: str) -> None:
    item = f"<item><title>Storm</title><description>{description}</description></item>"
    capture = only(rss(item))
    assert capture.stated.teaser
    assert capture.stated.headline == "Storm"
    assert "&lt;" not in capture.text


def test_a_description_may_be_the_whole_text() -> None:
    paragraphs = BODY.replace("<", "&lt;").replace(">", "&gt;")
    capture = only(rss(f"<item><title>Storm</title><description>{paragraphs}</description></item>"))
    assert not capture.stated.teaser
    assert capture.markup == BODY


def test_content_that_repeats_the_description_is_a_teaser() -> None:
    item = (
        f"<item><title>Storm</title><description>{SUMMARY}</description>"
        f"<content:encoded>{SUMMARY}</content:encoded></item>"
    )
    assert only(rss(item)).stated.teaser


def test_an_entry_with_a_title_alone_and_one_with_nothing() -> None:
    captures, failures, _ = read_input(rss("<item><title>Storm</title></item>", "<item/>"))
    assert [each.text for each in captures] == ["Storm"]
    assert captures[0].stated.teaser
    assert [each.error for each in failures] == ["-#2: the entry has neither text nor title"]


def test_an_aggregator_names_the_outlet_of_each_entry() -> None:
    item = (
        "<item><title>Storm</title><link>https://harbournews.example/7</link>"
        '<source url="https://harbournews.example">Harbour News</source></item>'
    )
    stated = only(rss(item)).stated
    assert (stated.outlet, stated.supplier) == ("Harbour News", None)


ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title type="html">Le &lt;b&gt;Phare&lt;/b&gt;</title>
<link href="https://lephare.example/"/><author><name>Rédaction</name></author>
<entry><title>1 &lt; 2</title><id>tag:lephare.example,2024:1</id><updated>2024-05-06T12:00:00Z</updated>
<link rel="edit" href="https://lephare.example/edit/1"/><link href="/1"/>
<published>2024-05-06T10:00:00+02:00</published><author><name>Ada Brook</name></author>
<category term="meteo" label="Météo"/><summary>{SUMMARY}</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content>
<source><title>Agence du Vessland</title><link href="https://adv.example/"/></source></entry>
<entry><title type="html">Deux &amp;amp; trois</title><updated>2024-05-07</updated>
<content type="text">{SENTENCE * 4}a &lt; b</content></entry></feed>"""


def test_atom() -> None:
    (first, second), failures, _ = read_input(ATOM.encode())
    assert not failures
    assert first.url == "https://lephare.example/1"
    assert first.text.count("the mayor said at noon.") == 12
    stated = first.stated
    assert (stated.headline, stated.byline) == ("1 < 2", ("Ada Brook",))
    assert (stated.published, stated.modified) == (
        "2024-05-06T10:00:00+02:00",
        "2024-05-06T12:00:00Z",
    )
    assert (stated.outlet, stated.supplier) == ("Le Phare", "Agence du Vessland")
    assert (stated.language, stated.tags) == ("fr", ("Météo",))
    assert second.media_type == "text/plain"
    assert second.text.endswith("a < b")
    assert (second.stated.headline, second.stated.byline) == ("Deux & trois", ("Rédaction",))
    assert (second.stated.published, second.stated.modified) == ("2024-05-07", None)
    assert not second.stated.teaser


@pytest.mark.parametrize(
    "root",
    [
        '<rss version="0.91"><channel><title>Courier</title>{}</channel></rss>',
        '<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://x.example/rss.dtd">\n'
        '<rss version="0.92"><channel><title>Courier</title>{}</channel></rss>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Courier</title></channel>{}</rdf:RDF>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title></channel>{}</rdf:RDF>',
    ],
)
def test_old_formats(root: str) -> None:
    item = (
        "<item><title>Storm</title><link>https://courier.example/1</link>"
        "<description>It blew.</description></item>"
    )
    capture = only(root.replace("{}", item).encode())
    assert (capture.text, capture.url) == ("It blew.", "https://courier.example/1")
    assert (capture.stated.headline, capture.stated.outlet) == ("Storm", "Courier")


def json_feed(**item: object) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Courier", "language": "en-US",
        "home_page_url": "https://courier.example/", "authors": [{"name": "Desk"}],
        "items": [{"id": "1", "url": "https://courier.example/1", "title": "Storm", **item}],
    }  # fmt: skip
    return json.dumps(feed).encode()


@pytest.mark.parametrize("name", ["feed.json", "feed.txt", "feed.jsonl", "feed.xml", "-"])
def test_json_feed_under_any_name(tmp_path: Path, name: str) -> None:
    raw = json_feed(
        content_html=BODY, summary=SUMMARY, date_published="2024-05-06T10:00:00Z", tags=["Weather"],
        date_modified="2024-05-06T11:00:00Z", authors=[{"name": "Ada Brook"}],
    )  # fmt: skip
    (capture,), failures, _ = read_input(raw) if name == "-" else read(write(tmp_path / name, raw))
    assert not failures
    assert capture.location.endswith("#1")
    assert (capture.key, capture.url) == ("1", "https://courier.example/1")
    stated = capture.stated
    assert (stated.headline, stated.byline, stated.outlet) == ("Storm", ("Ada Brook",), "Courier")
    assert (stated.published, stated.modified) == ("2024-05-06T10:00:00Z", "2024-05-06T11:00:00Z")
    assert (stated.language, stated.tags, stated.standfirst) == ("en", ("Weather",), SUMMARY)
    assert not stated.teaser


def test_json_feed_with_a_summary_only() -> None:
    capture = only(json_feed(summary=SUMMARY))
    assert capture.stated.teaser
    assert capture.text == SUMMARY
    assert capture.stated.byline == ("Desk",)


@pytest.mark.parametrize("name", ["feed.xml", "feed.html", "feed.txt", "feed.atom", "feed.xml.gz"])
def test_a_feed_under_any_name(tmp_path: Path, name: str) -> None:
    import gzip

    raw = gzip.compress(rss(FULL)) if name.endswith(".gz") else rss(FULL)
    (capture,), failures, _ = read(write(tmp_path / name, raw))
    assert not failures
    assert capture.stated.headline == "Storm & surge close harbour"


def test_xml_that_is_no_feed(tmp_path: Path) -> None:
    _, failures, _ = read(
        write(tmp_path / "map.xml", "<?xml version='1.0'?><urlset><url/></urlset>")
    )
    assert "holds neither a feed" in failures[0].error
    (capture,), _, _ = read(
        write(
            tmp_path / "page.xml",
            "<?xml version='1.0'?>\n<html><body><p>It blew.</p></body></html>",
        )
    )
    assert capture.text.strip() == "It blew."


def test_a_feed_that_breaks_off_keeps_the_entries_before() -> None:
    raw = rss(FULL, FULL.replace("tag-1", "tag-2").replace("noon", "night"))
    captures, failures, _ = read_input(raw[:-600])
    assert [each.key for each in captures] == ["tag-1"]
    assert "breaks off after 1 whole entries" in failures[0].error


def test_a_feed_without_entries() -> None:
    _, failures, _ = read_input(rss())
    assert failures[0].error == "-: the feed has no entries"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish & chips", "Fish & chips"),
        ("Caf&eacute; closed", "Café closed"),
        ("<![CDATA[Fish & chips &#8211; caf&eacute;]]>", "Fish & chips – café"),
        ("Fish \x0b chips", "Fish \ufffd chips"),
        ("AT&T shuts", "AT&T shuts"),
    ],
)
def test_what_xml_forbids_is_read_all_the_same(written: str, meant: str) -> None:
    assert only(rss(f"<item><title>{written}</title></item>")).stated.headline == meant


def test_prefixes_that_are_not_declared() -> None:
    raw = f"<rss><channel><item><title>Storm</title><dc:creator>Ada Brook</dc:creator>" \
          f"<content:encoded><![CDATA[{BODY}]]></content:encoded></item></channel></rss>"  # fmt: skip
    capture = only(raw.encode())
    assert capture.stated.byline == ("Ada Brook",)
    assert not capture.stated.teaser


def test_a_feed_in_another_encoding() -> None:
    raw = (
        '<?xml version="1.0" encoding="windows-1251"?>'
        "<rss><channel><item><title>Шторм закрыл порт</title></item></channel></rss>"
    )
    assert only(raw.encode("windows-1251")).stated.headline == "Шторм закрыл порт"
    assert only(raw.encode("utf-16")).stated.headline == "Шторм закрыл порт"


@pytest.mark.parametrize(
    "hostile",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY l "lol"><!ENTITY a "' + "&l;" * 1000 + '">]>',
    ],
)
def test_entities_stand_for_nothing(hostile: str) -> None:
    raw = f"{hostile}<rss><channel><item><title>x &a; y</title></item></channel></rss>"
    assert only(raw.encode()).stated.headline == "x &a; y"


@pytest.mark.parametrize(
    "flood",
    ["<a>" * 100_000, "&amp;" * 200_000, "<" * 200_000, "<![CDATA[" * 50_000, "<!--" * 50_000,
     "<a " + "".join(f'a{n}="x" ' for n in range(20_000)) + ">", "&a" * 200_000, "]]>" * 50_000],
)  # fmt: skip
def test_floods_cost_no_more_than_a_page(flood: str) -> None:
    captures, failures, _ = read_input(
        f"<rss><channel><item><title>Storm</title><description>{flood}".encode()
    )
    assert captures or failures


def test_times_of_feeds() -> None:
    assert iso_time("Mon, 06 May 2024 11:00:00 GMT") == "2024-05-06T11:00:00+00:00"
    assert iso_time("Mon, 06 May 2024 11:00 EST") == "2024-05-06T11:00:00-05:00"
    assert iso_time("Mon, 06 May 2024 11:00:00") == "2024-05-06T11:00:00"
    assert iso_time("06 May 2024") == "2024-05-06"
    assert iso_time("6 de mayo") == "6 de mayo"
    assert iso_time("  ") is None


def test_names_of_authors() -> None:
    assert person("desk@courier.example (Ada Brook)") == "Ada Brook"
    assert person("Ada Brook <desk@courier.example>") == "Ada Brook"
    assert person("desk@courier.example") is None
    assert person("Ada Brook") == "Ada Brook"
