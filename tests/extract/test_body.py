"""The body of a page: what is article, what is not, where it stands, and that seeds come out right."""
# ruff: noqa: E501 - a page's paragraph is one line

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.extract.body.roles import is_tools
from variorum.extract.body.text_body import Body, recover_body
from variorum.extract.lines import split_lines
from variorum.extract.site.repetition import find_repetition

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

PARAGRAPHS = (
    "Fishermen in the lagoon town of Ostrel said on Tuesday that the new sluice had killed half of their catch.",
    "The sluice, which the water board opened in March, keeps the tide out of the lagoon for six hours a day.",
    "“We told them in the winter that the eels would not come back,” said Dario Fenn, who has fished there for 40 years.",
    "A spokeswoman for the water board said that it was counting the fish each week and would publish the figures in autumn.",
    "The board has paid 120 families for lost earnings since the spring, according to the town's mayor.",
    "Engineers warned last year that Ostrel would flood every second winter unless the sluice was built.",
)
MENU = ("Home", "News", "Sport", "Weather", "Subscribe", "Log in", "Search")
TEASERS = (
    "Mayor of Ostrel opens a third school",
    "Five walks along the northern dyke",
    "What the eel festival costs the town",
)
FOOTER = ("Contact us", "Privacy policy", "© 2022 The Ostrel Courier. All rights reserved.")


def page(*parts: str, gap: str = "\n\n") -> str:
    return gap.join(parts)


def whole_page(gap: str = "\n\n") -> str:
    front = ("Ostrel fishermen blame new sluice for lost eels", "By Lena Marsh", "April 12, 2022")
    return page(*MENU, *front, *PARAGRAPHS, "Related stories", *TEASERS, *FOOTER, gap=gap)


def recovered(text: str) -> Body:
    return recover_body(split_lines(text), text)


def texts(body: Body) -> list[str]:
    return [paragraph.text for paragraph in body.paragraphs]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_menus_teasers_and_footers_are_cut(gap: str) -> None:
    body = recovered(whole_page(gap))
    assert texts(body) == list(PARAGRAPHS)
    assert body.kind == "article"
    assert body.reasons


def test_every_paragraph_stands_where_it_says() -> None:
    text = whole_page()
    for paragraph in recovered(text).paragraphs:
        assert text[paragraph.begin : paragraph.end] == paragraph.text


def test_there_is_a_label_for_every_line() -> None:
    text = whole_page()
    lines = split_lines(text)
    labels = recovered(text).labels
    assert len(labels) == len(lines)
    bodies = [line.text for line, label in zip(lines, labels, strict=True) if label == "body"]
    assert bodies == list(PARAGRAPHS)


def test_lines_wrapped_at_a_margin_are_joined_with_their_offsets() -> None:
    text = "\n\n".join(textwrap.fill(part, 72) for part in whole_page().split("\n\n"))
    body = recovered(text)
    assert texts(body) == list(PARAGRAPHS)
    for paragraph in body.paragraphs:
        for position in range(0, len(paragraph.text), 7):
            if not paragraph.text[position].isspace():
                assert text[paragraph.offset(position)] == paragraph.text[position]


def test_indented_lines_lose_their_indent_only() -> None:
    body = recovered(textwrap.indent(whole_page(), "    "))
    assert texts(body) == list(PARAGRAPHS)


def test_a_caption_with_its_credit_is_no_paragraph() -> None:
    caption = "A fisherman mends a net beside the sluice at Ostrel. Photo: Tomas Birk/Lagoon Press"
    text = page("Ostrel fishermen blame new sluice", caption, *PARAGRAPHS, *FOOTER)
    body = recovered(text)
    assert texts(body) == list(PARAGRAPHS)
    assert body.labels[1] == "caption"


def test_a_subheading_stands_apart() -> None:
    text = page("Ostrel and its eels", *PARAGRAPHS[:3], "A winter of warnings", *PARAGRAPHS[3:])
    body = recovered(text)
    assert texts(body) == list(PARAGRAPHS)
    assert [each.text for each in body.subheadings] == ["A winter of warnings"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n\t\n",
        "Home\nNews\nSport\nLog in",
        "\n".join((*MENU, *TEASERS, *FOOTER)),
    ],
)
def test_a_page_without_an_article_is_none(text: str) -> None:
    body = recovered(text)
    assert body.kind == "none"
    assert not body.paragraphs
    assert body.reasons


def test_what_repeats_on_the_outlet_is_not_body() -> None:
    notice = "The Courier said in its first number that it would be printed in Ostrel for as long as there were eels, and it is."
    others = [
        page(*(part.replace("the", f"{name}'s") for part in PARAGRAPHS), notice)
        for name in ("Ann", "Bertil", "Cato", "Dag")
    ]
    text = page("Ostrel and its eels", *PARAGRAPHS, notice)
    site = find_repetition([text, *others])
    assert notice not in texts(recover_body(split_lines(text), text, site))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=400))
def test_any_text_is_taken(text: str) -> None:
    lines = split_lines(text)
    body = recover_body(lines, text)
    assert len(body.labels) == len(lines)
    for paragraph in body.paragraphs:
        assert 0 <= paragraph.begin < paragraph.end <= len(text)


@pytest.mark.parametrize(
    ("name", "paragraphs", "subheadings"), [("000", 7, 0), ("001", 7, 0), ("003", 9, 1)]
)
def test_seeds(name: str, paragraphs: int, subheadings: int) -> None:
    found = sorted(SEEDS.glob(f"{name}_*.txt"))
    if not found:
        pytest.skip("the seed pages are not beside the checkout")
    body = recovered(found[0].read_text(encoding="utf-8"))
    assert (body.kind, len(body.paragraphs), len(body.subheadings)) == (
        "article",
        paragraphs,
        subheadings,
    )


@pytest.mark.parametrize(
    ("row", "tools"),
    [
        ("[ Print ] [ Send to a friend ] [ Larger text ]", True),
        ("Printer friendly version | E-mail this article | Back to top", True),
        ("Print this article", True),
        ("Artikel drucken · Nach oben", True),
        ("Printers in Harn stopped work on Monday.", False),
        ("Home | News | Sport", False),
        ("She wrote [sic] that [they] would go.", False),
        ("Save the bridge, says the mayor of Harn", False),
    ],
)
def test_rows_of_tools(row: str, tools: bool) -> None:
    assert is_tools(row) is tools
