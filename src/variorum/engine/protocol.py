"""What an engine is: something that applies a function to records, in order, failures as values."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from ..model import Failure
from .limit import Limit

Record = TypeVar("Record")
Result = TypeVar("Result")


class Engine(Protocol):
    """Applies a pure function to every record."""

    def map(
        self,
        function: Callable[[Record], Result],
        records: Iterable[Record],
        *,
        name: Callable[[Record], str],
        limit: Limit | None = None,
        prepare: Callable[[], object] | None = None,
    ) -> Iterator[Result | Failure]:
        """Yield `function` of each record in the order of the records.

        A record on which it raises, or that costs more than `limit`, gives a `Failure` that `name`
        locates; the others go on. `prepare` loads what the function would load at its first record.
        """
        ...

    def ahead(
        self,
        function: Callable[[Record], Result],
        records: Iterable[Record],
        *,
        name: Callable[[Record], str],
        limit: Limit | None = None,
        prepare: Callable[[], object] | None = None,
    ) -> Iterator[Result | Failure]:
        """Yield the same, but begin at once and go on while the caller does something else."""
        ...

    def guard(
        self, function: Callable[[Record], Result], *, limit: Limit
    ) -> AbstractContextManager[Callable[[Record], Result]]:
        """Give a form of `function` for records that come one by one; it keeps them to a limit.

        It raises EngineError for a record on which `function` raises, or that costs more.
        """
        ...
