"""Bad input costs itself alone, and says where and why."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.ingest import read_captures
from variorum.ingest.limits import LARGEST_CAPTURE
from variorum.model import Capture, Failure, Note

GOOD = "The harbour of Port Ansel was closed on Monday after a storm, the mayor said."


def read(*paths: Path | str) -> tuple[list[Capture], list[Failure], list[Note]]:
    found = list(read_captures([str(path) for path in paths]))
    return (
        [each for each in found if isinstance(each, Capture)],
        [each for each in found if isinstance(each, Failure)],
        [each for each in found if isinstance(each, Note)],
    )


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def write(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path


def test_empty_file(tmp_path: Path, good: Path) -> None:
    captures, failures, _ = read(write(tmp_path / "empty.txt", b""), good)
    assert [each.text for each in captures] == [GOOD]
    assert [each.error for each in failures] == [f"{tmp_path / 'empty.txt'}: is empty"]


def test_file_of_blank_lines(tmp_path: Path) -> None:
    _, failures, _ = read(write(tmp_path / "blank.txt", b"  \n\n\t\n"))
    assert "is empty" in failures[0].error


@pytest.mark.parametrize("ending", ["txt", "html"])
def test_binary_file(tmp_path: Path, good: Path, ending: str) -> None:
    binary = bytes(range(256)) * 40
    captures, failures, _ = read(write(tmp_path / f"picture.{ending}", binary), good)
    assert len(captures) == 1
    assert "binary" in failures[0].error
    assert f"picture.{ending}" in failures[0].error


def test_other_encoding_is_read_and_noted(tmp_path: Path) -> None:
    text = "Der Bürgermeister sagte, der Hafen müsse für drei Tage schließen. " * 5
    captures, failures, notes = read(write(tmp_path / "latin.txt", text.encode("latin-1")))
    assert captures[0].text == text
    assert not failures
    assert "latin.txt" in notes[0].location
    assert "is not UTF-8; read as" in notes[0].text


def test_utf16_with_mark(tmp_path: Path) -> None:
    captures, _, notes = read(write(tmp_path / "wide.txt", GOOD.encode("utf-16")))
    assert captures[0].text == GOOD
    assert "utf-16" in notes[0].text


def test_utf16_broken_off(tmp_path: Path) -> None:
    _, failures, _ = read(write(tmp_path / "wide.txt", GOOD.encode("utf-16")[:-1]))
    assert "breaks off at byte" in failures[0].error


def test_html_in_its_declared_encoding(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Порт закрыт</p></body></html>'
    captures, _, _ = read(write(tmp_path / "page.html", page.encode("windows-1251")))
    assert "Порт закрыт" in captures[0].text


def test_folder_without_pages(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder / "notes.pdf", b"%PDF")
    _, failures, _ = read(folder)
    assert "the folder holds no pages (files ending in .txt" in failures[0].error


def test_missing_path(tmp_path: Path, good: Path) -> None:
    captures, failures, _ = read(tmp_path / "gone.txt", good)
    assert len(captures) == 1
    assert failures[0].error == f"{tmp_path / 'gone.txt'}: there is no such file or folder"


def test_unknown_ending(tmp_path: Path) -> None:
    _, failures, _ = read(write(tmp_path / "table.xlsx", b"x"))
    assert "is in no format read here" in failures[0].error


def test_same_path_twice(good: Path) -> None:
    captures, failures, notes = read(good, good.parent, good.parent / "." / good.name)
    assert len(captures) == 1
    assert not failures
    assert len(notes) == 2
    assert "more than once" in notes[0].text


def test_same_bytes_in_two_files(tmp_path: Path, good: Path) -> None:
    captures, _, notes = read(good, write(tmp_path / "copy.txt", good.read_bytes()))
    assert len(captures) == 1
    assert "is the same capture as" in notes[0].text


def test_same_text_of_two_outlets_is_two_captures(tmp_path: Path) -> None:
    rows = [{"id": str(n), "text": GOOD, "outlet": f"outlet{n}.example"} for n in range(2)]
    path = write(tmp_path / "rows.jsonl", "\n".join(map(json.dumps, rows)).encode())
    captures, _, _ = read(path)
    assert [each.stated.outlet for each in captures] == ["outlet0.example", "outlet1.example"]
    assert len({each.id for each in captures}) == 2


def test_broken_json_in_line_three(tmp_path: Path) -> None:
    lines = [json.dumps({"id": n, "text": f"{GOOD} {n}"}) for n in range(4)]
    lines[2] = lines[2][:-5]
    path = write(tmp_path / "rows.jsonl", "\n".join(lines).encode())
    captures, failures, _ = read(path)
    assert [each.key for each in captures] == ["0", "1", "3"]
    assert failures[0].location == f"{path}:3"
    assert "is not JSON" in failures[0].error


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[1, 2]", "holds a list, not an object"),
        (b'{"id": "1"}', "neither text nor html"),
        (b'{"text": "   "}', "is empty"),
        (b'{"text": {"a": 1}}', "the record's text is not a string"),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_records_that_hold_no_page(tmp_path: Path, line: bytes, reason: str) -> None:
    good = json.dumps({"text": GOOD}).encode()
    captures, failures, _ = read(write(tmp_path / "rows.jsonl", line + b"\n" + good + b"\n"))
    assert reason in failures[0].error
    assert len(captures) == 1


def test_line_of_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    with path.open("wb") as opened:
        opened.write(b'{"text": "' + b"a" * 50_000_000 + b'"}\n')
        opened.write(json.dumps({"text": GOOD}).encode())
    captures, failures, _ = read(path)
    assert [each.location for each in captures] == [f"{path}:2"]
    assert failures[0].location == f"{path}:1"
    assert "the line has 50 MB; a record may have" in failures[0].error


def test_file_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as opened:
        opened.truncate(LARGEST_CAPTURE + 1)
    _, failures, _ = read(path)
    assert "a page may have" in failures[0].error


def test_truncated_gzip_keeps_what_came_before(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": n, "text": f"{GOOD} {n * 7919}"}) + "\n" for n in range(4000))
    raw = gzip.compress(rows.encode())
    captures, failures, _ = read(write(tmp_path / "rows.jsonl.gz", raw[: len(raw) // 2]))
    assert captures
    assert "the compressed stream breaks off" in failures[0].error


def test_gzip_that_is_none(tmp_path: Path) -> None:
    _, failures, _ = read(write(tmp_path / "rows.jsonl.gz", b"not compressed"))
    assert "the compressed stream is not gzip" in failures[0].error


def test_html_without_text(tmp_path: Path) -> None:
    _, failures, _ = read(write(tmp_path / "page.html", b"<html><script>let a = 1</script></html>"))
    assert "the page has no text" in failures[0].error


def test_standard_input_takes_records_and_pages() -> None:
    record = io.BytesIO(json.dumps({"id": "7", "text": GOOD}).encode())
    (capture,) = read_captures(["-"], standard_input=record)
    assert isinstance(capture, Capture)
    assert (capture.key, capture.location) == ("7", "-:1")
    (capture,) = read_captures(["-"], standard_input=io.BytesIO(GOOD.encode()))
    assert isinstance(capture, Capture)
    assert capture.text == GOOD
    (failure,) = read_captures(["-"], standard_input=io.BytesIO(b""))
    assert isinstance(failure, Failure)


def test_hidden_files_are_left_alone(tmp_path: Path, good: Path) -> None:
    (tmp_path / ".cache").mkdir()
    write(tmp_path / ".cache" / "page.txt", b"something else")
    captures, _, _ = read(tmp_path)
    assert [each.location for each in captures] == [str(good)]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_line_is_a_capture_or_a_failure(raw: bytes) -> None:
    for found in read_captures(["-"], standard_input=io.BytesIO(b"{" + raw)):
        assert isinstance(found, Capture | Failure)
        if isinstance(found, Capture):
            found.text.encode("utf-8")


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_records_of_nothing(tmp_path: Path, name: str) -> None:
    raw = gzip.compress(b"") if name.endswith(".gz") else b""
    _, failures, _ = read(write(tmp_path / name, raw))
    assert [each.error for each in failures] == [f"{tmp_path / name}: is empty"]


def test_binary_records_are_one_failure(tmp_path: Path) -> None:
    _, failures, _ = read(write(tmp_path / "rows.jsonl", bytes(range(256)) * 40))
    assert len(failures) == 1
    assert "binary" in failures[0].error


@pytest.mark.parametrize("ending", ["txt", "html"])
def test_a_page_cut_in_mid_character_keeps_its_quotation_marks(tmp_path: Path, ending: str) -> None:
    text = "“We waited,” she said. “Then we left.” “The boat was late,” said the mayor — twice. “"
    captures, failures, _ = read(write(tmp_path / f"cut.{ending}", text.encode()[:-1]))
    assert not failures
    assert captures[0].text.count("“") == 3
    assert captures[0].text.count("”") == 3


def test_a_time_of_capture_that_is_none_is_not_believed() -> None:
    record = json.dumps({"text": GOOD, "captured": "yesterday"}).encode()
    (capture,) = read_captures(["-"], standard_input=io.BytesIO(record))
    assert isinstance(capture, Capture)
    assert capture.taken_at is None


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<html>" + "<div>" * 300_000 + GOOD, "has 300,001 tags; a page may have 200,000"),
        ("<html><p>" + "word " * 4_000_000, "characters of markup; a page may have 16,777,216"),
        ("<html><p>" + "word " * 1_000_000, "characters of text; a page may have 4,194,304"),
    ],
    ids=["tags", "markup", "text"],
)
def test_markup_that_would_cost_too_much(tmp_path: Path, markup: str, reason: str) -> None:
    _, failures, _ = read(write(tmp_path / "page.html", markup.encode()))
    assert reason in failures[0].error
    feed = f"<rss><channel><item><description><![CDATA[{markup}]]></description></item></channel></rss>"
    captures, failures, _ = read(write(tmp_path / "feed.rss", feed.encode()))
    assert not captures
    assert failures


def test_markup_nested_a_hundred_thousand_deep(tmp_path: Path) -> None:
    page = "<html>" + "<div>" * 100_000 + f"<p>{GOOD}</p>"
    (capture,), failures, _ = read(write(tmp_path / "page.html", page.encode()))
    assert not failures
    assert GOOD in capture.text
