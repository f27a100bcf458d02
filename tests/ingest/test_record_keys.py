"""The key sets of other programs' records are read without configuration."""

import json
from typing import Any

import pytest

from variorum.ingest import read_record
from variorum.model import Capture

BODY = (
    "The harbour of Port Ansel was closed on Monday after a storm, the mayor said at noon.\n\n"
    "Two ferries stayed at their moorings while the wind was measured at ninety knots or more."
)


def capture_of(**record: Any) -> Capture:
    return read_record(json.dumps(record).encode(), "rows.jsonl:1")


def test_passim() -> None:
    capture = capture_of(id="a1", text=BODY, series="ansel-courier", date="1897-03-02")
    assert (capture.key, capture.series) == ("a1", "ansel-courier")
    assert capture.stated.published == "1897-03-02"
    assert not capture.stated.recovered


def test_text_reuse_blast() -> None:
    assert capture_of(doc_id="b7", text=BODY).key == "b7"


def test_news_please() -> None:
    capture = capture_of(
        title="Harbour closed",
        maintext=BODY,
        authors=["Ada Brook"],
        date_publish="2024-05-06 11:00:00",
        date_modify=None,
        date_download="2024-05-07 00:00:00",
        source_domain="courier.example",
        url="https://courier.example/1",
        language="en",
        filename="x.json",
    )
    assert capture.text == BODY
    assert capture.taken_at == "2024-05-07 00:00:00"
    stated = capture.stated
    assert (stated.headline, stated.byline) == ("Harbour closed", ("Ada Brook",))
    assert (stated.outlet, stated.language) == ("courier.example", "en")
    assert stated.recovered


def test_trafilatura() -> None:
    capture = capture_of(
        title="Harbour closed", author="Ada Brook; Jon Lind", hostname="courier.example",
        sitename="The Courier", date="2024-05-06", text=BODY, raw_text=BODY, fingerprint="f0",
        id=None, url="https://courier.example/1", license=None,
    )  # fmt: skip
    assert capture.stated.outlet == "The Courier"
    assert capture.stated.recovered


def test_datatrove() -> None:
    metadata = {"url": "https://courier.example/1", "date": "2024-05-06"}
    capture = capture_of(id="d", text=BODY, metadata=metadata)
    assert (capture.url, capture.stated.published) == (metadata["url"], metadata["date"])
    assert capture.stated.recovered


def test_event_registry() -> None:
    capture = capture_of(
        uri="771", url="https://courier.example/1", title="Harbour closed", body=BODY,
        date="2024-05-06", dateTime="2024-05-06T11:00:00Z", source={"uri": "courier.example"},
        authors=[{"name": "Ada Brook"}], isDuplicate=False, eventUri=None,
    )  # fmt: skip
    assert (capture.key, capture.stated.published) == ("771", "2024-05-06T11:00:00Z")
    assert (capture.stated.outlet, capture.stated.byline) == ("courier.example", ("Ada Brook",))
    assert capture.stated.recovered


def test_trafilatura_json_output() -> None:
    capture = capture_of(**{
        "title": "Harbour closed", "author": "Ada Brook; Jon Lind", "hostname": "courier.example",
        "date": "2024-05-06", "fingerprint": "f0", "id": None, "license": None, "comments": "",
        "raw_text": BODY.replace("\n", " "), "text": BODY, "language": "en", "image": None,
        "pagetype": "article", "filedate": "2024-05-07", "source": "https://courier.example/1",
        "source-hostname": "The Courier", "excerpt": "A storm closed it.", "categories": "World;Sea",
        "tags": "",
    })  # fmt: skip
    assert capture.text == BODY
    assert capture.url == "https://courier.example/1"
    assert capture.taken_at == "2024-05-07"
    stated = capture.stated
    assert (stated.outlet, stated.byline) == ("The Courier", ("Ada Brook", "Jon Lind"))
    assert (stated.standfirst, stated.tags) == ("A storm closed it.", ("World", "Sea"))
    assert stated.recovered


def test_trafilatura_without_metadata() -> None:
    capture = capture_of(text=BODY, comments="")
    assert capture.text == BODY
    assert capture.stated.headline is None


def test_news_please_of_common_crawl() -> None:
    capture = capture_of(
        authors=[], date_download="2024-05-07 00:00:00", date_modify=None, date_publish=None,
        description="A storm closed it.", filename="x.json", image_url=None, language="en",
        localpath=None, maintext=BODY, source_domain="courier.example", text=None, title="Harbour closed",
        title_page=None, title_rss=None, url="https://courier.example/1",
    )  # fmt: skip
    assert capture.text == BODY
    assert capture.stated.standfirst == "A storm closed it."
    assert capture.stated.published is None
    assert capture.stated.recovered


def test_datatrove_of_a_crawl_gives_the_day_of_the_crawl() -> None:
    metadata = {
        "url": "https://courier.example/1", "date": "2024-05-06T11:00:00Z", "dump": "CC-MAIN-2024-22",
        "file_path": "s3://x/y.warc.gz", "language": "en", "language_score": 0.98, "token_count": 31,
    }  # fmt: skip
    for record in ({"metadata": metadata}, metadata):
        capture = capture_of(id="<urn:uuid:1>", text=BODY, **record)
        assert capture.url == "https://courier.example/1"
        assert (capture.taken_at, capture.stated.published) == ("2024-05-06T11:00:00Z", None)
        assert capture.stated.language == "en"
        assert capture.stated.recovered


