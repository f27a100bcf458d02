"""ninjs, JSON-LD, Atom, Parquet: each as its standard wants it, and true to what was found."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

import pyarrow.parquet as pq
import pytest

from tests.export.ninjs_fields import TOP, WITHIN, WORDS
from tests.export.sample import sample_comparison, wire_account
from tests.export.sample_pages import COURIER, DAILY, NAMELESS, TERN
from variorum.export import choose_account, choose_story, narrowed, story_of
from variorum.export.atom import render_atom
from variorum.export.formats import WHOLE_FORMATS
from variorum.export.identifiers import rfc3339
from variorum.export.jsonld import render_jsonld
from variorum.export.ninjs import render_ninjs
from variorum.export.parquet import render_parquet
from variorum.export.tables import apparatus_table, read_cell, render_csv, witnesses_table
from variorum.model import Comparison, Moment

ATOM = "{http://www.w3.org/2005/Atom}"
# Of schema.org: the properties written here, with the types that have them.
SCHEMA_ORG: Mapping[str, set[str]] = {
    "CreativeWork": {
        "name", "creator", "text", "workExample", "exampleOfWork", "isBasedOn", "url", "identifier",
        "headline", "abstract", "author", "publisher", "creditText", "datePublished", "dateModified",
        "inLanguage", "keywords", "about", "sourceOrganization", "citation", "hasPart",
    },
    "Event": {"name", "startDate", "subjectOf"},
    "Person": {"name"},
    "Organization": {"name"},
    "NewsMediaOrganization": {"name"},
}  # fmt: skip
ARTICLE = {"articleSection", "articleBody", "wordCount", "dateline"}
SCHEMA_ORG = {
    **SCHEMA_ORG,
    "NewsArticle": SCHEMA_ORG["CreativeWork"] | ARTICLE,
    "CollectionPage": SCHEMA_ORG["CreativeWork"],
    "Quotation": SCHEMA_ORG["CreativeWork"],
}


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return sample_comparison()


def ninjs(comparison: Comparison) -> dict[str, dict[str, Any]]:
    return {name: json.loads(line) for name, line in render_ninjs(comparison).items()}


def test_ninjs_has_no_field_but_those_of_the_standard(comparison: Comparison) -> None:
    for record in ninjs(comparison).values():
        assert urlsplit(record["uri"]).scheme == "urn"
        for name, value in record.items():
            assert isinstance(value, TOP[name]), name
            assert value in WORDS.get(name, {value}) if isinstance(value, str) else True
        for name, (allowed, wanted) in WITHIN.items():
            for each in record.get(name, ()):
                assert wanted <= each.keys() <= allowed
        for name in ("contentcreated", "versioncreated"):
            if name in record:
                assert datetime.fromisoformat(record[name]).tzinfo


def test_ninjs_tells_what_an_article_is(comparison: Comparison) -> None:
    told = ninjs(comparison)
    assert set(told) == {each.id for each in comparison.articles if each.kind != "none"}
    record = told[DAILY.id]
    assert record["headlines"][0]["value"] == DAILY.headline
    assert record["bodies"][0]["value"] == DAILY.text
    assert record["bodies"][0]["wordcount"] == len(DAILY.text.split())
    assert {"name": DAILY.outlet, "rel": "publisher"} in record["organisations"]
    assert any(NAMELESS.id in each["uri"] for each in record["associations"])
    assert {"name": "Island Wire"} in record["infosources"]
    assert "α" in told[TERN.id]["associations"][0]["name"]
    assert "associations" not in told[COURIER.id]


def test_a_time_without_a_zone_is_no_time_of_ninjs(comparison: Comparison) -> None:
    zoned = replace(DAILY, published=Moment("2031-04-18T06:15+02:00", "minute"))
    plain = replace(DAILY, published=Moment("2031-04-18T06:15", "minute"))
    for article, stated in ((zoned, "2031-04-18T06:15:00+02:00"), (plain, None)):
        record = ninjs(replace(comparison, articles=(article,)))[DAILY.id]
        assert record.get("contentcreated") == stated
        assert ("as the page gives it" in record["ednote"]) is (stated is None)
    assert rfc3339("2031-05-02") is None
    assert rfc3339("yesterday") is None


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)


def test_json_ld_has_the_words_of_schema_org(comparison: Comparison) -> None:
    told = json.loads(render_jsonld(comparison))
    assert told["@context"] == "https://schema.org"
    graph = told["@graph"]
    for node in nodes(graph):
        kind = node.get("@type")
        if kind is None:
            assert set(node) == {"@id"}
        else:
            assert set(node) - {"@type", "@id"} <= SCHEMA_ORG[kind]
        assert None not in node.values()
    named = {node["@id"] for node in graph}
    assert len(named) == len(graph)
    assert {node["@id"] for node in nodes(graph) if set(node) == {"@id"}} <= named


def test_json_ld_tells_who_copied_whom(comparison: Comparison) -> None:
    graph = {node["@id"]: node for node in json.loads(render_jsonld(comparison))["@graph"]}
    daily = graph[f"urn:variorum:article:{DAILY.id}"]
    assert daily["isBasedOn"] == [{"@id": f"urn:variorum:article:{NAMELESS.id}"}]
    assert daily["citation"]
    lost = graph[graph[f"urn:variorum:article:{TERN.id}"]["isBasedOn"][0]["@id"]]
    assert lost["creator"]["name"] == "Island Wire"
    assert "isBasedOn" not in graph[f"urn:variorum:article:{COURIER.id}"]
    text = json.dumps(list(graph.values()))
    assert "ClaimReview" not in text
    assert "Rating" not in text


def test_atom_has_what_the_standard_requires(comparison: Comparison) -> None:
    feed = Xml.fromstring(render_atom(comparison).encode())
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(comparison.stories)
    for each in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"{ATOM}{name}")) == 1
        assert urlsplit(each.findtext(f"{ATOM}id") or "").scheme == "urn"
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated") or "").tzinfo
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    # Without a link to an alternate an entry needs content (RFC 4287, 4.1.1.1).
    assert all(each.findtext(f"{ATOM}content") for each in entries)


def test_atom_of_nothing_is_a_feed() -> None:
    feed = Xml.fromstring(render_atom(Comparison((), (), ())).encode())
    assert feed.findtext(f"{ATOM}updated")


def test_hostile_pages_make_files_that_open(comparison: Comparison) -> None:
    nasty = 'a\x00\x1b[31m\ud800<script>&"\u2028]]>\ufffe'
    pages = tuple(
        replace(
            each,
            headline=nasty,
            outlet=nasty,
            byline=(nasty,),
            tags=(nasty,),
            capture=replace(each.capture, url="javascript:alert(1)"),
        )
        for each in comparison.articles
    )
    stories = tuple(replace(each, headline=nasty) for each in comparison.stories)
    hostile = replace(comparison, articles=pages, stories=stories)
    for name, kind in WHOLE_FORMATS.items():
        for text in kind.render(hostile).values():
            text.encode("utf-8")
            assert "\x00" not in text
            if name != "html":
                assert "javascript:" not in text
    Xml.fromstring(render_atom(hostile).encode())


def test_parquet_has_the_cells_of_csv(comparison: Comparison) -> None:
    articles = {each.id: each for each in comparison.articles}
    accounts = comparison.stories[0].accounts
    table = pq.read_table(io.BytesIO(render_parquet(witnesses_table(accounts, articles))))
    names = str(table.schema.field("shared").type), str(table.schema.field("size").type)
    assert names == ("double", "int64")
    header, *lines = render_csv(witnesses_table(accounts, articles)).splitlines()
    assert table.column_names == header.split(",")
    assert table.num_rows == len(lines)
    assert table.column("headline").to_pylist()[0] == TERN.headline
    assert table.column("copied_from").to_pylist() == ["α", "α", "B", None]
    empty = pq.read_table(io.BytesIO(render_parquet(apparatus_table(()))))
    assert empty.num_rows == 0
    assert str(empty.schema.field("added").type) == "bool"


def test_parquet_changes_no_text_for_spreadsheets(comparison: Comparison) -> None:
    articles = {each.id: each for each in comparison.articles}
    articles[TERN.id] = replace(TERN, headline="=SUM(A1)")
    made = witnesses_table([wire_account()], articles)
    table = pq.read_table(io.BytesIO(render_parquet(replace(made, rows=list(made.rows)))))
    assert table.column("headline").to_pylist()[0] == "=SUM(A1)" == read_cell("'=SUM(A1)")


def test_one_account_is_a_comparison_of_its_own(comparison: Comparison) -> None:
    account = choose_account(comparison, wire_account().id)
    story = story_of(comparison, account)
    assert story == choose_story(comparison, story.id)
    narrow = narrowed(comparison, story, account)
    assert {each.id for each in narrow.articles} == set(account.articles)
    assert set(ninjs(narrow)) == set(account.articles)
    for kind in WHOLE_FORMATS.values():
        assert all(kind.render(narrow).values())
