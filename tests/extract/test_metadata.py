"""What the metadata of a page claims, and when it is not believed. All pages are made up."""

import json
import time
from collections.abc import Mapping
from typing import Any

import pytest

from variorum.extract import extract_article, render_markup
from variorum.extract.markup.markup import plain, read_markup
from variorum.extract.markup.metadata import read_claims
from variorum.extract.markup.titles import without_outlet
from variorum.model import Article

from .pages import capture

TITLE = "Old Quay bridge closes for a year"
OTHER = "Old Quay bridge is shut until spring"
HOST = "tornaugazette.example"
BODY = "".join(
    f"<p>{each}</p>"
    for each in (
        "The council of Tornau closed the Old Quay bridge on Monday for a year, after engineers "
        "found rust in nine of its oldest chains.",
        "Some 9,000 people cross the bridge on foot each day, and shopkeepers on both banks said "
        "that they feared for their trade until spring.",
        "The council said that a free boat would carry walkers across the river every ten minutes "
        "from six in the morning.",
    )
)


def claim(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def block(**node: Any) -> str:
    written = json.dumps({"@type": "NewsArticle", **node})
    return f'<script type="application/ld+json">{written}</script>'


def read(head: str, front: str = "", behind: str = "", taken_at: str | None = None) -> Article:
    page = f"<html><head>{head}</head><body>{front}{BODY}{behind}</body></html>"
    url = f"https://{HOST}/town/old-quay"
    return extract_article(
        capture(
            render_markup(page), markup=page, media_type="text/html", url=url, taken_at=taken_at
        )
    )


def headline(head: str, front: str = f"<h1>{TITLE}</h1>") -> str | None:
    return read(head, front).headline


def test_a_title_that_bears_the_outlets_name_was_not_written_for_readers() -> None:
    shared = claim("og:title", f"{OTHER} | Tornau Gazette")
    assert headline(block(headline=TITLE) + shared) == TITLE


def test_a_title_written_for_other_sites_and_said_twice_goes_first() -> None:
    shared = claim("og:title", OTHER) + claim("twitter:title", OTHER)
    assert headline(block(headline=TITLE) + shared) == OTHER


def test_a_title_that_heads_the_page_goes_before_one_that_stands_alone() -> None:
    head = block(headline=OTHER) + claim("og:title", TITLE)
    assert headline(head) == TITLE
    assert (
        headline(block(headline=OTHER, alternativeHeadline=OTHER) + claim("og:title", TITLE))
        == OTHER
    )


def test_the_headline_of_a_live_blog_is_written_anew_all_day() -> None:
    node = {"@type": "LiveBlogPosting", "headline": f"Bridge LIVE: {OTHER}"}
    live = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    assert headline(live + claim("og:title", TITLE)) == TITLE


def test_a_kicker_is_no_part_of_the_headline_that_the_page_prints_behind_it() -> None:
    head = block(headline=f"Rust in the chains: {TITLE}") + claim("og:title", TITLE)
    front = f"<h2><span>Rust in the chains</span> {TITLE}</h2>"
    assert headline(head, front) == TITLE


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} | Tornau Gazette",
        f"{TITLE} - tornaugazette.example",
        f"{TITLE} | Tornau Gazette | 04.03.2021",
        f"Tornau Gazette: {TITLE}",
        f"{TITLE}：Tornau Gazette",
    ],
)
def test_the_outlets_name_is_cut_off_a_title(title: str) -> None:
    assert without_outlet(title, frozenset(), "Tornau Gazette", HOST) == TITLE


@pytest.mark.parametrize(
    "title", [f"Rust in the chains: {TITLE}", f"{TITLE} - and the boat is free"]
)
def test_a_headlines_own_marks_are_kept(title: str) -> None:
    assert without_outlet(title, frozenset(), "Tornau Gazette", HOST) == title


def test_a_list_of_other_articles_is_not_this_page() -> None:
    entries = [
        {
            "@type": "NewsArticle",
            "headline": f"{name} opens a bakery",
            "datePublished": "2019-01-02",
        }
        for name in ("Ilse Brandt", "Mara Olden", "Jon Pell")
    ]
    listed = json.dumps({"@type": "ItemList", "itemListElement": entries})
    head = f'<script type="application/ld+json">{listed}</script><title>{TITLE}</title>'
    assert headline(head) == TITLE
    claims = read_claims(read_markup(head + f"<h1>{TITLE}</h1>"), HOST)
    assert (claims.headline, claims.published) == (TITLE, None)


def test_an_article_that_names_this_address_is_the_pages_own() -> None:
    node = block(
        headline="Walkers take the boat",
        url=f"https://{HOST}/town/old-quay",
        datePublished="2021-03-04",
    )
    away = block(
        headline="Walkers take the boat",
        url=f"https://{HOST}/sport/cup",
        datePublished="2021-03-04",
    )
    link = f'<link rel="canonical" href="https://{HOST}/town/old-quay">'
    for stated, day in ((node, "2021-03-04"), (away, None)):
        claims = read_claims(read_markup(f"<title>{TITLE}</title>{link}{stated}"), HOST)
        assert claims.published == day


