"""The API over the bundled examples: every path answers as it is described, lists page, filters filter."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from tests.contracts.pages import example_captures, record
from tests.web.asking import Desk
from tests.web.conftest import stored_at
from tests.web.schema_check import mistakes
from variorum.archive import Archive, open_archive
from variorum.archive.shelves.desk import Sections
from variorum.model.holding import Correction
from variorum.web.alternates import Alternates
from variorum.web.api import api_routes
from variorum.web.endpoints import ENDPOINTS
from variorum.web.guard import guards
from variorum.web.openapi import description

URL = "https://daily.example/ferry"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    opened = open_archive(stored_at(request, tmp_path_factory))
    first = "The ferry to Oskeld stays in port until the storm is over, the harbour master said."
    opened.add_captures(example_captures())
    for taken, text in (
        ("2031-05-02T08:00:00Z", first),
        ("2031-05-02T20:00:00Z", f"{first} It left."),
    ):
        opened.add_captures(
            [record(text, headline="Ferry waits", outlet="Daily", url=URL, taken_at=taken)]
        )
    alone = opened.captures_of(URL)[-1].article.id
    opened.correct(Correction("split", (alone,), None, "Mara", "2031-05-20T10:00:00Z"))
    opened.judge()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def desk(archive: Archive) -> Desk:
    middleware = [*guards(), Middleware(Alternates)]
    return Desk(Starlette(routes=api_routes(archive), middleware=middleware))


@pytest.fixture(scope="module")
def paths(archive: Archive) -> dict[str, str]:
    """One address for each endpoint, of something that is there."""
    story = archive.stories(limit=1).rows[0]
    account = archive.story(story.id).stories[0].accounts[0]
    holding = next(held for each in account.articles if (held := archive.article(each)).quotations)
    quotation = holding.quotations[0]
    return {
        "/api/stories": "/api/stories",
        "/api/stories/{id}": f"/api/stories/{story.id}",
        "/api/accounts/{id}": f"/api/accounts/{account.id}",
        "/api/articles": "/api/articles?keyword=ferry",
        "/api/articles/{id}": f"/api/articles/{holding.article.id}",
        "/api/captures": f"/api/captures?url={quote(URL, safe='')}",
        "/api/quotations/{article}/{begin}-{end}": (
            f"/api/quotations/{holding.article.id}/{quotation.begin}-{quotation.end}"
        ),
        "/api/people": "/api/people",
        "/api/people/{id}": f"/api/people/{archive.people().rows[0].id}",
        "/api/outlets": "/api/outlets",
        "/api/outlets/{name}": f"/api/outlets/{quote(archive.outlets()[0].name)}",
        "/api/sections": "/api/sections",
        "/api/places/{name}": f"/api/places/{quote(Sections(archive).names('place')[0][0])}",
        "/api/topics/{name}": f"/api/topics/{quote(Sections(archive).names('topic')[0][0])}",
        "/api/search": "/api/search?q=ferry",
        "/api/trace": "/api/trace",
        "/api/corrections": "/api/corrections",
        "/api/days": "/api/days",
        "/api/briefing/{day}": "/api/briefing/latest",
    }


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda each: each.name)
def test_every_endpoint_answers_as_described(
    endpoint: Any, desk: Desk, paths: dict[str, str]
) -> None:
    path = paths[endpoint.path]
    sent = {"json": {"text": "the ferry ran aground in fog"}} if endpoint.method == "POST" else {}
    answer = desk.ask(path, endpoint.method, **sent)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    told = answer.json()
    operation = description()["paths"][endpoint.path][endpoint.method.lower()]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert list(mistakes(told, schema, description())) == []
    assert told.get("results", True), "an empty list shows nothing"


def test_every_route_is_described(archive: Archive, desk: Desk) -> None:
    described = description()["paths"]
    for path in desk.ask("/api").json()["paths"]:
        assert path in described
    names = [each["operationId"] for ways in described.values() for each in ways.values()]
    assert len(names) == len(set(names)) == len(ENDPOINTS)
    told = desk.ask("/api/openapi.json").json()
    assert told == json.loads(json.dumps(description()))
    assert told["openapi"].startswith("3.1")


def test_every_reference_of_the_description_leads_somewhere() -> None:
    schemas = description()["components"]["schemas"]
    text = json.dumps(description())
    used = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert used <= schemas.keys()
    assert schemas.keys() - used <= {"Index", "StateChange"}


def test_every_parameter_is_described() -> None:
    for endpoint in ENDPOINTS:
        operation = description()["paths"][endpoint.path][endpoint.method.lower()]
        told = [each["name"] for each in operation["parameters"] if each["in"] == "query"]
        asked = [name for each in endpoint.parameters for name in (each.name, *each.also)]
        assert told == asked
        assert all(each["description"] for each in operation["parameters"])


@pytest.mark.parametrize(
    "path", ["/api/stories", "/api/search?q=the", "/api/people", "/api/outlets"]
)
def test_pages_of_a_list_make_the_whole_list(path: str, desk: Desk) -> None:
    joint = "&" if "?" in path else "?"
    whole = desk.ask(f"{path}{joint}limit=200").json()
    assert whole["next"] is None
    found: list[Any] = []
    after = ""
    while True:
        page = desk.ask(f"{path}{joint}limit=2{after}").json()
        found += page["results"]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert found == whole["results"]


def test_names_that_peers_use_mean_the_same(desk: Desk) -> None:
    ours = "/api/search?q=ferry&from=2025-10-14&to=2025-10-16&own=true"
    theirs = (
        "/api/articles?keyword=ferry&dateStart=2025-10-14&dateEnd=2025-10-16"
        "&isDuplicateFilter=skipDuplicates"
    )
    assert desk.ask(ours).json() == desk.ask(theirs).json()
    outlet = desk.ask("/api/search?q=ferry&limit=1").json()["results"][0]["outlet"]
    named = desk.ask(f"/api/articles?keyword=ferry&sourceUri={quote(outlet)}").json()["results"]
    assert named
    assert all(each["outlet"] == outlet for each in named)


def test_own_text_and_copies_are_all_there_is(desk: Desk) -> None:
    def found(choice: str) -> set[str]:
        told = desk.ask(f"/api/articles?keyword=ferry&isDuplicateFilter={choice}").json()
        return {each["article"] for each in told["results"]}

    own, copies = found("skipDuplicates"), found("keepOnlyDuplicates")
    assert copies
    assert not own & copies
    # A page that stands in no account is neither.
    assert own | copies <= found("keepAll")


def test_a_language_may_have_two_letters_or_three(desk: Desk) -> None:
    english = desk.ask("/api/articles?keyword=ferry&lang=eng").json()
    assert english["results"]
    assert english["results"] == desk.ask("/api/articles?keyword=ferry&lang=en").json()["results"]
    assert desk.ask("/api/articles?keyword=ferry&lang=deu").json()["results"] == []


def test_an_article_comes_with_its_text_if_asked(desk: Desk, paths: dict[str, str]) -> None:
    path = paths["/api/articles/{id}"]
    told = desk.ask(f"{path}?include=text").json()
    for each in told["quotations"]:
        assert told["text"][each["begin"] : each["end"]]
    assert "text" not in desk.ask(path).json()


def test_a_page_captured_twice_tells_what_changed(desk: Desk, paths: dict[str, str]) -> None:
    states = desk.ask(paths["/api/captures"]).json()["states"]
    assert [each["is_current"] for each in states] == [False, True]
    assert states[1]["changes"][0]["kind"] == "changed"


@pytest.mark.parametrize(
    "body",
    [
        {"json": {"text": "was already in the narrow part"}},
        {"data": {"text": "was already in the narrow part"}},
        {"content": b"was already in the narrow part", "headers": {"content-type": "text/plain"}},
    ],
)
def test_a_text_is_traced_however_it_is_sent(body: dict[str, Any], desk: Desk) -> None:
    assert desk.ask("/api/trace", "POST", **body).json()["carriers"]


def test_pages_are_json_by_suffix_and_by_accept(desk: Desk, paths: dict[str, str]) -> None:
    story = paths["/api/stories/{id}"]
    page = story.removeprefix("/api")
    told = desk.ask(story).json()
    assert desk.ask(f"{page}.json").json() == told
    assert desk.ask(page, headers={"accept": "application/json"}).json() == told
    assert desk.ask(page, headers={"accept": "text/html"}).status_code == 404, "no pages here"
    front = desk.ask("/", headers={"accept": "application/json"}).json()
    assert front == desk.ask("/api/briefing/latest").json()
    assert desk.ask("/search.json?q=ferry&view=wide").json()["results"]


def test_a_briefing_knows_the_days_around_it(desk: Desk) -> None:
    days = [each["day"] for each in desk.ask("/api/days").json()["results"]]
    for later, earlier in pairwise(days):
        assert desk.ask(f"/api/briefing/{later}").json()["previous"] == earlier
        assert desk.ask(f"/api/briefing/{earlier}").json()["following"] == later


def test_an_empty_archive_has_empty_lists(tmp_path: Any) -> None:
    archive = open_archive(tmp_path / "empty.db")
    desk = Desk(Starlette(routes=api_routes(archive)))
    for path in ("stories", "people", "outlets", "days", "search?q=ferry", "briefing/latest"):
        assert desk.ask(f"/api/{path}").json()["results"] == []
    assert desk.ask("/api/trace", "POST", json={"text": "nobody has this"}).json()["carriers"] == []
    archive.close()
