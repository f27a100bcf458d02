"""Pages that a renderer wrote as one line."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.extract.body.text_body import recover_body
from variorum.extract.collapsed import LONGEST_LINE, pieces_of
from variorum.extract.lines import split_lines

from .test_body import PARAGRAPHS, whole_page

LINE = " ".join(whole_page().split())


def test_a_menu_is_cut_from_the_sentence_behind_it() -> None:
    line = "Home News Sport Weather Log in Search The sluice was shut by Mr. Fenn in the night. Eels died."
    pieces = [line[begin:end] for begin, end in pieces_of(line)]
    assert pieces == [
        "Home News Sport Weather Log in Search",
        "The sluice was shut by Mr. Fenn in the night.",
        "Eels died.",
    ]


def test_pieces_stand_where_they_say_and_lose_nothing_but_blanks() -> None:
    lines = split_lines(LINE * 2)
    assert len(lines) > 10
    for line in lines:
        assert (LINE * 2)[line.begin : line.end] == line.text
    assert "".join(line.text for line in lines).replace(" ", "") == (LINE * 2).replace(" ", "")


def test_a_paragraph_is_left_whole() -> None:
    text = " ".join(PARAGRAPHS)
    assert len(text) < LONGEST_LINE
    assert [line.text for line in split_lines(text)] == [text]


def test_the_body_of_a_page_on_one_line_is_one_paragraph() -> None:
    footer = " Contact us Privacy policy Cookie policy Terms of use" * 8
    text = LINE + footer
    body = recover_body(split_lines(text), text)
    assert len(body.paragraphs) == 1
    paragraph = body.paragraphs[0]
    assert text[paragraph.begin : paragraph.end] == paragraph.text
    assert paragraph.text.endswith(PARAGRAPHS[-1])
    assert " ".join(PARAGRAPHS[1:]) in paragraph.text


@given(st.text(alphabet="aB .!\t…。\"'", max_size=300))
def test_no_piece_is_empty_and_none_has_blanks_at_its_edges(text: str) -> None:
    end = 0
    for begin, last in pieces_of(text):
        assert text[begin:last] == text[begin:last].strip() != ""
        assert not text[end:begin].strip()
        end = last
    assert not text[end:].strip()
