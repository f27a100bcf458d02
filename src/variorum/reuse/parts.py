"""Parts: a long row of work cut up, so that whoever has several processes can share it out."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

# Does each part and gives the answers in order: `map` itself, or an engine's over its workers.
Mapper = Callable[[Callable[[range], Any], Sequence[range]], Iterable[Any]]


def cut(count: int, size: int) -> list[range]:
    """Cut the numbers below `count` into parts of `size`.

    >>> cut(5, 2)
    [range(0, 2), range(2, 4), range(4, 5)]
    """
    return [range(begin, min(begin + size, count)) for begin in range(0, count, size)]
