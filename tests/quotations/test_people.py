"""Persons within an article and across articles. All names are invented."""

import pytest

from variorum.quotations.names import one_people, same_person
from variorum.quotations.people import People

TEXT = (
    "Belm’s supreme leader Ayatollah Ali Tovan received Tarran President Piet de Roo. "
    "Ines Falk, the mayor of Orl, came with Christian Ode. Officials waited. Mrs. Falk smiled. "
    "Reporters asked why Tovan and De Roo had left for Tarr."
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Tovan", "Ayatollah Ali Tovan"),
        ("Belm’s leader", "Ayatollah Ali Tovan"),
        ("the leader", "Ayatollah Ali Tovan"),
        ("President De Roo", "Piet de Roo"),
        ("the mayor", "Ines Falk"),
        ("Ode", "Christian Ode"),
        ("Tarr", "Tarr"),
        ("Officials", None),
        ("two of the reporters", None),
    ],
)
def test_names_within_an_article(written: str, name: str | None) -> None:
    assert People([TEXT]).name_of(written) == name


def test_titles_tell_he_from_she() -> None:
    people = People([TEXT])
    assert people.fits("she", "Ines Falk") and not people.fits("he", "Ines Falk")
    assert people.fits("he", "Christian Ode") and people.fits("she", "Christian Ode")


def test_a_trade_that_opens_a_sentence_is_no_part_of_the_name() -> None:
    people = People(["Florist Runa Teck watched. Mayor Orla Venn did not. Later Teck left."])
    assert people.name_of("Teck") == "Runa Teck"
    assert people.name_of("Venn") == "Orla Venn"


def test_a_name_behind_a_preposition_is_not_whom_a_description_names() -> None:
    people = People(["Radio Belm was told. Orla Venn, who lives at Belm pier, came."])
    assert people.name_of("had boarded at Belm pier") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ayatollah Ali Tovan", "Ayatollah Sayed Ali Tovan", True),
        ("Ali Tovan", "Tovan", True),
        ("A. Tovan", "Ali Tovan", True),
        ("Mohammed Qasimi", "Muhammad Kasimi", True),
        ("Wen Jiao", "Jiao Wen", True),
        ("Ali Tovan", "Rena Tovan", False),
        ("Ali Tovan", "Ali Senn", False),
    ],
)
def test_names_across_articles(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_a_person_is_called_by_the_name_most_articles_give() -> None:
    named = [("Ali Tovan", "a"), ("Ali Tovan", "b"), ("Sayed Ali R. Tovan", "c"), ("Tovan", "d")]
    called = one_people(named)
    assert set(called.values()) == {"Ali Tovan"}
    assert one_people(reversed(named)) == called


def test_a_surname_of_two_persons_stays_by_itself() -> None:
    called = one_people([("Ali Tovan", "a"), ("Rena Tovan", "b"), ("Tovan", "c")])
    assert called["Tovan"] == "Tovan"


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("Sofia A. Teck came. Teck left.", "Sofia A. Teck", "Sofia A Teck"),
        ("Reporters met Minister I. Falk.", "Minister I. Falk", "I Falk"),
        ("So did I. The mayor, Runa Falk, did not.", "Falk", "Runa Falk"),
    ],
)
def test_an_initial_that_is_a_small_word_too_belongs_to_its_name(
    text: str, written: str, name: str
) -> None:
    assert People([text]).name_of(written) == name
