"""Wording: the words of an article in one pass, each at its place in the capture."""

import numpy as np
import pytest

from variorum.model import Paragraph
from variorum.reuse.wording import capture_places, read_wording
from variorum.text import folded_words


def laid_out(*texts: str) -> tuple[Paragraph, ...]:
    built, at = [], 7
    for text in texts:
        built.append(Paragraph(text, at, at + len(text)))
        at += len(text) + 3
    return tuple(built)


def words_at(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """Cut the words out of a capture in which each paragraph stands where it says."""
    capture = [" "] * (paragraphs[-1].end + 1)
    for each in paragraphs:
        capture[each.begin : each.end] = each.text
    begins, ends = capture_places(paragraphs, read_wording(paragraphs))
    spans = zip(begins.tolist(), ends.tolist(), strict=True)
    return ["".join(capture[begin:end]) for begin, end in spans]


def test_words_stand_where_the_paragraphs_have_them() -> None:
    paragraphs = laid_out("The quay’s 2,500 lamps", "", "went out – twice.")
    assert words_at(paragraphs) == ["The", "quay’s", "2,500", "lamps", "went", "out", "twice"]
    assert read_wording(paragraphs).paragraphs.tolist() == [0, 0, 0, 0, 2, 2, 2]


def test_equal_words_have_one_number_whatever_their_type() -> None:
    one, other = read_wording(laid_out("Sveran’s Quay")), read_wording(laid_out("sveran's quay"))
    assert one.numbers.tolist() == other.numbers.tolist()
    assert len(set(one.numbers.tolist())) == 2


@pytest.mark.parametrize("text", ["港口昨天关闭了", "the 港口 of Sveran", "2,500 人 left at 10:30"])
def test_a_character_is_a_word_in_scripts_without_spaces(text: str) -> None:
    paragraphs = laid_out("Lamps 1,200 went out.", text, "And came back.")
    found = words_at(paragraphs)
    assert found[:4] == ["Lamps", "1,200", "went", "out"]
    assert found[-3:] == ["And", "came", "back"]
    assert all(len(word) == 1 for word in found if not word.isascii())


def test_places_follow_the_joins_of_wrapped_lines() -> None:
    paragraph = Paragraph("lamps went out on the quay", 50, 90, ((0, 50), (11, 65), (22, 84)))
    begins, ends = capture_places((paragraph,), read_wording((paragraph,)))
    at = [paragraph.text.index(word) for word in folded_words(paragraph.text)]
    assert begins.tolist() == [paragraph.offset(each) for each in at]
    sizes = [len(word) for word in folded_words(paragraph.text)]
    assert ends.tolist() == [
        paragraph.offset(each + size - 1) + 1 for each, size in zip(at, sizes, strict=True)
    ]


@pytest.mark.parametrize("paragraphs", [(), laid_out(""), laid_out("…", " – ")])
def test_no_words_are_no_trouble(paragraphs: tuple[Paragraph, ...]) -> None:
    wording = read_wording(paragraphs)
    assert len(wording.numbers) == len(wording.begins) == 0
    assert [each.tolist() for each in capture_places(paragraphs, wording)] == [[], []]
    assert wording.numbers.dtype == np.uint32
