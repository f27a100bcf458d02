"""Collation by sentence: words of two sentences are never laid on each other."""

from variorum.collation import collate, find_variation
from variorum.model import Collation

from .test_collate import HARBOUR

OTHER = (
    "Ships turned away from Port Selwyn on Tuesday after dockworkers walked out, said a pilot who "
    "had talked to the harbour board."
)


def sentences(collation: Collation) -> list[tuple[str, ...]]:
    """Return for each sentence the witnesses that have it."""
    having: dict[int, set[str]] = {}
    for column in collation.columns:
        for sigil, reading in zip(collation.witnesses, column.readings, strict=True):
            if reading:
                having.setdefault(column.sentence, set()).add(sigil)
    return [tuple(sorted(sigla)) for _, sigla in sorted(having.items())]


def test_two_sentences_that_share_words_stand_beside_each_other() -> None:
    collation = collate({"A": HARBOUR, "B": (OTHER, *HARBOUR[1:])}, by_sentence=True)
    assert sorted(sentences(collation)[:2]) == [("A",), ("B",)]
    assert sentences(collation)[2:] == [("A", "B")] * 4


def test_an_edited_sentence_is_one_with_its_exemplar() -> None:
    edited = HARBOUR[0].replace("walked out on Tuesday", "downed tools on Monday night")
    collation = collate({"A": HARBOUR, "B": (edited, *HARBOUR[1:])}, by_sentence=True)
    assert sentences(collation) == [("A", "B")] * 5


def test_a_sentence_that_is_lacking_is_a_gap_and_a_clause_an_omission() -> None:
    short = (HARBOUR[0].replace(" after talks over night shifts collapsed,", ""), *HARBOUR[2:])
    collation = collate({"A": HARBOUR, "B": short}, by_sentence=True)
    lacking = {column.readings[1] for column in collation.columns if column.sentence == 2}
    assert lacking == {None}
    assert "" in {column.readings[1] for column in collation.columns if column.sentence == 1}


def test_units_end_where_paragraphs_do() -> None:
    one = ["The harbour is shut for the company.", "“We will open it in spring,” Oduya said."]
    other = ["The harbour is shut for the firm.", "We will open it in spring,” Oduya said."]
    collation = collate({"A": one, "B": other}, by_sentence=True)
    units = [
        (unit.lemma, reading.text)
        for unit in find_variation(collation, "A")
        for reading in unit.readings
    ]
    assert units == [("company.", "firm."), ("“We", "We")]


def test_additions_at_one_place_are_one_unit() -> None:
    added = "Nobody came to {} the board that night."
    versions = {
        "A": HARBOUR,
        "B": (HARBOUR[0], added.format("see"), *HARBOUR[1:]),
        "C": (HARBOUR[0], added.format("greet"), *HARBOUR[1:]),
        "D": (HARBOUR[0], "A dog barked at the gates.", *HARBOUR[1:]),
    }
    units = find_variation(collate(versions, by_sentence=True), "A")
    (whole,) = [unit for unit in units if not unit.lemma]
    assert sorted(reading.witnesses for reading in whole.readings) == [("B", "C"), ("D",)]
    (word,) = [unit for unit in units if unit.lemma]
    assert {word.lemma, word.readings[0].text} == {"see", "greet"}
