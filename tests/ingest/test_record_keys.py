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
