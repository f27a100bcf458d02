"""Postings: which articles have which sampled runs of words, and which articles share many."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, text

from .rows import chunks, execute_each, insert_rows, select_in

Hashes = npt.NDArray[np.int64]
# Statements with so many numbers in them are still parsed in no time.
_AT_ONCE = 2000


def keep_postings(connection: Connection, hashes: Mapping[int, Hashes]) -> None:
    """Keep the sampled runs of articles, by number."""
    pairs = sorted((value, number) for number, found in hashes.items() for value in found.tolist())
    insert_rows(connection, "posting", ("hash", "article"), pairs)


def forget_postings(connection: Connection, hashes: Mapping[int, Hashes]) -> None:
    """Let go of the sampled runs of articles that no longer count."""
    rows = [
        {"hash": value, "article": number}
        for number, found in hashes.items()
        for value in found.tolist()
    ]
    if rows:
        connection.execute(
            text("delete from posting where hash = :hash and article = :article"), rows
        )


def owners_of(connection: Connection, hashes: Hashes) -> tuple[Hashes, Hashes]:
    """Return the hashes among some that articles have, and beside each the article's number."""
    found: list[tuple[int, int]] = []
    for some in chunks(np.unique(hashes).tolist(), _AT_ONCE):
        # Numbers that we made ourselves: as parameters they would take twice the time.
        within = ",".join(map(str, some))
        rows = connection.exec_driver_sql(
            f"select hash, article from posting where hash in ({within})"
        )
        found += map(tuple, rows.all())
    if not found:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    table = np.array(found, dtype=np.int64)
    return table[:, 0], table[:, 1]


def article_facts(
    connection: Connection, numbers: Sequence[int]
) -> dict[int, tuple[int, int, str]]:
    """Return of articles how many runs are kept of each, its day as a number, and its id."""
    rows = select_in(
        connection,
        "select number, fingerprints, day, id from article where number in :values",
        numbers,
    )
    return {row.number: (row.fingerprints, row.day, row.id) for row in rows}


def links_of(connection: Connection, numbers: Sequence[int]) -> list[tuple[int, int, float]]:
    """Return the kept links that have an end among some articles, each once."""
    found = {
        (row.low, row.high, row.weight)
        for end in ("low", "high")
        for row in select_in(
            connection, f"select low, high, weight from link where {end} in :values", numbers
        )
    }
    return sorted(found)


def drop_links(connection: Connection, numbers: Sequence[int]) -> None:
    """Forget the links of articles."""
    for end in ("low", "high"):
        execute_each(connection, f"delete from link where {end} in :values", numbers)


def keep_links(connection: Connection, links: Iterable[tuple[int, int, float]]) -> None:
    """Keep links that are not kept yet."""
    rows = [{"low": low, "high": high, "weight": weight} for low, high, weight in links]
    if rows:
        connection.execute(
            text(
                "insert into link (low, high, weight) values (:low, :high, :weight) "
                "on conflict (low, high) do nothing"
            ),
            rows,
        )


def neighbourhoods_of(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Return the neighbourhoods in which articles stand."""
    rows = select_in(
        connection, "select distinct neighbourhood from article where number in :values", numbers
    )
    return {row[0] for row in rows if row[0] is not None}


def members_of(connection: Connection, neighbourhoods: Sequence[int]) -> list[int]:
    """Return the articles of neighbourhoods."""
    rows = select_in(
        connection, "select number from article where neighbourhood in :values", neighbourhoods
    )
    return [row[0] for row in rows]


def place(connection: Connection, homes: Mapping[int, int | None]) -> None:
    """Say in which neighbourhood each of some articles stands."""
    rows = select_in(
        connection, "select number, neighbourhood from article where number in :values", [*homes]
    )
    moved = [
        {"number": row.number, "home": homes[row.number]}
        for row in rows
        if row.neighbourhood != homes[row.number]
    ]
    if moved:
        connection.execute(
            text("update article set neighbourhood = :home where number = :number"), moved
        )
