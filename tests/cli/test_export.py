"""`variorum export` as a person runs it: formats, choices, files and folders, wrong usage."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from click.testing import CliRunner, Result

from variorum.cli import main
from variorum.export.formats import FORMATS

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "pages"
# Of two stories: accounts that were copied, and some that nobody copied.
PAGES = [
    str(path) for name in ("observatory", "pier") for path in sorted(EXAMPLES.glob(f"*{name}*"))
]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", *arguments])


def text_of(result: Result) -> str:
    return result.stdout_bytes.decode("utf-8")


@pytest.fixture(scope="module")
def comparison() -> dict[str, Any]:
    result = run(*PAGES, "--format", "json")
    assert result.exit_code == 0
    read: dict[str, Any] = json.loads(text_of(result))
    return read


@pytest.fixture(scope="module")
def accounts(comparison: dict[str, Any]) -> list[dict[str, Any]]:
    """The accounts of the examples, the largest first."""
    found = [account for story in comparison["stories"] for account in story["accounts"]]
    return sorted(found, key=lambda account: -len(account["witnesses"]))


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_gets_a_file_for_each_copied_account(
    name: str, accounts: list[dict[str, Any]], tmp_path: Path
) -> None:
    result = run(*PAGES, "--format", name, "--output", f"{tmp_path}/new/")
    assert result.exit_code == 0
    copied = {each["id"] for each in accounts if len(each["witnesses"]) > 1}
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new").iterdir()}
    assert written.keys() == {f"{each}{FORMATS[name].suffix}" for each in copied}
    assert all(written.values())
    assert "of one page left out" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("name", ["tei", "graphml"])
def test_one_account_goes_to_standard_output(name: str, accounts: list[dict[str, Any]]) -> None:
    result = run(*PAGES, "--format", name, "--account", accounts[0]["id"][:8])
    assert result.exit_code == 0
    assert Xml.fromstring(result.stdout_bytes) is not None
    assert "left out" not in result.stderr


def test_an_account_of_one_page_is_written_when_asked_for(accounts: list[dict[str, Any]]) -> None:
    result = run(*PAGES, "--format", "newick", "--account", accounts[-1]["id"])
    assert text_of(result) == "'A';\n"


def test_trees_and_lines_of_json_follow_each_other(accounts: list[dict[str, Any]]) -> None:
    copied = [each for each in accounts if len(each["witnesses"]) > 1]
    assert text_of(run(*PAGES, "--format", "newick")).count(";\n") == len(copied)
    lines = text_of(run(*PAGES, "--format", "collatex")).splitlines()
    assert sorted(len(json.loads(line)["witnesses"]) for line in lines) == sorted(
        len(each["witnesses"]) for each in copied
    )


def test_several_editions_do_not_fit_in_one_file(tmp_path: Path) -> None:
    target = tmp_path / "all.xml"
    result = run(*PAGES, "--format", "tei", "--output", str(target))
    assert result.exit_code == 2
    assert "--account" in result.stderr
    assert not target.exists()


def test_a_story_is_chosen(comparison: dict[str, Any]) -> None:
    story = comparison["stories"][0]
    result = run(*PAGES, "--format", "json", "--story", story["id"])
    assert json.loads(text_of(result)) == story
    table = run(*PAGES, "--format", "csv", "--table", "witnesses", "--story", story["id"])
    rows = list(csv.DictReader(io.StringIO(text_of(table), newline="")))
    assert {row["cluster"] for row in rows} == {each["id"] for each in story["accounts"]}


def test_tables_go_to_a_folder(accounts: list[dict[str, Any]], tmp_path: Path) -> None:
    account = accounts[0]
    options = ("--account", account["id"], "--output", str(tmp_path))
    assert run(*PAGES, "--format", "csv", *options).exit_code == 0
    tables = {
        path.stem: list(csv.DictReader(path.open(encoding="utf-8", newline="")))
        for path in tmp_path.iterdir()
    }
    assert tables.keys() == {"pairs", "apparatus", "witnesses"}
    members = {each["article"] for each in account["witnesses"]}
    assert {row["uid"] for row in tables["pairs"]} | {
        row["uid2"] for row in tables["pairs"]
    } <= members
    assert len(tables["apparatus"]) == sum(len(unit["readings"]) for unit in account["apparatus"])


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--format", "docx"),
        ("--format", "csv"),
        ("--format", "tei", "--table", "pairs"),
        ("--format", "tei", "--account", "nobody"),
        ("--format", "tei", "--story", "none"),
        ("--format", "tei", "--account", "a", "--story", "b"),
    ],
)
def test_wrong_usage(options: tuple[str, ...]) -> None:
    result = run(*PAGES, *options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_pages_that_fail_cost_themselves_alone(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run(*PAGES, str(tmp_path), "--format", "newick")
    assert result.exit_code == 1
    assert "empty.txt: is empty" in result.stderr
    assert text_of(result).endswith(";\n")


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run(*PAGES, "--format", "newick", "--output", str(tmp_path / "file" / "below"))
    assert result.exit_code == 1
    assert "below" in result.stderr
    assert "Traceback" not in result.output
    assert run(*PAGES, "--format", "newick", "--output", f"{tmp_path}/file/").exit_code == 1


def test_help_ends_in_an_example() -> None:
    last = run("--help").stdout.rstrip().splitlines()[-1]
    assert last.strip().startswith("variorum export ")
