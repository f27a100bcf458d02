"""Collecting: the search for unreachable cycles, put off while millions of values are made that have none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_put_off() -> Iterator[None]:
    """Make values without Python looking through all of them again and again for cycles.

    With 100,000 articles that takes as long as all else, and in a forked worker it writes to, and
    so copies, every page of memory that it looks at. What it was before, it is again behind this.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
