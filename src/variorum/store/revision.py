"""The revision of an archive: a number that grows with every change, so that readers may keep pages."""

from sqlalchemy import Connection, text


def renew(connection: Connection) -> None:
    """Count one more change."""
    done = connection.execute(
        text(
            "update meta set value = cast(cast(value as integer) + 1 as text) where name = 'revision'"
        )
    )
    if not done.rowcount:
        connection.execute(text("insert into meta (name, value) values ('revision', '1')"))


def revision(connection: Connection) -> int:
    """Return how many changes an archive has seen."""
    found = connection.execute(text("select value from meta where name = 'revision'")).scalar()
    return int(found or 0)
