"""Whatever strangers say, it is read, or refused in a sentence."""

from ipaddress import ip_address

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.watching.serving import START
from variorum.errors import CaptureError, RefusedError
from variorum.ingest.watching import Answer
from variorum.ingest.watching.addresses import refuse_address
from variorum.ingest.watching.bodies import read_body
from variorum.ingest.watching.listings import read_listing
from variorum.ingest.watching.robots import read_robots
from variorum.ingest.watching.schedule import LONGEST_BACK_OFF, retry_after
from variorum.ingest.watching.targets import join_url, read_target

HOSTS = st.text(alphabet="0123456789abcdefx.:[]@%/\\?#-_é１ \t", max_size=40)
MARKUP = st.lists(
    st.sampled_from(
        ["<rss>", "<channel>", "<item>", "<title>", "<link>", "</item>", "<opml>", "<outline xmlUrl='x'/>",
         "<urlset>", "<url>", "<loc>", "http://a.example/", "</loc>", "<![CDATA[", "]]>", "&amp;", "&x;",
         "<html>", "<head>", "<link rel=alternate type=application/rss+xml href=/x>", "\x00", "é", "<!--",
         "<!DOCTYPE a [<!ENTITY x 'y'>]>", "<?xml version='1.0' encoding='utf-16'?>", "words " * 20]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=60), HOSTS.map(lambda host: f"http://{host}/")))
def test_a_url_is_refused_or_means_one_thing(url: str) -> None:
    try:
        target = read_target(url)
    except RefusedError:
        return
    again = read_target(target.url)
    assert again == target
    assert target.host and not set(target.host) & set("/\\@%?# ")
    target.url.encode("ascii")


@settings(max_examples=200)
@given(st.ip_addresses())
def test_what_the_library_calls_no_public_address_is_refused(address: object) -> None:
    judged = ip_address(str(address))
    if judged.is_private or judged.is_multicast or judged.is_reserved or judged.is_loopback:
        assert refuse_address(str(address)) or str(address).startswith("64:ff9b::")


@settings(max_examples=150, deadline=None)
@given(st.one_of(MARKUP.map(str.encode), st.binary(max_size=200)))
def test_a_listing_is_read_or_refused(raw: bytes) -> None:
    try:
        read_listing(Answer("http://a.example/list", 200, (), raw, START))
    except CaptureError as error:
        assert "http://a.example/list" in str(error)


@settings(max_examples=150)
@given(st.binary(max_size=300), st.text(max_size=50))
def test_robots_are_read_whatever_they_hold(raw: bytes, path: str) -> None:
    read_robots(b"User-agent: *\nDisallow: " + raw, "Variorum").allows("/" + path)


@settings(max_examples=150)
@given(st.text(max_size=40))
def test_retry_after_is_a_moment_of_the_next_day_or_none(value: str) -> None:
    moment = retry_after(value, START)
    assert moment is None or START <= moment <= START + LONGEST_BACK_OFF


@settings(max_examples=150)
@given(st.lists(st.binary(max_size=60), max_size=5), st.sampled_from(["gzip", "deflate", "", "br"]))
def test_a_body_is_read_or_refused(pieces: list[bytes], packing: str) -> None:
    try:
        assert len(read_body(pieces, packing, 100, "http://a.example/")) <= 100
    except CaptureError as error:
        assert "http://a.example/" in str(error)


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_references_are_joined_or_not(reference: str) -> None:
    join_url("http://a.example/b", reference)
