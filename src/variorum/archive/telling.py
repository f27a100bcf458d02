"""Telling stories: the texts of a cluster fall into stories, corrected by hand where somebody did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from ..accounts import count_independent
from ..model import Account, Article, ArticleId, Story, StoryId, content_id
from ..store import stories, units
from ..store.articles import anchor_of, articles_by_number, day_of
from ..store.stories import Member, StoryRow
from ..stories.group import assemble_story
from .accounting import accounts_among
from .components import bounded_components, components
from .correcting import Ruling, concerning, corrected, rulings
from .likeness import MOST, STEPS, Bags, group_texts, profile_from, unpack_bags
from .neighbours import home_of


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Texts that may be of one story: their units, accounts, bags, articles, and what was ruled."""

    units: tuple[int, ...]
    accounts: Mapping[int, Account]
    rulings: tuple[Ruling, ...]

    @property
    def home(self) -> str:
        """What names what it holds and what was ruled on it."""
        texts = [self.accounts[each].id for each in self.units]
        ruled = [repr(each.correction) for each in self.rulings]
        return content_id(home_of(texts), *ruled)


def settle_stories(
    connection: Connection, clusters: set[int], fresh: Sequence[int]
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
    before = {membership: n for each in known.values() for membership, n in each.items()}
    stay: dict[int, tuple[str, int]] = {}
    rows: list[StoryRow] = []
    for group in bounded_components(members, links, MOST, STEPS):
        by_id = tuple(sorted(group, key=lambda unit: accounts[unit].id))
        told = tuple(concerning(made, group)) if ruled else ()
        cluster = _Cluster(by_id, accounts, told)
        if cluster.home in known:
            kept = known[cluster.home].values()
            stay.update((n, (cluster.home, cluster_of[group[0]])) for n in kept)
            continue
        for story in _group(connection, cluster):
            if story.membership in before:
                stay[before[story.membership]] = (cluster.home, cluster_of[group[0]])
            else:
                rows.append(_row(connection, story, cluster, cluster_of[group[0]]))
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
        ids = [cluster.accounts[cluster.units[n]].id for n in rows]
        told.append(
            _Told(
                tuple(cluster.units[n] for n in rows),
                inner,
                tuple(texts[n] for n in rows),
                home_of(ids),
            )
        )
    return told


def _row(connection: Connection, told: _Told, cluster: _Cluster, number: int) -> StoryRow:
    members = units.articles_of_units(connection, list(told.units))
    numbers = sorted(n for each in members.values() for n in each)
    articles = articles_by_number(connection, numbers)
    story = _story(told, cluster, articles)
    return StoryRow(
        story=story,
        home=cluster.home,
        membership=told.membership,
        cluster=number,
        members=tuple(Member(n, articles[n].id, day_of(articles[n])) for n in numbers),
        updated=max((each for n in numbers if (each := _latest(articles[n]))), default=None),
        outlets=tuple(sorted({name for n in numbers if (name := _outlet(articles[n]))})),
    )


def _story(told: _Told, cluster: _Cluster, articles: Mapping[int, Article]) -> Story:
    """Return the story of some texts: its accounts found anew among all of its pages."""
    by_id = {article.id: article for article in articles.values()}
    profiles = [
        profile_from(bags, cluster.accounts[unit], by_id[bags.fullest])  # type: ignore[index]
        for unit, bags in zip(told.units, told.texts, strict=True)
    ]
    story = assemble_story(profiles, [list(row) for row in told.likeness])
    pages = sorted(by_id.values(), key=lambda article: article.id)
    accounts = story.accounts if len(profiles) == 1 else _in_order(accounts_among(pages), by_id)
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
