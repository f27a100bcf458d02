"""Stories: one event told in several ways comes together, look-alike events stay apart."""

import random
from dataclasses import replace

import numpy as np

from eval.stories import article_of, own_accounts
from variorum.figures import find_figures
from variorum.model import Account, AccountId, Article, Story, Witness
from variorum.stories import group_stories
from variorum.stories.profile import profiles_of
from variorum.stories.resemblance import FEATURES, Resemblance

FERRY_MARN = (
    article_of(
        "marn-1",
        "Ferry with 80 aboard capsizes off Marn, at least 12 dead",
        "MARN - A ferry carrying 80 passengers capsized off the port of Marn on Saturday, killing at "
        "least 12 people, the coast guard said.\n\nThe vessel, the Silver Heron, was bound for the "
        "island of Oss when it took on water in high seas. Rescuers pulled 60 people from the Kessel "
        "strait.",
        "2023-04-30",
    ),
    article_of(
        "marn-2",
        "Grief in Marn as Silver Heron goes down",
        "Families waited through the night at the harbour of Marn after the Silver Heron, a ferry to "
        "Oss, rolled over in the Kessel strait on Saturday.\n\nCoast guard captain Ilse Dorn said 12 "
        "bodies had been recovered and that the search would go on. Some 60 survivors were brought "
        "ashore.",
        "2023-04-30",
    ),
    article_of(
        "marn-3",
        "Opposition blames minister over Marn ferry disaster",
        "The opposition demanded on Sunday that the transport minister resign after the sinking of "
        "the Silver Heron off Marn.\n\nThe ferry, certified for 50 passengers, carried 80 when it "
        "capsized on Saturday on the way to Oss.",
        "2023-05-01",
    ),
)
FERRY_TALVA = (
    article_of(
        "talva-1",
        "Ferry with 40 aboard sinks on Lake Talva, at least 9 dead",
        "TALVA - A ferry carrying 40 passengers sank on Lake Talva on Friday, killing at least nine "
        "people, police said.\n\nThe boat, the Queen Adela, struck a sandbank near the village of "
        "Brenna. Fishermen rescued 30 people.",
        "2023-04-29",
    ),
    article_of(
        "talva-2",
        "Queen Adela hit sandbank near Brenna, survivors say",
        "Survivors of the sinking of the Queen Adela on Lake Talva said the ferry struck a sandbank "
        "near Brenna on Friday.\n\nFishermen from the village pulled some 30 people out of the lake, "
        "police said. Nine people died.",
        "2023-04-30",
    ),
)
BUDGET = (
    article_of(
        "budget-1",
        "Varnia raises fuel tax in budget",
        "The Varnian parliament passed a budget on Friday that raises the tax on fuel by 12 percent."
        "\n\nFinance minister Orlo Venn said the money would go to schools.",
        "2023-04-29",
    ),
)
ALL = (*FERRY_MARN, *FERRY_TALVA, *BUDGET)


def stories_of(articles: tuple[Article, ...]) -> tuple[Story, ...]:
    figures = [figure for article in articles for figure in find_figures(article)]
    return group_stories(articles, own_accounts(articles), figures)


def test_events_are_told_apart() -> None:
    found = {frozenset(story.articles) for story in stories_of(ALL)}
    assert found == {
        frozenset(article.id for article in event) for event in (FERRY_MARN, FERRY_TALVA, BUDGET)
    }


def test_event_date_is_what_most_ledes_name() -> None:
    dates = {story.articles[0][:4]: story.event_date for story in stories_of(ALL)}
    assert dates == {"marn": "2023-04-29", "talv": "2023-04-28", "budg": "2023-04-28"}


def test_the_order_of_pages_changes_nothing() -> None:
    expected = stories_of(ALL)
    for seed in range(3):
        shuffled = list(ALL)
        random.Random(seed).shuffle(shuffled)
        assert stories_of(tuple(shuffled)) == expected


def test_an_account_with_copies_is_one_member() -> None:
    accounts = [
        Account(AccountId("x"), (Witness("A", ALL[0].id), Witness("B", ALL[1].id))),
        Account(AccountId("y"), (Witness("A", ALL[2].id),)),
        Account(AccountId("z"), (Witness("A", ALL[5].id),)),
    ]
    figures = [figure for article in ALL for figure in find_figures(article)]
    first, second = group_stories(ALL, accounts, figures)
    assert {account.id for account in first.accounts} == {"x", "y"}
    assert len(first.articles) == 3
    assert [account.id for account in second.accounts] == ["z"]


def test_undated_pages_still_come_together() -> None:
    undated = tuple(
        article_of(str(each.id), each.headline, each.text, None) for each in FERRY_MARN[:2]
    )
    (story,) = stories_of(undated)
    assert len(story.accounts) == 2
    assert story.event_date is None


def test_the_same_words_weeks_apart_are_two_stories() -> None:
    again = article_of("later", FERRY_MARN[0].headline, FERRY_MARN[0].text, "2023-06-25")
    assert len(stories_of((FERRY_MARN[0], again))) == 2


def test_nothing_and_empty_articles() -> None:
    assert stories_of(()) == ()
    empty = tuple(article_of(name, None, "", None) for name in ("one", "two"))
    assert len(stories_of(empty)) == 2


def test_a_story_says_why() -> None:
    story = stories_of(ALL)[0]
    assert 0 < story.confidence < 1
    assert story.reasons[0] == "published within 2 days"
    assert "Silver" in story.reasons[1] or "Heron" in story.reasons[1]


def test_event_date_is_near_publication_where_a_weekday_was_read_both_ways() -> None:
    texts = (
        "The two presidents will meet in Orl on Monday, their aides said. The talks are the first.",
        "As the two presidents get ready in Orl, what each wants from talks held Monday in Orl.",
        "The two presidents had said before that the talks in Orl on Monday were the first.",
    )
    articles = tuple(
        article_of(f"talks-{n}", "Presidents to meet in Orl for first talks", text, "2023-04-30")
        for n, text in enumerate(texts)
    )
    for count in (2, 3):
        (story,) = stories_of(articles[:count])
        assert story.event_date == "2023-05-01"


def day_features(captured: str) -> dict[str, float]:
    """Return what the days say of a dated and an undated report, captured on that day."""
    dated, undated = FERRY_MARN[0], replace(FERRY_MARN[1], published=None)
    articles = [
        replace(each, capture=replace(each.capture, taken_at=f"{captured}T08:00:00Z"))
        for each in (dated, undated)
    ]
    profiles = profiles_of(articles, own_accounts(articles), ())
    features = Resemblance([each.bags for each in profiles]).features(0, np.array([1]))
    return dict(zip(FEATURES, features[0].tolist(), strict=True))


def test_an_undated_page_counts_as_of_its_capture_where_that_is_near() -> None:
    fresh = day_features("2023-05-01")
    assert (fresh["undated"], fresh["next day"]) == (0, 1)
    assert day_features("2024-01-01")["undated"] == 1
