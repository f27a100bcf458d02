"""The HTML report in a browser: it fetches nothing, fits the screen and works without scripts."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.chromium import NEEDS_CHROMIUM, opened_browser
from tests.export.large_sample import large_comparison
from tests.export.sample import sample_comparison
from variorum.export.html import render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = NEEDS_CHROMIUM
OPEN_EVERYTHING = "document.querySelectorAll('details').forEach(fold => fold.open = true)"
# Every element wider than the window, unless it stands in a container that scrolls for itself.
WIDER = """() => [...document.querySelectorAll('body *')]
  .filter(each => !each.closest('.scroll, .hidden, .skip'))
  .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_html(sample_comparison()), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fits_the_screen_and_fetches_nothing(
    browser: "Browser", report: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(report.as_uri())
    page.evaluate(OPEN_EVERYTHING)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(WIDER) == []
    assert [url for url in requests if url not in {report.as_uri(), "data:,"}] == []
    assert complaints == []
    context.close()


def test_marks_tell_their_reasons(browser: "Browser", report: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(report.as_uri())
    panel = page.locator(".reasons")
    assert not panel.is_visible()
    page.hover(".stemma .wide .mark[data-mark$='account-1-3']")
    assert "drops the last paragraph" in panel.inner_text()
    page.mouse.move(0, 0)
    assert not panel.is_visible()
    page.focus(".stemma .wide .mark[data-mark$='account-1-1']")
    assert "credits Island Wire" in panel.inner_text()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    page.close()


def test_marks_tell_their_reasons_when_tapped(browser: "Browser", report: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(report.as_uri())
    page.tap(".stemma .narrow .mark[data-mark$='account-1-2']")
    assert "credits Island Wire" in page.locator(".reasons").inner_text()
    context.close()


def test_links_open_what_is_folded(browser: "Browser", report: Path) -> None:
    page = browser.new_page()
    page.goto(report.as_uri())
    page.click(".witnesses a[href='#page-1']")
    assert page.locator("#page-1 .capture").is_visible()
    page.click("#page-1 .fields a[href='#page-1-credit']")
    outlined = page.locator("#page-1 .f-credit")
    assert outlined.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    page.close()


def test_works_without_scripts(browser: "Browser", report: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.locator("svg.narrow .mark").count() == 4
    fold = page.locator("#page-1")
    assert not fold.locator(".capture").is_visible()
    fold.locator("summary").first.click()
    assert fold.locator(".capture").is_visible()
    context.close()


def test_large_story_stays_quick(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_text(render_html(large_comparison(80, 250)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(path.as_uri())
    assert page.locator(".stemma").first.locator("svg.narrow .mark").count() <= 20
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate(OPEN_EVERYTHING)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.reload()
    # Folded, the story takes a few screens' height; the bound leaves room for other fonts.
    assert page.evaluate("document.documentElement.scrollHeight") < 40_000
    page.close()


def test_rows_of_the_table_are_cards_on_a_telephone(browser: "Browser", report: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(report.as_uri())
    row = page.locator(".witnesses tr[id$='account-1-3']")
    box = row.bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390
    label = "each => getComputedStyle(each, '::before').content"
    assert row.locator("td").nth(2).evaluate(label) == '"Copied from"'
    assert row.get_attribute("role") == "row"
    page.close()


def test_every_line_of_a_stave_has_its_labels(browser: "Browser", report: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(report.as_uri())
    broken = 0
    for stave in page.locator(".stave").all():
        tops = "all => [...new Set(all.map(each => Math.round(each.getBoundingClientRect().top)))]"
        lines = stave.locator(":scope > .column").evaluate_all(tops)
        labels = stave.locator(".gutter > .column").evaluate_all(tops)
        broken += len(lines) > 1
        assert labels[: len(lines)] == lines
    assert broken
    page.close()


def test_a_claim_opens_to_its_pages_without_scripts(browser: "Browser", report: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(report.as_uri())
    claim = page.locator(".claim").filter(has_text="Daily").first
    assert not claim.locator(".instances").is_visible()
    claim.locator("summary").first.click()
    assert claim.locator(".instances a[href^='#page-']").first.is_visible()
    context.close()


def test_a_mark_that_stands_for_many_pages_lists_them(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_text(render_html(large_comparison(80, 2)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri())
    mark = page.locator(".stemma .wide .mark[href$='-fold']").first
    mark.hover()
    assert "… and" in page.locator(".reasons").first.inner_text()
    listed = page.locator(".fold").first.locator("li")
    page.evaluate(OPEN_EVERYTHING)
    assert listed.first.is_visible()
    assert page.locator(".fold li").count() == 80
    page.close()
