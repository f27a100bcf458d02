"""The commands as a person runs them: streams, exit status, bad input."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).resolve().parents[2] / "examples" / "pages"


def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "variorum", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def records(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


@pytest.fixture(scope="module")
def some_pages() -> list[str]:
    return [str(path) for path in sorted(PAGES.glob("*"))[:4]]


def test_read_prints_an_article_a_line(some_pages: list[str]) -> None:
    status, printed, _ = run("read", *some_pages)
    assert status == 0
    assert [each["capture"]["location"] for each in records(printed)] == some_pages


def test_compare_json_is_one_object(some_pages: list[str]) -> None:
    status, printed, _ = run("compare", "--json", *some_pages)
    assert status == 0
    (record,) = records(printed)
    assert len(record["articles"]) == len(some_pages)
    assert record["failures"] == []


def test_compare_writes_one_html_file(some_pages: list[str], tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    status, printed, _ = run("compare", *some_pages, "--html", str(target))
    assert status == 0
    assert "page" in printed
    assert target.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_the_report_fits_80_columns_and_has_no_colour_codes(some_pages: list[str]) -> None:
    _, printed, _ = run("compare", *some_pages)
    assert "\x1b" not in printed
    assert max(map(len, printed.splitlines())) <= 80
    assert not any(line.endswith(" ") for line in printed.splitlines())


def test_a_failed_page_costs_itself_alone(some_pages: list[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    status, printed, errors = run("compare", "--json", *some_pages, str(empty))
    alone = run("compare", "--json", *some_pages)[1]
    assert status == 1
    assert f"failed: {empty}: is empty" in errors
    assert records(printed)[0]["failures"] == [
        {"location": str(empty), "error": f"{empty}: is empty"}
    ]
    assert records(printed)[0]["stories"] == records(alone)[0]["stories"]


def test_the_order_of_the_pages_changes_nothing(some_pages: list[str]) -> None:
    one = records(run("compare", "--json", *some_pages)[1])[0]
    other = records(run("compare", "--json", *reversed(some_pages))[1])[0]
    assert one["stories"] == other["stories"]


def test_quotations_and_figures_stand_where_they_say(some_pages: list[str]) -> None:
    texts = {}
    for path in some_pages:
        if path.endswith(".txt"):
            (article,) = records(run("read", path)[1])
            texts[article["id"]] = Path(path).read_text(encoding="utf-8")
    assert texts
    for verb in ("quotations", "figures"):
        status, printed, _ = run(verb, *some_pages)
        assert status == 0
        found = [each for each in records(printed) if each["article"] in texts]
        assert found
        for each in found:
            captured = texts[each["article"]][each["begin"] : each["end"]]
            assert captured.split() == each["text"].split()


def test_standard_input() -> None:
    text = "The harbour of Port Ansel was closed on Monday after a storm, the mayor said."
    status, printed, _ = run("read", "-", stdin=json.dumps({"id": "k", "text": text}).encode())
    assert status == 0
    assert records(printed)[0]["capture"]["key"] == "k"


def test_nothing_readable(tmp_path: Path) -> None:
    status, printed, errors = run("compare", str(tmp_path))
    assert status == 1
    assert "the folder holds no pages" in errors
    assert "0 pages" in printed


def test_wrong_usage() -> None:
    assert run("compare")[0] == 2
    assert run("compare", "--colour")[0] == 2
    assert run("nonsense")[0] == 2


def test_html_that_cannot_be_written(some_pages: list[str], tmp_path: Path) -> None:
    status, _, errors = run(
        "compare", some_pages[0], "--html", str(tmp_path / "no" / "report.html")
    )
    assert status == 1
    assert "report.html" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize("verb", ["compare", "read", "quotations", "figures"])
def test_help_ends_in_an_example(verb: str) -> None:
    status, printed, _ = run(verb, "--help")
    assert status == 0
    assert printed.rstrip().splitlines()[-1].strip().startswith(f"variorum {verb} ")


def test_escape_codes_in_a_page_never_reach_the_terminal(tmp_path: Path) -> None:
    text = "\x1b[31mThe harbour\x1b[0m of Port Ansel was closed on Monday after a storm, the mayor said.\n\n"
    (tmp_path / "one.txt").write_text(f"Harbour\x1b]0;x\x07 closed\n\n{text * 6}", encoding="utf-8")
    (tmp_path / "two\x1b[1m.txt").touch()
    _, printed, errors = run("compare", str(tmp_path))
    assert "\x1b" not in printed + errors
    assert "\x07" not in printed + errors


def test_a_fast_reading_tells_the_same_pages_with_the_same_keys(some_pages: list[str]) -> None:
    fully, fast = (records(run("read", *options, *some_pages)[1]) for options in ([], ["--fast"]))
    assert [each["id"] for each in fully] == [each["id"] for each in fast]
    assert [each.keys() for each in fully] == [each.keys() for each in fast]
    assert any(each["paragraphs"] for each in fast)


def test_trace_finds_a_pasted_sentence_on_standard_input() -> None:
    pasted = b"At least 37 pasengers were treated for bruises"
    status, printed, _ = run("trace", "-", str(PAGES), "--json", stdin=pasted)
    assert status == 0
    (record,) = records(printed)
    assert record["carriers"]
    assert all(each["text_share"] == 1.0 for each in record["carriers"])
    status, report, _ = run("trace", "-", str(PAGES), stdin=pasted)
    assert "became “passengers”" in report
    assert max(map(len, report.splitlines())) <= 80


def test_trace_used_wrongly_says_how(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert run("trace", "-", "-", stdin=b"text")[0] == 2
    assert run("trace", str(empty), str(PAGES))[0] == 2
    assert run("trace", str(tmp_path / "absent.txt"), str(PAGES))[0] == 2
