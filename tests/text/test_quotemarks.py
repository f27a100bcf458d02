"""Quotation marks of every kind, lost ones and wrong ones among them. All texts are invented."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.quotemarks import quoted_spans


def stretches(text: str, *, continues: bool = False) -> list[tuple[str, str]]:
    return [
        (text[span.begin : span.end], span.marks)
        for span in quoted_spans(text, continues=continues)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” she said. “Now.”", [("We go,", "ok"), ("Now.", "ok")]),
        ('"We go," she said. "Now."', [("We go,", "ok"), ("Now.", "ok")]),
        ("«Nous partons», dit-elle", [("Nous partons", "ok")]),
        ("„Wir gehen“, sagte sie", [("Wir gehen", "ok")]),
        ("»Vi går,« sagde hun", [("Vi går,", "ok")]),
        ("「行きます」と彼女は言った。", [("行きます", "ok")]),
        ("''We go,'' she said.", [("We go,", "ok")]),
        ("``We go,'' she said.", [("We go,", "ok")]),
        ("‘We go,’ said Orla’s friend, ‘now.’", [("We go,", "ok"), ("now.", "ok")]),
        ("'We won't go,' she said of the miners' strike.", [("We won't go,", "ok")]),
        ("“He told me ‘go home’ twice,” she said.", [("He told me ‘go home’ twice,", "ok")]),
        ("“He said “go home” and left,” she said.", [("He said “go home” and left,", "ok")]),
        ('"He read “the oath” aloud," she said.', [("He read “the oath” aloud,", "ok")]),
        ("The miners’ pay, Orla’s share and rock ’n’ roll", []),
        ("Orla‘s share of Belm‘s coal", []),
        ("He was 6'2\" and she 5'9\" tall.", []),
        ('<a href="https://belm.example" title="home">', []),
        ("Nothing is quoted here.", []),
        ("", []),
    ],
)
def test_marks_that_are_right(text: str, expected: list[tuple[str, str]]) -> None:
    assert stretches(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We will stay. We like it here,” she said.",
            ("We will stay. We like it here,", "unopened"),
        ),
        ("The mayor said that we will stay.”", ("we will stay.", "unopened")),
        ("The mayor said: We will stay.”", ("We will stay.", "unopened")),
        ("“We will stay, Mayor Orla Venn said on Monday.", ("We will stay,", "unclosed")),
        ("“We will stay here for good.", ("We will stay here for good.", "unclosed")),
        ("”We will stay,” she said.", ("We will stay,", "mismatched")),
        ("““We will stay,” she said.", ("We will stay,", "mismatched")),
        ("“We will stay,“ she said.", ("We will stay,", "mismatched")),
        ("'We will stay,\" she said.", ("We will stay,", "mismatched")),
        ("\"We won't stay,' she said.", ("We won't stay,", "mismatched")),
        ("‘One Mine Is Too Many, Belm’s Mayor Says", ("One Mine Is Too Many,", "unclosed")),
    ],
)
def test_marks_that_are_wrong(text: str, expected: tuple[str, str]) -> None:
    assert stretches(text) == [expected]


def test_a_lost_mark_does_not_turn_the_rest_about() -> None:
    text = "“We will stay, she said. “It is ours,” he said. And nobody moved,” she added."
    assert stretches(text) == [
        ("We will stay,", "unclosed"),
        ("It is ours,", "ok"),
        ("And nobody moved,", "unopened"),
    ]


def test_an_open_paragraph_of_a_long_quotation_runs_to_its_end() -> None:
    text = "“We stay. My father told us so, and his father said it too."
    assert stretches(text, continues=True) == [(text[1:], "unclosed")]


def test_a_slip_is_told_from_the_custom_of_long_quotations() -> None:
    text = "“We stay, Venn said on Monday after the talks."
    assert stretches(text, continues=True) == [("We stay,", "unclosed")]


def test_a_few_words_end_with_their_phrase() -> None:
    text = "She called the pit “a gift to the valley and left for home."
    assert stretches(text) == [("a gift to the valley", "unclosed")]


@given(st.text(alphabet="ab ,.“”\"'’‘«»\n", max_size=60))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    spans = quoted_spans(text)
    assert all(0 <= span.begin < span.end <= len(text) for span in spans)
    assert all(one.end <= other.begin for one, other in pairwise(spans))


@pytest.mark.parametrize("text", ["“" * 20_000, "“a " * 10_000, "a” " * 10_000, "'a \"" * 8_000])
def test_hostile_marks_are_read_in_time(text: str) -> None:
    begun = time.perf_counter()
    quoted_spans(text)
    assert time.perf_counter() - begun < 5


def test_a_verb_of_speech_within_quoted_words_is_no_border() -> None:
    text = (
        "All went well. Nobody pushed, nobody shouted, and each child was carried off,” Venn said."
    )
    (span,) = quoted_spans(text)
    assert text[span.begin : span.end].startswith("All went well")
