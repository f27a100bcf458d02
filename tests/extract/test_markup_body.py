"""The body of a page of markup: by the look of its lines and their place in its structure."""
# ruff: noqa: E501 - a page's paragraph is one line

import time

from variorum.extract import extract_article, render_markup
from variorum.model import Article

from .pages import capture

PARAGRAPHS = (
    "The council of Tornau voted on Monday to close the Old Quay bridge for a year, after engineers found rust in nine of its forty chains.",
    "Some 9,000 people cross the bridge on foot each day, and shopkeepers on both banks said that they feared for their trade.",
    "“We were told about this on a Tuesday evening,” said Ilse Brandt, who has sold flowers at the eastern end of the bridge since 1998.",
    "The council said that a free boat would carry walkers across the river every ten minutes between six in the morning and midnight.",
)


def read(markup: str) -> Article:
    return extract_article(capture(render_markup(markup), markup=markup, media_type="text/html"))


def test_a_page_laid_out_in_tables_keeps_its_menus_out() -> None:
    text = "<br><br>".join(PARAGRAPHS)
    article = read(
        "<html><head><title>Old bridge to close for a year</title></head><body><table>"
        "<tr><td colspan=3><font size=6><b>Tornau Gazette</b></font></td></tr>"
        "<tr><td colspan=3><a href=/>Front page</a> | <a href=/town>Town</a> | <a href=/river>River</a></td></tr>"
        "<tr><td><b>Today</b><br><a href=/1>Bakery opens at night</a><br><br><a href=/2>Owls counted again</a></td>"
        f"<td><font size=5><b>Old bridge to close for a year</b></font><br><br>{text}</td>"
        "<td><b>River level</b><br>Quay 2.10<br>Weir 1.84</td></tr></table></body></html>"
    )
    assert tuple(each.text for each in article.paragraphs) == PARAGRAPHS


def test_a_box_within_the_text_is_left_out() -> None:
    first, second, *rest = (f"<p>{each}</p>" for each in PARAGRAPHS)
    box = '<aside class="newsletter"><h3>The River Letter</h3><p>All of Tornau in three minutes, sent at seven.</p></aside>'
    article = read(
        "<html><head><title>Old bridge to close</title></head><body><main><h1>Old bridge to close for a year</h1>"
        f"<article>{first}{second}{box}{''.join(rest)}</article></main></body></html>"
    )
    assert tuple(each.text for each in article.paragraphs) == PARAGRAPHS


def test_a_heading_of_the_markup_is_no_paragraph() -> None:
    first, second, *rest = (f"<p>{each}</p>" for each in PARAGRAPHS)
    article = read(
        "<html><body><main><h1>Old bridge to close for a year</h1><article>"
        f"{first}{second}<h2>The boat costs nothing, the council says.</h2>{''.join(rest)}</article></main></body></html>"
    )
    assert [each.text for each in article.subheadings] == [
        "The boat costs nothing, the council says."
    ]
    assert tuple(each.text for each in article.paragraphs) == PARAGRAPHS


def test_a_title_that_is_never_closed_does_not_swallow_the_page() -> None:
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    assert PARAGRAPHS[0] in render_markup(f"<html><head><title>Old bri</head><body>{text}</body>")


def test_links_to_other_articles_are_kept_apart() -> None:
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    link = "<p><a href=/1>Owls counted again in the old mill</a></p>"
    article = read(
        "<html><head><title>Old bridge to close</title></head><body><nav><a href=/>Front page of the Gazette</a></nav>"
        f"<main><h1>Old bridge to close for a year</h1><article>{text}</article><h3>More</h3>{link}</main></body></html>"
    )
    assert [each.text for each in article.related] == ["Owls counted again in the old mill"]
    assert article.capture.text[article.related[0].begin :].startswith("Owls counted")


def test_a_caption_of_the_markup_is_no_paragraph() -> None:
    first, *rest = (f"<p>{each}</p>" for each in PARAGRAPHS)
    figure = "<figure><img src=x><figcaption>Rust covers the chains of the Old Quay bridge at low water</figcaption></figure>"
    article = read(
        "<html><body><main><h1>Old bridge to close for a year</h1>"
        f"<article>{first}{figure}{''.join(rest)}</article></main></body></html>"
    )
    assert article.captions == ("Rust covers the chains of the Old Quay bridge at low water",)
    assert tuple(each.text for each in article.paragraphs) == PARAGRAPHS


def test_a_fast_reading_gives_the_body_and_what_the_metadata_states() -> None:
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    markup = (
        "<html><head><title>Old bridge to close | Tornau Gazette</title>"
        '<meta property="og:title" content="Old bridge to close for a year">'
        '<meta name="author" content="Ilse Brandt">'
        '<meta property="article:published_time" content="2031-04-07T09:30:00+02:00"></head>'
        f"<body><h1>Old bridge to close for a year</h1>{text}</body></html>"
    )
    page = capture(render_markup(markup), markup=markup, media_type="text/html")
    article = extract_article(page, fast=True)
    assert (article.kind, article.headline) == ("article", "Old bridge to close for a year")
    assert article.byline == ("Ilse Brandt",)
    assert article.published is not None and article.published.value.startswith("2031-04-07T09:30")
    assert tuple(each.text for each in article.paragraphs) == PARAGRAPHS


def test_lists_in_lists_and_endless_tags_are_rendered_in_bounded_time() -> None:
    for markup in (
        "<ul>x" * 100_000,
        "<img " * 100_000,
        f"<p {' '.join(f'a{at}' for at in range(60_000))}>x</p>",
    ):
        begun = time.process_time()
        render_markup(markup)
        assert time.process_time() - begun < 2


def test_a_first_paragraph_set_like_the_others_is_no_standfirst() -> None:
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    article = read(
        f'<html><head><meta name="description" content="{PARAGRAPHS[0]}"></head>'
        f"<body><main><h1>Old bridge to close for a year</h1><article>{text}</article></main></body></html>"
    )
    assert tuple(each.text for each in article.paragraphs) == PARAGRAPHS
    assert article.standfirst is None
