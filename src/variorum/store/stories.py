"""Stories in the archive: who belongs to them, what a list tells of them, what was judged of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from ..model import Account, Alignment, CommonPassage, Failure, Story, StoryId, Witness
from ..model.holding import StorySummary
from .names import indexed
from .packing import pack, unpack
from .rows import execute_each, select_in

SUMMARY = (
    "s.number, s.id, s.headline, s.event_date, s.first_day, s.last_day, s.updated, s.pages, "
    "s.accounts, s.houses, s.outlets, s.agencies, s.disputed, "
    "s.judgement is not null as judged"
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged of a story: the story with all that belongs to it, and what its pages share."""

    story: Story
    alignments: tuple[Alignment, ...] = ()
    common: tuple[CommonPassage, ...] = ()
    common_left: int = 0
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """An article as a member of a story; `day` is 0 where it is not known."""

    number: int
    article: str
    day: int


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story to be kept; `home` names the units that it was grouped from, `membership` its own."""

    story: Story
    home: str
    membership: str
    cluster: int
    members: tuple[Member, ...]
    updated: str | None
    outlets: tuple[str, ...]

    @property
    def days(self) -> list[int]:
        """The days on which its pages were published, as far as they are known."""
        return sorted(member.day for member in self.members if member.day)


def stories_of(connection: Connection, clusters: Sequence[int]) -> dict[str, dict[str, int]]:
    """Return the stories of clusters: home to membership to number."""
    rows = select_in(
        connection,
        "select number, home, membership from story where cluster in :values",
        clusters,
    )
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row.home, {})[row.membership] = row.number
    return found


def recluster(connection: Connection, places: Mapping[int, tuple[str, int]]) -> None:
    """Say from which texts, and in which cluster, stories were grouped that stay as they are."""
    rows = [{"number": n, "home": home, "cluster": at} for n, (home, at) in places.items()]
    if rows:
        connection.execute(
            text("update story set home = :home, cluster = :cluster where number = :number"), rows
        )


def drop_stories(connection: Connection, numbers: Sequence[int]) -> None:
    """Take stories away; their articles stand in none then."""
    for statement in (
        "update article set story = null, account = null, relation = null, own = null, "
        "supplier = null where story in :values",
        "delete from story_day where story in :values",
        "delete from story where number in :values",
    ):
        execute_each(connection, statement, numbers)


def keep_stories(connection: Connection, rows: Sequence[StoryRow]) -> list[int]:
    """Keep stories, and say of their articles where they belong; return the stories' numbers."""
    if not rows:
        return []
    last = connection.execute(text("select max(number) from story")).scalar() or 0
    numbers = list(range(last + 1, last + 1 + len(rows)))
    connection.execute(_INSERT, [_row(n, row) for n, row in zip(numbers, rows, strict=True)])
    _keep_days(connection, numbers, rows)
    _keep_witnesses(connection, numbers, rows)
    return numbers


_INSERT = text(
    "insert into story (number, id, home, membership, cluster, headline, event_date, first_day, "
    "last_day, updated, pages, accounts, houses, outlets, agencies, record) values (:number, :id, "
    ":home, :membership, :cluster, :headline, :event_date, :first_day, :last_day, :updated, "
    ":pages, :accounts, :houses, :outlets, :agencies, :record)"
)


def _row(number: int, row: StoryRow) -> dict[str, Any]:
    story = row.story
    agencies = sorted({each.origin.agency for each in story.accounts if each.origin.agency})
    return {
        "number": number,
        "id": story.id,
        "home": row.home,
        "membership": row.membership,
        "cluster": row.cluster,
        "headline": story.headline,
        "event_date": story.event_date,
        "first_day": row.days[0] if row.days else 0,
        "last_day": row.days[-1] if row.days else 0,
        "updated": row.updated,
        "pages": len(row.members),
        "accounts": len(story.accounts),
        "houses": story.houses,
        "outlets": json.dumps(row.outlets, ensure_ascii=False),
        "agencies": json.dumps(agencies, ensure_ascii=False),
        "record": pack(story, Story),
    }


def _keep_days(connection: Connection, numbers: Sequence[int], rows: Sequence[StoryRow]) -> None:
    counted: dict[tuple[int, int], int] = {}
    for number, row in zip(numbers, rows, strict=True):
        for day in row.days:
            counted[day, number] = counted.get((day, number), 0) + 1
    kept = [{"day": day, "story": n, "pages": pages} for (day, n), pages in counted.items()]
    if kept:
        connection.execute(
            text("insert into story_day (day, story, pages) values (:day, :story, :pages)"), kept
        )


