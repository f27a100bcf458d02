"""Adding page by page, in any order, in one go or again, gives the same accounts, stories and ids."""

import random
from collections.abc import Callable, Sequence
from dataclasses import fields

import pytest

from tests.contracts.pages import example_captures, simulated
from variorum.archive import Archive, open_archive
from variorum.model import Capture, Comparison


def told(archive: Archive) -> dict[str, object]:
    """Return all that an archive tells of its stories, by id, once they are judged."""
    archive.judge()
    stories = archive.stories(limit=500).rows
    return {each.id: (each, *_compared(archive.story(each.id))) for each in stories}


def _compared(comparison: Comparison) -> tuple[object, ...]:
    return tuple(getattr(comparison, each.name) for each in fields(comparison))


def add_in_batches(captures: Sequence[Capture], sizes: Sequence[int]) -> Archive:
    archive = open_archive()
    rest = list(captures)
    for size in sizes:
        archive.add_captures(rest[:size])
        rest = rest[size:]
    archive.add_captures(rest)
    return archive


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_any_batches_come_to_the_same(seed: int) -> None:
    captures = [*simulated(12, seed), *example_captures()]
    once = told(add_in_batches(captures, []))
    assert len(once) > 4
    chance = random.Random(seed)
    shuffled = chance.sample(captures, len(captures))
    sizes = [chance.choice((1, 1, 2, 5, 9)) for _ in range(9)]
    assert told(add_in_batches(shuffled, sizes)) == once


@pytest.mark.parametrize("seed", range(2))
def test_where_neighbourhoods_are_too_wide_any_order_comes_to_the_same(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.archive.adding.settling.MOST", 3)
    captures = [*simulated(8, seed), *example_captures()]
    together = add_in_batches(captures, [])
    random.Random(seed).shuffle(captures)
    assert told(add_in_batches(captures, [3, 1, 7, 2, 9, 4])) == told(together)


def test_page_by_page_comes_to_the_same() -> None:
    captures = [*simulated(4, 77), *example_captures()[:9]]
    one_by_one = add_in_batches(captures, [1] * len(captures))
    assert told(one_by_one) == told(add_in_batches(captures[::-1], []))


def test_again_adds_nothing(open_stored: Callable[[], Archive]) -> None:
    captures = example_captures()
    archive = open_stored()
    first = archive.add_captures(captures)
    assert (first.captures, first.known) == (len(captures), 0)
    before, revision = told(archive), archive.revision()
    again = archive.add_captures(captures)
    assert (again.captures, again.known, again.stories) == (0, len(captures), ())
    assert told(archive) == before
    assert archive.revision() == revision
    assert not archive.check().problems


def test_what_was_stored_is_read_back_the_same(open_stored: Callable[[], Archive]) -> None:
    captures = [*simulated(6, 5), *example_captures()]
    stored = open_stored()
    stored.add_captures(captures[:20])
    stored.add_captures(captures[20:])
    assert told(open_stored()) == told(add_in_batches(captures, []))
