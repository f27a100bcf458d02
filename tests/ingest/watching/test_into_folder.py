"""What was taken, written into a folder: read back, it gives the same captures."""

import gzip
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.ingest.reading import read
from tests.ingest.watching.serving import PUBLIC, START
from variorum.errors import CaptureError
from variorum.ingest import make_capture
from variorum.ingest.watching import Answer, IntoFolder, TakenEntry, TakenPage, capture_page
from variorum.ingest.watching.listings import read_listing
from variorum.ingest.watching.taken import take_entry
from variorum.model import Capture, Stated

PROSE = "The harbour council of Marn voted on Tuesday to close the old ferry pier. " * 9
LISTING = "https://courier.example/feed"


def page(
    body: bytes,
    content_type: str = "text/html; charset=utf-8",
    url: str = "https://courier.example/a?b=ü",
) -> TakenPage:
    headers = (
        ("Content-Type", content_type),
        ("Content-Encoding", "gzip"),
        ("Transfer-Encoding", "chunked"),
        ("X-Served-By", "caf\xe9"),
    )
    return TakenPage(Answer(url, 200, headers, body, START, PUBLIC), LISTING)


def write(folder: Path, *taken: TakenPage | TakenEntry) -> None:
    into = IntoFolder(folder)
    for each in taken:
        into.keep(each)
    into.close()
    assert into.count == len(taken)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (f"<html><h1>Pier</h1><p>{PROSE} “ü”".encode(), "text/html; charset=utf-8"),
        (f"<html><p>{PROSE} “ü”".encode("windows-1252"), "text/html; charset=windows-1252"),
        (f"<html><p>{PROSE} żółć".encode("iso-8859-2"), "text/html;charset=ISO-8859-2"),
        (PROSE.encode(), "text/plain"),
        (f"<html><p>{PROSE}".encode("utf-16"), "text/html"),
        (f"<html><p>WARC/1.1\r\n\r\n{PROSE}\r\n\r\nWARC/1.1\r\n".encode(), "application/xhtml+xml"),
    ],
)
def test_pages_come_back_as_they_were(tmp_path: Path, body: bytes, content_type: str) -> None:
    taken = page(body, content_type)
    write(tmp_path, taken)
    found, failures, _ = read(tmp_path)
    assert not failures
    expected = capture_page(taken)
    assert [each.id for each in found] == [expected.id]
    assert found[0].text == expected.text and found[0].taken_at == expected.taken_at
    assert found[0].url == "https://courier.example/a?b=ü"


def entries() -> list[TakenEntry]:
    raw = f"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>The Courier</title><link>https://courier.example/</link><language>en-GB</language>
    <item><title>Pier closes</title><link>https://courier.example/pier</link><guid>p-1</guid>
    <dc:creator>Ada Brook</dc:creator><category>Ports</category>
    <pubDate>Sat, 01 Mar 2031 08:00:00 +0100</pubDate>
    <description>{PROSE}</description></item>
    <item><title>Marked up</title><link>https://courier.example/2</link>
    <description>&lt;p&gt;{PROSE}&lt;/p&gt;&lt;p&gt;{PROSE}&lt;/p&gt;</description></item>
    </channel></rss>"""
    listing = read_listing(Answer(LISTING, 200, (), raw.encode(), START))
    return [take_entry(each, LISTING, START) for each in listing.entries]


def test_entries_come_back_as_they_were(tmp_path: Path) -> None:
    taken = entries()
    write(tmp_path, *taken)
    found, failures, _ = read(tmp_path)
    assert not failures and len(found) == 2
    for capture, expected in zip(found, (each.capture for each in taken), strict=True):
        assert same(capture) == same(expected)


def same(capture: Capture) -> tuple[object, ...]:
    return capture.id, capture.text, capture.url, capture.taken_at, capture.key, capture.stated


# One value for every field: a field that is added to `Stated` must be written, too.
FULL = Stated(
    headline="Pier closes",
    byline=("Ada Brook", "Lew Marsh"),
    outlet="The Courier",
    published="2031-03-01T08:00:00+01:00",
    modified="2031-03-01T09:30:00+01:00",
    language="en",
    recovered=True,
    teaser=True,
    standfirst="Ferries go on.",
    tags=("Ports", "Marn"),
    credit=("Island Wire",),
    supplier="Island Wire",
    image_credit=("Coast Pictures",),
)


def test_every_field_has_a_value_here() -> None:
    assert all(getattr(FULL, field.name) for field in fields(Stated))


@pytest.mark.parametrize("field", [None, *(each.name for each in fields(Stated))])
@pytest.mark.parametrize("is_markup", [False, True])
def test_all_that_is_stated_comes_back(tmp_path: Path, field: str | None, is_markup: bool) -> None:
    # All fields, then all but one.
    stated = FULL if field is None else replace(FULL, **{field: getattr(Stated(), field)})
    text = f"<p>{PROSE}</p>" if is_markup else PROSE
    made = make_capture(
        "feed#1", text, is_markup=is_markup, key="p-1", url="https://courier.example/pier",
        taken_at="2031-03-01T09:00:00Z", series="Courier Group", stated=stated,
    )  # fmt: skip
    write(tmp_path, TakenEntry(made, LISTING))
    (found,), failures, _ = read(tmp_path)
    assert not failures
    assert same(found) == same(made)
    assert found.series == made.series


def test_a_file_broken_off_by_a_kill_gives_all_but_the_last(tmp_path: Path) -> None:
    bodies = [f"<html><p>{number} {PROSE}".encode() for number in range(3)]
    write(tmp_path, *(page(each) for each in bodies))
    (path,) = tmp_path.glob("*.warc.gz")
    path.write_bytes(path.read_bytes()[:-100])
    found, failures, _ = read(tmp_path)
    assert len(found) == 2 and len(failures) == 1


def test_each_run_begins_a_file_of_its_own(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path, page(f"<html><p>{number} {PROSE}".encode()))
    assert len(list(tmp_path.glob("pages-20310301T090000Z*.warc.gz"))) == 3
    assert len(read(tmp_path)[0]) == 3


def test_a_run_that_brings_nothing_leaves_no_file(tmp_path: Path) -> None:
    write(tmp_path / "into")
    assert not (tmp_path / "into").exists()


def test_records_say_where_and_when_and_no_longer_how_they_were_sent(tmp_path: Path) -> None:
    write(tmp_path, page(b"<p>x"))
    (path,) = tmp_path.glob("*.warc.gz")
    told = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
    for line in ("WARC-Type: warcinfo", "WARC-Type: response", "WARC-Date: 2031-03-01T09:00:00Z",
                 f"WARC-IP-Address: {PUBLIC}", "robots: obey", "Content-Length: 4"):  # fmt: skip
        assert line + "\r\n" in told
    assert "Transfer-Encoding" not in told and "Content-Encoding" not in told


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "into").write_bytes(b"a file")
    with pytest.raises(CaptureError, match="cannot be written into"):
        IntoFolder(tmp_path / "into").keep(page(b"<p>x"))
