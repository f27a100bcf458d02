"""The lists of the API, on both databases: each filter gives what a look at everything gives."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.applications import Starlette

from tests.contracts.pages import example_captures, record, simulated
from tests.web.asking import Desk
from tests.web.conftest import stored_at
from variorum.archive import Archive, open_archive
from variorum.web.api import api_routes

Found = list[dict[str, Any]]
_GERMAN = (
    "Die Fähre nach Oskeld bleibt im Hafen, bis sich der Sturm gelegt hat, sagte der Hafenmeister am "
    "Montag. Niemand wisse, wann sie wieder fahren könne, und die Händler auf der Insel seien besorgt."
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    opened = open_archive(stored_at(request, tmp_path_factory))
    opened.add_captures([*example_captures(), *simulated(18, 3)])
    german = record(_GERMAN, headline="Fähre bleibt", outlet="Oskelder Bote", key="fähre")
    opened.add_captures([german])
    opened.judge()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def desk(archive: Archive) -> Desk:
    return Desk(Starlette(routes=api_routes(archive)))


@pytest.fixture(scope="module")
def everything(desk: Desk) -> Found:
    found: Found = desk.ask("/api/articles?limit=200").json()["results"]
    assert len(found) > 40
    return found


def listed(desk: Desk, path: str) -> Found:
    """Return a whole list, read in pages of three."""
    found: Found = []
    after = ""
    while True:
        page = desk.ask(f"{path}&limit=3{after}").json()
        assert "results" in page, page
        found += page["results"]
        if page["next"] is None:
            return found
        assert page["results"]
        after = f"&after={page['next']}"


def test_all_articles_come_newest_first_or_oldest_first(desk: Desk, everything: Found) -> None:
    moments = [each["published"] or "" for each in everything]
    assert [each[:10] for each in moments] == sorted((each[:10] for each in moments), reverse=True)
    assert listed(desk, "/api/articles?sort=newest") == everything
    turned = listed(desk, "/api/articles?articlesSortBy=date&articlesSortByAsc=true")
    assert [each["published"] for each in turned] == [
        each["published"] for each in everything[::-1]
    ]
    assert listed(desk, "/api/articles?sort=oldest") == turned


def own(each: dict[str, Any]) -> bool:
    return each["own"] is not None and (each["own"] >= 0.5 or each["relation"] == "original")


FILTERS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "from=2031-05-03&to=2031-05-06": lambda each: (
        "2031-05-03" <= (each["published"] or "")[:10] <= "2031-05-06"
    ),
    "dateStart=2031-05-08": lambda each: (each["published"] or "") >= "2031-05-08",
    "sourceUri=Tolvar Post&sourceUri=Merrin Mail": lambda each: (
        each["outlet"] in {"Tolvar Post", "Merrin Mail"}
    ),
    "outlet=www.Merrin-Mail.example": lambda each: each["outlet"] == "Merrin Mail",
    "lang=deu": lambda each: each["language"] == "de",
    "lang=de&lang=en": lambda each: each["language"] in {"de", "en"},
    "kind=article": lambda each: each["kind"] == "article",
    "isDuplicateFilter=skipDuplicates": own,
    "own=1": own,
    "isDuplicateFilter=keepOnlyDuplicates": lambda each: each["relation"] is not None and not own(each),
    "outlet=Nobody's": lambda _: False,
    "lang=en&from=2031-05-02&outlet=Tolvar Post&own=true": lambda each: each["language"] == "en"
    and (each["published"] or "") >= "2031-05-02" and each["outlet"] == "Tolvar Post" and own(each),
}  # fmt: skip


@pytest.mark.parametrize("asked", FILTERS)
def test_filters_work_without_words(asked: str, desk: Desk, everything: Found) -> None:
    wanted = [each for each in everything if FILTERS[asked](each)]
    assert listed(desk, f"/api/articles?{asked}") == wanted
    assert wanted or "Nobody" in asked


def test_agencies_stories_and_accounts_are_filters(desk: Desk, everything: Found) -> None:
    for name, key in (
        ("agency", "agency"),
        ("story", "story"),
        ("eventUri", "story"),
        ("account", "account"),
    ):
        value = next(each[key] for each in everything if each[key])
        found = listed(desk, f"/api/articles?{name}={value}")
        assert found == [each for each in everything if each[key] == value]
    assert listed(desk, "/api/articles?story=0123456789abcdef") == []
    assert listed(desk, "/api/articles?account=0123456789abcdef") == []


def test_pages_that_others_copied_are_told_from_the_rest(desk: Desk, everything: Found) -> None:
    taken = listed(desk, "/api/articles?hasDuplicateFilter=keepOnlyHasDuplicates")
    others = listed(desk, "/api/articles?hasDuplicateFilter=skipHasDuplicates")
    assert taken
    assert {each["article"] for each in [*taken, *others]} == {
        each["article"] for each in everything
    }
    assert len(taken) + len(others) == len(everything)
    for each in taken:
        assert each["relation"] == "original"
        assert sum(one["account"] == each["account"] for one in everything) > 1


def test_words_are_found_best_first_or_newest_first(desk: Desk, everything: Found) -> None:
    best = listed(desk, "/api/articles?keyword=ferry")
    assert (
        best
        == listed(desk, "/api/search?q=ferry")
        == listed(desk, "/api/articles?q=ferry&sort=rel")
    )
    newest = listed(desk, "/api/articles?keyword=ferry&articlesSortBy=date")
    order = [each["article"] for each in everything]
    names = [each["article"] for each in newest]
    assert names == sorted(names, key=order.index)
    assert set(names) == {each["article"] for each in best}
    assert [each["score"] for each in best] == sorted(
        (each["score"] for each in best), reverse=True
    )


def test_a_row_tells_where_a_page_belongs(archive: Archive, everything: Found) -> None:
    for each in everything[:10]:
        holding = archive.article(each["article"])
        assert each["language"] == holding.article.language
        assert each["kind"] == holding.article.kind
        assert each["account"] == holding.account
        assert each["relation"] == (holding.witness.relation if holding.witness else None)
        assert holding.article.capture.text[each["begin"] : each["end"]] == each["snippet"]


def test_stories_are_found_by_what_their_pages_say(desk: Desk, everything: Found) -> None:
    stories = desk.ask("/api/stories?limit=200").json()["results"]
    words = "harbour master"
    found = listed(desk, f'/api/stories?keyword="{words}"')
    homes = {each["story"] for each in listed(desk, f'/api/articles?q="{words}"')}
    assert found == [each for each in stories if each["id"] in homes]
    assert any(words not in (each["headline"] or "").casefold() for each in found)
    assert desk.ask("/api/stories?q=-nothing").json()["results"] == []


def test_stories_of_a_range_of_days_have_a_page_in_it(desk: Desk, everything: Found) -> None:
    stories = desk.ask("/api/stories?limit=200").json()["results"]
    for first, last in (
        ("2031-05-03", "2031-05-04"),
        ("2025-10-14", "2025-10-17"),
        ("2031-05-09", "2040-01-01"),
    ):
        homes = {
            each["story"] for each in everything if first <= (each["published"] or "")[:10] <= last
        }
        page = desk.ask(f"/api/stories?dateStart={first}&dateEnd={last}&limit=200").json()
        assert page["results"] == [each for each in stories if each["id"] in homes]
        assert page["total"] == len(page["results"]) > 0
    assert desk.ask("/api/stories?day=2031-05-03&from=2031-05-03").status_code == 400


def test_stories_of_two_outlets_and_an_agency(desk: Desk, everything: Found) -> None:
    stories = desk.ask("/api/stories?limit=200").json()["results"]
    agency = next(each["agency"] for each in everything if each["agency"])
    homes = {each["story"] for each in everything if each["agency"] == agency}
    assert listed(desk, f"/api/stories?agency={agency}") == [e for e in stories if e["id"] in homes]
    names = ("Tolvar Post", "Merrin Mail")
    homes = {each["story"] for each in everything if each["outlet"] in names}
    found = listed(desk, f"/api/stories?sourceUri={names[0]}&sourceUri={names[1]}")
    assert found == [each for each in stories if each["id"] in homes]


def test_what_has_these_ids(desk: Desk, everything: Found, archive: Archive) -> None:
    some = [everything[at]["article"] for at in (7, 2)]
    found = desk.ask(f"/api/articles?id={some[0]}&uri={some[1]}&id=0123456789abcdef").json()
    assert [each["article"] for each in found["results"]] == some[::-1]
    story = archive.stories(limit=1).rows[0]
    found = desk.ask(f"/api/stories?id={story.id}&eventUri=0123456789abcdef").json()
    assert [each["id"] for each in found["results"]] == [story.id]
    assert desk.ask("/api/stories?id=0123456789abcdef").json()["results"] == []
    assert desk.ask("/api/stories?id=1' OR 1=1").status_code == 400


def test_what_contradicts_itself_is_told(desk: Desk) -> None:
    for asked in (
        "sort=best", "sort=rel", "q=ferry&articlesSortByAsc=1", "sort=rel&articlesSortByAsc=1&q=ferry",
        "own=1&isDuplicateFilter=keepOnlyDuplicates", "kind=story", "hasDuplicateFilter=yes", "sort=size",
        "story=x", "lang=en&lang=english",
    ):  # fmt: skip
        answer = desk.ask(f"/api/articles?{asked}")
        assert answer.status_code == 400, asked
    assert "sourceUri" in desk.ask("/api/articles?publisher=Tolvar Post").json()["detail"]


def test_a_cursor_outlives_the_desk(archive: Archive, desk: Desk) -> None:
    first = desk.ask("/api/articles?limit=2").json()
    again = Desk(Starlette(routes=api_routes(archive)))
    path = f"/api/articles?limit=2&after={first['next']}"
    assert again.ask(path).json() == desk.ask(path).json()
    elsewhere = open_archive()
    stranger = Desk(Starlette(routes=api_routes(elsewhere)))
    answer = stranger.ask(path)
    assert answer.status_code == 400
    assert "no cursor" in answer.json()["detail"]
    elsewhere.close()


def test_what_somebody_said_and_pages_of_a_section_come_in_parts(desk: Desk) -> None:
    person = desk.ask("/api/people?limit=1").json()["results"][0]
    path = f"/api/people/{person['id']}?limit=1"
    said, after = [], ""
    while True:
        part = desk.ask(f"{path}{after}").json()
        said += part["said"]
        if part["next"] is None:
            break
        after = f"&after={part['next']}"
    assert len({each["article"] for each in said}) > 1
    assert said == desk.ask(f"/api/people/{person['id']}?limit=200").json()["said"]
    place = desk.ask("/api/sections").json()["places"][0]
    found = listed(desk, f"/api/places/{place['name']}?")
    assert len({each["article"] for each in found}) == len(found) == place["pages"]
    assert desk.ask("/api/places/Nowhere at all").status_code == 404
