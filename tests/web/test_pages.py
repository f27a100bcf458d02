"""The pages of the desk over the bundled examples: what they say, and where their links lead."""

import json
import re
from xml.etree import ElementTree

import pytest

from tests.web.asking import Desk
from variorum.archive import Archive
from variorum.web.glossary import TERMS


def first(pattern: str, page: str) -> str:
    found = re.search(pattern, page)
    assert found, pattern
    return found[0].replace("&amp;", "&")


@pytest.fixture(scope="module")
def ferry(examples: Archive) -> str:
    return max(examples.stories().rows, key=lambda story: story.pages).id


def test_every_link_leads_somewhere(pages: dict[str, str]) -> None:
    kinds = {path.split("/")[1].split("?")[0] for path in pages}
    assert {
        *("", "stories", "accounts", "articles", "quotations", "people", "outlets", "places"),
        *("topics", "search", "days", "briefing", "glossary", "about", "static", "trace"),
    } <= kinds


def test_every_fragment_is_on_its_page(pages: dict[str, str]) -> None:
    ids = {path: set(re.findall(r' id="([^"]+)"', page)) for path, page in pages.items()}
    for path, page in pages.items():
        for target, fragment in re.findall(r'href="([^"#]*)#([^"]+)"', page):
            lands = target.replace("&amp;", "&") or path
            assert fragment in ids[lands], f"{path} links to {target}#{fragment}"


def test_ids_are_unique(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids)), path


def test_the_front_page_shows_the_latest_day(desk: Desk, examples: Archive) -> None:
    page = desk.ask("/").text
    story = examples.stories(day=examples.days()[0].day).rows[0]
    assert story.headline and story.headline in page
    assert "<b>Two accounts</b> on four pages" in page
    assert "Disputed" in page


def test_days_lead_to_each_other(desk: Desk, examples: Archive) -> None:
    days = [each.day for each in examples.days()]
    page = desk.ask(f"/days/{days[1]}").text
    assert f'rel="next" href="/days/{days[0]}"' in page
    assert f'rel="prev" href="/days/{days[2]}"' in page


def test_stories_stand_in_order_of_independent_houses(desk: Desk, examples: Archive) -> None:
    page = desk.ask("/stories").text
    places = [page.index(f"/stories/{story.id}") for story in examples.stories().rows]
    assert places == sorted(places)


def test_a_story_answers_in_the_order_of_a_fact_checker(desk: Desk, ferry: str) -> None:
    page = desk.ask(f"/stories/{ferry}").text
    order = ("accounts", "when", "derivation", "quotations", "ledger", "alone", "original", "pages")
    places = [page.index(f'<h2 id="{name}"') for name in order]
    assert places == sorted(places)
    assert "Nine pages, three accounts." in page


def test_an_account_shows_tree_and_text(desk: Desk, pages: dict[str, str], ferry: str) -> None:
    page = desk.ask(first(r"/accounts/\w+", pages[f"/stories/{ferry}"])).text
    assert 'class="stemma"' in page and 'class="archetype"' in page
    assert "the lost original" in page


def test_an_earlier_id_of_a_story_leads_to_it(desk: Desk, examples: Archive, ferry: str) -> None:
    comparison = examples.story(ferry)
    from variorum.store.articles import anchor_of

    others = [
        anchor_of(each) for each in comparison.stories[0].articles if anchor_of(each) != ferry
    ]
    answer = desk.ask(f"/stories/{others[0]}")
    assert answer.status_code == 301
    assert answer.headers["location"] == f"/stories/{ferry}"


def test_a_stretch_of_a_capture_has_a_permanent_address(desk: Desk, examples: Archive) -> None:
    hit = examples.search("ferry").rows[0]
    begin, end = hit.marks[0]
    page = desk.ask(f"/articles/{hit.article}?span={begin}-{end}").text
    marked = re.search(
        rf'id="a-{hit.article}-span"></span><span class="[^"]*f-span[^"]*">(.*?)</span>', page
    )
    words = examples.article(hit.article).article.capture.text[begin:end]
    assert marked and re.sub(r"<b.*?</b>", "", marked[1]) == words


@pytest.mark.parametrize("span", ["5", "9-3", "1-99999999", "a-b", "-1-4"])
def test_a_stretch_that_is_none_is_refused(desk: Desk, examples: Archive, span: str) -> None:
    answer = desk.ask(f"/articles/{examples.search('ferry').rows[0].article}?span={span}")
    assert answer.status_code == 400
    assert "is no stretch of this capture" in answer.text


def test_a_quotation_has_all_its_renderings(desk: Desk, pages: dict[str, str]) -> None:
    several = [page for path, page in pages.items() if path.startswith("/quotations/")]
    assert any('class="stave' in page for page in several)
    assert all("In their places" in page or "Nothing else" in page for page in several)


def test_search_narrows_down_and_marks_what_it_found(desk: Desk) -> None:
    page = desk.ask("/search?q=ferry+fog").text
    assert "<mark>ferry</mark>" in page
    own = desk.ask("/search?q=ferry+fog&own=1").text
    assert 0 < own.count('class="captured snippet"') < page.count('class="captured snippet"')
    assert 'name="own" value="1" checked' in own
    later = desk.ask("/search?q=ferry&from=2025-10-17").text
    assert "Second" in later and "Choir" not in later


