"""An archive tells the stories that a comparison of the same pages tells."""

from collections.abc import Iterable

import pytest

from tests.contracts.pages import EXAMPLES, example_captures, simulated
from variorum.archive import open_archive
from variorum.archive.readings import Reading
from variorum.extract import Context, extract_article
from variorum.model import ArticleId, Story


def pages_of(stories: Iterable[Story]) -> dict[frozenset[ArticleId], tuple[object, ...]]:
    """Return what is told of each story, by its pages."""
    return {
        frozenset(each.articles): (each.headline, each.event_date, each.confidence, each.reasons)
        for each in stories
    }


@pytest.mark.parametrize("seed", range(2))
def test_made_pages(seed: int) -> None:
    captures = [*simulated(14, seed), *example_captures()]
    archive = open_archive()
    archive.add_captures(captures)
    articles = tuple(extract_article(each, Context()) for each in captures)
    compared = archive.compare_reading(Reading(articles))
    told = [archive.story(each.id).stories[0] for each in archive.stories(limit=500).rows]
    expected = pages_of(compared.stories)
    assert pages_of(told) == expected
    assert len(expected) > 6


def test_a_folder() -> None:
    archive = open_archive()
    archive.add([str(EXAMPLES)])
    told = [archive.story(each.id).stories[0] for each in archive.stories(limit=500).rows]
    compared = open_archive().compare([str(EXAMPLES)])
    assert pages_of(told).keys() == pages_of(compared.stories).keys()
