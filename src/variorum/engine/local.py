"""The local engine: this process, or a few beside it where there is enough work to pay for them."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ..model import Failure
from .protocol import Record, Result

# Starting a worker costs about 0.3 s of imports; a page costs 1 to 25 ms. Under this many records
# one process is done before the workers are warm.
_FEWEST_FOR_WORKERS = 64
_CHUNK = 8


class LocalEngine:
    """Runs on this machine, with `workers` processes (by default one a core)."""

    def __init__(self, workers: int | None = None) -> None:
        self._workers = workers if workers is not None else (os.cpu_count() or 1)

    def map(
        self,
        function: Callable[[Record], Result],
        records: Iterable[Record],
        *,
        name: Callable[[Record], str],
    ) -> Iterator[Result | Failure]:
        """Yield `function` of each record in order; a record that raises gives a failure."""
        listed = list(records)
        guarded = partial(_apply, function, name)
        if self._workers < 2 or len(listed) < _FEWEST_FOR_WORKERS:
            yield from map(guarded, listed)
            return
        with multiprocessing.get_context("spawn").Pool(self._workers) as pool:
            yield from pool.imap(guarded, listed, chunksize=_CHUNK)


def _apply(
    function: Callable[[Record], Result], name: Callable[[Record], str], record: Record
) -> Result | Failure:
    # One page that trips a defect must not stop a million others: its failure is shown and counted.
    try:
        return function(record)
    except Exception as error:
        location = name(record)
        return Failure(location, f"{location}: {type(error).__name__}: {error}")
