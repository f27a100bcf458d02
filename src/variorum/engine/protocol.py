"""What an engine is: something that applies a function to records, in order, failures as values."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from ..model import Failure

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
    ) -> Iterator[Result | Failure]:
        """Yield `function` of each record in the order of the records.

        A record on which it raises gives a `Failure` that `name` locates; the others go on.
        """
        ...
