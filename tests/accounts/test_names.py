"""Names of houses and sigla: spellings of one fold together, labels follow the alphabet."""

import pytest

from variorum.accounts.names import fold_name, is_own_page
from variorum.accounts.sigla import sigil


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Associated Press", "AP"),
        ("Agence France-Presse", "AFP"),
        ("The Merrow Mail", "merrow mail"),
        ("www.merrowmail.com", "Merrow Mail"),
    ],
)
def test_spellings_of_one_house_fold_together(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_two_houses_do_not_fold_together() -> None:
    assert fold_name("Merrow Mail") != fold_name("Merrow Courier")


def test_an_outlet_may_be_the_supplier_itself() -> None:
    assert is_own_page("apnews.com", "Associated Press")
    assert not is_own_page("Merrow Mail", "Associated Press")
    assert not is_own_page(None, "Associated Press")


def test_sigla_go_on_after_z() -> None:
    assert [sigil(number) for number in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        "A",
        "B",
        "Z",
        "AA",
        "AB",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
