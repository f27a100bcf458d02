"""Telling stories: the texts of a cluster fall into stories, corrected by hand where somebody did."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection

from ...accounts import count_independent
from ...engine import Engine
from ...errors import EngineError
from ...model import Account, Article, ArticleId, Failure, Story, StoryId, content_id
from ...store import stories, units
from ...store.articles import anchor_of, day_of
from ...store.stories import Member, StoryRow
from ...stories.affairs import part_affairs, tell_events
from ...stories.bags import Bags
from ...stories.components import components
from ...stories.group import assemble_story
from .accounting import HeldArticles, accounts_of
from .correcting import Ruling, concerning, corrected, rulings
from .likeness import profile_from, unpack_bags
from .neighbours import Hashes, groups_sharing

# Stories told in another manner are told anew once their texts are looked at again; it is another
# whenever likeness, or what a story is put together from, changes.
_MANNER = "2"


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Texts that may be of one story: their units, accounts, bags, articles, and what was ruled."""

    units: tuple[int, ...]
    number: int
    accounts: Mapping[int, Account]
    names: Mapping[int, str]
    homes: Mapping[int, str]
    rulings: tuple[Ruling, ...]

    @property
    def home(self) -> str:
        """What names what it holds and what was ruled on it."""
        ruled = [repr(each.correction) for each in self.rulings]
        return content_id(self.name_of(self.units), *ruled)

    def name_of(self, texts: Sequence[int]) -> str:
        """Return what names some of its texts: each, and which of them were found in one neighbourhood."""
        first: dict[str, str] = {}
        ordered = sorted((self.names[each], self.homes[each]) for each in texts)
        told = (f"{name} {first.setdefault(home, name)}" for name, home in ordered)
        return content_id(_MANNER, *told)


def settle_stories(
    connection: Connection,
    engine: Engine,
    held: HeldArticles,
    clusters: set[int],
    fresh: Sequence[int],
) -> list[StoryId]:
    """Group the texts of clusters, and new texts, into stories; return those that are new or other."""
    made = rulings(connection)
    ruled = sorted({unit for each in made for unit in (*each.units, each.target) if unit})
    forced = [link for each in made for link in each.links]
    clusters = _reached(connection, clusters, fresh, forced)
    members = sorted({*units.units_in(connection, sorted(clusters)), *fresh})
    links = [*units.kinship_among(connection, members), *forced]
    known = stories.stories_of(connection, sorted(clusters))
    cluster_of = {n: group[0] for group in components(members, links) for n in group}
    units.gather_units(connection, cluster_of)
    accounts = units.accounts_by_number(connection, members)
    names, homes = units.names_by_number(connection, members)
    before = {membership: n for each in known.values() for membership, n in each.items()}
    stay: dict[int, tuple[str, int]] = {}
    todo: list[_Cluster] = []
    for group in part_affairs(members, links):
        by_id = tuple(sorted(group, key=lambda unit: accounts[unit].id))
        told = tuple(concerning(made, group)) if ruled else ()
        cluster = _Cluster(by_id, cluster_of[group[0]], accounts, names, homes, told)
        if cluster.home in known:
            kept = known[cluster.home].values()
            stay.update((n, (cluster.home, cluster.number)) for n in kept)
        else:
            todo.append(cluster)
    profiles = units.profiles_by_number(connection, [n for each in todo for n in each.units])
    other: list[_Told] = []
    for story in _grouped(todo, profiles, engine):
        if story.membership in before:
            stay[before[story.membership]] = (story.cluster.home, story.cluster.number)
        else:
            other.append(story)
    rows = _rows(connection, engine, held, other, profiles)
    stories.recluster(connection, stay)
    stories.drop_stories(connection, [n for n in before.values() if n not in stay])
    stories.keep_stories(connection, rows)
    return [row.story.id for row in rows]


