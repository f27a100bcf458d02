"""Independence: how many houses stand behind the accounts; nothing unknown adds to the number."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Account, Article, ArticleId
from .names import fold_names

# A house whose text an account is less surely than this is no known house: below it, another
# supplier is named as often (see `find_origin`).
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Independence:
    """How many accounts there are, from how many houses for sure, and why not from more.

    `houses` counts agencies and outlets known to be different; all accounts of unknown origin
    together count as one house, and as none beside a known one from which they may come.
    """

    accounts: int
    houses: int
    unknown: int
    reasons: tuple[str, ...]


def count_independent(accounts: Sequence[Account], articles: Sequence[Article]) -> Independence:
    """Return how many of the accounts are shown to be independent of each other."""
    known = {article.id: article for article in articles}
    names = [_house(account, known) for account in accounts]
    named = [name for name in names if name is not None]
    spellings = fold_names(named)
    houses: dict[str, str] = {}
    for name in sorted(named, key=lambda name: (name.isupper(), name)):
        houses.setdefault(spellings[name], name)
    houses = _without_branches(houses)
    unknown = len(names) - len(named)
    count = len(houses) or min(1, unknown)
    return Independence(len(accounts), count, unknown, _reasons(houses, unknown))


def _without_branches(houses: dict[str, str]) -> dict[str, str]:
    """Drop houses named after another: an agency's service for one country is no second voice."""
    names = [name.casefold().split() for name in houses.values()]
    return {
        folded: name
        for folded, name in houses.items()
        if not any(
            other == name.casefold().split()[: len(other)] and len(other) < len(name.split())
            for other in names
        )
    }


def _house(account: Account, articles: dict[ArticleId, Article]) -> str | None:
    if account.origin.confidence >= _SURE and (account.origin.agency or account.origin.outlet):
        return account.origin.agency or account.origin.outlet
    # Copies without a credit: the house is known only if all of them are one outlet's.
    named = {articles[each].outlet for each in account.articles if each in articles}
    return named.pop() if len(named) == 1 else None


def _reasons(houses: dict[str, str], unknown: int) -> tuple[str, ...]:
    told: list[str] = []
    if houses:
        names = ", ".join(sorted(houses.values(), key=str.casefold))
        told.append(f"accounts of known origin: {names}")
    if unknown:
        accounts = "1 account" if unknown == 1 else f"{unknown} accounts"
        told.append(f"{accounts} of unknown origin, which may be one house's or a known one's")
    return tuple(told)
