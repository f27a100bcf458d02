"""The desk in a browser: every page at three widths, scripts on and off, and what helps reading aloud."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.chromium import NEEDS_CHROMIUM, opened_browser
from tests.web.listening import Listening
from variorum.archive import Archive
from variorum.web import make_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

pytestmark = NEEDS_CHROMIUM
TOKEN = "a-token-of-the-tests-only"
KINDS = (
    "stories/", "accounts/", "articles/", "quotations/", "people/", "outlets/", "places/", "topics/",
    "days/", "briefing", "glossary", "about", "search?q=", "search", "trace", "stories", "people",
    "outlets", "sections", "",
)  # fmt: skip
# Every element wider than the window, unless it stands in a container that scrolls for itself.
WIDER = """() => [...document.querySelectorAll('body *')]
  .filter(each => !each.closest('.scroll, .hidden, .skip, .stave'))
  .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.outerHTML.slice(0, 120))"""
# What a reader by ear or by keyboard would miss, in the manner of axe.
FAULTS = """() => {
  const faults = [];
  const fault = (what, each) => faults.push(what + ': ' + each.outerHTML.slice(0, 120));
  const shown = each => each.checkVisibility({ visibilityProperty: true });
  const name = each => (each.getAttribute('aria-label') || each.textContent || '').trim();
  if (!document.documentElement.lang) faults.push('no language');
  if (!document.title.trim()) faults.push('no title');
  for (const one of ['main', 'h1', 'body > header', 'body > footer']) {
    if (document.querySelectorAll(one).length !== 1) faults.push('not one ' + one);
  }
  const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
  if (new Set(ids).size !== ids.length) faults.push('an id twice');
  for (const each of document.querySelectorAll('[aria-labelledby]')) {
    if (!document.getElementById(each.getAttribute('aria-labelledby'))) fault('no label', each);
  }
  let level = 0;
  for (const each of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const next = Number(each.tagName[1]);
    if (next > level + 1) fault('a heading skips a level', each);
    if (!name(each)) fault('an empty heading', each);
    level = next;
  }
  for (const each of document.querySelectorAll('a[href], button, summary')) {
    if (!name(each)) fault('no name', each);
  }
  for (const each of document.querySelectorAll('input, textarea, select')) {
    if (!each.labels.length) fault('no label', each);
  }
  for (const each of document.querySelectorAll('table')) {
    if (!each.caption || !each.querySelector('th[scope]')) fault('a table untold', each);
  }
  for (const each of document.querySelectorAll('svg')) {
    if (!each.getAttribute('aria-label') && each.getAttribute('aria-hidden') !== 'true') {
      fault('a picture untold', each);
    }
  }
  for (const each of document.querySelectorAll('nav, [role=region], section')) {
    if (!each.getAttribute('aria-label') && !each.getAttribute('aria-labelledby')) fault('unnamed', each);
  }
  for (const each of document.querySelectorAll('ol, ul')) {
    if ([...each.children].some(child => child.tagName !== 'LI')) fault('a list of other things', each);
  }
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = each => {
    for (let at = each; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] > 250) return colour;
    }
    return [255, 255, 255, 255];
  };
  const seen = new Set();
  for (const each of document.querySelectorAll('body *')) {
    if (each.closest('svg, option, [hidden]') || !shown(each)) continue;
    if (![...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())) continue;
    const style = getComputedStyle(each);
    const key = [style.color, ground(each).join()].join();
    if (seen.has(key)) continue;
    seen.add(key);
    const [a, b] = [light(rgb(style.color)), light(ground(each))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) fault('too faint', each);
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def browser(pages: dict[str, str], hostile_pages: dict[str, str]) -> Iterator["Browser"]:
    # Both are walked before: the browser's loop leaves room for no other.
    assert pages and hostile_pages
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def base(examples: Archive) -> Iterator[str]:
    with Listening(make_app(examples)) as listening:
        yield f"http://{listening.host}"


@pytest.fixture(scope="module")
def hostile_base(hostile: Archive) -> Iterator[str]:
    with Listening(make_app(hostile)) as listening:
        yield f"http://{listening.host}"


def one_of_each(pages: dict[str, str]) -> list[str]:
    """Return one address of each kind of page, the one with most on it."""
    chosen: dict[str, str] = {}
    for path in sorted(pages, key=lambda each: -len(pages[each])):
        kind = next(kind for kind in (*KINDS, path[1:]) if path[1:].startswith(kind))
        if pages[path]:
            chosen.setdefault(kind, path)
    return list(chosen.values())


def listened(tab: "Tab") -> tuple[list[str], list[str]]:
    """Return what a tab will ask for and complain of."""
    asked: list[str] = []
    complaints: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    return asked, complaints


@pytest.mark.parametrize(("width", "scripts", "scheme"), [
    (360, True, "light"), (768, False, "dark"), (1280, True, "dark"), (1280, False, "light"),
])  # fmt: skip
def test_every_page_fits_and_can_be_read(
    browser: "Browser", base: str, pages: dict[str, str], width: int, scripts: bool, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        java_script_enabled=scripts,
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    tab = context.new_page()
    asked, complaints = listened(tab)
    for path in one_of_each(pages):
        tab.goto(base + path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
        assert tab.evaluate(WIDER) == [], path
        assert tab.evaluate(FAULTS) == [], path
    assert [url for url in asked if not url.startswith(base)] == []
    assert complaints == []
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_hostile_pages_act_nowhere(
    browser: "Browser", hostile_base: str, hostile_pages: dict[str, str], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    acted: list[str] = []
    tab.expose_function("acted", lambda: acted.append(tab.url))
    asked, complaints = listened(tab)
    for path in one_of_each(hostile_pages):
        tab.goto(hostile_base + path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
        assert tab.evaluate(WIDER) == [], path
    assert (acted, complaints) == ([], [])
    assert [url for url in asked if not url.startswith(hostile_base)] == []
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_text_is_traced_from_the_form(
    browser: "Browser", base: str, examples: Archive, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    tab = context.new_page()
    tab.goto(f"{base}/trace")
    text = examples.article(examples.search("ferry").rows[0].article).article.paragraphs[0].text
    tab.get_by_label("Paste a sentence").fill(text)
    tab.get_by_role("button", name="Trace").click()
    assert "carry this text" in tab.locator("main").inner_text()
    assert tab.evaluate(FAULTS) == []
    context.close()


def test_the_token_is_given_in_a_form(browser: "Browser", examples: Archive) -> None:
    with Listening(make_app(examples, token=TOKEN)) as listening:
        context = browser.new_context()
        tab = context.new_page()
        tab.goto(f"http://{listening.host}/stories")
        tab.locator("input[type=password]").fill(TOKEN)
        tab.locator("button").click()
        assert tab.locator("h1").inner_text() == "All stories"
        context.close()


def test_the_keyboard_reaches_the_content_and_the_search(browser: "Browser", base: str) -> None:
    tab = browser.new_page()
    tab.goto(base)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("!!document.activeElement.closest('main')")
    tab.get_by_role("searchbox").fill("observatory")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=observatory")
    assert tab.locator(".hits mark").first.inner_text().lower() == "observatory"
    tab.close()


def test_pointing_at_a_place_shows_who_reads_what(
    browser: "Browser", base: str, pages: dict[str, str]
) -> None:
    path = next(each for each in pages if each.startswith("/accounts/") and "varied" in pages[each])
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(base + path)
    place = tab.locator(".varied").first
    place.focus()
    note = tab.locator(str(place.get_attribute("href")))
    assert "pointed" in str(note.get_attribute("class")) and note.is_visible()
    tab.close()


def test_an_address_of_a_stretch_shows_it(browser: "Browser", base: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    tab = context.new_page()
    tab.goto(f"{base}/search?q=fog")
    tab.locator(".hits h2 a").first.click()
    assert tab.locator(".f-span").first.inner_text().lower() == "fog"
    context.close()
