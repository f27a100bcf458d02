"""`variorum export --all` as a person runs it: a collection of texts out of an archive."""

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from tests.contracts.pages import example_captures, simulated
from variorum.archive import open_archive
from variorum.cli import main
from variorum.store.articles import articles_by_number


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("collected") / "news.db"
    archive = open_archive(made)
    archive.add_captures([*example_captures(), *simulated(6, 5)])
    archive.judge()
    archive.close()
    return made


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", "--all", "--archive", str(path), *arguments])


def lines(path: Path, *arguments: str) -> list[dict[str, Any]]:
    result = run(path, "--format", "jsonl", *arguments)
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in result.stdout_bytes.decode("utf-8").splitlines()]
    assert f"{len(found)} article" in result.stderr
    return found


def test_every_article_is_a_line_with_its_place(path: Path) -> None:
    found = lines(path)
    archive = open_archive(path)
    assert len(found) == len({each["id"] for each in found}) > 20
    for each in found:
        holding = archive.article(each["id"])
        assert each["text"] == holding.article.text
        assert (each["story"], each["account"]) == (holding.story, holding.account)
        assert each["kind"] == "article"
    archive.close()
    days = [each["published"] or "" for each in found]
    assert [each[:10] for each in days] == sorted(each[:10] for each in days)


def test_one_page_stands_for_each_account(path: Path) -> None:
    found = lines(path)
    chosen = lines(path, "--one-per-account")
    accounts = [each["account"] for each in chosen]
    assert len(accounts) == len(set(accounts))
    assert set(accounts) == {each["account"] for each in found}
    for each in chosen:
        same = [one for one in found if one["account"] == each["account"]]
        assert each["account_pages"] == len(same)
        if any(one["relation"] == "original" for one in same):
            assert each["relation"] == "original"
        elif any(one["relation"] == "verbatim" for one in same):
            assert each["relation"] == "verbatim"
    assert any(each["account_pages"] > 2 for each in chosen)


def test_filters_choose_and_an_account_is_told_by_what_is_left(path: Path) -> None:
    everything = lines(path)
    days = lines(path, "--from", "2025-10-15", "--to", "2025-10-16")
    assert days == [
        {**each, "account_pages": days[at]["account_pages"]}
        for at, each in enumerate(
            e for e in everything if "2025-10-15" <= (e["published"] or "")[:10] <= "2025-10-16"
        )
    ]
    names = {each["outlet"] for each in everything if each["outlet"]}
    one, other = sorted(names)[:2]
    assert {each["outlet"] for each in lines(path, "--outlet", one, "--outlet", other)} == {
        one,
        other,
    }
    taken = next(each for each in everything if each["account_pages"] > 1 and each["outlet"])
    (alone,) = [
        each
        for each in lines(path, "--outlet", taken["outlet"], "--one-per-account")
        if each["account"] == taken["account"]
    ]
    assert alone["outlet"] == taken["outlet"]
    own = lines(path, "--own-text-only")
    assert 0 < len(own) < len(everything)
    assert all(each["own"] >= 0.5 or each["relation"] == "original" for each in own)
    assert lines(path, "--language", "de") == []
    agency = next(each["agency"] for each in everything if each["agency"])
    assert {each["agency"] for each in lines(path, "--agency", agency)} == {agency}


def test_csv_and_parquet_have_the_same_rows(path: Path, tmp_path: Path) -> None:
    found = lines(path)
    for name in ("csv", "parquet"):
        assert run(path, "--format", name, "--output", str(tmp_path / name)).exit_code == 0
    rows = csv.DictReader(io.StringIO((tmp_path / "csv").read_text("utf-8"), newline=""))
    assert [each["id"] for each in rows] == [each["id"] for each in found]
    assert pq.read_table(tmp_path / "parquet").to_pylist() == found
    assert run(path, "--format", "parquet").stdout_bytes == (tmp_path / "parquet").read_bytes()


def test_what_was_written_can_be_added_again(path: Path, tmp_path: Path) -> None:
    written = tmp_path / "corpus.jsonl.gz"
    for _ in range(2):
        assert run(path, "--format", "jsonl", "--output", str(written)).exit_code == 0
    found = [json.loads(line) for line in gzip.decompress(written.read_bytes()).splitlines()]
    again = open_archive()
    added = again.add([str(written)])
    assert added.captures == len(found) and not added.failures
    told = {page.article.capture.key: page.article for page in again.collect()}
    for each in found:
        article = told[each["id"]]
        assert article.headline == each["headline"]
        assert article.outlet == each["outlet"]
        assert (article.published.value if article.published else None) == each["published"]
    assert list(tmp_path.iterdir()) == [written]


def test_pages_are_read_some_at_a_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = open_archive(path)
    whole = [each.article.id for each in archive.collect()]
    monkeypatch.setattr("variorum.archive.shelves.collecting._BATCH", 4)
    held: list[int] = []

    def counted(connection: Any, numbers: Any) -> Any:
        held.append(len(numbers))
        return articles_by_number(connection, numbers)

    monkeypatch.setattr("variorum.archive.shelves.collecting.articles_by_number", counted)
    pages = archive.collect()
    assert next(pages).article.id == whole[0]
    assert held == [4]
    assert [whole[0], *(each.article.id for each in pages)] == whole
    assert max(held) <= 4
    archive.close()


def test_an_archive_without_articles_is_an_empty_collection(tmp_path: Path) -> None:
    open_archive(tmp_path / "empty.db").close()
    assert lines(tmp_path / "empty.db") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "tei"),
        ("--format", "json"),
        ("--format", "jsonl", "pages"),
        ("--format", "csv", "--table", "pairs"),
        ("--format", "jsonl", "--story", "4dc30590982156bc"),
        ("--format", "jsonl", "--from", "yesterday"),
        ("--format", "jsonl", "--output", "folder/"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], path: Path) -> None:
    result = run(path, *arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""


def test_what_is_for_all_says_so(path: Path) -> None:
    for arguments in (
        ["--format", "jsonl", "pages"],
        ["--format", "csv", "--own-text-only", "pages"],
    ):
        result = CliRunner().invoke(main, ["export", *arguments])
        assert result.exit_code == 2
        assert "--all" in result.stderr


def test_a_file_that_cannot_be_written_leaves_nothing(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text("what was there", encoding="utf-8")
    result = run(path, "--format", "csv", "--to", "never", "--output", str(kept))
    assert result.exit_code == 2
    assert kept.read_text("utf-8") == "what was there"
    assert list(tmp_path.iterdir()) == [kept]
    assert run(path, "--format", "csv", "--output", str(tmp_path / "no" / "x.csv")).exit_code == 1
