from datetime import date

import pytest

from variorum.extract.fields.dateline import read_dateline


@pytest.mark.parametrize(
    ("paragraph", "place", "day", "agencies"),
    [
        ("SVERAN, April 29 (Reuters) - Port workers", "SVERAN", (4, 29), ["Reuters"]),
        ("SVERAN (AP) — Port workers", "SVERAN", None, ["AP"]),
        ("TORNAU/SVERAN, Velmark — Port workers", "TORNAU/SVERAN, Velmark", None, []),
        ("SVERAN—Port workers", "SVERAN", None, []),
        ("SVERAN, Velmark —  Port workers", "SVERAN, Velmark", None, []),
        ("SVERAN, Velmark -- Port workers", "SVERAN, Velmark", None, []),
        ("Sveran (dpa/lby) - Die Hafenarbeiter", "Sveran", None, ["dpa"]),
        ("Sveran (CNN) Port workers", "Sveran", None, ["CNN"]),
        ("(CNN) - Port workers", None, None, ["CNN"]),
        ("(ANSA) - SVERAN, 05 MAG - Portuali", "SVERAN", (5, 5), ["ANSA"]),
        ("Sveran, July 14: Port workers", "Sveran", (7, 14), []),
        ("Follow us | Twitter SVERAN (CNN) — Port workers", "SVERAN", None, ["CNN"]),
        ("OLD QUAY, Velm., Jan. 1 (UPI) -- Port workers", "OLD QUAY, Velm.", (1, 1), ["UPI"]),
    ],
)
def test_a_dateline(
    paragraph: str, place: str | None, day: tuple[int, int] | None, agencies: list[str]
) -> None:
    found = read_dateline(paragraph)
    assert found is not None
    assert found.place == place
    assert ((found.month, found.day) if found.day else None) == day
    assert [each.name for each in found.agencies] == agencies


@pytest.mark.parametrize(
    "paragraph",
    [
        "Port workers in Sveran voted on Saturday",
        "The Associated Press (AP) said on Saturday",
        "The minister (Pell) - who was there",
        "WE - the people",
        "",
    ],
)
def test_no_dateline(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


def test_the_year_is_that_of_publication() -> None:
    found = read_dateline("SVERAN, Dec. 31 (Reuters) - Port workers")
    assert found is not None
    assert found.date_near(date(2022, 1, 1)) == "2021-12-31"
    assert found.date_near(date(2021, 12, 31)) == "2021-12-31"
    assert found.date_near(None) is None