@pytest.mark.parametrize(
    ("stated", "meta", "expected"),
    [
        ("0001-01-01T00:00:00Z", "2021-03-04T08:15:00+01:00", "2021-03-04T08:15:00+01:00"),
        ("1970-01-01T00:00:00Z", "2021-03-04T08:15:00+01:00", "2021-03-04T08:15:00+01:00"),
        # The zone that another statement of the same minute names; "Z" alone is a template's.
        ("2021-03-04T08:15:00", "2021-03-04T08:15:00+01:00", "2021-03-04T08:15:00+01:00"),
        ("2021-03-04T08:15:00", "2021-03-04T08:15:00Z", "2021-03-04T08:15:00"),
        ("2021-03-04T08:15:00", "2021-03-05T08:15:00+01:00", "2021-03-04T08:15:00"),
        ("2021-03-04", "2021-03-04T08:15:00+01:00", "2021-03-04T08:15:00+01:00"),
        ("not a date", "", None),
    ],
)
@pytest.mark.parametrize(
    "name", ["article:published_time", "article:published:time", "date", "DC.date.issued"]
)
def test_the_moment_that_is_stated(stated: str, meta: str, expected: str | None, name: str) -> None:
    article = read(
        block(headline=TITLE, datePublished=stated) + claim(name, meta), f"<h1>{TITLE}</h1>"
    )
    assert (article.published.value if article.published else None) == expected


def test_a_moment_behind_the_capture_is_a_placeholder() -> None:
    head = block(headline=TITLE, datePublished="2098-01-01T00:00:00Z")
    front = f"<h1>{TITLE}</h1><div>4 March 2021</div>"
    article = read(head, front, taken_at="2021-03-05T10:00:00Z")
    assert article.published is not None
    assert article.published.value == "2021-03-04"


def test_the_writer_goes_before_the_outlet_that_is_stated_as_author() -> None:
    head = block(
        headline=TITLE, author={"name": "Tornau Gazette"}, publisher={"name": "Tornau Gazette"}
    )
    assert read(head, f"<h1>{TITLE}</h1><div>By Anna Roe</div>").byline == ("Anna Roe",)
    assert read(head + claim("author", "Anna Roe"), f"<h1>{TITLE}</h1>").byline == ("Anna Roe",)
    assert read(head, f"<h1>{TITLE}</h1>").byline == ("Tornau Gazette",)


def test_sections_are_stated_or_printed() -> None:
    stated = read(
        block(headline=TITLE, articleSection=["Town", "River"]), f"<div>Town</div><h1>{TITLE}</h1>"
    )
    assert stated.sections == ("Town", "River")
    [span] = stated.spans_of("sections")
    assert stated.capture.text[span.begin : span.end] == "Town"
    printed = read(f"<title>{TITLE}</title>", f"<div>Home > Town > River</div><h1>{TITLE}</h1>")
    assert printed.sections == ("Town", "River")


def test_who_took_a_picture_is_no_credit_of_the_text() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>"
    front = f"<h1>{TITLE}</h1>" + figure.format(
        "Walkers wait at the old quay. (Photo: Mara Olden/AFP)"
    )
    article = read(f"<title>{TITLE}</title>", front)
    assert article.captions == ("Walkers wait at the old quay.",)
    assert article.image_credits == ("Photo: Mara Olden/AFP",)
    assert article.credit == ()
    for name, values in (("captions", article.captions), ("image_credits", article.image_credits)):
        spans = article.spans_of(name)
        assert tuple(article.capture.text[each.begin : each.end] for each in spans) == values


def test_entities_that_no_letter_has_are_no_failure() -> None:
    assert plain("Sea &#" + "1" * 6000 + "; sky") == "Sea \ufffd sky"


FLOODS: Mapping[str, str] = {
    "tags": "<meta " * 30_000,
    "headings": "<h1>" * 50_000,
    "headings full of comments": ("<h1>" + "<!--" * 1400 + "</h1>") * 30,
    "headings full of brackets": ("<h1>" + "<" * 5900 + "</h1>") * 30,
    "letters of attributes": ("<meta " + "a" * 5900 + ">") * 30,
    "quotes": ("<meta " + 'a="' * 1900 + ">") * 30,
    "comments": "<!--" * 50_000,
    "parts of a title": "<title>" + "a | " * 1400 + "</title>",
    "digits of a date": ('<meta name="date" content="' + "1" * 5900 + '">') * 30,
    "brackets of a block": '<script type="application/ld+json">' + "[" * 200_000 + "</script>",
}


@pytest.mark.parametrize("name", FLOODS)
def test_floods_cost_no_time(name: str) -> None:
    begun = time.process_time()
    read_claims(read_markup(FLOODS[name]), HOST)
    assert time.process_time() - begun < 0.5
