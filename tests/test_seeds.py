"""The three seed pages, two accounts: what must come out of them, by general means.

The pages are third-party text and no part of the project; without them this file skips. What it
expects of their wording is short, and compared against the pages at run time.
"""

from pathlib import Path

import pytest

from variorum.archive import open_archive
from variorum.model import Account, Article, Comparison, Story

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seed pages are not beside the checkout"
)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return open_archive().compare([str(SEEDS)])


@pytest.fixture(scope="module")
def story(comparison: Comparison) -> Story:
    (only,) = comparison.stories
    return only


def page(comparison: Comparison, number: str) -> Article:
    (found,) = [
        each for each in comparison.articles if Path(each.capture.location).name.startswith(number)
    ]
    return found


@pytest.fixture(scope="module")
def wire(comparison: Comparison, story: Story) -> Account:
    (found,) = [each for each in story.accounts if page(comparison, "000").id in each.articles]
    return found


def test_one_story_of_three_pages_and_two_accounts(comparison: Comparison, story: Story) -> None:
    assert not comparison.failures
    assert story.event_date == "2023-04-29"
    assert len(story.articles) == 3
    assert sorted(len(account.witnesses) for account in story.accounts) == [1, 2]


def test_first_page(comparison: Comparison) -> None:
    article = page(comparison, "000")
    assert article.outlet == "The Algemeiner"
    assert article.headline is not None
    assert article.headline.startswith("Even One American in Iraq Is Too Many,")
    assert article.headline.endswith(" Iran Leader Tells Iraqi President")
    assert len(article.headline.split()) == 13
    assert article.byline == ("Reuters", "Algemeiner Staff")
    assert article.credit == ("Reuters",)
    assert article.published is not None
    assert (article.published.value, article.published.precision) == ("2023-04-30T14:21", "minute")
    assert len(article.paragraphs) == 7
    assert len(article.captions) == 1
    assert not any("McCarthy" in each.text for each in article.paragraphs)


def test_second_page(comparison: Comparison) -> None:
    article = page(comparison, "001")
    assert article.outlet is None
    assert article.headline is not None
    assert article.headline.startswith("Even one American in Iraq is too many,")
    assert article.headline.endswith(" Iran leader tells Iraqi president")
    assert len(article.headline.split()) == 13
    assert article.standfirst is not None
    assert article.standfirst.startswith("The US is an unreliable friend")
    assert article.credit == ("Reuters",)
    assert article.published is not None
    assert (article.published.value, article.published.precision) == ("2023-04-30T02:07", "minute")
    first = page(comparison, "000")
    assert len(article.paragraphs) == len(first.paragraphs) == 7
    for left, right in zip(article.paragraphs, first.paragraphs, strict=True):
        letters = [[c for c in each.text.lower() if c.isalnum()] for each in (left, right)]
        assert letters[0] == letters[1]


def test_third_page(comparison: Comparison) -> None:
    article = page(comparison, "003")
    assert article.outlet == "Al-Sarira"
    assert article.byline == ("Erick Wilson",)
    assert article.credit == ()
    assert article.published is not None
    assert (article.published.value, article.published.precision) == ("2023-05-01", "day")
    assert len(article.paragraphs) == 9
    assert len(article.subheadings) == 1
    assert any("April 29" in caption for caption in article.captions)
    assert article.tags == ("Iran", "Iraq", "Politics")


def test_every_span_stands_in_its_capture(comparison: Comparison) -> None:
    for article in comparison.articles:
        for paragraph in article.paragraphs:
            captured = article.capture.text[paragraph.begin : paragraph.end]
            assert captured.split() == paragraph.text.split()


def test_the_wire_and_its_lost_original(comparison: Comparison, wire: Account) -> None:
    assert wire.origin.agency == "Reuters"
    lost = [node.sigil for node in wire.stemma.nodes if not node.extant]
    assert len(lost) == 1
    assert {edge.origin for edge in wire.stemma.edges} == set(lost)
    assert {edge.target for edge in wire.stemma.edges} == {each.sigil for each in wire.witnesses}
    assert {witness.copied_from for witness in wire.witnesses} == set(lost)
    assert len(wire.archetype) == 7
    sigla = {each.sigil for each in wire.witnesses}
    assert all(set(paragraph.witnesses) == sigla for paragraph in wire.archetype)


def test_the_lost_marks_are_restored_and_are_the_only_readings(wire: Account) -> None:
    opened = [each for each in wire.archetype if each.text[0] in "“\"'"]
    assert len(opened) == 3
    assert len(wire.apparatus) == 3
    for unit in wire.apparatus:
        assert unit.lemma[0] in '“"'
        (reading,) = unit.readings
        assert reading.kind == "punctuation"
        assert reading.text[0].isalpha()


def test_quotations_across_the_accounts(
    comparison: Comparison, story: Story, wire: Account
) -> None:
    by_start = {}
    for utterance in story.utterances:
        for rendering in utterance.renderings:
            by_start[rendering.text[:22].lower()] = (utterance, rendering)
    one, _ = by_start["even the presence of o"]
    other, _ = by_start["the presence of even o"]
    assert one.id == other.id
    assert "Khamenei" in (one.speaker or "")
    said = [each for each in one.renderings if not each.in_headline]
    assert [change.kind for each in said for change in each.changes] == ["transposition"]

    friends, _ = by_start["americans are not frie"]
    assert "Khamenei" in (friends.speaker or "")
    changes = [change for each in friends.renderings for change in each.changes]
    assert "truncation" in {change.kind for change in changes}
    swapped = [each for each in changes if each.kind == "lexical"]
    assert [(each.before.strip(), each.after.strip()) for each in swapped] == [
        ("friends", "allies")
    ]

    rashid = [each for each in comparison.quotations if "main effort" in each.text]
    names = [each.speaker and each.speaker.name for each in rashid]
    assert names == ["Abdul Latif Rashid", "Abdul Latif Rashid"]


def test_the_headline_nobody_said(comparison: Comparison, story: Story) -> None:
    third = page(comparison, "003")
    unborne = [
        rendering
        for utterance in story.utterances
        for rendering in utterance.renderings
        if rendering.unborne
    ]
    assert any(third.id in each.articles and each.in_headline for each in unborne)


def test_figures(comparison: Comparison, story: Story, wire: Account) -> None:
    (troops,) = [row for row in story.ledger if row.value == 2500]
    assert troops.text == "some 2,500 troops"
    assert troops.unit == "troops"
    assert troops.accounts == (wire.id,)
    weekdays = [each for each in comparison.figures if "saturday" in each.text.lower()]
    assert {each.value for each in weekdays} == {"2023-04-29"}
    assert {each.article for each in weekdays} == {each.id for each in comparison.articles}
