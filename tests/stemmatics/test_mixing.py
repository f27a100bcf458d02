"""A page that drew on two others has two incoming edges."""

from variorum.collation import collate
from variorum.stemmatics import Clue, build_stemma

from .test_build import CREDITED, DESK, WIRE

OTHER = (
    WIRE[0],
    WIRE[1].replace("nine hours of rest", "nine hours of sleep").replace("at the gate", "outside"),
    WIRE[2].replace("Some 1,400", "Around 1,400").replace("by noon", "at midday"),
    WIRE[3].replace("unlawful", "illegal").replace("hear the case", "take up the matter"),
    "Schools in Selwyn sent pupils home because buses had run out of diesel by the afternoon.",
    WIRE[4].replace("a third", "one third"),
)
PAGES = {"A": WIRE, "B": DESK, "C": OTHER, "D": WIRE[:4], "E": (*WIRE[:2], *WIRE[3:])}
PAGES |= {"G": (*WIRE[:1], *WIRE[2:]), "H": WIRE[:5], "I": WIRE[1:]}


def test_a_page_with_the_changes_of_two_lines_derives_from_both() -> None:
    mixed = (*DESK[:4], *OTHER[3:])
    pages = {**PAGES, "F": mixed}
    stemma = build_stemma(collate(pages, by_sentence=True), clues=dict.fromkeys(pages, CREDITED))
    edges = [edge for edge in stemma.edges if edge.target == "F"]
    assert len(edges) == 2
    below = {edge.origin: edge.target for edge in stemma.edges if edge.target == "C"}
    assert {edge.origin for edge in edges} == {"B", *below}
    assert [edge.origin for edge in stemma.edges if edge.target == "B"] == ["α"]
    assert "changes that" in edges[1].reasons[0]
    assert edges[1].confidence <= 0.9


def test_a_copy_of_one_line_derives_from_one() -> None:
    pages = {**PAGES, "F": (*DESK[:4], DESK[5])}
    clues = dict.fromkeys(pages, CREDITED)
    stemma = build_stemma(collate(pages, by_sentence=True), clues=clues)
    targets = [edge.target for edge in stemma.edges]
    assert len(targets) == len(set(targets))


def test_a_swapped_word_in_common_is_chance() -> None:
    pages = {**PAGES, "F": (*DESK[:5], DESK[5].replace("a third", "one third"))}
    stemma = build_stemma(
        collate(pages, by_sentence=True), clues=dict.fromkeys(pages, Clue(credits="Northwire"))
    )
    assert len([edge for edge in stemma.edges if edge.target == "F"]) == 1
