"""Settling: new articles find their neighbours, their accounts and their stories; the rest stays.

What is worked out of a neighbourhood, a cluster and a story depends on what they hold and on
nothing else, so that any order and any batches of adding come to the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from ...engine import Engine
from ...model import Account, Article, ArticleId, StoryId
from ...store import postings, units
from ...store.articles import profiles_of
from ...store.corrections import parted_pages
from ...store.units import Unit, pack_account
from ...stories.components import Link
from .accounting import HeldArticles, accounts_of
from .likeness import joined, unpack_signs
from .neighbours import MOST, STEPS, Hashes, find_links, home_of
from .relating import relate
from .telling import settle_stories
from .vicinity import apart_from, groups_around, thin_links


@dataclass(frozen=True, slots=True)
class Change:
    """What a batch brings: articles that count now, with profiles and runs, and those that no longer do."""

    fresh: Mapping[int, Article]
    profiles: Mapping[int, bytes]
    hashes: Mapping[int, Hashes]
    retired: Mapping[int, Article]


def settle(connection: Connection, engine: Engine, change: Change) -> list[StoryId]:
    """Give the articles of a change their accounts and stories; return the stories that are new or other."""
    held = HeldArticles(connection, change.fresh, change.hashes)
    homes = _neighbourhoods(connection, held, change)
    found = _units(connection, engine, homes, held, change)
    clusters = units.drop_units(connection, found.dropped)
    clusters |= units.move_units(connection, found.moved)
    members = {unit.number: numbers for unit, numbers in found.made}
    fresh = [unit for unit, _ in found.made]
    units.keep_units(connection, fresh, members)
    clusters |= relate(connection, fresh)
    return settle_stories(connection, engine, held, clusters, [unit.number for unit in fresh])


def _neighbourhoods(
    connection: Connection, held: HeldArticles, change: Change
) -> dict[str, list[int]]:
    """Return the groups of articles in which something is new, by name, and keep who is whose neighbour."""
    gone = held.runs(sorted(change.retired))
    # What they held together may hang together by links that were not worth keeping beside theirs.
    near = _ends(_links(connection, gone)) - gone.keys() - change.hashes.keys()
    hashes = {**held.runs(sorted(near)), **change.hashes}
    postings.forget_postings(connection, gone)
    postings.keep_postings(connection, change.hashes)
    postings.drop_links(connection, list(gone))
    # A page that somebody parted from all others is a group of its own.
    links = apart_from(_links(connection, hashes), parted_pages(connection))
    around = {*_ends(links), *hashes}
    kept = postings.links_of(connection, sorted(around))
    postings.keep_links(connection, thin_links(sorted(hashes), links, kept))
    touched = postings.neighbourhoods_of(connection, sorted({*around, *gone}))
    seeds = {*postings.members_of(connection, sorted(touched)), *hashes} - gone.keys()

    def links_of(articles: set[int]) -> list[Link]:
        return postings.links_of(connection, sorted(articles))

    groups = groups_around(seeds, links_of, MOST, STEPS)
    postings.place(connection, {number: group[0] for group in groups for number in group})
    postings.place(connection, dict.fromkeys(gone))
    facts = postings.article_facts(connection, [number for group in groups for number in group])
    ids = {number: id for number, (_, _, id) in facts.items()}
    ordered = [sorted(group, key=ids.__getitem__) for group in groups]
    return {home_of([ids[number] for number in group]): group for group in ordered}


def _links(connection: Connection, hashes: Mapping[int, Hashes]) -> list[Link]:
    if not hashes:
        return []
    owned = postings.owners_of(connection, np.concatenate(list(hashes.values())))
    facts = postings.article_facts(connection, sorted({*owned[1].tolist(), *hashes}))
    return find_links(hashes, owned, facts)


def _ends(links: Sequence[Link]) -> set[int]:
    return {end for link in links for end in link[:2]}


@dataclass(frozen=True, slots=True)
class _Units:
    """Units that are no more, those found again among other articles with their new home, and new ones.

    New ones come with the numbers of their articles.
    """

    dropped: list[int]
    moved: dict[int, str]
    made: list[tuple[Unit, list[int]]]


def _units(
    connection: Connection,
    engine: Engine,
    homes: Mapping[str, Sequence[int]],
    held: HeldArticles,
    change: Change,
) -> _Units:
    """Find the accounts of groups anew, and tell which of their units stay, go and come."""
    numbers = [number for group in homes.values() for number in group]
    known = units.homes_of(connection, [*numbers, *change.retired])
    todo = sorted(
        home
        for home in homes
        if home not in known or not change.fresh.keys().isdisjoint(homes[home])
    )
    again = {*todo, *(known.keys() - homes.keys())}
    left = units.digests_of(
        connection, [unit for home in known if home in again for unit in known[home]]
    )
    read = held.of([number for home in todo for number in homes[home]])
    wide = [each for home in todo if len(homes[home]) > 1 for each in homes[home]]
    voices = held.voices([read[n] for n in wide])
    found = _accounts(engine, [(home, [read[n] for n in homes[home]]) for home in todo], voices)
    fresh = {article.id for article in change.fresh.values()}
    stay: dict[int, str] = {}
    other: list[_Found] = []
    for each in found:
        number, digest = left.get(each.account.id, (0, None))
        # Most of a neighbourhood's accounts are what they were before the page that came.
        if digest == each.digest and fresh.isdisjoint(each.account.articles):
            stay[number] = each.home
        else:
            other.append(each)
    dropped = [number for number, _ in left.values() if number not in stay]
    return _Units(dropped, stay, _made(connection, other, read, change))


@dataclass(frozen=True, slots=True)
class _Found:
    """An account found among the articles that `home` names, and how it is kept."""

    home: str
    account: Account
    record: bytes
    digest: str


def _accounts(
    engine: Engine,
    groups: Sequence[tuple[str, Sequence[Article]]],
    voices: Mapping[ArticleId, bytes],
) -> list[_Found]:
    told = accounts_of([articles for _, articles in groups], engine, voices)
    return [
        _Found(home, account, *pack_account(account))
        for (home, _), accounts in zip(groups, told, strict=True)
        for account in accounts
    ]


def _made(
    connection: Connection,
    found: Sequence[_Found],
    read: Mapping[int, Article],
    change: Change,
) -> list[tuple[Unit, list[int]]]:
    """Return accounts as units, each with the numbers of its articles."""
    at = {article.id: number for number, article in read.items()}
    wanted = {at[article] for each in found for article in each.account.articles}
    kept = profiles_of(connection, sorted(wanted - change.profiles.keys()))
    profiles = {**kept, **change.profiles}
    made = []
    for each in found:
        numbers = [at[article] for article in each.account.articles]
        packed = [profiles[number] for number in numbers]
        profile = packed[0]
        if len(packed) > 1:
            profile = joined(packed, [read[number] for number in numbers])
        unit = Unit(
            min(numbers),
            each.home,
            each.account,
            each.record,
            each.digest,
            profile,
            *unpack_signs(profile),
        )
        made.append((unit, numbers))
    return made
