"""How an account is marked on the page: a numeral and a tint, the same wherever it appears."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Account, AccountId

# Eight tints are what the colour-blind-safe set of Okabe and Ito holds without black; a ninth
# could no longer be told apart, so further accounts share a neutral one and rest on the numeral.
_TINTS = 8

# Beyond the hours of a clock few read Roman numerals at a glance, and LXXXVIII is wider than its chip.
_ROMANS = 12
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """The numeral and the tint of one account; tint 0 is the neutral one."""

    numeral: str
    tint: int


NO_SIGN = Sign("–", 0)


def roman(number: int) -> str:
    """Return a number in Roman numerals: capitals and Greek letters are taken by the sigla.

    >>> roman(14)
    'XIV'
    """
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral


def account_signs(accounts: Iterable[Account]) -> dict[AccountId, Sign]:
    """Return the sign of each account, numbered in the order given."""
    return {
        account.id: Sign(
            roman(number) if number <= _ROMANS else str(number), number if number <= _TINTS else 0
        )
        for number, account in enumerate(accounts, start=1)
    }
