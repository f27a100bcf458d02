"""Corrections by hand on the desk: told on the pages of their stories, in its JSON, and in a list."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.pages import example_captures, record
from tests.web.asking import Desk
from tests.web.schema_check import mistakes
from tests.web.test_pages_hostile import Reader
from variorum.archive import Archive, open_archive
from variorum.model import ArticleId, StoryId
from variorum.model.holding import Correction
from variorum.web import make_app
from variorum.web.corrections import view_corrections
from variorum.web.openapi import description

HOSTILE = "</li><script>acted()</script><img src=x onerror=acted()>\u202e{{ 7 * 7 }}\x1b[31m"
_TEXT = (
    "The tollhouse of Brackwater will be sold in the spring, its keeper Osk Farrow said on Monday."
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    opened = open_archive(tmp_path / "news.db")
    opened.add_captures(example_captures())
    yield opened
    opened.close()


def page_of(archive: Archive, number: int) -> ArticleId:
    """Return a page of a story, by the story's place in the list."""
    story = archive.stories().rows[number].id
    return min(archive.story(story).stories[0].articles)


def story_of(archive: Archive, article: ArticleId) -> StoryId:
    story = archive.article(article).story
    assert story is not None
    return story


def joined(archive: Archive, note: str = "one affair", who: str = "Mara") -> Correction:
    one, other = page_of(archive, 0), page_of(archive, 1)
    correction = Correction("join", (one,), other, who, "2031-05-20T10:00:00Z", note)
    archive.correct(correction)
    return correction


def test_a_story_says_who_put_it_right_when_and_why(archive: Archive) -> None:
    desk = Desk(make_app(archive))
    untouched = archive.stories().rows[2].id
    correction = joined(archive)
    path = f"/stories/{story_of(archive, correction.articles[0])}"
    page = desk.ask(path).text
    assert "put right by hand" in page
    for told in ("Mara", "joined two stories", "20 May 2031", "one affair"):
        assert told in page
    assert "put right by hand" not in desk.ask(f"/stories/{untouched}").text
    # It holds already, so that the story stays as it is; its page is told anew nevertheless.
    archive.correct(Correction("join", *_again(correction), "Olden", "2031-05-21T10:00:00Z"))
    assert "Olden" in desk.ask(path).text


def _again(correction: Correction) -> tuple[tuple[ArticleId, ...], ArticleId | None]:
    return correction.articles, correction.target


def test_nothing_that_a_note_brings_acts(archive: Archive) -> None:
    desk = Desk(make_app(archive))
    correction = joined(archive, HOSTILE, HOSTILE)
    archive.judge()
    story = story_of(archive, correction.articles[0])
    page = desk.ask(f"/stories/{story}").text
    reader = Reader()
    reader.feed(page)
    assert reader.acts == [] and len(reader.scripts) == 1
    assert "\u202e" not in page and "\x1b" not in page
    assert "&lt;script&gt;acted()" in page and "{{ 7 * 7 }}" in page
    answer = desk.ask(f"/api/stories/{story}")
    assert answer.headers["content-type"] == "application/json"
    (told,) = answer.json()["corrections"]
    assert told["note"] == told["who"] == HOSTILE


def test_the_answers_are_as_described(archive: Archive) -> None:
    desk = Desk(make_app(archive))
    correction = joined(archive)
    whole = description()
    story = story_of(archive, correction.articles[0])
    for path, name in (
        ("/api/corrections", "CorrectionList"),
        (f"/stories/{story}.json", "Comparison"),
    ):
        answer = desk.ask(path).json()
        assert not list(mistakes(answer, whole["components"]["schemas"][name], whole))
    assert desk.ask(f"/api/stories/{archive.stories().rows[1].id}").json()["corrections"] == []


def test_all_corrections_are_listed_a_page_at_a_time(archive: Archive) -> None:
    desk = Desk(make_app(archive))
    page = page_of(archive, 0)
    for hour in range(10, 15):
        archive.correct(Correction("split", (page,), None, "Mara", f"2031-05-20T{hour}:00:00Z"))
    found, after = [], ""
    while True:
        answer = desk.ask(f"/api/corrections?limit=2{after}").json()
        assert answer["total"] == 5
        found += [each["when"] for each in answer["results"]]
        if answer["next"] is None:
            break
        after = f"&after={answer['next']}"
    assert found == [each.when for each in archive.corrections()]
    assert "/api/corrections" in description()["paths"]
    assert desk.ask("/api/corrections", "POST", json={}).status_code == 405


def test_a_correction_of_an_older_state_is_told_of_the_newest(archive: Archive) -> None:
    url = "https://brackwater.example/toll"
    pages = [
        record(text, headline="Tollhouse", outlet="Bell", url=url, taken_at=f"2031-05-0{day}")
        for day, text in ((2, _TEXT), (3, f"{_TEXT} Nobody has made an offer for it yet."))
    ]
    archive.add_captures(pages[:1])
    (older,) = (each.article.id for each in archive.captures_of(url))
    archive.correct(Correction("part", (older,), None, "Mara", "2031-05-20T10:00:00Z"))
    absent = ArticleId("0" * 16)
    archive.correct(Correction("split", (absent,), None, "Olden", "2031-05-20T11:00:00Z"))
    archive.add_captures(pages[1:])
    desk = Desk(make_app(archive))
    newest = archive.article(older).current
    assert newest not in (None, older)
    told = desk.ask(f"/api/stories/{story_of(archive, newest or older)}").json()
    assert [each["who"] for each in told["corrections"]] == ["Mara"]


def test_of_many_corrections_the_latest_are_shown_and_the_rest_counted() -> None:
    page = (ArticleId("1" * 16),)
    made = [Correction("split", page, None, "Mara", f"2031-05-{day:02d}") for day in range(1, 9)]
    shown = view_corrections(made)
    assert [each.day for each in shown] == [f"2031-05-{day:02d}" for day in range(8, 3, -1)]
