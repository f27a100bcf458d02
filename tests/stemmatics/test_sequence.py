"""The archetype's order and its foreign paragraphs."""

from variorum.stemmatics.cohesion import Telling, is_foreign, lean

from .test_account import complete, text
from .test_build import WIRE

LONG = (
    *WIRE,
    "Brandt said that the board had offered the dockworkers a seat at the table in Selwyn twice.",
    "Grain exporters in the republic warned that containers would spoil within nine days.",
)


def test_a_passage_that_one_moved_stands_where_the_others_have_it() -> None:
    moved = [*LONG[:1], LONG[4], *LONG[1:4], *LONG[5:]]
    for pages in ({"A": moved, "B": LONG, "C": LONG[:6]}, {"A": LONG, "B": moved, "C": LONG[:6]}):
        assert text(complete(pages)) == LONG


def test_a_passage_shares_the_words_of_its_text_or_not() -> None:
    rest = [Telling.of(each.split()) for each in LONG[:5]]
    own = Telling.of(LONG[5].split())
    assert lean(own, rest) > 0
    strange = (
        "Pollen counts in Lower Marrow reached records last spring, allergists at Whitford told "
        "viewers, recommending antihistamines before breakfast throughout April."
    )
    other = Telling.of(strange.split())
    assert lean(other, rest) < -0.5
    assert is_foreign(other, rest) and not is_foreign(own, rest)
    assert lean(Telling.of(["So"]), rest) == 0.0


def test_a_capital_is_a_name_unless_it_begins_a_sentence_of_the_text() -> None:
    passage = Telling.of("of Brandt, Selwyn, Marrow and Pell".split())
    behind = Telling.of("Pell left".split())
    ended = [Telling.of("It rained all day.".split()), behind]
    running = [Telling.of("It rained all day in".split()), Telling.of(()), behind]
    assert lean(passage, running) > lean(passage, ended)


def test_a_strange_paragraph_among_the_cut_end_is_left_out() -> None:
    strange = (
        "Pollen counts in Lower Marrow reached records last spring, allergists at Whitford told "
        "viewers, recommending antihistamines before breakfast throughout April."
    )
    pages = {"A": [*LONG[:5], strange, *LONG[5:]], "B": LONG[:5], "C": LONG[:4]}
    assert strange not in text(complete(pages))
