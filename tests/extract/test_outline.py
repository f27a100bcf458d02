"""The outline of a page's tags, and the places of its texts in the rendering."""

import time

import pytest

from variorum.extract import render_markup
from variorum.extract.body.wrapping import join_wrapped
from variorum.extract.lines import split_lines
from variorum.extract.markup.names import LINK, marks_of
from variorum.extract.markup.outline import read_outline
from variorum.extract.markup.placing import place_texts, squeeze
from variorum.extract.markup.standing import Structure, read_structure
from variorum.extract.markup.structure import structure_matrix, structure_names


def paths(markup: str) -> list[tuple[str, str]]:
    """Return each text of a page with the names of what it stands in, outermost first."""
    outline = read_outline(markup)
    found = []
    for text, holder in zip(outline.texts, outline.holders, strict=True):
        names = []
        while holder:
            names.append(outline.names[holder])
            holder = outline.parents[holder]
        found.append((text, " ".join(reversed(names))))
    return found


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>one<p>two<div>three</div>", [("one", "p"), ("two", "p"), ("three", "div")]),
        (
            "<ul><li>a<li>b<ul><li>c</ul></ul>",
            [("a", "ul li"), ("b", "ul li"), ("c", "ul li ul li")],
        ),
        (
            "<table><tr><td>a<td>b<tr><td>c",
            [("a", "table tr td"), ("b", "table tr td"), ("c", "table tr td")],
        ),
        ("<p title='a > b'>one</p>two", [("one", "p"), ("two", "")]),
        ('<p class="x"">"one" <b>two</b>', [('"one"', "p"), ("two", "p b")]),
        ("<script>if (a<b) '<p>no'</script><p>yes", [("yes", "p")]),
        ("<!-- <p>no --><p>yes<!-- no", [("yes", "p")]),
        ("<p>a &amp; b</span></p>c", [("a&b", "p"), ("c", "")]),
        ("<title>Open<p>text", [("Open", ""), ("text", "p")]),
    ],
)
def test_tags_that_are_missing_are_put_in(markup: str, expected: list[tuple[str, str]]) -> None:
    assert paths(markup) == expected


def test_names_are_read_as_words() -> None:
    assert marks_of("story-body") == marks_of("storyBody") != 0
    assert marks_of("xq17") == 0


def test_texts_are_found_in_order_and_not_where_they_lead_astray() -> None:
    rendering = "Menu\n\nThe ferry sails at nine.\n\nShare"
    squeezed, before = squeeze(rendering)
    places = place_texts(["Menu", "Hidden", "Theferrysailsatnine.", "Share"], squeezed)
    assert places.tolist() == [0, -1, 4, 24]
    assert before[rendering.index("Share")] == 24


def structure_of(markup: str) -> Structure:
    text = render_markup(markup)
    return read_structure(markup, join_wrapped(split_lines(text)), text)


def test_blocks_stand_where_their_texts_do() -> None:
    structure = structure_of(
        "<nav><a href=/>Front page</a></nav>"
        "<article><h1>Ferry</h1><p>It sails <a href=/x>at nine</a>.</p></article>"
    )
    assert structure.names() == ["nav", "h1", "p"]
    assert structure.carry(LINK).tolist() == [True, False, False]
    assert structure.standing.linked.tolist() == [1.0, 0.0, 6 / 14]
    assert structure_matrix(structure).shape == (3, len(structure_names()))


@pytest.mark.parametrize(
    "piece",
    [
        "<div>a",
        "<p>a",
        "<b>a",
        "</div>",
        "<!--",
        "<li>a",
        "<a href='",
        '<p a="b',
        "<td>a<table>",
        "<script>a",
    ],
)
def test_hostile_markup_costs_no_more_than_its_length(piece: str) -> None:
    markup = piece * (400_000 // len(piece))
    begun = time.process_time()
    read_outline(markup)
    assert time.process_time() - begun < 2