def _keep_witnesses(
    connection: Connection, numbers: Sequence[int], rows: Sequence[StoryRow]
) -> None:
    found: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    for number, row in zip(numbers, rows, strict=True):
        at = {member.article: member.number for member in row.members}
        for account in row.story.accounts:
            found += _witnesses(number, account, at)
            names.append({"id": account.id, "article": at[account.articles[0]]})
    connection.execute(
        text(
            "update article set story = :story, account = :account, relation = :relation, "
            "own = :own, supplier = :supplier where number = :number"
        ),
        found,
    )
    connection.execute(
        text(
            "insert into account_name (id, article) values (:id, :article) "
            "on conflict (id) do nothing"
        ),
        names,
    )


def _witnesses(story: int, account: Account, at: Mapping[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "story": story,
            "account": account.id,
            "relation": witness.relation,
            "own": _own(account, witness),
            "supplier": indexed(account.origin.agency),
            "number": at[witness.article],
        }
        for witness in account.witnesses
    ]


def _own(account: Account, witness: Witness) -> float:
    return witness.own if len(account.witnesses) > 1 else witness.shared


def keep_judgement(
    connection: Connection, number: int, membership: str, judged: Judgement, disputed: Sequence[str]
) -> bool:
    """Keep what was judged of a story, unless it has changed meanwhile; return whether it was kept."""
    done = connection.execute(
        text(
            "update story set judgement = :judgement, disputed = :disputed, headline = :headline "
            "where number = :number and membership = :membership"
        ),
        {
            "number": number,
            "membership": membership,
            "judgement": pack(judged, Judgement),
            "headline": judged.story.headline,
            "disputed": json.dumps(list(disputed), ensure_ascii=False),
        },
    )
    if not done.rowcount:
        return False
    # Only the family tree tells the page that all others copied from its copies.
    rows = [
        {"article": witness.article, "relation": witness.relation, "own": _own(account, witness)}
        for account in judged.story.accounts
        for witness in account.witnesses
    ]
    if rows:
        connection.execute(
            text("update article set relation = :relation, own = :own where id = :article"), rows
        )
    return True


def summary_of(row: Any) -> StorySummary:
    """Return what a list tells of a story."""
    return StorySummary(
        id=StoryId(row.id),
        headline=row.headline,
        event_date=row.event_date,
        first_day=iso_day(row.first_day),
        last_day=iso_day(row.last_day),
        pages=row.pages,
        accounts=row.accounts,
        houses=row.houses,
        outlets=tuple(json.loads(row.outlets)),
        agencies=tuple(json.loads(row.agencies)),
        disputed=tuple(json.loads(row.disputed or "[]")),
        updated=row.updated,
        judged=bool(row.judged),
    )


def iso_day(day: int) -> str | None:
    """Return a day number as ISO 8601 writes it; `None` for 0, a day that is not known."""
    return date.fromordinal(day).isoformat() if day else None


def story_number(connection: Connection, id: str) -> int | None:
    """Return the story that has an id, or the one to which the story that had it has grown."""
    number = connection.execute(
        text("select number from story where id = :id"), {"id": id}
    ).scalar()
    if number is None:
        number = connection.execute(
            text(
                "select max(coalesce(a.story, c.story)) from article a "
                "left join capture k on k.number = a.number "
                "left join capture o on o.page = k.page "
                "left join article c on c.number = o.number and c.is_current = 1 "
                "where a.anchor = :id"
            ),
            {"id": id},
        ).scalar()
    return number


def story_parts(connection: Connection, number: int) -> tuple[Story, str, bytes | None, list[int]]:
    """Return a story as it was grouped, the name of its membership, its judgement, its articles."""
    row = connection.execute(
        text("select record, membership, judgement from story where number = :number"),
        {"number": number},
    ).one()
    members = connection.execute(
        text("select number from article where story = :number"), {"number": number}
    )
    return unpack(row.record, Story), row.membership, row.judgement, [each[0] for each in members]


def unjudged(connection: Connection, most: int) -> list[int]:
    """Return stories that nobody has judged yet, the widest first."""
    rows = connection.execute(
        text(
            "select number from story where judgement is null "
            "order by houses desc, accounts desc, pages desc, id limit :most"
        ),
        {"most": most},
    )
    return [row[0] for row in rows]


def story_ids(connection: Connection, articles: Sequence[int]) -> dict[int, str]:
    """Return the ids of the stories in which articles stand, by the articles' numbers."""
    rows = select_in(
        connection,
        "select a.number, s.id from article a join story s on s.number = a.story "
        "where a.number in :values",
        articles,
    )
    return {row.number: row.id for row in rows}
