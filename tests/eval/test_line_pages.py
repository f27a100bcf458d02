"""Labelled pages: the gold states of their blocks, and what is taught of them."""

from eval.line_pages import LabelledPage, body_f1, cropped, gold_states, lessons_of
from variorum.extract.body.features import text_matrix
from variorum.extract.body.line_model import AFTER, BEFORE, BODY, GAP
from variorum.extract.body.wrapping import join_wrapped
from variorum.extract.lines import split_lines

BODY_TEXT = (
    "Fishermen in Ostrel said that the new sluice had killed half of their catch.",
    "The water board keeps the tide out of the lagoon for six hours a day.",
)
PAGE = "\n".join(
    ("Home", "Ostrel and its eels", BODY_TEXT[0], "Read more about eels", BODY_TEXT[1], "Imprint")
)


def labelled(collection: str) -> LabelledPage:
    blocks = join_wrapped(split_lines(PAGE))
    body = "\n".join(BODY_TEXT)
    states = gold_states(blocks, body)
    return LabelledPage(
        collection, "ostrel", "lines", PAGE, body, blocks, text_matrix(blocks), states
    )


def test_states_follow_the_gold_body() -> None:
    assert labelled("pages").states.tolist() == [BEFORE, BEFORE, BODY, GAP, BODY, AFTER]


def test_of_copies_of_a_paragraph_the_one_among_the_others_is_body() -> None:
    blocks = join_wrapped(split_lines(BODY_TEXT[0] + "\n" + "Menu\n" * 9 + PAGE))
    assert gold_states(blocks, "\n".join(BODY_TEXT))[0] == BEFORE


def test_f1_of_bodies() -> None:
    assert body_f1("\n".join(BODY_TEXT), "  ".join(BODY_TEXT)) == 1.0
    assert body_f1("", "") == 1.0
    assert 0 < body_f1(BODY_TEXT[0], "\n".join(BODY_TEXT)) < 1


def test_pages_are_taught_whole_and_cropped() -> None:
    page = labelled("pages-2008")
    whole, part = lessons_of([page])
    assert whole == page
    assert BODY in part.states
    assert len(part.blocks) == len(part.states) == len(part.rows)
    assert cropped(page).blocks == cropped(page).blocks
    assert len(lessons_of([labelled("pages")])) == 4
