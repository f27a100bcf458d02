"""Accounts of some pages by themselves: what their own words show, nothing of the rest."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from sqlalchemy import Connection

from ...accounts import find_accounts
from ...engine import Engine
from ...errors import EngineError
from ...model import Account, Article, ArticleId, Failure
from ...reuse import find_reuse
from ...store.articles import articles_by_number, runs_of, voices_of
from .neighbours import Hashes, sampled_runs, unpack_runs

Group = Sequence[Article]

# Articles whose accounts are found in one go: group by group takes twice as long, for most groups
# are of ten pages; more at once make no difference, and two workers would share them out worse.
_TOGETHER = 400


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

    def voices(self, articles: Sequence[Article]) -> dict[ArticleId, bytes]:
        """Return whose words the words of articles are, packed, as far as that was kept."""
        return voices_of(self._connection, [article.id for article in articles])


def accounts_of(
    groups: Sequence[Group], engine: Engine, voices: Mapping[ArticleId, bytes]
) -> list[tuple[Account, ...]]:
    """Return the accounts of each of some groups of articles by themselves; `voices` as far as known."""
    wide = [at for at, group in enumerate(groups) if len(group) > 1]
    found = {at: find_accounts(group, ()) for at, group in enumerate(groups) if len(group) == 1}
    parts = _parts(groups, wide)
    # By number: a forked worker has the articles already.
    answers = engine.map(
        partial(_accounts_at, groups, parts, voices),
        range(len(parts)),
        name=lambda at: f"part {at}",
    )
    for part, answer in zip(parts, answers, strict=True):
        if isinstance(answer, Failure):
            raise EngineError("accounts", groups[part[0]][0].capture.location, answer.error)
        found.update(zip(part, answer, strict=True))
    return [found[at] for at in range(len(groups))]


def _parts(groups: Sequence[Group], wide: Sequence[int]) -> list[list[int]]:
    """Return numbers of groups, some at a time, so that a part has about so many articles."""
    parts: list[list[int]] = []
    room = 0
    for at in wide:
        if room <= 0:
            parts.append([])
            room = _TOGETHER
        parts[-1].append(at)
        room -= len(groups[at])
    return parts


def _accounts_at(
    groups: Sequence[Group],
    parts: Sequence[Sequence[int]],
    voices: Mapping[ArticleId, bytes],
    part: int,
) -> list[tuple[Account, ...]]:
    return accounts_apart([groups[at] for at in parts[part]], voices)


def accounts_apart(
    groups: Sequence[Group], voices: Mapping[ArticleId, bytes]
) -> list[tuple[Account, ...]]:
    """Return the accounts of each of some groups that have no article in common."""
    homes = {article.id: at for at, group in enumerate(groups) for article in group}
    together = [article for group in groups for article in group]
    reuse = find_reuse(together, collections=homes, voices=voices)
    found: list[list[Account]] = [[] for _ in groups]
    for account in find_accounts(together, reuse.alignments, narrations=reuse.narrations):
        found[homes[account.witnesses[0].article]].append(account)
    return [tuple(each) for each in found]