@pytest.mark.parametrize(
    "asked",
    ['"', "NEAR(a b)", "ferry AND", "headline:x", "*", "-", "'; drop table article; --", "\x00"],
)
def test_search_takes_any_words(desk: Desk, asked: str) -> None:
    assert desk.ask("/search", params={"q": asked}).status_code == (400 if asked == "\x00" else 200)


def test_a_trace_finds_the_oldest_page(desk: Desk, examples: Archive) -> None:
    hit = examples.search("ferry").rows[0]
    text = examples.article(hit.article).article.paragraphs[0].text
    page = desk.ask("/trace", "POST", data={"text": text}).text
    assert "carry this text" in page
    assert f"/articles/{hit.article}?span=" in page
    assert (
        "None of" in desk.ask("/trace", "POST", data={"text": "nobody here wrote that ever"}).text
    )


def test_a_pasted_text_is_bounded(desk: Desk) -> None:
    assert desk.ask("/trace", "POST", data={"text": "wall " * 30_000}).status_code == 400


def test_the_briefing_has_one_entry_an_event(desk: Desk, examples: Archive) -> None:
    day = examples.days()[-1].day
    stories = examples.stories(day=day).rows
    page = desk.ask(f"/briefing/{day}").text
    assert all(page.count(f'<h2><a href="/stories/{story.id}"') == 1 for story in stories)
    feed = json.loads(desk.ask(f"/briefing/{day}.json").content)
    assert [item["id"] for item in feed["items"]] == [story.id for story in stories]
    atom = ElementTree.fromstring(desk.ask(f"/briefing/{day}.atom").content)
    space = "{http://www.w3.org/2005/Atom}"
    assert len(atom.findall(f"{space}entry")) == len(stories)
    for name in ("id", "title", "updated"):
        assert all(
            entry.findtext(f"{space}{name}") for entry in (atom, *atom.findall(f"{space}entry"))
        )
    told = desk.ask(f"/briefing/{day}.txt").text
    assert all(len(line) <= 72 for line in told.splitlines() if "http" not in line)
    assert all(story.headline and story.headline[:40] in told for story in stories)


def test_outlets_and_people_are_told_of(desk: Desk, examples: Archive) -> None:
    person = examples.people().rows[0]
    assert person.name in desk.ask(f"/people/{person.id}").text
    outlet = next(each for each in examples.outlets() if each.agencies)
    page = desk.ask(f"/outlets/{outlet.name}").text
    assert outlet.agencies[0][0] in page and "own text" in page


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/stories/0000", 404),
        ("/accounts/0000", 404),
        ("/articles/0000", 404),
        ("/people/0000", 404),
        ("/outlets/Nobody", 404),
        ("/quotations/0000/1-2", 404),
        ("/places/Nowhere", 404),
        ("/static/../app.py", 404),
        ("/static/%2e%2e%2fapp.py", 404),
        ("/static/desk.css", 404),
        ("/days/yesterday", 400),
        ("/stories?after=x", 400),
        ("/briefing/2025-10-14.exe", 400),
        ("/briefing/2025-13-45", 400),
    ],
)
def test_what_cannot_be_answered_is_told_in_the_same_look(
    desk: Desk, path: str, status: int
) -> None:
    answer = desk.ask(path)
    assert answer.status_code == status
    assert '<header class="top">' in answer.text


def test_an_unforeseen_fault_tells_nothing_of_the_inside(examples: Archive) -> None:
    from variorum.web import make_app

    app = make_app(examples)
    route = next(each for each in app.routes if getattr(each, "path", "") == "/about")

    def fails(_: object) -> None:
        raise RuntimeError("the secret of the inside")

    from starlette.routing import Route, request_response

    assert isinstance(route, Route)
    route.app = request_response(fails)  # type: ignore[arg-type]
    answer = Desk(app).ask("/about")
    assert answer.status_code == 500
    assert "secret" not in answer.text and '<header class="top">' in answer.text


def test_an_empty_archive_teaches_what_to_do(empty_desk: Desk) -> None:
    for path in ("/", "/stories", "/briefing", "/people"):
        answer = empty_desk.ask(path)
        assert answer.status_code == 200
        assert "variorum add" in answer.text, path
    assert "No page here names its outlet" in empty_desk.ask("/outlets").text


def test_a_day_without_pages_says_so(desk: Desk) -> None:
    assert "No story has a page of this day" in desk.ask("/days/1999-01-01").text


def test_the_same_addresses_answer_programs(desk: Desk, ferry: str) -> None:
    answer = desk.ask(f"/stories/{ferry}", headers={"Accept": "application/json"})
    assert answer.headers["content-type"] == "application/json"
    assert ferry in answer.text


def test_files_of_the_desk_are_kept_for_ever_under_their_digest(desk: Desk) -> None:
    address = first(r"/static/style\.css\?v=\w+", desk.ask("/").text)
    assert "immutable" in desk.ask(address).headers["cache-control"]
    assert "immutable" not in desk.ask("/static/style.css").headers["cache-control"]


def test_the_glossary_has_every_word_that_pages_lead_to(pages: dict[str, str]) -> None:
    anchors = {term.anchor for term in TERMS}
    for page in pages.values():
        assert set(re.findall(r'href="/glossary#([^"]+)"', page)) <= anchors