def test_event_registry_in_full() -> None:
    capture = capture_of(
        uri="771", lang="deu", isDuplicate=True, date="2024-05-06", time="11:04:00",
        dateTime="2024-05-06T11:04:00Z", dateTimePub="2024-05-06T10:58:00Z", dataType="news", sim=0.9,
        url="https://kurier.example/1", title="Hafen zu", body=BODY, sentiment=None, wgt=1,
        source={"uri": "kurier.example", "dataType": "news", "title": "Der Kurier"}, relevance=1,
        authors=[{"uri": "ada@kurier.example", "name": "Ada Brook", "type": "author", "isAgency": False}],
        image=None, eventUri="deu-1", categories=[{"uri": "news/World", "label": "news/World", "wgt": 9}],
    )  # fmt: skip
    stated = capture.stated
    assert (stated.outlet, stated.language) == ("Der Kurier", "de")
    assert (stated.published, stated.byline) == ("2024-05-06T10:58:00Z", ("Ada Brook",))
    assert stated.tags == ("news/World",)
    assert stated.recovered


@pytest.mark.parametrize(
    ("flag", "credit"), [(True, ("Associated Press",)), (False, ()), (None, ())]
)
def test_media_cloud(flag: bool | None, credit: tuple[str, ...]) -> None:
    capture = capture_of(
        stories_id=1771, title="Harbour closed", url="https://courier.example/1", language="en",
        publish_date="2024-05-06 11:00:00", collect_date="2024-05-06 12:00:00", media_id=7,
        media_name="The Courier", media_url="https://courier.example", ap_syndicated=flag,
        story_text=BODY,
    )  # fmt: skip
    assert (capture.key, capture.taken_at) == ("1771", "2024-05-06 12:00:00")
    stated = capture.stated
    assert (stated.outlet, stated.published) == ("The Courier", "2024-05-06 11:00:00")
    # What another program judged is a claim: kept apart from what the page says.
    assert (stated.credit, stated.byline) == (credit, ())
    assert stated.recovered


def test_media_cloud_texts_of_its_index() -> None:
    capture = capture_of(
        original_url="https://courier.example/1?x", article_title="Harbour closed", language="en",
        canonical_domain="courier.example", publication_date="2024-05-06", full_language="en",
        text_extraction_method="trafilatura", text_content=BODY, is_homepage=False,
    )  # fmt: skip
    assert capture.url == "https://courier.example/1?x"
    assert (capture.stated.headline, capture.stated.outlet) == ("Harbour closed", "courier.example")
    assert (capture.stated.published, capture.stated.recovered) == ("2024-05-06", True)


def test_records_like_those_of_crawls_of_news() -> None:
    capture = capture_of(
        title="Harbour closed", text=BODY, domain="courier.example", date="2024-05-06 00:00:00",
        description="A storm closed it.", url="https://courier.example/1", image_url="",
    )  # fmt: skip
    assert (capture.stated.outlet, capture.stated.published) == (
        "courier.example",
        "2024-05-06 00:00:00",
    )
    capture = capture_of(
        url="https://courier.example/1", title="Harbour closed", seendate="20240506T110000Z",
        domain="courier.example", language="English", sourcecountry="Vessland", text=BODY,
    )  # fmt: skip
    assert (capture.taken_at, capture.stated.published) == ("20240506T110000Z", None)
    assert capture.stated.language is None


def test_a_text_that_its_program_cut_is_a_teaser() -> None:
    capture = capture_of(
        source={"id": None, "name": "The Courier"}, author="Ada Brook", title="Harbour closed",
        description="A storm closed it.", url="https://courier.example/1",
        publishedAt="2024-05-06T11:00:00Z", content=BODY[:90] + "… [+1200 chars]",
    )  # fmt: skip
    assert (capture.stated.outlet, capture.stated.published) == (
        "The Courier",
        "2024-05-06T11:00:00Z",
    )
    assert capture.stated.teaser
    assert not capture.stated.recovered


def test_an_address_looks_like_one() -> None:
    assert capture_of(text=BODY, source="The Courier").url is None
    assert capture_of(text=BODY, source="The Courier", link="https://courier.example/1").url


@pytest.mark.parametrize("title", [None, "Harbour closed"])
def test_a_page_with_its_chrome_is_not_taken_for_recovered(title: str | None) -> None:
    page = "Home\nNews\nSport\nWeather\nSign in\nMost read\n" * 4 + BODY + "\nShare this\nComments"
    record = {"id": "1", "text": page} | ({"title": title} if title else {})
    assert not capture_of(**record).stated.recovered


def test_html_wins_over_text() -> None:
    capture = capture_of(id="1", html="<p>The harbour is closed.</p>", text="menu")
    assert capture.media_type == "text/html"
    assert "The harbour is closed." in capture.text


def test_nul_bytes_and_lone_surrogates_keep_offsets() -> None:
    capture = read_record(b'{"text": "a\\u0000b\\ud800c d"}', "x:1")
    assert len(capture.text) == len("a.b.c d")
    capture.text.encode("utf-8")