def _reached(
    connection: Connection,
    clusters: set[int],
    fresh: Sequence[int],
    forced: Sequence[tuple[int, int, float]],
) -> set[int]:
    """Return clusters with those that rulings tie to them."""
    within = {*units.units_in(connection, sorted(clusters)), *fresh}
    tied = {end for low, high, _ in forced if {low, high} & within for end in (low, high)}
    more = units.clusters_of(connection, sorted(tied - within)) - clusters
    return _reached(connection, clusters | more, fresh, forced) if more else clusters


@dataclass(frozen=True, slots=True)
class _Told:
    """Texts that make a story, in the order of their accounts' ids."""

    cluster: _Cluster
    units: tuple[int, ...]

    @property
    def homes(self) -> set[str]:
        """The neighbourhoods in which these texts were found."""
        return {self.cluster.homes[unit] for unit in self.units}

    @property
    def membership(self) -> str:
        """What names these texts."""
        return self.cluster.name_of(self.units)


def _grouped(
    clusters: Sequence[_Cluster], profiles: Mapping[int, bytes], engine: Engine
) -> Iterator[_Told]:
    # By number: a forked worker has the profiles already.
    for cluster, answer in zip(
        clusters,
        engine.map(partial(_group, clusters, profiles), range(len(clusters)), name=str),
        strict=True,
    ):
        if isinstance(answer, Failure):
            raise EngineError("stories", cluster.accounts[cluster.units[0]].id, answer.error)
        for numbers in answer:
            yield _Told(cluster, numbers)


def _group(
    clusters: Sequence[_Cluster], profiles: Mapping[int, bytes], number: int
) -> list[tuple[int, ...]]:
    """Return the stories into which the texts of a cluster fall."""
    cluster = clusters[number]
    if len(cluster.units) == 1:
        return [cluster.units]
    groups = tell_events([unpack_bags(profiles[unit]) for unit in cluster.units])
    found = corrected([[cluster.units[n] for n in group] for group in groups], cluster.rulings)
    at = {unit: n for n, unit in enumerate(cluster.units)}
    return [tuple(sorted(group, key=at.__getitem__)) for group in found]


@dataclass(frozen=True, slots=True)
class _Texts:
    """What the texts of some stories are: their profiles, their articles, the runs of those."""

    profiles: Mapping[int, bytes]
    members: Mapping[int, Sequence[int]]
    articles: Mapping[int, Article]
    runs: Mapping[int, Hashes]

    def numbers(self, told: _Told) -> list[int]:
        """Return the numbers of the articles of a story."""
        return sorted(n for unit in told.units for n in self.members[unit])

    def sharing(self, told: _Told) -> list[tuple[int, ...]]:
        """Return the texts of those neighbourhoods of a story that share runs, group by group."""
        homes: dict[str, list[int]] = {}
        for unit in told.units:
            homes.setdefault(told.cluster.homes[unit], []).append(unit)
        if len(homes) < 2:
            return []
        held = list(homes.values())
        runs = [[self.runs[n] for unit in units for n in self.members[unit]] for units in held]
        return [tuple(unit for at in group for unit in held[at]) for group in groups_sharing(runs)]


def _rows(
    connection: Connection,
    engine: Engine,
    held: HeldArticles,
    other: Sequence[_Told],
    profiles: Mapping[int, bytes],
) -> list[StoryRow]:
    """Return stories to be kept; the accounts of each are found anew among all of its pages."""
    members = units.articles_of_units(connection, [unit for told in other for unit in told.units])
    wide = [unit for told in other if len(told.homes) > 1 for unit in told.units]
    texts = _Texts(
        profiles,
        members,
        held.of([n for told in other for unit in told.units for n in members[unit]]),
        held.runs([n for unit in wide for n in members[unit]]),
    )
    rows: list[StoryRow] = []
    row = partial(_row, other, texts, _accounts(other, texts, held, engine))
    answers = engine.map(row, range(len(other)), name=str)
    for told, answer in zip(other, answers, strict=True):
        if isinstance(answer, Failure):
            first = texts.articles[texts.numbers(told)[0]].capture.location
            raise EngineError("stories", first, answer.error)
        rows.append(answer)
    return rows


