"""No regular expression of the package can be made to run for ever, alone or where it is used."""

import re
import sys
import time

import pytest

from tests.hostile.attacks import attacks, expressions
from tests.hostile.pages import PLAIN
from tests.hostile.reading import capture_of, check, read_page
from variorum.archive.reading import PAGE_LIMIT, load_reader
from variorum.engine import LocalEngine
from variorum.model import Failure

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all limits")
# Some expressions are asked on the opening of a line only, so the square of this may show, no more.
LINE = 250
# Long enough that what grows with the cube of a line's length takes longer than a page may.
PARAGRAPH = 1000
_PROSE = PLAIN.split("\n\n")[1]


def test_an_attack_is_made_from_the_expression() -> None:
    found = set(attacks(re.compile(r"(?:a|b+)*c"), 4))
    assert {"aaaa\x00", "bbbb\x00"} <= found


def test_an_endless_expression_is_found_out() -> None:
    begun = time.process_time()
    for attack in attacks(re.compile(r"(?:a|aa)*b"), 26):
        re.search(r"(?:a|aa)*b", attack)
    assert time.process_time() - begun > 0.01


@LINUX
def test_every_expression_ends() -> None:
    found = expressions()
    assert len(found) > 200

    def ask(name: str) -> int:
        return sum(found[name].search(attack) is not None for attack in attacks(found[name], LINE))

    asked = LocalEngine(2).map(ask, list(found), name=str, limit=PAGE_LIMIT)
    assert [each.error for each in asked if isinstance(each, Failure)] == []


def _page(lines: list[str]) -> str:
    quoted = f"He said: “{lines[0]}” and left."
    return "\n\n".join(["Bridge closed", lines[0], _PROSE, *lines, _PROSE, quoted, _PROSE])


@LINUX
def test_every_expression_ends_where_it_is_used() -> None:
    pages: dict[str, list[str]] = {}
    seen: set[str] = set()
    for name, expression in expressions().items():
        # The last sign breaks the repeat off; the rest is one line.
        lines = [each[:-1].replace("\n", " ").strip() for each in attacks(expression, PARAGRAPH)]
        fresh = [each for each in dict.fromkeys(lines) if each and each not in seen]
        seen.update(fresh)
        if fresh:
            pages[name] = fresh[:8]

    def read(name: str) -> None:
        check(read_page(capture_of(_page(pages[name]), is_markup=False)))

    done = LocalEngine(2).map(
        read, list(pages), name=str, limit=PAGE_LIMIT, prepare=lambda: load_reader([])
    )
    assert [each.error for each in done if isinstance(each, Failure)] == []
