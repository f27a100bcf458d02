"""Units: texts with their pages, from which stories are grouped, and how much any two look alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, text

from ..model import Account
from .packing import pack, unpack
from .rows import chunks, execute_each, insert_rows, select_in

Ints = npt.NDArray[np.int64]
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Unit:
    """An account as its neighbourhood shows it; `home` names the articles that it was found among.

    `number` is that of its first article, `record` the account packed, `profile` what stories are
    told apart by, packed. `digest` is that of the record.
    """

    number: int
    home: str
    account: Account
    record: bytes
    digest: str
    profile: bytes
    first_day: int
    last_day: int
    telling: tuple[int, ...] = ()


def pack_account(account: Account) -> tuple[bytes, str]:
    """Return an account as it is kept, with its digest, by which one is known that has not changed."""
    record = pack(account, Account)
    return record, blake2b(record, digest_size=8).hexdigest()


def homes_of(connection: Connection, numbers: Sequence[int]) -> dict[str, list[int]]:
    """Return the units of articles, by the home of the units."""
    rows = select_in(
        connection,
        "select distinct u.number, u.home from article a join unit u on u.number = a.unit "
        "where a.number in :values",
        numbers,
    )
    homes: dict[str, list[int]] = {}
    for row in rows:
        homes.setdefault(row.home, []).append(row.number)
    return homes


def digests_of(connection: Connection, numbers: Sequence[int]) -> dict[str, tuple[int, str | None]]:
    """Return of units, by the id of the account that each is, the number and the digest of the account."""
    rows = select_in(
        connection, "select number, id, digest from unit where number in :values", numbers
    )
    return {row.id: (row.number, row.digest) for row in rows}


def move_units(connection: Connection, homes: Mapping[int, str]) -> set[int]:
    """Say among which articles units were found now; return the clusters in which they stand."""
    rows = [{"number": number, "home": home} for number, home in homes.items()]
    if rows:
        connection.execute(text("update unit set home = :home where number = :number"), rows)
    return clusters_of(connection, list(homes))


def drop_units(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Take units away with all that hangs on them; return the clusters in which they stood."""
    rows = select_in(
        connection, "select distinct cluster from unit where number in :values", numbers
    )
    clusters = {row[0] for row in rows if row[0] is not None}
    for statement in (
        "update article set unit = null where unit in :values",
        "delete from telling where unit in :values",
        "delete from kinship where low in :values",
        "delete from kinship where high in :values",
        "delete from unit where number in :values",
    ):
        execute_each(connection, statement, numbers)
    return clusters


def keep_units(
    connection: Connection, units: Sequence[Unit], members: Mapping[int, Sequence[int]]
) -> None:
    """Keep units; `members` are the numbers of the articles of each."""
    if not units:
        return
    connection.execute(
        text(
            "insert into unit (number, id, home, digest, first_day, last_day, record, profile) "
            "values (:number, :id, :home, :digest, :first_day, :last_day, :record, :profile)"
        ),
        [
            {
                "number": unit.number,
                "id": unit.account.id,
                "home": unit.home,
                "digest": unit.digest,
                "first_day": unit.first_day,
                "last_day": unit.last_day,
                "record": unit.record,
                "profile": unit.profile,
            }
            for unit in units
        ],
    )
    connection.execute(
        text("update article set unit = :unit where number = :article"),
        [
            {"unit": unit.number, "article": article}
            for unit in units
            for article in members[unit.number]
        ],
    )
    # Accounts of other stories name it by this id, whatever the story makes of it.
    connection.execute(
        text(
            "insert into account_name (id, article) values (:id, :article) "
            "on conflict (id) do nothing"
        ),
        [{"id": unit.account.id, "article": unit.number} for unit in units],
    )


def keep_telling(connection: Connection, rows: Iterable[tuple[int, int, int]]) -> None:
    """Keep for which words, on which days, which units are to be found."""
    insert_rows(connection, "telling", ("term", "day", "unit"), sorted(rows))


def units_telling(
    connection: Connection, terms: Iterable[int], first: int, last: int
) -> tuple[Ints, Ints]:
    """Return which of some words which units are telling for, on days from `first` to `last`."""
    found: list[tuple[int, int]] = []
    for some in chunks(sorted(terms), _AT_ONCE):
        within = ",".join(map(str, some))
        rows = connection.exec_driver_sql(
            f"select distinct term, unit from telling where term in ({within}) "
            f"and day between {first:d} and {last:d}"
        )
        found += map(tuple, rows.all())
    table = np.array(found, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def profiles_by_number(connection: Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    """Return the packed profiles of units."""
    rows = select_in(
        connection, "select number, profile from unit where number in :values", numbers
    )
    return {row.number: bytes(row.profile) for row in rows}


def accounts_by_number(connection: Connection, numbers: Sequence[int]) -> dict[int, Account]:
    """Return the accounts that units are."""
    rows = select_in(connection, "select number, record from unit where number in :values", numbers)
    return {row.number: unpack(row.record, Account) for row in rows}


def names_by_number(
    connection: Connection, numbers: Sequence[int]
) -> tuple[dict[int, str], dict[int, str]]:
    """Return what names each unit with all that is known of its account, and its home."""
    statement = "select number, home, digest, id from unit where number in :values"
    rows = list(select_in(connection, statement, numbers))
    names = {row.number: f"{row.id} {row.digest or row.home}" for row in rows}
    return names, {row.number: row.home for row in rows}


def units_in(connection: Connection, clusters: Sequence[int]) -> list[int]:
    """Return the units of clusters."""
    rows = select_in(connection, "select number from unit where cluster in :values", clusters)
    return [row[0] for row in rows]


def clusters_of(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Return the clusters in which units stand."""
    rows = select_in(
        connection, "select distinct cluster from unit where number in :values", numbers
    )
    return {row[0] for row in rows if row[0] is not None}


def kinship_among(connection: Connection, numbers: Sequence[int]) -> list[tuple[int, int, float]]:
    """Return which units look alike and how much, as odds, of those that start from some."""
    rows = select_in(
        connection, "select low, high, odds from kinship where low in :values", numbers
    )
    return [(row.low, row.high, row.odds) for row in rows]


def keep_kinship(connection: Connection, pairs: Iterable[tuple[int, int, float]]) -> None:
    """Keep how much units look alike."""
    insert_rows(connection, "kinship", ("low", "high", "odds"), list(pairs))


def gather_units(connection: Connection, clusters: Mapping[int, int]) -> None:
    """Say in which cluster each of some units stands."""
    rows = [{"number": number, "cluster": cluster} for number, cluster in clusters.items()]
    if rows:
        connection.execute(text("update unit set cluster = :cluster where number = :number"), rows)


def articles_of_units(connection: Connection, numbers: Sequence[int]) -> dict[int, list[int]]:
    """Return the articles of each of some units."""
    found: dict[int, list[int]] = {}
    rows = select_in(connection, "select number, unit from article where unit in :values", numbers)
    for row in rows:
        found.setdefault(row.unit, []).append(row.number)
    return found
