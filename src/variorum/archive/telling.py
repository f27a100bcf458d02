"""Telling stories: the texts of a cluster fall into stories, corrected by hand where somebody did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from ..accounts import count_independent
from ..engine import Engine
from ..model import Account, Article, ArticleId, Story, StoryId, content_id
from ..store import stories, units
from ..store.articles import anchor_of, day_of
from ..store.stories import Member, StoryRow
from ..stories.group import assemble_story
from .accounting import HeldArticles, accounts_of
from .components import bounded_components, components
from .correcting import Ruling, concerning, corrected, rulings
from .likeness import MOST, STEPS, Bags, group_texts, profile_from, unpack_bags
from .neighbours import home_of, share_runs


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Texts that may be of one story: their units, accounts, bags, articles, and what was ruled."""

    units: tuple[int, ...]
    accounts: Mapping[int, Account]
    names: Mapping[int, str]
    rulings: tuple[Ruling, ...]

    @property
    def home(self) -> str:
        """What names what it holds and what was ruled on it."""
        texts = [self.names[each] for each in self.units]
        ruled = [repr(each.correction) for each in self.rulings]
        return content_id(home_of(texts), *ruled)


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
    names = units.names_by_number(connection, members)
    before = {membership: n for each in known.values() for membership, n in each.items()}
    stay: dict[int, tuple[str, int]] = {}
    other: list[tuple[_Told, _Cluster, int]] = []
    for group in bounded_components(members, links, MOST, STEPS):
        by_id = tuple(sorted(group, key=lambda unit: accounts[unit].id))
        told = tuple(concerning(made, group)) if ruled else ()
        cluster = _Cluster(by_id, accounts, names, told)
        if cluster.home in known:
            kept = known[cluster.home].values()
            stay.update((n, (cluster.home, cluster_of[group[0]])) for n in kept)
            continue
        for story in _group(connection, cluster):
            if story.membership in before:
                stay[before[story.membership]] = (cluster.home, cluster_of[group[0]])
            else:
                other.append((story, cluster, cluster_of[group[0]]))
    rows = _rows(connection, engine, held, other)
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
    """Texts that make a story, in the order of their accounts' ids, and the likeness of each two."""

    units: tuple[int, ...]
    likeness: tuple[tuple[float, ...], ...]
    texts: tuple[Bags, ...]
    membership: str


def _group(connection: Connection, cluster: _Cluster) -> list[_Told]:
    packed = units.profiles_by_number(connection, list(cluster.units))
    texts = [unpack_bags(packed[unit]) for unit in cluster.units]
    groups, likeness = group_texts(texts)
    found = corrected([[cluster.units[n] for n in group] for group in groups], cluster.rulings)
    at = {unit: n for n, unit in enumerate(cluster.units)}
    told = []
    for group in found:
        rows = sorted(at[unit] for unit in group)
        inner = tuple(
            tuple(likeness.get((min(a, b), max(a, b)), 0.0) if a != b else 1.0 for b in rows)
            for a in rows
        )
        ids = [cluster.names[cluster.units[n]] for n in rows]
        told.append(
            _Told(
                tuple(cluster.units[n] for n in rows),
                inner,
                tuple(texts[n] for n in rows),
                home_of(ids),
            )
        )
    return told


def _rows(
    connection: Connection,
    engine: Engine,
    held: HeldArticles,
    other: Sequence[tuple[_Told, _Cluster, int]],
) -> list[StoryRow]:
    """Return stories to be kept; the accounts of each are found anew among all of its pages."""
    members = units.articles_of_units(
        connection, [unit for told, _, _ in other for unit in told.units]
    )
    numbers = [sorted(n for unit in told.units for n in members[unit]) for told, _, _ in other]
    read = held.of([n for each in numbers for n in each])
    wide = [at for at, (told, _, _) in enumerate(other) if len(told.units) > 1]
    runs = held.runs([n for at in wide for n in numbers[at]])
    mixed = [
        at for at in wide if share_runs([[runs[n] for n in members[u]] for u in other[at][0].units])
    ]
    pages = [sorted((read[n] for n in numbers[at]), key=lambda each: each.id) for at in mixed]
    found = dict(zip(mixed, accounts_of(pages, engine), strict=True))
    rows = []
    for at, (told, cluster, number) in enumerate(other):
        articles = {n: read[n] for n in numbers[at]}
        story = _story(told, cluster, articles, found.get(at))
        rows.append(_row(story, told, cluster, articles, number))
    return rows


def _row(
    story: Story, told: _Told, cluster: _Cluster, articles: Mapping[int, Article], number: int
) -> StoryRow:
    return StoryRow(
        story=story,
        home=cluster.home,
        membership=told.membership,
        cluster=number,
        members=tuple(Member(n, each.id, day_of(each)) for n, each in articles.items()),
        updated=max((at for each in articles.values() if (at := _latest(each))), default=None),
        outlets=tuple(sorted({name for each in articles.values() if (name := _outlet(each))})),
    )


def _story(
    told: _Told,
    cluster: _Cluster,
    articles: Mapping[int, Article],
    found: Sequence[Account] | None,
) -> Story:
    """Return the story of some texts; `found` are its accounts where they are not those texts."""
    by_id = {article.id: article for article in articles.values()}
    profiles = [
        profile_from(bags, cluster.accounts[unit], by_id[ArticleId(bags.fullest)])
        for unit, bags in zip(told.units, told.texts, strict=True)
    ]
    story = assemble_story(profiles, [list(row) for row in told.likeness])
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
