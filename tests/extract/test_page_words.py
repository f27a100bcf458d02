"""The words of a page as arrays, what they are known for, and the days and hours among them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.extract.body.letters import Letter, class_of
from variorum.extract.body.lexicon import Mark, bearing, marks_of_words
from variorum.extract.body.tally import tally_of
from variorum.extract.body.words import hash_of, most_letters, words_of_page


def written(*blocks: str) -> list[tuple[int, str]]:
    """Return the words of blocks as they stand, each with the number of its block."""
    words = words_of_page(blocks)
    page = "\n\n\n" + "\n".join(blocks)
    return [
        (block, page[begin:end])
        for block, begin, end in zip(
            words.block.tolist(), words.begin.tolist(), words.end.tolist(), strict=True
        )
    ]


def bears(text: str, mark: int) -> bool:
    return bool(tally_of(words_of_page([text])).marks[0, mark])


def test_words_are_runs_of_letters_and_digits_with_apostrophes_within() -> None:
    assert written("Ostrel’s 40 eels,", "—", "don't (ask) 'them'") == [
        (0, "Ostrel’s"),
        (0, "40"),
        (0, "eels"),
        (2, "don't"),
        (2, "ask"),
        (2, "them"),
    ]


def test_marks_that_combine_belong_to_their_words() -> None:
    assert written("किसान ने कहा") == [(0, "किसान"), (0, "ने"), (0, "कहा")]


def test_a_word_is_known_wherever_it_stands_and_in_any_case() -> None:
    words = words_of_page(["Eel eel", "an EEL. heel"])
    assert words.hash[[0, 1, 3]].tolist() == [hash_of("eel")] * 3
    assert words.hash[4] != hash_of("eel")


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=8))
def test_any_page_has_words_within_its_blocks(blocks: list[str]) -> None:
    words = words_of_page(blocks)
    assert np.all(words.begin < words.end)
    assert np.all(words.first[words.block] <= words.begin)
    assert np.all(words.end <= words.last[words.block])
    assert len(words.opening) == len(blocks) + 1


def test_long_pages_are_judged_by_the_openings_of_their_lines() -> None:
    assert most_letters(1) == most_letters(10)
    assert most_letters(20_000) < most_letters(1_000) < most_letters(10)
    words = words_of_page(["eel " * 100_000])
    assert 4 * len(words.begin) == most_letters(1)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("All rights reserved.", Mark.NOTICE),
        ("Please sign up for letters from the lagoon", Mark.NOTICE),
        ("Editor’s picks", Mark.LINK_HEAD),
        ("Last updated in the night", Mark.DATE_LABEL),
        ("Photo by Tomas Birk", Mark.CAPTION),
        ("A sluice at night. Photo: Tomas Birk", Mark.CREDIT),
        ("A sluice at night (AP)", Mark.CREDIT),
        ("Tomas Birk/Reuters", Mark.CREDIT),
        ("Dario Fenn (left) mends a net", Mark.CREDIT),
    ],
)
def test_phrases_are_known(text: str, mark: int) -> None:
    assert bears(text, mark)


def test_a_dateline_is_no_credit_and_half_a_phrase_is_none() -> None:
    assert not bears("OSTREL (AP) — Eels died in the lagoon when the sluice was shut.", Mark.CREDIT)
    assert not bears("All rights are with the fishermen", Mark.NOTICE)
    words = words_of_page(["all rights", "reserved"])
    assert not bearing(marks_of_words(words), Mark.NOTICE).any()


@pytest.mark.parametrize(
    "text",
    [
        "April 12, 2022",
        "Apr. 12th 2022",
        "12 April 2022",
        "12. April 2022",
        "12 de abril de 2022",
        "12/04/2022",
        "2022-04-12",
        "12.04.22",
        "2022年4月12日",
    ],
)
def test_days_with_their_year(text: str) -> None:
    assert bears(text, Mark.DAY)
    assert bears(f"The board met on {text} in Ostrel", Mark.DAY)


@pytest.mark.parametrize(
    "text", ["2022", "In April the board met", "12 eels in 2 hours", "40,000 eels", "Room 2022"]
)
def test_what_is_no_day(text: str) -> None:
    assert not bears(text, Mark.DAY)


def test_times_of_day() -> None:
    assert bears("at 14:30", Mark.CLOCK)
    assert bears("9.05pm", Mark.CLOCK)
    assert not bears("a ratio of 14:3", Mark.CLOCK)


def test_letters_are_of_one_class() -> None:
    assert class_of("À") == Letter.UPPER
    assert class_of("ß") == Letter.LOWER
    assert class_of("٣") == Letter.DIGIT
    assert class_of("\u00a0") == Letter.SPACE
    assert class_of("한") == Letter.LETTER
