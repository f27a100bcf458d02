"""The headline of a page of text, chosen among its lines by learned weights."""

import time

from variorum.extract import extract_article
from variorum.extract.fields.headline import _shipped, find_headline
from variorum.extract.fields.headline_traits import line_traits
from variorum.extract.lines import split_lines
from variorum.extract.page import Page

from .pages import capture

MENU = "Tornau Gazette\nHome\nTown\nRiver\nSport\nTown councils\nLast Night\nLog in"
TITLE = "Old Quay bridge closes for a year"
BODY = "\n\n".join(
    (
        "The council of Tornau closed the Old Quay bridge on Monday for a year, after engineers "
        "found rust in nine of its chains.",
        "Some 9,000 people cross the bridge on foot each day, and shopkeepers on both banks said "
        "that they feared for their trade.",
        "The council said that a free boat would carry walkers across the river every ten minutes "
        "from six o'clock in the morning.",
    )
)


def headline(front: str) -> str | None:
    page = f"{MENU}\n\n{front}\n\n{BODY}\n\nMore news\nOwls counted again\n"
    return extract_article(capture(page)).headline


def test_the_headline_stands_above_its_standfirst_byline_and_day() -> None:
    standfirst = "Engineers found rust in the chains; shopkeepers on both banks fear for trade"
    assert headline(f"{TITLE}\n\n{standfirst}\n\nBy Anna Roe\n4 March 2021, 08:15") == TITLE


def test_a_trail_of_sections_and_a_caption_are_no_headline() -> None:
    caption = "Walkers on the bridge. (Mara Olden/TPA)"
    front = f"Home > Town > Bridges of the river\n\n{TITLE}\n\n4 March 2021\n\n{caption}"
    assert headline(front) == TITLE


def test_the_weights_are_those_of_the_traits() -> None:
    lines = split_lines(f"{MENU}\n{TITLE}\n{BODY}")
    page = Page("\n".join(line.text for line in lines), lines, (len(lines) - 1,))
    weights, _ = _shipped()
    for traits in line_traits(page, page.before(20)).values():
        assert set(traits) == set(weights)


def test_a_flood_of_lines_costs_no_time() -> None:
    lines = split_lines(f"{TITLE} again and again\n" * 20_000)
    page = Page("\n".join(line.text for line in lines), lines, (len(lines) - 1,))
    begun = time.process_time()
    find_headline(page)
    find_headline(page, TITLE, f"{TITLE} | Tornau Gazette")
    assert time.process_time() - begun < 0.5
