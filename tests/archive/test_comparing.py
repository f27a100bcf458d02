"""What a whole comparison promises of its parts, on the example pages."""

from pathlib import Path

import pytest

from variorum.archive import open_archive
from variorum.model import Comparison, VariationUnit
from variorum.text import folded_words

PAGES = Path(__file__).resolve().parents[2] / "examples" / "pages"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return open_archive().compare([str(PAGES)])


def holds(text: str, unit: VariationUnit) -> bool:
    words, lemma = folded_words(text), folded_words(unit.lemma)
    return any(words[at : at + len(lemma)] == lemma for at in range(len(words) - len(lemma) + 1))


def test_a_lemma_stands_in_its_paragraph_or_is_said_to_be_added_later(
    comparison: Comparison,
) -> None:
    accounts = [account for story in comparison.stories for account in story.accounts]
    units = [(account, unit) for account in accounts for unit in account.apparatus]
    assert any(unit.added for _, unit in units)
    for account, unit in units:
        if not unit.added:
            assert holds(account.archetype[unit.paragraph - 1].text, unit), unit


def test_a_first_version_does_not_wear_the_headline_of_its_update(comparison: Comparison) -> None:
    by_id = {article.id: article for article in comparison.articles}
    for story in comparison.stories:
        for account in story.accounts:
            roots = {account.stemma.root, None}
            near = [each for each in account.witnesses if each.copied_from in roots]
            assert account.headline in {by_id[each.article].headline for each in near}


def test_the_order_of_pages_changes_no_story(comparison: Comparison) -> None:
    paths = sorted(map(str, PAGES.iterdir()), reverse=True)
    assert open_archive().compare(paths).stories == comparison.stories
