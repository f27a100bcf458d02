"""One contract for every engine: order kept, failures as values, the same results."""

from collections.abc import Callable

import pytest

from variorum.engine import Engine, LocalEngine
from variorum.model import Failure

MAKERS: dict[str, Callable[[], Engine]] = {
    "one process": lambda: LocalEngine(workers=1),
    "two processes": lambda: LocalEngine(workers=2),
}


def invert(number: int) -> float:
    return 1 / number


def name(number: int) -> str:
    return f"page {number}"


@pytest.mark.parametrize("engine", MAKERS, ids=list(MAKERS))
@pytest.mark.parametrize("size", [0, 3, 200])
def test_results_stand_in_order_and_failures_among_them(engine: str, size: int) -> None:
    results = list(MAKERS[engine]().map(invert, range(size), name=name))
    assert len(results) == size
    for number, result in enumerate(results):
        if number == 0:
            assert isinstance(result, Failure)
            assert result.location == "page 0"
            assert "ZeroDivisionError" in result.error
        else:
            assert result == 1 / number
