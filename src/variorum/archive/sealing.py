"""Sealing: the key by which a desk knows again what it has given out, also after it was started anew."""

import secrets
from logging import getLogger
from threading import Lock

from ..errors import ArchiveError
from ..store import Database
from ..store.secret import keep_secret, secret

_log = getLogger(__name__)


class SealingKey:
    """The key that an archive keeps, made at random when it is first needed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._made = secrets.token_bytes(32)
        self._kept: bytes | None = None
        self._lock = Lock()

    def value(self) -> bytes:
        """Return the key; until it can be kept, since others are writing, one for this process alone."""
        with self._lock:
            if self._kept is None:
                self._kept = self._read() or self._written()
            return self._kept or self._made

    def _read(self) -> bytes | None:
        with self._database.reading() as connection:
            return secret(connection)

    def _written(self) -> bytes | None:
        """Keep the key, unless another process has meanwhile; `None` where that cannot be done now."""
        try:
            with self._database.writing_now() as connection:
                if connection is None:
                    return None
                keep_secret(connection, self._made)
                return secret(connection)
        except ArchiveError as error:
            # An archive that may only be read can still be served.
            _log.warning("the key of cursors could not be kept: %s", error)
            return None
