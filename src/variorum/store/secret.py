"""The secret of an archive: random bytes by which a desk knows again what it has given out."""

from sqlalchemy import Connection, text


def secret(connection: Connection) -> bytes | None:
    """Return the secret; `None` where none has been kept yet."""
    found = connection.execute(text("select value from meta where name = 'secret'")).scalar()
    return bytes.fromhex(found) if found else None


def keep_secret(connection: Connection, value: bytes) -> None:
    """Keep a secret, unless there is one."""
    connection.execute(
        text(
            "insert into meta (name, value) values ('secret', :value) on conflict (name) do nothing"
        ),
        {"value": value.hex()},
    )