def _accounts(
    other: Sequence[_Told], texts: _Texts, held: HeldArticles, engine: Engine
) -> dict[int, tuple[Account, ...]]:
    """Return the accounts of stories, by place, where they are not those of the neighbourhoods.

    Those of neighbourhoods whose articles share words are found again, together; what the articles
    of one neighbourhood have in common is told already.
    """
    asked = [(at, shared) for at, told in enumerate(other) for shared in texts.sharing(told)]
    pages = [
        [texts.articles[n] for unit in shared for n in texts.members[unit]] for _, shared in asked
    ]
    groups = [sorted(each, key=lambda article: article.id) for each in pages]
    voices = held.voices([article for group in groups for article in group])
    told = accounts_of(groups, engine, voices)
    found: dict[int, tuple[Account, ...]] = {}
    again: dict[int, set[int]] = {}
    for (at, shared), accounts in zip(asked, told, strict=True):
        found[at] = (*found.get(at, ()), *accounts)
        again.setdefault(at, set()).update(shared)
    for at, changed in again.items():
        cluster = other[at].cluster
        stay = [unit for unit in other[at].units if unit not in changed]
        found[at] = (*found[at], *(cluster.accounts[unit] for unit in stay))
    return found


def _row(
    other: Sequence[_Told],
    texts: _Texts,
    accounts: Mapping[int, tuple[Account, ...]],
    at: int,
) -> StoryRow:
    told = other[at]
    articles = {n: texts.articles[n] for n in texts.numbers(told)}
    bags = [unpack_bags(texts.profiles[n]) for n in told.units]
    return StoryRow(
        story=_story(told, bags, articles, accounts.get(at)),
        home=told.cluster.home,
        membership=told.membership,
        cluster=told.cluster.number,
        members=tuple(Member(n, each.id, day_of(each)) for n, each in articles.items()),
        updated=max(filter(None, map(_latest, articles.values())), default=None),
        outlets=tuple(sorted({name for each in articles.values() if (name := _outlet(each))})),
    )


def _story(
    told: _Told,
    texts: Sequence[Bags],
    articles: Mapping[int, Article],
    found: Sequence[Account] | None,
) -> Story:
    """Return the story of some texts; `found` are its accounts where they are not those texts."""
    by_id = {article.id: article for article in articles.values()}
    profiles = [
        profile_from(bags, told.cluster.accounts[unit], by_id[ArticleId(bags.fullest)])
        for unit, bags in zip(told.units, texts, strict=True)
    ]
    story = assemble_story(profiles)
    pages = sorted(by_id.values(), key=lambda article: article.id)
    accounts = _in_order(found or story.accounts, by_id)
    earliest = min(pages, key=lambda each: (each.published is None, _moment(each), each.id))
    return replace(
        story,
        id=StoryId(anchor_of(earliest.id)),
        accounts=accounts,
        houses=count_independent(accounts, pages).houses,
    )


def _in_order(
    accounts: Sequence[Account], articles: Mapping[ArticleId, Article]
) -> tuple[Account, ...]:
    """Return accounts by the first day of each, as stories have them."""

    def rank(account: Account) -> tuple[str, str]:
        days = [_moment(articles[each])[:10] for each in account.articles]
        return min(filter(None, days), default="9999"), account.id

    return tuple(sorted(accounts, key=rank))


def _moment(article: Article) -> str:
    return article.published.value if article.published else ""


def _latest(article: Article) -> str | None:
    moments = [each.value for each in (article.published, article.modified) if each]
    return max([*moments, *filter(None, [article.capture.taken_at])], default=None)


def _outlet(article: Article) -> str | None:
    return article.outlet or article.host
