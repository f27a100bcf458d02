"""Accounts of some pages by themselves: what their own words show, nothing of the rest."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from sqlalchemy import Connection

from ..accounts import find_accounts
from ..engine import Engine
from ..errors import EngineError
from ..model import Account, Article, Failure
from ..reuse import find_reuse
from ..store.articles import articles_by_number, runs_of
from .neighbours import Hashes, sampled_runs, unpack_runs

Group = Sequence[Article]


class HeldArticles:
    """The articles that are looked at while one batch is settled, each read once."""

    def __init__(
        self,
        connection: Connection,
        known: Mapping[int, Article],
        runs: Mapping[int, Hashes] = MappingProxyType({}),
    ) -> None:
        self._connection = connection
        self._known = dict(known)
        self._runs = dict(runs)

    def of(self, numbers: Sequence[int]) -> dict[int, Article]:
        """Return articles by number."""
        missing = [number for number in numbers if number not in self._known]
        self._known.update(articles_by_number(self._connection, missing))
        return {number: self._known[number] for number in numbers}

    def runs(self, numbers: Sequence[int]) -> dict[int, Hashes]:
        """Return the sampled runs of articles by number."""
        missing = [number for number in numbers if number not in self._runs]
        kept = runs_of(self._connection, missing)
        self._runs.update((number, unpack_runs(packed)) for number, packed in kept.items())
        older = self.of([number for number in missing if number not in kept])
        self._runs.update((number, sampled_runs(each)) for number, each in older.items())
        return {number: self._runs[number] for number in numbers}


def accounts_of(groups: Sequence[Group], engine: Engine) -> list[tuple[Account, ...]]:
    """Return the accounts of each of some groups of articles by themselves."""
    wide = [at for at, group in enumerate(groups) if len(group) > 1]
    found = {at: find_accounts(group, ()) for at, group in enumerate(groups) if len(group) == 1}
    # By number: a forked worker has the articles already.
    answers = engine.map(partial(_accounts_at, groups), wide, name=lambda at: f"group {at}")
    for at, answer in zip(wide, answers, strict=True):
        if isinstance(answer, Failure):
            raise EngineError("accounts", groups[at][0].capture.location, answer.error)
        found[at] = answer
    return [found[at] for at in range(len(groups))]


def _accounts_at(groups: Sequence[Group], at: int) -> tuple[Account, ...]:
    return accounts_among(groups[at])


def accounts_among(articles: Group) -> tuple[Account, ...]:
    """Return the accounts of some articles by themselves."""
    reuse = find_reuse(articles)
    return find_accounts(articles, reuse.alignments, narrations=reuse.narrations)
