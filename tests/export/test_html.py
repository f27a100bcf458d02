"""The HTML report: what it says, in which order, and what captured text may not do to it."""

import re
from dataclasses import replace

import pytest

from tests.export.large_sample import bare_story, large_comparison
from tests.export.sample import sample_comparison, sample_story
from tests.export.sample_pages import TERN, WIRE
from variorum.export.html import render_html
from variorum.model import Comparison


def test_header_counts_pages_and_accounts() -> None:
    assert '<p class="tally">4 pages · 2 accounts</p>' in render_html(sample_comparison())


def test_header_counts_stories_where_there_are_several() -> None:
    story = sample_story()
    second = bare_story(2, [replace(TERN, id="other")])  # type: ignore[arg-type]
    comparison = Comparison(
        (*sample_comparison().articles, replace(TERN, id="other")),  # type: ignore[arg-type]
        (),
        (story, second),
    )
    page = render_html(comparison)
    assert '<h1 class="tally">5 pages · 2 stories · 3 accounts</h1>' in page
    assert '<p class="tally">4 pages · 2 accounts</p>' in page
    assert '<span class="tally">1 page · 1 account</span>' in page


def test_answers_come_in_the_order_in_which_a_checker_asks() -> None:
    page = render_html(sample_comparison())
    names = ["accounts", "derivation", "quotations", "ledger", "original", "pages"]
    places = [page.index(f'id="story-1-{name}"') for name in names]
    assert places == sorted(places)


def test_says_how_many_houses_stand_behind_the_accounts() -> None:
    page = render_html(sample_comparison())
    assert "Four pages, two accounts. Known to come from two different houses.</p>" in page
    assert "Island Wire and Ostra Courier are named" in page


def test_same_comparison_gives_the_same_page() -> None:
    assert render_html(sample_comparison()) == render_html(sample_comparison())


@pytest.mark.parametrize("comparison", [Comparison((), (), ()), large_comparison(40, 30)])
def test_extremes_are_shown(comparison: Comparison) -> None:
    assert render_html(comparison).rstrip().endswith("</html>")


def test_capture_is_printed_whole() -> None:
    page = render_html(sample_comparison())
    begin = page.index('class="capture captured"')
    capture = re.sub(
        r'<b class="letter">.*?</b>|<[^>]+>', "", page[begin : page.index("</details>", begin)]
    )
    for line in TERN.capture.text.split("\n"):
        assert line in capture
    assert WIRE[4] in capture
