"""Corrections by hand: a page that is parted from its account stays so, whatever comes after and before."""

from collections.abc import Callable

import pytest

from tests.contracts.pages import example_captures, record, simulated
from tests.contracts.test_order import told
from variorum.archive import Archive, open_archive
from variorum.model import ArticleId, Capture
from variorum.model.holding import Correction

# Reports of invented events, several of them copied.
CAPTURES = simulated(6, 21)


def widest_account(archive: Archive) -> tuple[ArticleId, ...]:
    """Return the pages of the account that most pages carry."""
    comparisons = [archive.story(each.id) for each in archive.stories(limit=500).rows]
    accounts = [each for comparison in comparisons for each in comparison.stories[0].accounts]
    return max(accounts, key=lambda account: (len(account.witnesses), account.id)).articles


def parted(*articles: ArticleId, hour: int = 10) -> Correction:
    return Correction("part", articles, None, "Mara", f"2031-05-20T{hour}:00:00Z", "no copy of it")


@pytest.fixture(scope="module")
def pages() -> tuple[ArticleId, ...]:
    archive = open_archive()
    archive.add_captures(CAPTURES)
    found = widest_account(archive)
    assert len(found) >= 4
    return found


def pages_of_account(archive: Archive, article: ArticleId) -> set[ArticleId]:
    account = archive.article(article).account
    assert account is not None
    return set(archive.account(account).account.articles)


@pytest.mark.parametrize("at", [0, 1, -1])
def test_a_parted_page_counts_as_a_copy_of_nothing(
    open_stored: Callable[[], Archive], pages: tuple[ArticleId, ...], at: int
) -> None:
    archive = open_stored()
    archive.add_captures(CAPTURES)
    page = pages[at]
    changed = archive.correct(parted(page))
    story = archive.article(page).story
    assert story in changed
    assert archive.story(story or "").stories[0].articles == (page,)
    left = set(pages) - {page}
    for each in left:
        assert pages_of_account(archive, each) == left
    assert not archive.check().problems


def test_it_stays_parted_in_any_order(pages: tuple[ArticleId, ...]) -> None:
    made = [parted(pages[0]), parted(pages[2], hour=11)]
    before, between, after = open_archive(), open_archive(), open_archive()
    for each in made:
        before.correct(each)
    before.add_captures(CAPTURES[::-1])
    between.add_captures(CAPTURES[:9])
    between.correct(made[0])
    between.add_captures(CAPTURES[9:14])
    between.correct(made[1])
    between.add_captures(CAPTURES[14:])
    after.add_captures(CAPTURES)
    for each in made[::-1]:
        after.correct(each)
    assert told(before) == told(between) == told(after)


def test_a_new_state_of_a_parted_page_stays_parted(pages: tuple[ArticleId, ...]) -> None:
    archive = open_archive()
    archive.add_captures(CAPTURES)
    archive.correct(parted(pages[1]))
    capture = archive.article(pages[1]).article.capture
    archive.add_captures([_later(capture)])
    newest = archive.article(pages[1]).current
    assert newest is not None
    assert pages_of_account(archive, newest) == {newest}
    assert not archive.check().problems


def _later(capture: Capture) -> Capture:
    return record(
        f"{capture.text}\n\nThe office said on Friday that it would say no more about it.",
        headline=capture.stated.headline or "",
        outlet=capture.stated.outlet,
        url=capture.url,
        published=capture.stated.published,
        taken_at="2031-06-01T09:00:00+00:00",
    )


def test_what_was_parted_can_be_moved_back(pages: tuple[ArticleId, ...]) -> None:
    archive = open_archive()
    archive.add_captures(CAPTURES)
    before = archive.article(pages[0]).story
    archive.correct(parted(pages[0]))
    archive.correct(Correction("move", (pages[0],), pages[1], "Olden", "2031-05-21T10:00:00Z"))
    assert archive.article(pages[0]).story == archive.article(pages[1]).story == before
    assert pages_of_account(archive, pages[0]) == set(pages)


def test_a_correction_of_an_earlier_hour_is_followed_too() -> None:
    archive = open_archive()
    archive.add_captures(example_captures())
    stories = [archive.story(each.id).articles[0].id for each in archive.stories().rows[:3]]
    one, other, third = stories
    archive.correct(Correction("split", (third,), None, "Mara", "2031-05-20T10:00:00Z"))
    archive.correct(Correction("join", (one,), other, "Olden", "2031-05-19T10:00:00Z"))
    assert archive.article(one).story == archive.article(other).story
