"""Fidelity: what became of the quotations that each page took over."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, text


class Taken(NamedTuple):
    """Of one article: the quotations that it took over, those kept as they were, those altered in meaning."""

    article: str
    taken: int
    kept: int
    altered: int


def keep_fidelity(connection: Connection, story: int, rows: Sequence[Taken]) -> None:
    """Put what the articles of a story did to quotations in place of what was known before."""
    connection.execute(
        text("delete from fidelity where article in (select number from article where story = :s)"),
        {"s": story},
    )
    if rows:
        connection.execute(
            text(
                "insert into fidelity (article, taken, kept, altered) select number, :taken, :kept, "
                ":altered from article where id = :article"
            ),
            [row._asdict() for row in rows],
        )
