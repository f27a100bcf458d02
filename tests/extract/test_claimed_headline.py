"""Which of a page's claims is its headline, and what of a window's title is no headline."""
# ruff: noqa: E501 - a page's paragraph is one line

import pytest

from variorum.extract import extract_article, render_markup

from .pages import capture

TITLE = "Old Quay bridge closes for a year"
BODY = "".join(
    f"<p>{each}</p>"
    for each in (
        "The council of Tornau closed the Old Quay bridge on Monday for a year, after engineers found rust in nine of its chains.",
        "Some 9,000 people cross the bridge on foot each day, and shopkeepers on both banks said that they feared for their trade.",
        "The council said that a free boat would carry walkers across the river every ten minutes from six in the morning.",
    )
)


def headline(head: str, front: str) -> str | None:
    markup = f"<html><head>{head}</head><body><div>Tornau Gazette</div>{front}{BODY}</body></html>"
    return extract_article(
        capture(render_markup(markup), markup=markup, media_type="text/html")
    ).headline


@pytest.mark.parametrize(
    "title",
    [
        f"Tornau Gazette: {TITLE}",
        f"{TITLE} | Tornau Gazette",
        f"{TITLE} - Town - News - The Tornau Gazette",
        f"tornaugazette.example > News > Town > {TITLE}",
        f"{TITLE} (from Tornau Gazette)",
        f"TornauGazette.example - {TITLE} - News, Weather and Sports",
    ],
)
def test_a_title_holds_the_headline_that_the_page_prints(title: str) -> None:
    assert headline(f"<title>{title}</title>", f"<b>{TITLE}</b>") == TITLE
    # The same where the headline is a picture and stands nowhere on the page.
    if " (from" not in title:
        assert headline(f"<title>{title}</title>", "<b>Town</b>") == TITLE


def test_a_heading_that_agrees_with_the_title_goes_before_the_section() -> None:
    front = f"<h1>Town news</h1><h1>{TITLE}</h1>"
    assert headline(f"<title>Town news - {TITLE} - Tornau Gazette</title>", front) == TITLE


def test_a_heading_of_one_word_is_a_section() -> None:
    assert headline(f"<title>{TITLE} - Town News</title>", "<h1>News</h1>") == TITLE


def test_a_title_of_the_outlet_alone_is_no_headline() -> None:
    assert headline("<title>The Tornau Gazette</title>", f"<h1>{TITLE}</h1>") == TITLE


def test_the_outlets_name_is_cut_from_before_a_claim_and_a_kicker_is_kept() -> None:
    site = '<meta property="og:site_name" content="Tornau Gazette">'
    claim = '<meta property="og:title" content="{}">'
    assert headline(site + claim.format(f"Tornau Gazette: {TITLE}"), "") == TITLE
    kicker = f"After two accidents: {TITLE}"
    assert headline(site + claim.format(kicker), f"<h1>{TITLE}</h1>") == kicker
