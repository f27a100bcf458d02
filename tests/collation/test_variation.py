"""The apparatus against a base."""

from variorum.collation import collate, find_moved, find_variation
from variorum.model import VariationUnit

from .test_collate import HARBOUR


def summary(units: tuple[VariationUnit, ...]) -> list[tuple[int, str, str, str]]:
    return [(u.paragraph, u.lemma, r.text, r.kind) for u in units for r in u.readings]


def test_neighbouring_differences_are_one_unit() -> None:
    edited = [HARBOUR[0].replace("walked out on Tuesday", "stopped work Monday"), *HARBOUR[1:]]
    units = find_variation(collate({"A": HARBOUR, "B": edited}), "A")
    assert summary(units) == [(1, "walked out on Tuesday", "stopped work Monday", "lexical")]
    assert units[0].before == "Dockworkers in Port Selwyn"
    assert units[0].after.startswith("after talks")
    assert units[0].lemma_witnesses == ("A",)


def test_lost_mark_and_changed_figure() -> None:
    edited = [HARBOUR[0], HARBOUR[1].lstrip("“"), HARBOUR[2].replace("1,400", "1,800")]
    units = find_variation(collate({"A": HARBOUR, "B": edited}), "A")
    assert summary(units) == [
        (2, "“We", "We", "punctuation"),
        (3, "1,400", "1,800", "figure"),
    ]


def test_a_word_put_elsewhere_in_its_sentence_is_a_transposition() -> None:
    one = "Even the offer of one hour was too much for them."
    other = "The offer of even one hour was too much for them."
    units = find_variation(collate({"A": [one], "B": [other]}), "A")
    assert [reading.kind for unit in units for reading in unit.readings] == ["transposition"]


def test_a_moved_paragraph_is_a_transposition() -> None:
    moved = (HARBOUR[0], HARBOUR[3], HARBOUR[1], HARBOUR[2], HARBOUR[4])
    collation = collate({"A": HARBOUR, "B": moved, "C": HARBOUR})
    units = find_variation(collation, "A")
    assert summary(units) == [(4, HARBOUR[3], HARBOUR[3], "transposition")]
    assert find_moved(collation)[0].witnesses == ("B",)


def test_a_gap_is_no_reading_and_an_added_sentence_is() -> None:
    added = "Our desk found the quays empty."
    collation = collate({"A": HARBOUR, "B": [*HARBOUR[:2], added], "C": HARBOUR[:4]})
    assert [(lemma, kind) for _, lemma, _, kind in summary(find_variation(collation, "A"))] == [
        ("", "addition")
    ]


def test_a_chosen_base_numbers_its_own_paragraphs() -> None:
    collation = collate({"A": HARBOUR, "B": [HARBOUR[0], HARBOUR[2].replace("noon", "night")]})
    base = [
        column.readings[0] if column.paragraph in (1, 3) else None for column in collation.columns
    ]
    units = [unit for unit in find_variation(collation, base) if unit.lemma == "noon,"]
    assert [unit.paragraph for unit in units] == [2]
