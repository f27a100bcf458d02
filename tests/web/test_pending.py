"""Stories that are still being compared: shown at once with what is known, and told when it is done."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.chromium import NEEDS_CHROMIUM, opened_browser
from tests.web.asking import Desk
from tests.web.listening import Listening
from tests.wide_story import add_wide_story
from variorum.archive import Archive, open_archive
from variorum.web import make_app
from variorum.web.ahead import judging_ahead

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE = 60.0


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    opened = open_archive(tmp_path / "wide.db")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with opened_browser() as opened:
        yield opened


def wait_for_judgement(desk: Desk, story: str) -> None:
    until = time.monotonic() + PATIENCE
    while desk.ask(f"/stories/{story}/state").text != "judged":
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_wide_story_shows_what_is_known_and_then_the_rest(archive: Archive) -> None:
    story = add_wide_story(archive)
    desk = Desk(make_app(archive))
    first = desk.ask(f"/stories/{story}").text
    assert "are being compared" in first and 'http-equiv="refresh"' in first
    assert 'id="accounts"' in first and 'id="pages"' in first and 'id="when"' in first
    assert 'id="derivation"' not in first
    wait_for_judgement(desk, story)
    then = desk.ask(f"/stories/{story}").text
    assert "are being compared" not in then and 'http-equiv="refresh"' not in then
    assert 'id="derivation"' in then and 'id="quotations"' in then


def test_pages_of_a_story_that_is_being_compared_say_so(archive: Archive) -> None:
    story = add_wide_story(archive)
    desk = Desk(make_app(archive))
    comparison = archive.story(story, wait=False)
    article = comparison.articles[0]
    quoted = article.capture.text.index("Nobody")
    for path in (
        f"/articles/{article.id}",
        f"/accounts/{comparison.stories[0].accounts[0].id}",
        f"/quotations/{article.id}/{quoted}-{quoted + 30}",
        f"/stories/{story}/accounts",
        f"/stories/{story}/quotations",
        f"/stories/{story}/figures",
        f"/stories/{story}/pages",
    ):
        answer = desk.ask(path)
        assert answer.status_code == 200, path
        assert "are being compared" in answer.text, path


def test_long_lists_of_a_story_go_on(archive: Archive) -> None:
    story = add_wide_story(archive)
    archive.judge()
    desk = Desk(make_app(archive))
    assert "Nothing more" in desk.ask(f"/stories/{story}/pages?from=100").text
    assert desk.ask(f"/stories/{story}/pages").text.count('<ol class="listed">') == 1
    assert "Runa Castel" in desk.ask(f"/stories/{story}/quotations").text
    assert "11 cracks" in desk.ask(f"/stories/{story}/figures").text
    for asked in ("-1", "x", "1e3", "٣", "9999999"):
        assert desk.ask(f"/stories/{story}/pages", params={"from": asked}).status_code == 400


def test_what_is_opened_first_is_judged_while_the_desk_is_served(archive: Archive) -> None:
    story = add_wide_story(archive)
    until = time.monotonic() + PATIENCE
    with judging_ahead(archive, pause=0.05):
        while not archive.summary(story).judged:
            assert time.monotonic() < until
            time.sleep(0.05)


@NEEDS_CHROMIUM
def test_the_browser_shows_the_rest_by_itself(browser: "Browser", archive: Archive) -> None:
    story = add_wide_story(archive)
    with Listening(make_app(archive)) as listening:
        tab = browser.new_page()
        tab.goto(f"http://{listening.host}/stories/{story}")
        assert tab.locator("[data-waits]").count() == 1
        tab.locator("#derivation").wait_for(timeout=1000 * PATIENCE)
        assert tab.locator("[data-waits]").count() == 0
        tab.close()
