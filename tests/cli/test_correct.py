"""Corrections by hand as a person makes them, on a real archive."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.contracts.pages import example_captures, record
from variorum.archive import open_archive
from variorum.cli import main

URL = "https://brackwater.example/toll"
_TEXT = (
    "The tollhouse of Brackwater will be sold in the spring, its keeper Osk Farrow said on Monday. "
    "Bids may be left at the bridge until the last day of March, and the roof is to be mended first."
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An archive of the bundled examples and of one text on two pages."""
    path = tmp_path_factory.mktemp("correct") / "news.db"
    pages = [
        record(_TEXT, headline="Tollhouse for sale", outlet=outlet, url=url)
        for outlet, url in (("Bell", URL), ("Crier", "https://crier.example/toll"))
    ]
    with closing(open_archive(path)) as archive:
        archive.add_captures([*example_captures(), *pages])
    return path.read_bytes()


@pytest.fixture
def archive(kept: bytes, tmp_path: Path) -> Iterator[str]:
    path = tmp_path / "news.db"
    path.write_bytes(kept)
    yield str(path)
    with closing(open_archive(path)) as opened:
        assert not opened.check().problems


def asked(archive: str, *arguments: str, who: str | None = "Mara") -> Result:
    names = {"LOGNAME": None, "USER": who, "USERNAME": None}
    return CliRunner(env=names).invoke(main, [*arguments, "--archive", archive])


def correct(archive: str, *arguments: str) -> list[dict[str, Any]]:
    """Return the stories that come of a correction."""
    done = asked(archive, "correct", *arguments, "--json")
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def stories(archive: str) -> dict[str, int]:
    """Return how many pages each story has."""
    told = asked(archive, "stories", "--json").stdout.splitlines()
    return {each["id"]: each["pages"] for each in map(json.loads, told)}


def test_two_stories_are_joined_by_any_of_their_ids(archive: str) -> None:
    before = stories(archive)
    one, other = list(before)[:2]
    (story,) = correct(archive, "join", one, other, "--note", "one affair")
    assert story["pages"] == before[one] + before[other]
    again = asked(archive, "correct", "join", other, one)
    assert again.exit_code == 0 and "nothing changed" in again.stderr
    (made,) = correct(archive, "list")
    assert (made["kind"], made["who"], made["note"]) == ("join", "Mara", "one affair")
    assert made["when"].endswith("Z")


def test_a_page_is_split_off_moved_and_parted_by_its_address(archive: str) -> None:
    before = stories(archive)
    home = correct(archive, "split", URL)
    assert home == [], "the text and its copy were a story of their own already"
    target = next(iter(before))
    (grown,) = correct(archive, "move", URL, "--to", target)
    assert grown["pages"] == before[target] + 2, "the copy comes along"
    left = correct(archive, "part", URL)
    # Only the page was said to belong there: without it, its copy goes where it was before.
    assert sorted(each["pages"] for each in left) == [1, 1, before[target]]
    assert [each["kind"] for each in correct(archive, "list")] == ["split", "move", "part"]


def test_what_changes_nothing_is_said(archive: str) -> None:
    done = asked(archive, "correct", "split", URL)
    assert done.exit_code == 0 and not done.stdout
    assert "nothing changed" in done.stderr
    (story,) = (id for id, pages in stories(archive).items() if pages == 2)
    done = asked(archive, "correct", "move", URL, "--to", story)
    assert done.exit_code == 0 and "nothing changed" in done.stderr


def test_what_is_not_there_is_named_and_nothing_kept(archive: str) -> None:
    story = next(iter(stories(archive)))
    for arguments, told in (
        (("join", story, "feedfeedfeedfeed"), "no story feedfeedfeedfeed"),
        (("split", "feedfeedfeedfeed"), "no article feedfeedfeedfeed"),
        (("part", "https://nowhere.example/"), "no page https://nowhere.example/"),
        (("move", URL, "--to", "nothing"), "no story nothing"),
        (("move", URL), "--to"),
        (("split", "\udcff"), "UTF-8"),
    ):
        done = asked(archive, "correct", *arguments)
        assert done.exit_code == 2, done.output
        assert told in done.stderr
    nobody = asked(archive, "correct", "split", URL, who=None)
    assert nobody.exit_code == 2 and "--who" in nobody.stderr
    assert correct(archive, "list") == []


def test_the_list_is_for_people_and_never_steers_their_terminal(archive: str) -> None:
    assert "nothing was put right" in asked(archive, "correct", "list").stdout
    note = "\x1b[31m<script>\nOlden: join"
    correct(archive, "part", URL, "--who", "Ilse\x07", "--note", note)
    told = asked(archive, "correct", "list").stdout
    assert "\x1b" not in told and "\x07" not in told
    assert "Ilse" in told and "Tollhouse for sale" in told
    assert len(told.splitlines()) == 3
