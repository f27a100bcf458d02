"""Collation: independence of order, moved passages, gaps and omissions, noise of type."""

import random
import re

import pytest

from variorum.collation import Version, collate, same_reading
from variorum.model import Collation

HARBOUR = (
    "Dockworkers in Port Selwyn walked out on Tuesday after talks over night shifts collapsed, "
    "the harbour board said.",
    "“We asked for nine hours of rest, and we were offered six,” union leader Marta Oduya told "
    "reporters at the gate.",
    "Some 1,400 containers were waiting to be unloaded by noon, twice as many as on a usual day, "
    "according to the board.",
    "The board’s chairman, Ilya Brandt, called the strike unlawful and said a court would hear "
    "the case on Friday.",
    "Port Selwyn handles a third of the republic’s grain exports and most of its fuel.",
)


def read(collation: Collation, sigil: str) -> str:
    """Return the text of a witness in the order of the columns."""
    at = collation.witnesses.index(sigil)
    return " ".join(column.readings[at] or "" for column in collation.columns)


def differing(collation: Collation) -> list[tuple[str | None, ...]]:
    return [
        column.readings
        for column in collation.columns
        if None in column.readings
        or any(not same_reading(column.readings[0] or "", each or "") for each in column.readings)
    ]


def test_glyphs_and_spaces_are_no_readings() -> None:
    plain = tuple(
        re.sub("[“”]", '"', text).replace("’", "`").replace(" ", "\u00a0", 2) for text in HARBOUR
    )
    assert differing(collate({"A": HARBOUR, "B": plain})) == []


def test_a_lost_mark_is_a_reading() -> None:
    lost = [text.lstrip("“") for text in HARBOUR]
    assert differing(collate({"A": HARBOUR, "B": lost})) == [("“We", "We")]


def test_columns_do_not_depend_on_the_order_of_versions() -> None:
    versions = [
        Version("A", HARBOUR),
        Version("B", HARBOUR[:3]),
        Version("C", (HARBOUR[3], HARBOUR[0].replace("Tuesday", "Monday"), *HARBOUR[1:3])),
        Version("D", (HARBOUR[0], "Our correspondent saw empty quays all day.", *HARBOUR[1:])),
        Version("E", tuple(text.replace("strike", "walkout") for text in HARBOUR)),
    ]
    expected = collate(versions)
    for seed in range(6):
        shuffled = random.Random(seed).sample(versions, len(versions))
        assert collate(shuffled) == expected


def test_every_version_keeps_all_its_words() -> None:
    edited = (*HARBOUR[:2], "An own paragraph of the local desk stands here.", HARBOUR[4])
    collation = collate({"A": HARBOUR, "B": edited})
    assert read(collation, "B").split() == " ".join(edited).split()


def test_a_cut_end_is_a_gap_and_a_dropped_word_an_omission() -> None:
    short = (HARBOUR[0].replace(" on Tuesday", ""), *HARBOUR[1:3])
    collation = collate({"A": HARBOUR, "B": short})
    readings = [pair[1] for pair in differing(collation)]
    assert readings[:2] == ["", ""]
    assert set(readings[2:]) == {None}
    assert len(readings) == 2 + sum(len(text.split()) for text in HARBOUR[3:])


def test_a_moved_paragraph_is_aligned_with_its_home() -> None:
    moved = (HARBOUR[0], HARBOUR[3], HARBOUR[1], HARBOUR[2], HARBOUR[4])
    collation = collate({"A": HARBOUR, "B": moved, "C": HARBOUR})
    assert differing(collation) == []
    paragraphs = collation.layout[collation.witnesses.index("B")]
    assert paragraphs[1][0] > paragraphs[2][0]


def test_paragraph_numbers_follow_most_witnesses() -> None:
    opened = (HARBOUR[0], f"Meanwhile, {HARBOUR[1]}", *HARBOUR[2:])
    joined = (f"{HARBOUR[0]} {HARBOUR[1]}", *HARBOUR[2:])
    collation = collate({"A": HARBOUR, "B": opened, "C": joined, "D": HARBOUR})
    assert [column.paragraph for column in collation.columns][-1] == len(HARBOUR)


def test_two_unrelated_added_paragraphs_do_not_share_columns() -> None:
    one = (HARBOUR[0], "The mayor of Tarn will open the new museum at the lake in spring.")
    other = (HARBOUR[0], "In the north the river rose by a metre and the ferry was halted.")
    collation = collate({"A": one, "B": other})
    shared = [c for c in collation.columns[19:] if c.readings[0] and c.readings[1]]
    assert shared == []


@pytest.mark.parametrize("versions", [{}, {"A": []}, {"A": [""], "B": ["One word."]}])
def test_little_text_is_no_failure(versions: dict[str, list[str]]) -> None:
    collation = collate(versions)
    assert collation.witnesses == tuple(sorted(versions))


def test_a_script_without_spaces_is_compared_by_character() -> None:
    collation = collate({"A": ["港口工人周二罢工。"], "B": ["港口工人周三罢工。"]})
    assert differing(collation) == [("二", "三")]
