"""Settling: new articles find their neighbours, their accounts and their stories; the rest stays.

What is worked out of a neighbourhood, a cluster and a story depends on what they hold and on
nothing else, so that any order and any batches of adding come to the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from ..engine import Engine
from ..model import Account, Article, ArticleId, StoryId
from ..store import postings, units
from ..store.articles import articles_by_number, profiles_of
from ..store.units import Unit
from .accounting import HeldArticles, accounts_of
from .components import bounded_components
from .likeness import joined, unpack_signs
from .neighbours import MOST, STEPS, Hashes, find_links, home_of, sampled_runs
from .relating import relate
from .telling import settle_stories


@dataclass(frozen=True, slots=True)
class Change:
    """What a batch brings: articles that count now, with profiles and runs, and those that no longer do."""

    fresh: Mapping[int, Article]
    profiles: Mapping[int, bytes]
    hashes: Mapping[int, Hashes]
    retired: Mapping[int, Article]


def settle(connection: Connection, engine: Engine, change: Change) -> list[StoryId]:
    """Give the articles of a change their accounts and stories; return the stories that are new or other."""
    retired = {number: sampled_runs(article) for number, article in change.retired.items()}
    postings.forget_postings(connection, retired)
    postings.keep_postings(connection, change.hashes)
    groups = _neighbourhoods(connection, change.hashes, list(retired))
    held = HeldArticles(connection, change.fresh, change.hashes)
    dropped, made = _units(connection, engine, groups, held, change)
    clusters = units.drop_units(connection, dropped)
    members = {unit.number: numbers for unit, numbers in made}
    fresh = [unit for unit, _ in made]
    units.keep_units(connection, fresh, members)
    clusters |= relate(connection, fresh)
    return settle_stories(connection, engine, held, clusters, [unit.number for unit in fresh])


def _neighbourhoods(
    connection: Connection, hashes: Mapping[int, Hashes], retired: Sequence[int]
) -> list[tuple[int, ...]]:
    """Return the groups of articles in which something is new, and keep who is whose neighbour."""
    links = _links(connection, hashes)
    ends = {end for low, high, _ in links for end in (low, high)}
    touched = postings.neighbourhoods_of(connection, sorted({*ends, *retired}))
    members = {*postings.members_of(connection, sorted(touched)), *hashes} - set(retired)
    if retired:
        # Links of those that went may have held others together: all are looked up afresh.
        lost = postings.neighbourhoods_of(connection, retired)
        left = set(postings.members_of(connection, sorted(lost))) - set(retired) - set(hashes)
        again = articles_by_number(connection, left)
        links += _links(connection, {n: sampled_runs(each) for n, each in again.items()})
        postings.place(connection, dict.fromkeys(retired))
        postings.replace_links(connection, list(retired), ())
    kept = postings.links_of(connection, sorted(members))
    every = sorted(
        {(low, high): (low, high, weight) for low, high, weight in kept + links}.values()
    )
    every = [link for link in every if link[0] in members and link[1] in members]
    forest = _forest(every)
    postings.replace_links(connection, sorted(members), forest)
    whole = bounded_components(members, forest, len(members), ())
    postings.place(connection, {number: group[0] for group in whole for number in group})
    ids = postings.article_facts(connection, sorted(members))
    bounded = bounded_components(members, forest, MOST, STEPS)
    return [tuple(sorted(group, key=lambda number: ids[number][2])) for group in bounded]


def _links(connection: Connection, hashes: Mapping[int, Hashes]) -> list[tuple[int, int, float]]:
    if not hashes:
        return []
    owned = postings.owners_of(connection, np.concatenate(list(hashes.values())))
    facts = postings.article_facts(connection, sorted({*owned[1].tolist(), *hashes}))
    return find_links(hashes, owned, facts)


def _forest(links: Sequence[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Return the strongest links that hold together all that hangs together at any weight."""
    leader: dict[int, int] = {}

    def lead(member: int) -> int:
        while leader.setdefault(member, member) != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    kept = []
    for low, high, weight in sorted(links, key=lambda link: (-link[2], link[0], link[1])):
        one, other = lead(low), lead(high)
        if one != other:
            leader[other] = one
            kept.append((low, high, weight))
    return kept


def _units(
    connection: Connection,
    engine: Engine,
    groups: Sequence[Sequence[int]],
    held: HeldArticles,
    change: Change,
) -> tuple[list[int], list[tuple[Unit, list[int]]]]:
    """Return the units that are no more, and those that take their place with their articles."""
    numbers = [number for group in groups for number in group]
    ids = postings.article_facts(connection, numbers)
    homes = {home_of([ids[number][2] for number in group]): group for group in groups}
    known = units.homes_of(connection, [*numbers, *change.retired])
    dropped = [unit for home, found in known.items() if home not in homes for unit in found]
    todo = sorted(home for home in homes if home not in known)
    read = held.of([number for home in todo for number in homes[home]])
    unread = [number for number in read if number not in change.profiles]
    profiles = {**profiles_of(connection, unread), **change.profiles}
    at = {article.id: number for number, article in read.items()}
    found = accounts_of([[read[n] for n in homes[home]] for home in todo], engine)
    made = [
        _unit(home, account, [read[at[each]] for each in account.articles], at, profiles)
        for home, accounts in zip(todo, found, strict=True)
        for account in accounts
    ]
    return dropped, made


def _unit(
    home: str,
    account: Account,
    articles: Sequence[Article],
    at: Mapping[ArticleId, int],
    profiles: Mapping[int, bytes],
) -> tuple[Unit, list[int]]:
    numbers = [at[each.id] for each in articles]
    packed = [profiles[number] for number in numbers]
    profile = packed[0] if len(packed) == 1 else joined(packed, articles)
    first_day, last_day, telling = unpack_signs(profile)
    unit = Unit(
        number=min(numbers),
        home=home,
        account=account,
        profile=profile,
        first_day=first_day,
        last_day=last_day,
        telling=telling,
    )
    return unit, numbers
