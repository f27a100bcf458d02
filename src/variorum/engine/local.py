"""The local engine: this process, or a few beside it where there is enough work to pay for them."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..model import Failure
from .protocol import Record, Result

# Starting a worker costs about 0.3 s of imports; a page costs 1 to 25 ms. Under this many records
# one process is done before the workers are warm.
_FEWEST_FOR_WORKERS = 64
_CHUNK = 8

# What the worker processes were started with: a function may carry much (what all pages tell
# about each other), and would otherwise travel again with every few records.
_installed: list[tuple[Callable[[Any], Any], Callable[[Any], str]]] = []


class LocalEngine:
    """Runs on this machine, in this process or with `workers` processes beside it."""

    def __init__(self, workers: int = 1) -> None:
        self._workers = workers

    def map(
        self,
        function: Callable[[Record], Result],
        records: Iterable[Record],
        *,
        name: Callable[[Record], str],
    ) -> Iterator[Result | Failure]:
        """Yield `function` of each record in order; a record that raises gives a failure."""
        listed = list(records)
        if self._workers < 2 or len(listed) < _FEWEST_FOR_WORKERS:
            for record in listed:
                yield _apply(function, name, record)
            return
        # Forking a process that has threads (as numpy's) can hang; a fresh one cannot.
        context = multiprocessing.get_context("spawn")
        with context.Pool(self._workers, initializer=_install, initargs=(function, name)) as pool:
            yield from pool.imap(_apply_installed, listed, chunksize=_CHUNK)


def _install(function: Callable[[Any], Any], name: Callable[[Any], str]) -> None:
    _installed[:] = [(function, name)]


def _apply_installed(record: Any) -> Any:
    function, name = _installed[0]
    return _apply(function, name, record)


def _apply(
    function: Callable[[Record], Result], name: Callable[[Record], str], record: Record
) -> Result | Failure:
    # One page that trips a defect must not stop a million others: its failure is shown and counted.
    try:
        return function(record)
    except Exception as error:
        location = name(record)
        return Failure(location, f"{location}: {type(error).__name__}: {error}")
