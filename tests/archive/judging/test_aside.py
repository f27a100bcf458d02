"""Judging in a process beside: kept in the archive, for whoever reads it; what ends with what."""

import io
import json
from pathlib import Path

import pytest

from tests.wide_story import add_wide_story
from variorum.archive import open_archive
from variorum.archive.judging.aside import Aside, attend
from variorum.archive.judging.opening import USUAL
from variorum.errors import EngineError
from variorum.store import Database
from variorum.store.unjudged import is_judged, unjudged_in_front

EXAMPLES = Path(__file__).parents[3] / "examples" / "pages"


@pytest.fixture
def url(tmp_path: Path) -> str:
    archive = open_archive(tmp_path / "some.db")
    archive.add([str(EXAMPLES)])
    archive.close()
    return str(tmp_path / "some.db")


def numbers_of(url: str) -> list[int]:
    with Database(url).reading() as connection:
        return unjudged_in_front(connection, 5, 5)


def test_lines_in_stories_judged(url: str) -> None:
    first, second, *_ = numbers_of(url)
    answers = io.StringIO()
    attend([json.dumps(url), f"{first}\n", f"{first}\n", "999999\n"], answers)
    assert answers.getvalue().split() == [str(first), str(first), "999999"]
    assert first not in numbers_of(url) and second in numbers_of(url)


def test_a_process_beside_judges_and_ends(url: str) -> None:
    first, *_ = numbers_of(url)
    aside = Aside(url)
    aside.judge(first)
    assert first not in numbers_of(url)
    aside.close()
    with pytest.raises(EngineError, match="closed"):
        aside.judge(first)


def test_an_archive_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    aside = Aside(str(tmp_path / "nowhere" / "some.db"))
    with pytest.raises(EngineError, match="folder does not exist"):
        aside.judge(1)
    aside.close()


def test_a_story_of_other_pages_is_not_taken_for_judged(url: str) -> None:
    first, *_ = numbers_of(url)
    aside = Aside(url)
    aside.judge(first)
    aside.close()
    with Database(url).reading() as connection:
        assert not is_judged(connection, first, "other pages")


def test_what_readers_open_first_is_judged_ahead(url: str) -> None:
    archive = open_archive(url)
    assert not any(each.judged for each in archive.stories().rows)
    while archive.judge_ahead():
        pass
    assert all(each.judged for each in archive.stories().rows)
    archive.close()
    assert not open_archive().judge_ahead(), "one in memory has nobody beside it"


def test_a_wide_story_comes_at_once_and_is_judged_meanwhile(tmp_path: Path) -> None:
    archive = open_archive(tmp_path / "wide.db")
    id = add_wide_story(archive)
    first = archive.story(id, wait=False)
    assert first.notes and len(first.articles) == USUAL + 2
    again = archive.story(id, wait=False)
    assert again is first or not again.notes
    assert archive.judge_ahead() or archive.summary(id).judged
    judged = archive.story(id, wait=False)
    assert not judged.notes and judged.stories[0].accounts[0].stemma is not None
    archive.close()
