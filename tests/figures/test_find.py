"""Figures: every case file, offsets, bases for dates, hostile text."""

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.figures import article_of, is_right, read_cases
from variorum.figures import find_figures
from variorum.model import Dateline, Evidence, Paragraph, Span

CASES = list(read_cases())


@pytest.mark.parametrize(("group", "case"), CASES, ids=[f"{g}: {c['text']}" for g, c in CASES])
def test_case(group: str, case: dict[str, Any]) -> None:
    if "wrong" in case:
        assert not is_right(case), "a known error is gone: drop its mark"
        pytest.skip(case["wrong"])
    found = find_figures(article_of(case["text"], case["published"]))
    assert is_right(case), found


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


def test_offsets_lead_back_through_wrapped_lines() -> None:
    text = "CHROME\nAt least 40\npeople fled on Sunday."
    article = article_of(text, "2023-05-01")
    paragraph = Paragraph("At least 40 people fled on Sunday.", 7, len(text), ((0, 7), (12, 19)))
    first, second = find_figures(replace(article, paragraphs=(paragraph,)))
    assert text[first.begin : first.end] == "At least 40\npeople"
    assert first.text == "At least 40 people"
    assert text[second.begin : second.end] == "Sunday"


def test_headline_counts_where_the_page_shows_it() -> None:
    text = "Ferry sinks, 30 dead\n\nThe ferry sank on Sunday."
    article = replace(
        article_of(text, "2023-05-01"),
        paragraphs=(Paragraph(text[22:], 22, len(text)),),
        headline="Ferry sinks, 30 dead",
        evidence=(Evidence("headline", (Span(0, 20),)),),
    )
    assert [figure.text for figure in find_figures(article)] == ["30 dead", "Sunday"]


def test_dates_are_seen_from_dateline_then_capture() -> None:
    article = article_of("It burst on Saturday.", None)
    assert [figure.value for figure in find_figures(article)] == [None]
    lined = replace(article, dateline=Dateline("MARN", "2023-05-01"))
    assert find_figures(lined)[0].value == "2023-04-29"
    captured = replace(article, capture=replace(article.capture, taken_at="2023-05-01T10:00:00Z"))
    assert find_figures(captured)[0].value == "2023-04-29"


def test_weekday_on_its_own_day_is_that_day() -> None:
    assert find_figures(article_of("It burst on Sunday.", "2023-04-30"))[0].value == "2023-04-30"


def test_range_tells_both_ends() -> None:
    (figure,) = find_figures(article_of("Between 10 and 15 people fled.", "2023-05-01"))
    assert (figure.value, figure.upper) == (10, 15)


@given(
    st.lists(
        st.sampled_from(
            "one 2,500 $ % Saturday last this May 12 - : . , a half million people April 2014 the"
            " € 9 in of to between and 99999999999999999999 3.5 years old ago later next".split()
        ),
        max_size=14,
    )
)
def test_any_words_give_spans_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for figure in find_figures(article_of(text, "2023-05-01")):
        assert text[figure.begin : figure.end] == figure.text
        assert figure.begin >= end
        end = figure.end


@pytest.mark.parametrize(
    "junk", ["12 people ", "1", "between ", "$", "one ", "1,000", "(2001) ", "last ", "Monday, "]
)
def test_long_paragraphs_without_sense_take_no_square_of_time(junk: str) -> None:
    begun = time.process_time()
    find_figures(article_of(junk * 5000, "2023-05-01"))
    assert time.process_time() - begun < 5
