"""Lettering: words found in arrays are those that the pattern finds, and fold to one number alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.reuse.lettering import letter
from variorum.text.tokens import WORD, tokenise

# Letters, digits, joints, marks; what folds to several letters or to none; what is no letter at all.
LETTERS = "aBzÉéßİſŒ½²٣12.,:'’‘ʼ`´ -–“”…\u0301\u200b@😀𝒜\ud800가"


def spans(text: str) -> list[tuple[int, int]]:
    found = letter([text])
    return list(zip(found.begins.tolist(), found.ends.tolist(), strict=True))


@given(st.text(LETTERS, max_size=40))
def test_words_lie_where_the_pattern_finds_them(text: str) -> None:
    assert spans(text) == [word.span() for word in WORD.finditer(text)]


@given(st.lists(st.text(LETTERS, max_size=20), max_size=6))
def test_texts_read_together_are_read_as_each_by_itself(texts: list[str]) -> None:
    together = letter(texts)
    alone = [letter([text]) for text in texts]
    assert together.lengths.tolist() == [int(each.lengths[0]) for each in alone]
    for column in range(3):
        found = [number for each in alone for number in each[column].tolist()]
        assert together[column].tolist() == found


@given(st.text(LETTERS, max_size=30), st.text(LETTERS, max_size=30))
def test_numbers_are_equal_where_folded_words_are(one: str, other: str) -> None:
    words = [word.norm for text in (one, other) for word in tokenise(text)]
    numbers = letter([one, other]).numbers.tolist()
    assert len(words) == len(numbers)
    assert len(set(zip(words, numbers, strict=True))) == len(set(words)) == len(set(numbers))


@pytest.mark.parametrize("text", ["1.5bn and 2,500th", "a1.5 v2.0.1", "12:30's", "1'2,3 3,4'5"])
def test_points_join_digits_of_figures_only(text: str) -> None:
    assert spans(text) == [word.span() for word in WORD.finditer(text)]


def test_a_script_without_spaces_is_read_by_characters_in_its_own_lines_only() -> None:
    text = "the 港口 quay’s lamps\n2,500 lamps’ glow"
    words = [text[begin:end] for begin, end in spans(text)]
    assert words == ["the", "港", "口", "quay’s", "lamps", "2,500", "lamps", "glow"]
