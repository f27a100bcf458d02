"""A collection out of an archive, on both databases: every page once, one for each account if asked."""

from collections.abc import Callable

import pytest

from tests.contracts.pages import example_captures, simulated
from variorum.archive import Archive, open_archive
from variorum.errors import OptionError
from variorum.model import ArticleFilter
from variorum.model.holding import CollectedPage

Opener = Callable[[], Archive]


def ids(pages: list[CollectedPage]) -> list[str]:
    return [each.article.id for each in pages]


def test_every_page_comes_once_and_one_stands_for_each_account(
    open_stored: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = open_stored()
    captures = [*example_captures(), *simulated(8, 4)]
    archive.add_captures(captures)
    whole = list(archive.collect())
    monkeypatch.setattr("variorum.archive.shelves.collecting._BATCH", 3)
    assert list(archive.collect()) == whole
    assert ids(whole) == list(dict.fromkeys(ids(whole)))
    listed = [
        hit.article
        for hit in archive.list_articles(ArticleFilter(), order="oldest", limit=500).rows
    ]
    assert ids(whole) == listed
    chosen = list(archive.collect(one_per_account=True))
    accounts = [each.account for each in chosen if each.account]
    assert sorted(accounts) == sorted({each.account for each in whole if each.account})
    assert [each for each in whole if each in chosen] == chosen


def test_what_is_chosen_does_not_depend_on_the_order_of_adding(open_stored: Opener) -> None:
    captures = simulated(8, 4)
    archive = open_stored()
    archive.add_captures(captures[::-1])
    fresh = open_archive()
    fresh.add_captures(captures)
    for one in (False, True):
        assert ids(list(archive.collect(one_per_account=one))) == ids(
            list(fresh.collect(one_per_account=one))
        )
    assert not list(archive.collect(ArticleFilter(words="-nothing")))
    with pytest.raises(OptionError):
        list(archive.collect(ArticleFilter(date_from="yesterday")))
