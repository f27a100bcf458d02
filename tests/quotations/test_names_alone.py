"""Names alone: the cases of tests/cases/persons, each pair judged as `same_person` must."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from variorum.quotations import same_person
from variorum.quotations.bodies import bodies_agree, read_body
from variorum.quotations.descriptions import (
    descriptions_beside,
    fits_description,
    read_description,
)
from variorum.quotations.transliteration import spelling_of
from variorum.quotations.written_names import read_name

CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "persons" / "names.json").read_text(encoding="utf-8")
)
# Names that differ by a vowel which other romanisations do write both ways.
KNOWN_WRONG = [["John Carter", "John Cartier"], ["Khalid Merani", "Khaled Meroni"]]


@pytest.mark.parametrize("forms", CASES["one"], ids=lambda forms: str(forms[0]))
def test_forms_of_one_name_agree(forms: list[str]) -> None:
    assert [pair for pair in combinations(forms, 2) if not same_person(*pair)] == []


def test_names_of_two_people_do_not_agree() -> None:
    assert [pair for pair in CASES["different"] if same_person(*pair)] == KNOWN_WRONG


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("Belm’s former mayor Orla Venn (Greens)", "Orla Venn", ("former", "mayor")),
        ("Secretary of State Orla Venn", "Orla Venn", ("secretary", "state")),
        ("Roo spokesman Piet Venn", "Piet Venn", ("spokesperson",)),
        ("Tarr envoy to Belm Orla Venn", "Orla Venn", ()),
        ("Sen. Orla Venn of Belm", "Orla Venn", ("senator",)),
        ("Even Orla Venn", "Orla Venn", ()),
        ("Ida Bishop", "Ida Bishop", ()),
        ("Ida May", "Ida May", ()),
        ("Jo Min Un", "Jo Min Un", ()),
        ("CEO Orla Venn", "Orla Venn", ("ceo",)),
        ("Orla Venn, the mayor of Tarr", "Orla Venn", ()),
    ],
)
def test_a_name_is_read_out_of_its_titles(text: str, name: str, titles: tuple[str, ...]) -> None:
    read = read_name(text)
    assert read is not None
    assert (read.name, read.titles) == (name, titles)


@pytest.mark.parametrize(
    "text",
    [
        "he",
        "the mayor",
        "Tarr Leader",
        "Venn and Roo",
        "Belm’s foreign minister",
        "R-Ky.",
        "the Tarran mayor",
    ],
)
def test_what_names_nobody_is_no_name(text: str) -> None:
    assert read_name(text) is None


@pytest.mark.parametrize(
    ("asked", "told", "fits"),
    [
        ("Tarr’s supreme leader", "the Supreme Leader of Tarr", True),
        ("the Tarran foreign minister", "Tarr’s Foreign Minister", True),
        ("the mayor", "Mayor of Belm", True),
        ("the mayor", "former mayor", False),
        ("Belm’s mayor", "Tarr’s mayor", False),
        ("the finance minister", "the foreign minister", False),
    ],
)
def test_a_description_means_whom_another_describes(asked: str, told: str, fits: bool) -> None:
    here, there = read_description(asked), read_description(told)
    assert here is not None
    assert there is not None
    assert fits_description(here, there) is fits


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("the Ministry of Health", "the health ministry", True),
        ("Tarr’s Ministry of Health", "the Health Ministry", True),
        ("the Belm Harbour Board", "BHB", True),
        ("Red Oak Millers Brewery", "ROM Brewery", True),
        ("the Ministry of Health", "the Ministry of Justice", False),
        ("the Belm Harbour Board", "the Belm Harbour Trust", False),
    ],
)
def test_bodies_agree_by_words_and_letters(one: str, other: str, agree: bool) -> None:
    here, there = read_body(one), read_body(other)
    assert here is not None
    assert there is not None
    assert (bodies_agree(here, there) is not None) is agree


def test_somebody_of_a_body_is_no_body() -> None:
    assert read_body("Belm City Council spokeswoman Orla Venn") is None
    assert read_body("BHB officials") is None


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Venn", "venn", "same"),
        ("Arkhonsky", "Arkhonskyy", "alike"),
        ("Qadhari", "Gaddari", "alike"),
        ("Mohammed", "Muhammad", "near"),
        ("Harbottle", "Harbotlte", "slip"),
        ("Maria", "Mario", None),
        ("", "Venn", None),
    ],
)
def test_spellings(one: str, other: str, kind: str | None) -> None:
    assert spelling_of(one, other) == kind


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("On Monday Tarr’s Supreme Leader Sheikh Orla Venn said", "Tarr’s Supreme Leader"),
        ("the Tarran Ambassador to Belm Orla Venn said", "Tarran Ambassador to Belm"),
        ("said Orla Venn, the mayor of Belm.", "the mayor of Belm"),
        ("Belm’s foreign minister, Sheikh Orla Venn, said", "Belm’s foreign minister"),
        ("Roo spoke. Orla Venn, a friend of the mayor, said", None),
    ],
)
def test_what_stands_beside_a_name(text: str, beside: str | None) -> None:
    begin = text.index("Orla")
    found = [written for written, _ in descriptions_beside(text, begin, begin + len("Orla Venn"))]
    assert found == ([beside] if beside else [])
